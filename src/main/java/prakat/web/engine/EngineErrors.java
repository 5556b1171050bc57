package prakat.web.engine;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.rest.dto.ExceptionDto;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ProblemDetail;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.support.WebApplicationContextUtils;
import prakat.input.Refusal;
import prakat.organisation.EngineFailure;
import prakat.web.Outage;
import prakat.web.ProblemWriter;
import prakat.web.Problems;

/**
 * What the engine's REST, and the webapps', say of a call that failed: a failure that is the caller's gets its own status
 * in place of a 500, and no message names a class of the program.
 */
public class EngineErrors implements ContainerResponseFilter {

    private static final Logger log = LoggerFactory.getLogger(EngineErrors.class);

    private static final Pattern CLASS_NAME = Pattern.compile("(?:[a-z]\\w*\\.){2,}[A-Z]\\w*");
    private static final Pattern JAVA_TYPE = Pattern.compile(" to java type \\S+");

    @Context
    private HttpServletRequest request;

    /** Made by Jersey. */
    public EngineErrors() {}

    @Override
    public void filter(ContainerRequestContext call, ContainerResponseContext answer) {
        if (answer.getStatus() < 400
                || !(answer.getEntity() instanceof ExceptionDto || answer.getEntity() instanceof String)) {
            return;
        }
        boolean failed = answer.getStatus() >= 500;
        Optional<Refusal> refusal = EngineFailure.last()
                .map(failure -> refusal(failure, failed))
                // Beside the engine's commands its REST only reads what was sent.
                .orElseGet(() -> failed ? Optional.of(unreadable()) : Optional.empty());
        String message = JAVA_TYPE
                .matcher(
                        answer.getEntity() instanceof ExceptionDto said
                                ? String.valueOf(said.getMessage())
                                : answer.getEntity().toString())
                .replaceAll("");
        if (refusal.isPresent()) {
            log.debug("{} {}: {}", request.getMethod(), request.getRequestURI(), message);
            refusal.flatMap(Refusal::retryAfterSeconds)
                    .ifPresent(seconds -> answer.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, seconds));
            replace(answer, problems().of(refusal.get(), writer().locale(request)));
        } else if (failed || CLASS_NAME.matcher(message).find()) {
            if (failed) {
                log.error("{} failed; what the engine's REST logged before says why", request.getMethod());
            }
            String code = failed ? EngineFailure.last().map(Outage::codeOf).orElse("failed") : "http-400";
            replace(answer, problems().of(answer.getStatus(), code, writer().locale(request), List.of()));
        } else if (answer.getEntity() instanceof ExceptionDto said) {
            said.setMessage(message);
        }
    }

    /** What a failure says of the call; empty where it is the program's own. */
    private static Optional<Refusal> refusal(RuntimeException failure, boolean failed) {
        if (failure instanceof Refusal refusal) {
            return Optional.of(refusal);
        }
        if (!failed) {
            return Optional.empty();
        }
        if (failure instanceof NullValueException) {
            return Optional.of(Refusal.notFound());
        }
        Optional<Refusal> outage = Outage.refusal(failure);
        if (outage.isPresent()) {
            return outage;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (isOverWhatWasSent(cause)) {
                return Optional.of(unreadable());
            }
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return switch (sql.getSQLState().substring(0, 2)) {
                    case "22" -> Optional.of(unreadable());
                    case "23" -> Optional.of(Refusal.conflict("exists-already"));
                    default -> Optional.empty();
                };
            }
        }
        return Optional.empty();
    }

    /** The engine itself stumbled, such as over an id that is missing, before any code of ours was called. */
    private static boolean isOverWhatWasSent(Throwable cause) {
        return isJdks(cause.getClass().getName())
                && Arrays.stream(cause.getStackTrace())
                        .map(StackTraceElement::getClassName)
                        .filter(name -> !isJdks(name))
                        .findFirst()
                        .filter(name -> name.startsWith("org.camunda."))
                        .isPresent();
    }

    private static boolean isJdks(String className) {
        return className.startsWith("java.");
    }

    private static Refusal unreadable() {
        return Refusal.invalid("request", "value");
    }

    private void replace(ContainerResponseContext answer, ProblemDetail problem) {
        answer.setStatus(problem.getStatus());
        answer.getHeaders().putSingle("Content-Type", MediaType.valueOf("application/problem+json"));
        answer.setEntity(writer().json(problem));
    }

    private Problems problems() {
        return context().getBean(Problems.class);
    }

    private ProblemWriter writer() {
        return context().getBean(ProblemWriter.class);
    }

    private WebApplicationContext context() {
        return WebApplicationContextUtils.getRequiredWebApplicationContext(request.getServletContext());
    }
}
