package prakat.web.engine;

import static prakat.web.engine.EngineCallRules.Access.ADMINISTRATORS;
import static prakat.web.engine.EngineCallRules.Access.EVERYBODY;
import static prakat.web.engine.EngineCallRules.Access.NOBODY;
import static prakat.web.engine.EngineCallRules.Access.ONESELF;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import prakat.input.Refusal;
import prakat.organisation.Person;

/**
 * Who may make which call of the engine's REST: the first row that fits decides. Everybody gets what Tasklist and the
 * contract use, administrators also what Cockpit and Admin need to look, to try again what failed and to manage accounts.
 * What no row names is for nobody: it would lead past the procedure, or destroy it.
 */
final class EngineCallRules {

    private static final Logger log = LoggerFactory.getLogger(EngineCallRules.class);

    private static final String READ = "GET|HEAD|OPTIONS";

    private static final List<Rule> RULES = List.of(
            rule(EVERYBODY, READ, "/engine", "Tasklist asks which engines there are"),
            rule(EVERYBODY, READ + "|POST", "/task(/count)?", "lists of the tasks that are offered to the caller"),
            rule(EVERYBODY, READ, "/task/[^/]+", "one of them"),
            rule(
                    EVERYBODY,
                    READ,
                    "/task/[^/]+/(form|form-variables|rendered-form|deployed-form|identity-links|comment|attachment|"
                            + "variables|localVariables)",
                    "what Tasklist shows beside a task"),
            rule(EVERYBODY, "POST", "/task/[^/]+/(claim|unclaim|complete|submit-form)", "working on a task"),
            rule(EVERYBODY, READ, "/filter(/count|/[^/]+)?", "Tasklist's filters"),
            rule(EVERYBODY, READ + "|POST", "/filter/[^/]+/(list|count|singleResult)", "what a filter finds"),
            rule(EVERYBODY, READ, "/process-definition(/.+)?", "what can be started, its form and its diagram"),
            rule(
                    EVERYBODY,
                    "POST",
                    "/process-definition/(key/publication|publication:[^/]+)/(start|submit-form)",
                    "a submission"),
            rule(EVERYBODY, READ + "|POST", "/variable-instance(/count)?", "the columns of Tasklist's list"),
            rule(
                    EVERYBODY,
                    READ,
                    "/(process-instance|case-definition|case-instance|group|user)(/count)?",
                    "Tasklist's search; the engine shows each caller what they may see"),
            rule(EVERYBODY, "POST", "/group(/count)?", "the names of the groups to which a task is offered"),
            rule(EVERYBODY, READ, "/user/[^/]+/profile", "the name of whoever has a task"),
            rule(EVERYBODY, READ, "/authorization/check", "Tasklist asks what to offer to the caller"),
            rule(
                    EVERYBODY,
                    READ,
                    "/identity/(groups|password-policy)",
                    "the caller's own groups; what a password must be"),
            rule(EVERYBODY, "POST", "/identity/password-policy", "whether a new password would do"),
            rule(EVERYBODY, READ, "/version", "Tasklist shows it"),
            rule(ONESELF, "PUT", "/user/([^/]+)/credentials", "the caller's own password"),
            rule(ADMINISTRATORS, READ, "/.+", "looking changes nothing"),
            rule(
                    ADMINISTRATORS,
                    "POST",
                    "/(process-instance|execution|job|job-definition|external-task"
                            + "|history/(process|activity|variable|decision|case)-instance|history/task)(/count)?",
                    "Cockpit sends what it looks for as a body"),
            rule(ADMINISTRATORS, "POST", "/schema/log", "the same of Admin"),
            rule(ADMINISTRATORS, "PUT", "/(job|job-definition)/[^/]+/retries", "what failed is tried again"),
            rule(ADMINISTRATORS, "POST", "/job/[^/]+/execute", "the same at once; no timer fires before its time"),
            rule(ADMINISTRATORS, "PUT|DELETE", "/incident/[^/]+(/annotation)?", "notices are commented on and settled"),
            rule(ADMINISTRATORS, "POST", "/task/[^/]+/(assignee|identity-links(/delete)?)", "whose an open task is"),
            rule(ADMINISTRATORS, "POST", "/filter/create", "a filter for Tasklist"),
            rule(ADMINISTRATORS, "PUT|DELETE", "/filter/[^/]+", "the same"),
            rule(ADMINISTRATORS, "POST", "/user/(create|[^/]+/unlock)", "accounts"),
            rule(ADMINISTRATORS, "PUT|DELETE", "/user/[^/]+(/profile)?", "accounts"),
            rule(ADMINISTRATORS, "PUT|DELETE", "/group/[^/]+/members/[^/]+", "who is what in the office"),
            rule(ADMINISTRATORS, "PUT", "/group/[^/]+", "its name; which groups there are is the office's file to say"),
            rule(
                    NOBODY,
                    ".*",
                    ".*",
                    "the procedure, its record and its rights are not the engine's callers' to change"));

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

    /** Why the caller may not make the call; empty where they may. */
    static Optional<Refusal> objection(EngineCall call, Person caller) {
        Rule rule = RULES.stream().filter(row -> call.is(row.call)).findFirst().orElseThrow();
        boolean allowed =
                switch (rule.access) {
                    case NOBODY -> false;
                    case EVERYBODY -> true;
                    case ONESELF -> caller.administrator() || isNamed(caller, call.matcher(rule.call));
                    case ADMINISTRATORS -> caller.administrator();
                };
        if (allowed) {
            return Optional.empty();
        }
        log.debug("{} is not for {}: {}", call, caller.id(), rule.why);
        return Optional.of(Refusal.forbidden(caller.administrator() ? "closed-call" : "forbidden"));
    }

    private static boolean isNamed(Person caller, Matcher call) {
        return call.matches() && call.group(1).equals(caller.id());
    }

    private static Rule rule(Access access, String methods, String path, String why) {
        return new Rule(access, Pattern.compile("(?:" + methods + ") " + path, Pattern.DOTALL), why);
    }
}
