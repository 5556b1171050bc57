package prakat.web.api;

import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
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
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import prakat.input.Refusal;
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
    ResponseEntity<ProblemDetail> refused(Refusal refusal, Locale locale) {
        return answer(problems.of(refusal, locale));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> somebodyWasFaster(ConcurrencyFailureException failure, Locale locale) {
        return answer(problems.of(Refusal.conflict("somebody-was-faster"), locale));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> wrongParameter(MethodArgumentTypeMismatchException failure, Locale locale) {
        return answer(problems.of(Refusal.invalid(failure.getName(), "parameter"), locale));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notMultipart(MultipartException failure, HttpServletRequest request, Locale locale) {
        if (Uploads.isOwnFailure(failure)) {
            return failed(failure, request, locale);
        }
        return answer(problems.of(Uploads.unread(failure, "request"), locale));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> failed(Exception failure, HttpServletRequest request, Locale locale) {
        log.error("{} {} failed", request.getMethod(), request.getRequestURI(), failure);
        return answer(problems.of(500, "failed", locale, List.of()));
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return plain(
                problems.of(Refusal.invalid(fieldOf(failure.getCause()), "json"), LocaleContextHolder.getLocale()));
    }

    @Override
    protected ResponseEntity<Object> handleMissingServletRequestPart(
            MissingServletRequestPartException failure,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return plain(problems.of(
                Refusal.invalid(failure.getRequestPartName(), "multipart"), LocaleContextHolder.getLocale()));
    }

    @Override
    protected ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException failure,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return plain(
                problems.of(Refusal.invalid(failure.getParameterName(), "parameter"), LocaleContextHolder.getLocale()));
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception failure, Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String code =
                switch (status.value()) {
                    case 404 -> "not-found";
                    case 405, 406, 415 -> "http-" + status.value();
                    default -> status.is5xxServerError() ? "failed" : "http-400";
                };
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problems.of(status.value(), code, LocaleContextHolder.getLocale(), List.of()));
    }

    /** The field that could not be read, as far as the reader of JSON knows it. */
    static String fieldOf(Throwable failure) {
        return failure instanceof JsonMappingException mapping
                        && !mapping.getPath().isEmpty()
                        && mapping.getPath().get(0).getFieldName() != null
                ? mapping.getPath().get(0).getFieldName()
                : "request";
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static ResponseEntity<Object> plain(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body((Object) problem);
    }
}
