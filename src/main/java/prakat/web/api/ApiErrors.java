package prakat.web.api;

import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import prakat.input.Refusal;
import prakat.web.Outage;
import prakat.web.Problems;
import prakat.web.Uploads;

/** Everything that {@code /api} refuses or fails at, as a problem in the caller's language. */
@RestControllerAdvice(basePackageClasses = ApiErrors.class)
@Order(0)
class ApiErrors extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ApiErrors.class);

    private final Problems problems;

    ApiErrors(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ProblemDetail refused(Refusal refusal, HttpServletResponse response, Locale locale) {
        Problems.tellWhenToRetry(refusal, response);
        return problems.of(refusal, locale);
    }

    @ExceptionHandler
    ProblemDetail somebodyWasFaster(ConcurrencyFailureException failure, Locale locale) {
        return problems.of(Refusal.conflict("somebody-was-faster"), locale);
    }

    @ExceptionHandler
    ProblemDetail notMultipart(
            MultipartException failure, HttpServletRequest request, HttpServletResponse response, Locale locale) {
        if (Uploads.isOwnFailure(failure)) {
            return failed(failure, request, response, locale);
        }
        return problems.of(Uploads.unread(failure, "request"), locale);
    }

    @ExceptionHandler
    ProblemDetail failed(Exception failure, HttpServletRequest request, HttpServletResponse response, Locale locale) {
        Optional<Refusal> outage = Outage.refusal(failure);
        if (outage.isPresent()) {
            return refused(outage.get(), response, locale);
        }
        log.error(
                "{} {} failed",
                request.getMethod(),
                request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE),
                failure);
        return problems.of(500, Outage.codeOf(failure), locale, List.of());
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception failure, Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        Locale locale = LocaleContextHolder.getLocale();
        ProblemDetail problem = wrongPart(failure)
                .map(refusal -> problems.of(refusal, locale))
                .orElseGet(() -> problems.of(status, locale));
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    /** What of the call could not be read; empty where it is not known, or the call itself is wrong. */
    private static Optional<Refusal> wrongPart(Exception failure) {
        if (failure instanceof HttpMessageNotReadableException unreadable) {
            return Optional.of(Refusal.invalid(fieldOf(unreadable.getCause()), "json"));
        }
        if (failure instanceof MissingServletRequestPartException part) {
            return Optional.of(Refusal.invalid(part.getRequestPartName(), "multipart"));
        }
        if (failure instanceof MissingServletRequestParameterException missing) {
            return Optional.of(Refusal.invalid(missing.getParameterName(), "parameter"));
        }
        return failure instanceof MethodArgumentTypeMismatchException wrong
                ? Optional.of(Refusal.invalid(wrong.getName(), "parameter"))
                : Optional.empty();
    }

    /** The field that could not be read, as far as the reader of JSON knows it. */
    static String fieldOf(Throwable failure) {
        return failure instanceof JsonMappingException mapping
                        && !mapping.getPath().isEmpty()
                        && mapping.getPath().get(0).getFieldName() != null
                ? mapping.getPath().get(0).getFieldName()
                : "request";
    }
}
