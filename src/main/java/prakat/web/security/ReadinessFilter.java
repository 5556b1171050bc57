package prakat.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import prakat.web.ProblemWriter;
import prakat.web.engine.EngineCall;

/**
 * Asks callers to come back in a moment while the program is not ready: the port is open before the models are deployed, and
 * still open while it stops.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ReadinessFilter extends OncePerRequestFilter {

    private static final String SECONDS = "5";

    private final ApplicationAvailability availability;
    private final ProblemWriter problems;

    ReadinessFilter(ApplicationAvailability availability, ProblemWriter problems) {
        this.availability = availability;
        this.problems = problems;
    }

    /** What the page that says so is made of needs nothing that is not there. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/assets/")
                || availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS);
        if (request.getRequestURI().startsWith("/api/") || EngineCall.isOne(request)) {
            problems.write(HttpServletResponse.SC_SERVICE_UNAVAILABLE, "not-ready", request, response);
        } else {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }
}
