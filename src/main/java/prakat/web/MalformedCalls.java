package prakat.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.multipart.MultipartException;
import prakat.input.Refusal;

/**
 * In front of every door: answers calls that no door could read, and takes U+0000, which one of the databases cannot hold,
 * out of what forms and addresses say.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 3)
class MalformedCalls extends OncePerRequestFilter {

    /** Paths of which the servlets behind would each see another: with parameters, empty parts, or back on itself. */
    private static final Pattern AMBIGUOUS = Pattern.compile(".*(;|//|/\\.{1,2}(/.*)?$).*");

    /** A percent sign that stands for nothing; pages for people take it as it is. */
    private static final Pattern UNDECODABLE = Pattern.compile("%(?![0-9a-fA-F]{2})");

    /** A page of a webapp for an engine that there is not. */
    private static final Pattern OTHER_ENGINE = Pattern.compile("/camunda/app/[^/]+/(?!default/)[^/]+/");

    /** Where the program itself goes for its page of an error. */
    private static final String ERROR_PAGE = "/error";

    private final ProblemWriter problems;

    MalformedCalls(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Integer> status = objection(request);
        if (status.isPresent()) {
            refuse(status.get(), request, response);
            return;
        }
        try {
            chain.doFilter(new WithoutNul(request), response);
        } catch (ServletException | MultipartException e) {
            // Known only once somebody asks for what the form has.
            Optional<Refusal> said = refusal(e instanceof ServletException ? e.getCause() : e);
            if (said.isEmpty() || response.isCommitted()) {
                throw e;
            }
            problems.answer(said.get(), request, response);
        }
    }

    /** What the caller is to be told; empty where the program itself failed. */
    private static Optional<Refusal> refusal(Throwable failure) {
        if (failure instanceof Refusal refusal) {
            // Its own page would have shown what the form has.
            return Optional.of(refusal);
        }
        return failure instanceof MultipartException form && !Uploads.isOwnFailure(form)
                ? Optional.of(Uploads.unread(form, "request"))
                : Optional.empty();
    }

    /** Answers with that status, a page or a problem as the address is for people or for programs. */
    void refuse(int status, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (ProblemWriter.isForPrograms(request)) {
            problems.write(status, status == 404 ? "not-found" : "http-" + status, request, response);
        } else {
            response.sendError(status);
        }
    }

    /** The status with which the call is refused; empty where it can be read. */
    private static Optional<Integer> objection(HttpServletRequest request) {
        String path = request.getRequestURI();
        if (path.equals(ERROR_PAGE) || OTHER_ENGINE.matcher(path).matches()) {
            return Optional.of(404);
        }
        boolean undecodable = ProblemWriter.isForPrograms(request)
                && request.getQueryString() != null
                && UNDECODABLE.matcher(request.getQueryString()).find();
        if (undecodable || AMBIGUOUS.matcher(path).matches()) {
            return Optional.of(400);
        }
        String said = request.getContentType();
        return StringUtils.hasText(said) ? objection(said) : Optional.empty();
    }

    private static Optional<Integer> objection(String contentType) {
        try {
            MediaType type = MediaType.parseMediaType(contentType);
            boolean multipart = type.getType().equals("multipart");
            if (multipart && !StringUtils.hasText(type.getParameter("boundary"))) {
                return Optional.of(400);
            }
            return type.isConcrete() ? Optional.empty() : Optional.of(415);
        } catch (InvalidMediaTypeException e) {
            return Optional.of(
                    contentType.stripLeading().toLowerCase(Locale.ROOT).startsWith("multipart") ? 400 : 415);
        }
    }

    /** A call whose parameters are without U+0000. */
    private static final class WithoutNul extends HttpServletRequestWrapper {

        WithoutNul(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getParameter(String name) {
            return cleaned(read(() -> super.getParameter(name)));
        }

        @Override
        public String[] getParameterValues(String name) {
            String[] values = read(() -> super.getParameterValues(name));
            return values == null
                    ? null
                    : Arrays.stream(values).map(WithoutNul::cleaned).toArray(String[]::new);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            Map<String, String[]> cleaned = new LinkedHashMap<>();
            read(super::getParameterMap).keySet().forEach(name -> cleaned.put(name, getParameterValues(name)));
            return cleaned;
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return read(super::getParameterNames);
        }

        /** Tomcat stumbles over parts within parts that have no boundary. */
        private static <T> T read(Supplier<T> parameters) {
            try {
                return parameters.get();
            } catch (NullPointerException e) {
                throw new MultipartException("parts that cannot be told apart", e);
            }
        }

        private static String cleaned(String value) {
            return value == null || value.indexOf('\0') < 0 ? value : value.replace("\0", "");
        }
    }
}
