package prakat.web;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import prakat.input.Refusal;

/** Refusals as RFC 9457 problems, in the reader's language; the same everywhere. */
@Component
public class Problems {

    private final MessageSource messages;

    public Problems(MessageSource messages) {
        this.messages = messages;
    }

    /** A field of that name, and what to do about it. */
    public record Fault(String field, String message) {}

    /** The problem that a refusal is to its reader; with {@code errors} by field for a 400. */
    public ProblemDetail of(Refusal refusal, Locale locale) {
        ProblemDetail problem = of(refusal.kind().status(), refusal.code(), locale, refusal.arguments());
        if (!refusal.fields().isEmpty()) {
            List<Fault> faults = refusal.fields().stream()
                    .map(field -> new Fault(field.name(), text(field.code(), field.arguments(), locale)))
                    .toList();
            problem.setProperty("errors", faults);
            // Tasklist shows its user this member and no other.
            problem.setProperty(
                    "message",
                    problem.getDetail() + " "
                            + String.join(
                                    " ", faults.stream().map(Fault::message).toList()));
        }
        return problem;
    }

    /** Says when to come back where that is what the refusal means. */
    public static void tellWhenToRetry(Refusal refusal, HttpServletResponse response) {
        refusal.retryAfterSeconds().ifPresent(seconds -> response.setHeader(HttpHeaders.RETRY_AFTER, seconds));
    }

    /** A problem with a message of that code in the bundles, under {@code refusal.}. */
    public ProblemDetail of(int status, String code, Locale locale, List<Object> arguments) {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(status), text(code, arguments, locale));
        problem.setType(URI.create("about:blank"));
        problem.setTitle(messages.getMessage(
                "status." + status, null, HttpStatus.valueOf(status).getReasonPhrase(), locale));
        problem.setProperties(new LinkedHashMap<>(Map.of("message", problem.getDetail())));
        return problem;
    }

    /** A problem of that status, in the words of its kind. */
    public ProblemDetail of(HttpStatusCode status, Locale locale) {
        String code =
                switch (status.value()) {
                    case 403 -> "forbidden";
                    case 404 -> "not-found";
                    case 405, 406, 415 -> "http-" + status.value();
                    default -> status.is5xxServerError() ? "failed" : "http-400";
                };
        return of(status.value(), code, locale, List.of());
    }

    private String text(String code, List<Object> arguments, Locale locale) {
        return messages.getMessage("refusal." + code, arguments.toArray(), locale);
    }
}
