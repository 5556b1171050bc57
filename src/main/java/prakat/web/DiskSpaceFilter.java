package prakat.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import prakat.files.DiskSpace;
import prakat.input.Refusal;

/**
 * Refuses what the disk has no room for before anything of it is read: calls large enough to bring files, and, where the
 * database is about to have no room either, everything that changes something. Reading goes on.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 4)
class DiskSpaceFilter extends OncePerRequestFilter {

    /** In bytes: more than a submission's or a decision's texts. Small files are refused once they are read. */
    private static final int LARGEST_WITHOUT_FILES = 2 * 1024 * 1024;

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    /** So little is written that it goes to the last: to sign in and out, and to take off the website what is not to be there. */
    private static final Pattern TO_THE_LAST = Pattern.compile("/login|/logout|.*/withdraw(al)?");

    /** The engine is asked by POST, too. */
    private static final Pattern ENGINE = Pattern.compile("/engine-rest/.*|/camunda/.*");

    private static final Pattern CHANGES_AT_ENGINE = Pattern.compile(".*/(start|complete|submit-form)");

    private final DiskSpace space;
    private final ProblemWriter problems;

    DiskSpaceFilter(DiskSpace space, ProblemWriter problems) {
        this.space = space;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return READING.contains(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Refusal> refusal = refusal(request);
        if (refusal.isPresent()) {
            problems.answer(refusal.get(), request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private Optional<Refusal> refusal(HttpServletRequest request) {
        DiskSpace.Level level = space.level();
        if (level == DiskSpace.Level.NO_CHANGES && changes(request.getRequestURI())) {
            return Optional.of(Refusal.full("disk-full"));
        }
        return level.compareTo(DiskSpace.Level.NO_UPLOADS) >= 0 && mayBringFiles(request)
                ? Optional.of(Refusal.full("no-uploads"))
                : Optional.empty();
    }

    private static boolean changes(String path) {
        return ENGINE.matcher(path).matches()
                ? CHANGES_AT_ENGINE.matcher(path).matches()
                : !TO_THE_LAST.matcher(path).matches();
    }

    private static boolean mayBringFiles(HttpServletRequest request) {
        long length = request.getContentLengthLong();
        return length > LARGEST_WITHOUT_FILES
                || length < 0 && String.valueOf(request.getContentType()).startsWith("multipart/");
    }
}
