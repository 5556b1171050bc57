package prakat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import prakat.HostileCalls.Call;
import prakat.RawCalls.RawAnswer;

/**
 * Whatever anybody sends, to whichever door, signed in or not: nothing answers that the program failed, and no answer shows
 * what it is made of. Last, since some of the calls leave something behind.
 */
@Order(Integer.MAX_VALUE)
class HostileCallsTest extends ProgramTest {

    private static final int IN_EACH_BUILD = 2_400;

    /** On each of the two databases. */
    private static final int AT_NIGHT = 500_000;

    /** Sessions and requests do not outlive many more. */
    private static final int UNTIL_ANEW = 10_000;

    /** So that one cause does not fill the report. */
    private static final int MOST_TOLD = 20;

    private static final Pattern INNARDS =
            Pattern.compile("\\b(?:java|javax|jakarta|jdk|sun|org|com|prakat)(?:\\.[a-z]\\w*)+\\.[A-Z]\\w+|"
                    + "\\bat \\S+\\(\\w+\\.java:\\d+\\)|\\w+Exception: ");

    /** Scripts of the webapps, which are no answers of ours. */
    private static final Pattern SCRIPTS = Pattern.compile("\\S+ /(?:camunda/(?:app|lib)|assets)/.*", Pattern.DOTALL);

    /** Ends the session that other calls need. */
    private static final Pattern SIGNS_OUT = Pattern.compile("POST \\S*logout.*", Pattern.DOTALL);

    private static final List<String> DOORS = List.of(
            "/{}",
            "/?q={}&page={}",
            "/assets/{}",
            "/actuator/{}",
            "/actuator/metrics/{}",
            "/forms/{}",
            "/login?{}",
            "/api/{}",
            "/camunda/{}",
            "/camunda/app/{}/{}/",
            "/camunda/api/{}",
            "/camunda/api/admin/auth/user/{}",
            "/camunda/api/admin/plugin/{}/{}",
            "/camunda/api/cockpit/plugin/base/default/{}",
            "/camunda/api/cockpit/plugin/base/default/process-definition/statistics",
            "/camunda/api/cockpit/plugin/base/default/process-instance",
            "/camunda/api/cockpit/plugin/base/default/incident",
            "/camunda/api/tasklist/plugin/{}");

    private static final List<String> ENGINE = List.of(
            "/{}",
            "/engine",
            "/task",
            "/task/count",
            "/task/{}",
            "/task/{}/claim",
            "/task/{}/unclaim",
            "/task/{}/complete",
            "/task/{}/submit-form",
            "/task/{}/form",
            "/task/{}/form-variables",
            "/task/{}/rendered-form",
            "/task/{}/deployed-form",
            "/task/{}/identity-links",
            "/task/{}/variables",
            "/task/{}/assignee",
            "/filter",
            "/filter/create",
            "/filter/{}",
            "/filter/{}/list",
            "/filter/{}/count",
            "/process-definition",
            "/process-definition/{}",
            "/process-definition/{}/xml",
            "/process-definition/{}/diagram",
            "/process-definition/key/publication/start",
            "/process-definition/key/publication/submit-form",
            "/process-definition/key/publication/form-variables",
            "/process-definition/key/{}/startForm",
            "/variable-instance",
            "/variable-instance/count",
            "/history/user-operation",
            "/process-instance",
            "/process-instance/{}",
            "/process-instance/{}/activity-instances",
            "/process-instance/count",
            "/user",
            "/user/count",
            "/user/create",
            "/user/{}",
            "/user/{}/profile",
            "/user/{}/credentials",
            "/user/{}/unlock",
            "/group",
            "/group/count",
            "/group/{}",
            "/group/{}/members/{}",
            "/authorization/check",
            "/authorization",
            "/job",
            "/job/count",
            "/job/{}/retries",
            "/job/{}/execute",
            "/job-definition",
            "/job-definition/{}/retries",
            "/incident",
            "/incident/{}",
            "/incident/{}/annotation",
            "/history/process-instance",
            "/history/task",
            "/history/activity-instance",
            "/history/variable-instance",
            "/history/decision-instance",
            "/decision-definition",
            "/decision-definition/{}/xml",
            "/deployment",
            "/deployment/{}/resources",
            "/identity/groups",
            "/schema/log",
            "/execution",
            "/external-task",
            "/message",
            "/tenant",
            "/metrics/{}/sum",
            "/version");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping controllers;

    @Test
    @Tag("database")
    void nothingFailsWhateverIsSent() throws IOException {
        findNoFailure(2570, onPostgres() ? IN_EACH_BUILD / 4 : IN_EACH_BUILD);
    }

    /** What one night found is seen again with {@code -Dprakat.hostile.seed=…} and {@code -Dprakat.hostile.calls=1}. */
    @Test
    @Tag("nightly")
    @Tag("database")
    void nothingFailsInAMillionCalls() throws IOException {
        long seed = Long.getLong("prakat.hostile.seed", LocalDate.now().toEpochDay() * 1_000_000);
        findNoFailure(seed, Integer.getInteger("prakat.hostile.calls", AT_NIGHT));
    }

    private void findNoFailure(long seed, int calls) throws IOException {
        Map<String, String> failures = new LinkedHashMap<>();
        try (RawCalls program = new RawCalls(program())) {
            HostileCalls hostile = null;
            List<String> callers = List.of();
            for (long n = seed; n < seed + calls && failures.size() < MOST_TOLD; n++) {
                if ((n - seed) % UNTIL_ANEW == 0) {
                    hostile = new HostileCalls(doors(), known());
                    callers = callers();
                }
                Call call = hostile.call(n);
                if (!SIGNS_OUT.matcher(call.head()).matches()) {
                    RawAnswer answer = program.send(call.head() + callers.get((int) (n % callers.size())), call.body());
                    if (isFailure(call, answer)) {
                        failures.putIfAbsent(kind(call), "%d: %s%n%s".formatted(n, call, answer));
                    }
                }
            }
        }
        assertThat(failures.values()).isEmpty();
    }

    private static boolean isFailure(Call call, RawAnswer answer) {
        // What HTTP itself has for an encoding that nobody knows.
        boolean unknownEncoding = answer.status() == 501 && call.head().contains("Transfer-Encoding");
        return answer.status() >= 500 && !unknownEncoding
                || !SCRIPTS.matcher(call.head()).matches()
                        && INNARDS.matcher(answer.body()).find();
    }

    /** Method and the first parts of the address. */
    private static String kind(Call call) {
        return call.head().lines().findFirst().orElse("").replaceAll("(\\S+ (?:/[^/?]*){1,4}).*", "$1");
    }

    private List<String> doors() {
        List<String> doors = new ArrayList<>(DOORS);
        controllers.getHandlerMethods().keySet().forEach(mapping -> mapping.getPatternValues()
                .forEach(path -> doors.add(mapping.getMethodsCondition().getMethods().stream()
                                .map(method -> method + " ")
                                .findFirst()
                                .orElse("")
                        + path)));
        for (String address :
                List.of("/engine-rest", "/engine-rest/engine/default", "/camunda/api/engine/engine/default")) {
            ENGINE.forEach(path -> doors.add("POST " + address + path));
        }
        doors.removeIf(door -> door.endsWith("/error"));
        return doors;
    }

    private List<String> known() {
        String open = submit("finance-staff");
        String published = published();
        return List.of(open, published, number(published), task(open), "finance", "publication", "file", "1");
    }

    /** The headers by which each is known. */
    private List<String> callers() {
        return Stream.concat(
                        Stream.of(
                                "",
                                basic("finance-staff"),
                                basic("finance-director"),
                                basic("web-officer"),
                                basic("admin")),
                        Stream.of("finance-staff", "finance-director", "web-officer", "admin")
                                .map(this::session))
                .toList();
    }

    private static String basic(String account) {
        byte[] credentials = (account + ":" + Caller.PASSWORD).getBytes(StandardCharsets.UTF_8);
        return "Authorization: Basic " + Base64.getEncoder().encodeToString(credentials) + "\r\n";
    }

    private String session(String account) {
        Caller browser = signedIn(account);
        browser.get("/camunda/app/tasklist/default/");
        return "Cookie: PRAKATSESSION=%s; PRAKAT-CSRF=%s; XSRF-TOKEN=%s; lang=en\r\nX-PRAKAT-CSRF: %2$s\r\nX-XSRF-TOKEN: %3$s\r\n"
                .formatted(
                        browser.cookie("PRAKATSESSION"), browser.cookie("PRAKAT-CSRF"), browser.cookie("XSRF-TOKEN"));
    }
}
