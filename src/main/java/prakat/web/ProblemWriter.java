package prakat.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import prakat.input.Refusal;

/** Writes problems where no controller does: in filters and at the engine's REST. */
@Component
public class ProblemWriter {

    private final Problems problems;
    private final LocaleResolver languages;
    private final ObjectMapper json;

    ProblemWriter(Problems problems, LocaleResolver languages, ObjectMapper json) {
        this.problems = problems;
        this.languages = languages;
        this.json = json;
    }

    /** Whether a call is one of programs or scripts, which are answered with problems; people are shown pages. */
    public static boolean isForPrograms(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/api/")
                || path.startsWith("/engine-rest/")
                || path.startsWith("/camunda/api/")
                || MediaType.APPLICATION_JSON_VALUE.equals(request.getHeader(HttpHeaders.ACCEPT));
    }

    /** Whether the caller reads pages, as every browser says of itself. */
    public static boolean readsPages(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE);
    }

    /** The language in which that reader is answered. */
    public Locale locale(HttpServletRequest request) {
        return languages.resolveLocale(request);
    }

    /** Answers with a refusal: a problem or a page, as the call is one of programs or of people. */
    public void answer(Refusal refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (isForPrograms(request) || !readsPages(request)) {
            write(refusal, request, response);
        } else {
            Problems.tellWhenToRetry(refusal, response);
            response.sendError(refusal.kind().status());
        }
    }

    /** Answers with a refusal as a problem. */
    public void write(Refusal refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Problems.tellWhenToRetry(refusal, response);
        write(problems.of(refusal, locale(request)), response);
    }

    /** Answers with a status and a message of that code. */
    public void write(int status, String code, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        write(problems.of(status, code, locale(request), List.of()), response);
    }

    /** Answers with a status, in the words of its kind. */
    public void write(HttpStatusCode status, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        write(problems.of(status, locale(request)), response);
    }

    /** The problem as JSON. */
    public String json(ProblemDetail problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem is always JSON", e);
        }
    }

    private void write(ProblemDetail problem, HttpServletResponse response) throws IOException {
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(json(problem));
    }
}
