package prakat.web.security;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UrlPathHelper;
import prakat.input.Refusal;
import prakat.organisation.EngineIdentity;
import prakat.organisation.Organisation;
import prakat.organisation.OrganisationChanged;
import prakat.organisation.Person;
import prakat.web.ProblemWriter;
import prakat.web.Uploads;

/**
 * In front of the engine's REST, which is there twice: at {@code /engine-rest} for programs and at
 * {@code /camunda/api/engine} for the webapps. Lets through what Tasklist and the contract use; to administrators what
 * Cockpit and Admin use, too. Nobody gets past the procedure: no deployments, no tasks or messages from outside, no errors
 * thrown at a task, and never an office without an administrator.
 *
 * <p>What comes in with a start or a completion is marked transient, so that no content is ever written to the engine's
 * tables: the procedure takes it from there.
 */
@Component
class EngineDoor extends OncePerRequestFilter {

    static final String REST = "/engine-rest";
    static final String WEBAPPS = "/camunda/api/engine";

    /** The engine's {@code query-max-results-limit}. */
    private static final int LONGEST_LIST = 2000;

    private static final int LARGEST_BODY = 32 * 1024 * 1024;

    private static final Pattern PREFIX = Pattern.compile("(?:%s|%s)(?:/engine/default)?".formatted(REST, WEBAPPS));

    private static final List<Pattern> FOR_EVERYBODY = List.of(
            Pattern.compile("(GET|OPTIONS) /engine"),
            Pattern.compile("(GET|POST) /task(/count)?"),
            Pattern.compile("GET /task/[^/]+"),
            Pattern.compile("GET /task/[^/]+/(form|form-variables|rendered-form|deployed-form|identity-links|comment|"
                    + "attachment|variables|localVariables)"),
            Pattern.compile("POST /task/[^/]+/(claim|unclaim|complete|submit-form)"),
            Pattern.compile("(GET|OPTIONS) /filter(/count|/[^/]+)?"),
            Pattern.compile("(GET|POST) /filter/[^/]+/(list|count|singleResult)"),
            Pattern.compile("GET /process-definition(/.+)?"),
            Pattern.compile("POST /process-definition/(key/)?[^/]+/(start|submit-form)"),
            Pattern.compile("(GET|POST) /variable-instance(/count)?"),
            Pattern.compile("GET /history/user-operation(/count)?"),
            Pattern.compile("POST /group(/count)?"),
            Pattern.compile("GET /(process-instance|case-definition|case-instance|group|user)(/count)?"),
            Pattern.compile("GET /user/[^/]+/profile"),
            Pattern.compile("GET /authorization/check"),
            Pattern.compile("GET /identity/(groups|password-policy)"),
            Pattern.compile("POST /identity/password-policy"),
            Pattern.compile("GET /version"));

    private static final List<Pattern> FOR_NOBODY = List.of(
            Pattern.compile("(POST|PUT|DELETE) /deployment.*"),
            Pattern.compile("POST /(message|signal|condition)(/.*)?"),
            Pattern.compile("POST /process-instance/(message|variables)-async"),
            Pattern.compile("POST /task/create"),
            Pattern.compile("(POST|PUT|DELETE) /task/[^/]+/(resolve|delegate|bpmnError|bpmnEscalation)"),
            Pattern.compile("(PUT|DELETE) /task/[^/]+"),
            Pattern.compile("(POST|PUT|DELETE) /task/[^/]+/(variables|localVariables)(/.*)?"),
            Pattern.compile("(POST|PUT|DELETE) /(process-instance|execution)/[^/]+/(variables|localVariables)(/.*)?"),
            Pattern.compile("POST /execution/[^/]+/(signal|messageSubscriptions/.+/trigger)"));

    /** Of variables that people send: no objects of programs. */
    private static final Set<String> TYPES =
            Set.of("String", "Boolean", "Date", "File", "Null", "null", "Integer", "Long", "Short", "Double");

    private static final Pattern OWN_CREDENTIALS = Pattern.compile("PUT /user/([^/]+)/credentials");
    private static final Pattern CLAIM = Pattern.compile("POST /task/[^/]+/claim");
    private static final Pattern RELEASE = Pattern.compile("POST /task/([^/]+)/unclaim");
    private static final Pattern START = Pattern.compile("POST /process-definition/(key/)?[^/]+/(start|submit-form)");
    private static final Pattern COMPLETION = Pattern.compile("POST /task/([^/]+)/(complete|submit-form)");
    private static final Pattern IDENTITY_CHANGE = Pattern.compile("(POST|PUT|DELETE) /(user|group)/.+");
    private static final Pattern ADMINISTRATOR_LEAVES = Pattern.compile(
            "DELETE /(?:user/([^/]+)|group/" + EngineIdentity.ADMINISTRATORS + "(?:/members/([^/]+))?)");

    /** Set by the procedure under the same names, and so not transient; see {@code PublicationModel}. */
    private static final Set<String> KEPT = Set.of(
            "number", "requester", "group", "round", "outcome", "reasonCode", "reason", "publishFrom", "publishUntil");

    private final Organisation organisation;
    private final EngineIdentity identity;
    private final IdentityService identityService;
    private final TaskService taskService;
    private final HistoryService historyService;
    private final ProblemWriter problems;
    private final ApplicationEventPublisher events;
    private final ObjectMapper json;

    EngineDoor(
            Organisation organisation,
            EngineIdentity identity,
            IdentityService identityService,
            TaskService taskService,
            HistoryService historyService,
            ProblemWriter problems,
            ApplicationEventPublisher events,
            ObjectMapper json) {
        this.organisation = organisation;
        this.identity = identity;
        this.identityService = identityService;
        this.taskService = taskService;
        this.historyService = historyService;
        this.problems = problems;
        this.events = events;
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !PREFIX.matcher(path(request)).lookingAt();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            Matcher release = RELEASE.matcher(call(request));
            if (release.matches() && releaseOwn(release.group(1), request.getRemoteUser())) {
                response.setStatus(HttpServletResponse.SC_NO_CONTENT);
                return;
            }
            HttpServletRequest admitted = new Bounded(admit(request));
            try {
                chain.doFilter(admitted, response);
            } finally {
                // Set by EngineCaller.
                identityService.clearAuthentication();
            }
            if (IDENTITY_CHANGE.matcher(call(request)).matches()) {
                events.publishEvent(new OrganisationChanged());
            }
        } catch (Refusal refusal) {
            problems.write(refusal, request, response);
        }
    }

    private HttpServletRequest admit(HttpServletRequest request) throws IOException {
        Person caller = Optional.ofNullable(request.getRemoteUser())
                .flatMap(organisation::person)
                .orElseThrow(() -> Refusal.forbidden("forbidden"));
        String call = call(request);
        if (matches(FOR_NOBODY, call)
                || !caller.administrator()
                        && !matches(FOR_EVERYBODY, call)
                        && !isOf(caller, OWN_CREDENTIALS.matcher(call))) {
            throw Refusal.forbidden("forbidden");
        }
        ensureAnAdministratorStays(ADMINISTRATOR_LEAVES.matcher(call));
        if (CLAIM.matcher(call).matches()) {
            return forOneself(request, caller);
        }
        if (START.matcher(call).matches()) {
            return withTransientVariables(request, Set.of());
        }
        Matcher completion = COMPLETION.matcher(call);
        if (completion.matches()) {
            ensureOpen(completion.group(1));
            return withTransientVariables(request, KEPT);
        }
        return request;
    }

    private static String call(HttpServletRequest request) {
        return request.getMethod() + " " + PREFIX.matcher(path(request)).replaceFirst("");
    }

    /**
     * Somebody who claimed a task gives it back, which the engine allows only to those who may assign tasks at will.
     *
     * @return whether the task was theirs, and others have it now
     */
    private boolean releaseOwn(String taskId, String caller) {
        return identity.asSystem(() -> {
            boolean theirs = taskService
                            .createTaskQuery()
                            .taskId(taskId)
                            .taskAssignee(caller)
                            .count()
                    > 0;
            boolean offered = theirs
                    && taskService.getIdentityLinksForTask(taskId).stream()
                            .anyMatch(link -> IdentityLinkType.CANDIDATE.equals(link.getType()));
            if (theirs && !offered) {
                throw Refusal.conflict("nobody-else");
            }
            if (theirs) {
                taskService.setAssignee(taskId, null);
            }
            return theirs;
        });
    }

    private static boolean isOf(Person caller, Matcher call) {
        return call.matches() && call.group(1).equals(caller.id());
    }

    private void ensureAnAdministratorStays(Matcher call) {
        if (!call.matches()) {
            return;
        }
        String leaver = call.group(1) != null ? call.group(1) : call.group(2);
        boolean oneStays = leaver != null
                && identity.asSystem(() ->
                        identityService.createUserQuery().memberOfGroup(EngineIdentity.ADMINISTRATORS).list().stream()
                                .anyMatch(
                                        administrator -> !administrator.getId().equals(leaver)));
        boolean leaves = leaver == null
                || organisation.person(leaver).map(Person::administrator).orElse(false);
        if (leaves && !oneStays) {
            throw Refusal.conflict("last-administrator");
        }
    }

    /** The engine answers 500 for a task that is done; a caller who was too late deserves to be told so. */
    private void ensureOpen(String taskId) {
        var task = identity.asSystem(() ->
                historyService.createHistoricTaskInstanceQuery().taskId(taskId).singleResult());
        if (task == null) {
            throw Refusal.notFound();
        }
        if (task.getEndTime() != null) {
            throw Refusal.conflict("wrong-state");
        }
    }

    /** The engine lets people claim in anybody's name, who then sees the task whatever group they are of, or in nobody's. */
    private HttpServletRequest forOneself(HttpServletRequest request, Person caller) throws IOException {
        JsonNode claim = body(request);
        if (!claim.path("userId").asText().equals(caller.id())) {
            throw Refusal.forbidden("forbidden");
        }
        return new RequestWithBody(request, json.writeValueAsBytes(claim));
    }

    private JsonNode body(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            throw Uploads.tooLarge();
        }
        try {
            JsonNode read = body.length == 0 ? json.createObjectNode() : json.readTree(body);
            if (!read.isObject()) {
                throw Refusal.invalid("variables", "json");
            }
            return read;
        } catch (JacksonException e) {
            throw Refusal.invalid("variables", "json");
        }
    }

    private HttpServletRequest withTransientVariables(HttpServletRequest request, Set<String> except)
            throws IOException {
        JsonNode call = body(request);
        if (call.hasNonNull("startInstructions")) {
            throw Refusal.forbidden("forbidden");
        }
        if (call.get("variables") instanceof ObjectNode variables) {
            variables.properties().forEach(variable -> {
                if (!TYPES.contains(variable.getValue().path("type").asText("String"))) {
                    throw Refusal.invalid(variable.getKey(), "unknown-variable");
                }
                if (!except.contains(variable.getKey()) && variable.getValue() instanceof ObjectNode value) {
                    ObjectNode info =
                            value.get("valueInfo") instanceof ObjectNode given ? given : value.putObject("valueInfo");
                    info.put("transient", true);
                }
            });
        }
        return new RequestWithBody(request, json.writeValueAsBytes(call));
    }

    private static boolean matches(List<Pattern> patterns, String call) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(call).matches());
    }

    private static String path(HttpServletRequest request) {
        String path = UrlPathHelper.defaultInstance.getPathWithinApplication(request);
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /** The engine refuses lists without a bound; a caller who names none gets the largest that is allowed. */
    private static final class Bounded extends HttpServletRequestWrapper {

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
