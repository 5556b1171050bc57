package prakat.web.security;

import static prakat.web.security.EngineCallRules.Access.ADMINISTRATORS;
import static prakat.web.security.EngineCallRules.Access.EVERYBODY;
import static prakat.web.security.EngineCallRules.Access.NOBODY;
import static prakat.web.security.EngineCallRules.Access.ONESELF;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import prakat.organisation.Person;

/**
 * Who may make which call of the engine's REST: the first row that fits decides. Everybody gets what Tasklist and the
 * contract use, administrators also what Cockpit and Admin use, and nobody what leads past the procedure.
 */
final class EngineCallRules {

    private static final Logger log = LoggerFactory.getLogger(EngineCallRules.class);

    private static final List<Rule> RULES = List.of(
            rule(NOBODY, "POST|PUT|DELETE", "/deployment.*", "the models come with the program"),
            rule(NOBODY, "POST", "/(message|signal|condition)(/.*)?", "the procedure alone moves its instances on"),
            rule(
                    NOBODY,
                    "POST",
                    "/execution/[^/]+/(signal|messageSubscriptions/.+/trigger)",
                    "the same for a single token"),
            rule(NOBODY, "POST", "/task/create", "a task that is no step of the procedure"),
            rule(NOBODY, "PUT|DELETE", "/task/[^/]+", "who has a task and by when is the procedure's to say"),
            rule(
                    NOBODY,
                    "POST|PUT|DELETE",
                    "/task/[^/]+/(resolve|delegate|bpmnError|bpmnEscalation)",
                    "ways out of a task without a decision"),
            rule(
                    NOBODY,
                    "POST|PUT|DELETE",
                    "/(task|process-instance|execution)/[^/]+/(variables|localVariables)(/.*)?",
                    "variables follow from decisions"),
            rule(NOBODY, "POST", "/process-instance/(message|variables)-async", "the same in batches"),
            rule(EVERYBODY, "GET|OPTIONS", "/engine", "Tasklist asks which engines there are"),
            rule(EVERYBODY, "GET|POST", "/task(/count)?", "lists of the tasks that are offered to the caller"),
            rule(EVERYBODY, "GET", "/task/[^/]+", "one of them"),
            rule(
                    EVERYBODY,
                    "GET",
                    "/task/[^/]+/(form|form-variables|rendered-form|deployed-form|identity-links|comment|attachment|"
                            + "variables|localVariables)",
                    "what Tasklist shows beside a task"),
            rule(EVERYBODY, "POST", "/task/[^/]+/(claim|unclaim|complete|submit-form)", "working on a task"),
            rule(EVERYBODY, "GET|OPTIONS", "/filter(/count|/[^/]+)?", "Tasklist's filters"),
            rule(EVERYBODY, "GET|POST", "/filter/[^/]+/(list|count|singleResult)", "what a filter finds"),
            rule(EVERYBODY, "GET", "/process-definition(/.+)?", "what can be started, its form and its diagram"),
            rule(EVERYBODY, "POST", "/process-definition/(key/)?[^/]+/(start|submit-form)", "a submission"),
            rule(EVERYBODY, "GET|POST", "/variable-instance(/count)?", "the columns of Tasklist's list"),
            rule(EVERYBODY, "GET", "/history/user-operation(/count)?", "the history tab of Tasklist"),
            rule(
                    EVERYBODY,
                    "GET",
                    "/(process-instance|case-definition|case-instance|group|user)(/count)?",
                    "Tasklist's search; the engine shows each caller what they may see"),
            rule(EVERYBODY, "POST", "/group(/count)?", "the names of the groups to which a task is offered"),
            rule(EVERYBODY, "GET", "/user/[^/]+/profile", "the name of whoever has a task"),
            rule(EVERYBODY, "GET", "/authorization/check", "Tasklist asks what to offer to the caller"),
            rule(
                    EVERYBODY,
                    "GET",
                    "/identity/(groups|password-policy)",
                    "the caller's own groups; what a password must be"),
            rule(EVERYBODY, "POST", "/identity/password-policy", "whether a new password would do"),
            rule(EVERYBODY, "GET", "/version", "Tasklist shows it"),
            rule(ONESELF, "PUT", "/user/([^/]+)/credentials", "the caller's own password"),
            rule(ADMINISTRATORS, ".*", ".*", "Cockpit and Admin"));

    enum Access {
        NOBODY,
        EVERYBODY,
        /** The account that the path names, and administrators. */
        ONESELF,
        ADMINISTRATORS
    }

    /**
     * A row of the table.
     *
     * @param call method and path; for {@link Access#ONESELF} its first group is the account
     * @param why the reason of a refusal, in the log
     */
    private record Rule(Access access, Pattern call, String why) {}

    private EngineCallRules() {}

    /** Whether the caller may make the call. */
    static boolean allow(EngineCall call, Person caller) {
        Rule rule = RULES.stream().filter(row -> call.is(row.call)).findFirst().orElseThrow();
        boolean allowed =
                switch (rule.access) {
                    case NOBODY -> false;
                    case EVERYBODY -> true;
                    case ONESELF -> caller.administrator() || isNamed(caller, call.matcher(rule.call));
                    case ADMINISTRATORS -> caller.administrator();
                };
        if (!allowed) {
            log.debug("{} is not for {}: {}", call, caller.id(), rule.why);
        }
        return allowed;
    }

    private static boolean isNamed(Person caller, Matcher call) {
        return call.matches() && call.group(1).equals(caller.id());
    }

    private static Rule rule(Access access, String methods, String path, String why) {
        return new Rule(access, Pattern.compile("(?:" + methods + ") " + path, Pattern.DOTALL), why);
    }
}
