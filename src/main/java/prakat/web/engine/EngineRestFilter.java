package prakat.web.engine;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import prakat.input.Refusal;
import prakat.organisation.AccountMade;
import prakat.organisation.AccountRules;
import prakat.organisation.Organisation;
import prakat.organisation.OrganisationChanged;
import prakat.organisation.Person;
import prakat.organisation.TaskHandedOut;
import prakat.web.ProblemWriter;

/**
 * In front of the engine's REST, for programs and webapps alike: lets through what {@link EngineCallRules} allow, so that
 * nobody gets past the procedure, and never leaves the office without an administrator.
 */
@Component
public class EngineRestFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(EngineRestFilter.class);

    private static final Pattern CLAIM = Pattern.compile("POST /task/[^/]+/claim");
    private static final Pattern RELEASE = Pattern.compile("POST /task/([^/]+)/unclaim");
    private static final Pattern START = Pattern.compile("POST /process-definition/(key/)?[^/]+/(start|submit-form)");
    private static final Pattern COMPLETION = Pattern.compile("POST /task/([^/]+)/(complete|submit-form)");
    /** The engine fails over it where there is no such task. */
    private static final Pattern TASK_FORM = Pattern.compile("(?:GET|HEAD) /task/([^/]+)/deployed-form");

    private static final Pattern RETRIES = Pattern.compile("PUT /(job|job-definition)/[^/]+/retries");
    private static final Pattern ACCOUNT = Pattern.compile("POST /user/create|PUT /user/[^/]+/profile");
    private static final Pattern HANDED_OUT =
            Pattern.compile("(POST|DELETE) /task/([^/]+)/(claim|assignee|identity-links)(/.*)?");
    private static final Pattern SHUT_OUT = Pattern.compile("(?:PUT|DELETE) /user/([^/]+)(?:/credentials)?");
    private static final Pattern IDENTITY_CHANGE = Pattern.compile("(POST|PUT|DELETE) /(user|group)/.+");

    private final Organisation organisation;
    private final LastAdministrator lastAdministrator;
    private final AccountRules accountRules;
    private final TaskCalls tasks;
    private final CallBodies bodies;
    private final AccountSessions sessions;
    private final IdentityService identityService;
    private final ApplicationEventPublisher events;
    private final ProblemWriter problems;

    EngineRestFilter(
            Organisation organisation,
            LastAdministrator lastAdministrator,
            AccountRules accountRules,
            TaskCalls tasks,
            CallBodies bodies,
            AccountSessions sessions,
            IdentityService identityService,
            ApplicationEventPublisher events,
            ProblemWriter problems) {
        this.organisation = organisation;
        this.lastAdministrator = lastAdministrator;
        this.accountRules = accountRules;
        this.tasks = tasks;
        this.bodies = bodies;
        this.sessions = sessions;
        this.identityService = identityService;
        this.events = events;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !EngineCall.isOne(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        EngineCall call = EngineCall.of(request);
        try {
            Person caller = caller(request);
            EngineCallRules.objection(call, caller).ifPresent(objection -> {
                throw objection;
            });
            lastAdministrator.ensureStays(call);
            Matcher release = call.matcher(RELEASE);
            if (release.matches() && tasks.giveBack(release.group(1), caller.id())) {
                response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            } else {
                rewriteBody(call, request, caller);
                pass(new Bounded(request), response, chain);
                tell(call, caller);
                endSessions(call, request, response);
            }
        } catch (Refusal refusal) {
            problems.write(refusal, request, response);
        } finally {
            bodies.end();
        }
    }

    private Person caller(HttpServletRequest request) {
        return Optional.ofNullable(request.getRemoteUser())
                .flatMap(organisation::person)
                .orElseThrow(() -> Refusal.forbidden("forbidden"));
    }

    private void rewriteBody(EngineCall call, HttpServletRequest request, Person caller) throws IOException {
        Matcher completion = call.matcher(COMPLETION);
        Matcher form = call.matcher(TASK_FORM);
        if (form.matches()) {
            tasks.ensureOpen(form.group(1));
        } else if (call.is(CLAIM)) {
            bodies.claim(request, caller.id());
        } else if (call.is(START)) {
            bodies.start(request);
        } else if (call.is(ACCOUNT)) {
            boolean isNew = call.path().equals("/user/create");
            String account = bodies.account(request, accountRules, isNew);
            if (isNew) {
                events.publishEvent(new AccountMade(account));
            }
        } else if (call.is(RETRIES)) {
            bodies.retries(request);
        } else if (completion.matches()) {
            tasks.ensureOpen(completion.group(1));
            bodies.completion(request);
        }
    }

    private void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } finally {
            // Set by EngineCaller.
            identityService.clearAuthentication();
        }
    }

    private void tell(EngineCall call, Person caller) {
        if (call.is(IDENTITY_CHANGE)) {
            publish(new OrganisationChanged());
        }
        Matcher handedOut = call.matcher(HANDED_OUT);
        // Others can only claim what is offered to them.
        if (caller.administrator() && handedOut.matches()) {
            publish(new TaskHandedOut(handedOut.group(2)));
        }
    }

    /** The change is made already, and is not undone where those fail who follow it: they look again by themselves. */
    private void publish(Object event) {
        try {
            events.publishEvent(event);
        } catch (RuntimeException e) {
            log.warn("{} could not be followed at once", event.getClass().getSimpleName(), e);
        }
    }

    private void endSessions(EngineCall call, HttpServletRequest request, HttpServletResponse response) {
        Matcher shutOut = call.matcher(SHUT_OUT);
        if (shutOut.matches() && HttpStatus.valueOf(response.getStatus()).is2xxSuccessful()) {
            sessions.end(shutOut.group(1), request.getSession(false));
        }
    }

    /** The engine refuses lists without a bound; a caller who names none gets the largest that is allowed. */
    private static final class Bounded extends HttpServletRequestWrapper {

        /** The engine's {@code query-max-results-limit}. */
        private static final int LONGEST_LIST = 2000;

        Bounded(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getQueryString() {
            String query = super.getQueryString();
            if (query == null || query.isEmpty()) {
                return "maxResults=" + LONGEST_LIST;
            }
            return query.matches("(.*&)?maxResults=.*") ? query : query + "&maxResults=" + LONGEST_LIST;
        }
    }
}
