package prakat.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;
import prakat.input.Refusal;
import prakat.web.Outage;
import prakat.web.ProblemWriter;

/**
 * Asks callers to come back in a moment while the program is not ready: the port is open before the models are deployed,
 * while the database is away, and still open while it stops.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ReadinessFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(ReadinessFilter.class);

    private final ApplicationAvailability availability;
    private final ProblemWriter problems;

    ReadinessFilter(ApplicationAvailability availability, ProblemWriter problems) {
        this.availability = availability;
        this.problems = problems;
    }

    /** What the page that says so is made of needs nothing that is not there; nor does whoever watches. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/assets/")
                || request.getRequestURI().startsWith("/actuator/health");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (availability.getReadinessState() != ReadinessState.ACCEPTING_TRAFFIC) {
            comeBack(Refusal.busy("not-ready"), request, response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException e) {
            Optional<Refusal> refusal = Outage.refusal(e);
            boolean said = refusal.isPresent() || !(e instanceof IOException) && ProblemWriter.isForPrograms(request);
            if (response.isCommitted() || !said) {
                throw e;
            }
            if (refusal.isPresent()) {
                log.warn(
                        "A {} could not be answered: {}",
                        request.getMethod(),
                        refusal.get().code());
                boolean unknown = refusal.get().kind() == Refusal.Kind.BUSY && isBehindTheDoor(request);
                comeBack(unknown ? Outage.unknown() : refusal.get(), request, response);
            } else {
                // The container would answer with JSON of its own.
                log.error("A {} failed", request.getMethod(), e);
                response.resetBuffer();
                problems.write(500, Outage.codeOf(e), request, response);
            }
        }
    }

    /**
     * Whether a door has taken the call: the doors answer for what fails within them, and what fails after them, such as the
     * session, says nothing of what they have stored.
     */
    private static boolean isBehindTheDoor(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) != null
                || request.getRequestURI().startsWith("/engine-rest/")
                || request.getRequestURI().startsWith("/camunda/api/");
    }

    private void comeBack(Refusal refusal, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.resetBuffer();
        SessionConfiguration.leaveUnread(request);
        problems.answer(refusal, request, response);
    }
}
