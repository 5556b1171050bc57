package prakat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import prakat.RawCalls.RawAnswer;
import prakat.organisation.OrganisationChanged;

/** Calls that no door can read, or that ask for what cannot be: the caller is told so, and nothing fails. */
@Tag("database")
class MalformedCallsTest extends ProgramTest {

    private static final String JSON_BODY = "application/json";

    @Autowired
    private IdentityService identityService;

    @Autowired
    private ConfigurableApplicationContext context;

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    POST, /,                                400
                    POST, /news/2570-00001,                 400
                    GET,  /,                                400
                    POST, /login,                           400
                    POST, /desk/requests/x/decide,          400
                    POST, /api/requests,                    400
                    POST, /engine-rest/task,                400
                    POST, /camunda/api/engine/engine/default/task, 400
                    """)
    void aFormOfPartsWithoutABoundaryIsRefused(String method, String path, int status) {
        refused(status, "finance-staff", method, path, "multipart/form-data", "x");
    }

    @Test
    void aPartOfAnotherNameIsNotLeftOutInSilence() {
        Map<String, byte[]> file = Map.of("ประกาศ.txt", "ประกาศ".getBytes(StandardCharsets.UTF_8));
        Map<String, String> request =
                Map.of("request", Given.submission("ไฟล์ที่แนบไม่ถึง").toString());
        for (String name : List.of("files", "file", "attachment", "Attachments", "attachments[]")) {
            Answer answer = signedIn("finance-staff").postForm("/api/requests", request, name, file);
            assertThat(answer.status()).as(name).isEqualTo(400);
            assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo(name);
        }
        Map<String, String> nameless = new HashMap<>(request);
        nameless.put("attachments", "ไฟล์ที่ไม่มีชื่อ");
        assertThat(signedIn("finance-staff")
                        .postForm("/api/requests", nameless, Map.of())
                        .json()
                        .at("/errors/0/field")
                        .asText())
                .isEqualTo("attachments");
    }

    @Test
    void jsonThatIsLongerThanAllTextsTogetherIsNotReadToItsEnd() {
        String json = "{\"externalLinks\": [" + "\"\",".repeat(1_400_000) + "\"\"]}";
        for (Answer answer : List.of(
                as("finance-staff").post("/api/requests", json),
                as("finance-director").post("/api/requests/x/certification", json))) {
            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.json().get("detail").asText()).contains("JSON", "4 MB");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/*", "nonsense", "text/"})
    void aKindThatIsNoneIsRefused(String kind) {
        refused(415, "finance-staff", "POST", "/api/requests/x/cancellation", kind, "{}");
        refused(415, "finance-staff", "POST", "/engine-rest/task", kind, "{}");
        refused(415, "admin", "GET", "/actuator/metrics/jvm.info", kind, "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[null]",
                "{\"orQueries\": [null]}",
                "{\"sorting\": [null]}",
                "{\"orQueries\": [{\"taskVariables\": [null]}]}",
                "{\"nameLike\": \"a\\u0000b\"}",
                "{\"priority\": \"x\"}",
                "{\"candidateGroups\": []}",
                "{\"taskVariables\": [{}]}",
                "{\"firstResult"
            })
    void aQueryThatTheEngineCannotReadIsRefused(String query) {
        refused(400, "finance-staff", "POST", "/engine-rest/task", JSON_BODY, query);
        refused(400, "finance-staff", "POST", "/engine-rest/task/count", JSON_BODY, query);
    }

    /** By a browser that signed in, since pages know no other. */
    @Test
    void aFormOfPartsThatAreNotWhatIsAskedForIsRefused() {
        String request = "/desk/requests/" + submit("finance-staff");
        Caller officer = signedIn("web-officer");
        byte[] file = {1};
        assertThat(officer.postForm(request + "/withdraw", Map.of(), "reason", Map.of("x", file))
                        .status())
                .isEqualTo(400);
        assertThat(officer.postForm("/api/requests?words=x", Map.of(), "words", Map.of("x", file))
                        .status())
                .isBetween(400, 415);
        String nested =
                "--b\r\nContent-Disposition: form-data; name=\"q\"\r\nContent-Type: multipart/mixed\r\n\r\nx\r\n"
                        + "--b--\r\n";
        for (String method : List.of("GET", "HEAD")) {
            assertThat(call("admin", method, "/", "multipart/form-data; boundary=b", nested)
                            .status())
                    .isEqualTo(400);
        }
    }

    /** Its page would show what was typed. */
    @Test
    void aRefusalWhoseFormCannotBeReadIsOneAllTheSame() throws IOException {
        Caller owner = signedIn("finance-staff");
        String head =
                "POST /desk/requests/%s/lapse HTTP/1.1\r\nHost: localhost\r\nCookie: PRAKATSESSION=%s; PRAKAT-CSRF=%s\r\n"
                        + "X-PRAKAT-CSRF: %3$s\r\nContent-Type: multipart/mixed; boundary=b\r\n";
        try (RawCalls calls = new RawCalls(program())) {
            RawAnswer answer = calls.send(
                    head.formatted(published(), owner.cookie("PRAKATSESSION"), owner.cookie("PRAKAT-CSRF")),
                    "--b\r\n\r\nx\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
            assertThat(answer.status()).as(answer.toString()).isEqualTo(409);
        }
    }

    @Test
    void aChangeWithNothingInItIsRefused() {
        refused(400, "admin", "PUT", "/engine-rest/group/hr", JSON_BODY, "{}");
        refused(400, "admin", "POST", "/engine-rest/execution", JSON_BODY, "{\"processVariables\": [{}]}");
    }

    /** The tenth is told to its owner. */
    @Test
    void anAccountThatCannotBeIsRefusedHoweverOften() {
        for (int i = 0; i < 12; i++) {
            for (String account : List.of("\0\0", "x".repeat(5000), " ")) {
                byte[] credentials = (account + ":x").getBytes(StandardCharsets.UTF_8);
                String basic = "Basic " + Base64.getEncoder().encodeToString(credentials);
                assertThat(anybody()
                                .get("/api/requests", "Authorization", basic)
                                .status())
                        .isEqualTo(401);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/error", "/camunda/api/engine/../admin/x", "/camunda/./api/engine", "/api/.."})
    void anAddressThatIsNoneOfOursIsRefused(String path) {
        assertThat(call("admin", "GET", path, JSON_BODY, "").status()).isBetween(400, 404);
    }

    @Test
    void noAnswerNamesAClassOfTheProgram() {
        assertThat(anybody().get("/news/" + number(published())).text())
                .contains("ประกาศทดสอบ")
                .doesNotContain("prakat.web");
        refused(
                400,
                "finance-staff",
                "POST",
                "/engine-rest/process-definition/key/publication/start",
                JSON_BODY,
                """
                {"variables": {"title": {"value": "x", "type": "Integer"}}}""");
        refused(400, "finance-staff", "GET", "/engine-rest/task?priority=x", JSON_BODY, "");
    }

    @Test
    void aTimerThatIsForcedEarlyIsTooEarly() {
        String id = published(clock.instant().plus(Duration.ofDays(30)));
        Job timer = managementService
                .createJobQuery()
                .processInstanceId(request(id).get("processInstanceId").asText())
                .activityId("periodEnds")
                .singleResult();
        refused(409, "admin", "POST", "/engine-rest/job/" + timer.getId() + "/execute", JSON_BODY, "{}");
        assertThat(status(id)).isEqualTo("published");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ผู้ใช้             | ก   | a@example.org        | id
                    a b               | ก   | a@example.org        | id
                    ADMIN             | ก   | a@example.org        | id
                    new-account       | ก   | a@example.org\\r\\nBcc: b@example.org | email
                    new-account       | ก   | a@exam\\u0085ple.org  | email
                    new-account       | ก   | a@example\\u2028.org  | email
                    new-account       | ก\\u2029ข | a@example.org    | firstName
                    new-account       | ก   | a@example.org,b@example.org | email
                    new-account       | ก\\u202Eข | a@example.org  | firstName
                    new-account       | ก\\nข | a@example.org      | firstName
                    """)
    void anAccountThatNobodyCouldUseIsNotMade(String id, String name, String mail, String field) {
        account(id, name, "", mail, field);
    }

    @Test
    void anAccountsIdAndNamesFitTheRecord() {
        account("a".repeat(300), "ก", "", "a@example.org", "id");
        account("new-account", "ก".repeat(200), "ข".repeat(200), "a@example.org", "firstName");
    }

    private void account(String id, String firstName, String lastName, String mail, String field) {
        String account =
                """
                {"profile": {"id": "%s", "firstName": "%s", "lastName": "%s", "email": "%s"},
                 "credentials": {"password": "prakat-demo"}}"""
                        .formatted(id, firstName, lastName, mail);
        Answer answer = as("admin").post("/engine-rest/user/create", account);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo(field);
        assertThat(identityService.createUserQuery().userId(id).count()).isZero();
    }

    @Test
    void whoIsInAGroupAlreadyOrIsNobodyIsNotPutThere() {
        refused(409, "admin", "PUT", "/engine-rest/group/finance/members/finance-staff", JSON_BODY, "");
        refused(404, "admin", "PUT", "/engine-rest/group/finance/members/nobody", JSON_BODY, "");
        refused(404, "admin", "PUT", "/engine-rest/group/nothing/members/finance-staff", JSON_BODY, "");
    }

    @Test
    void whatNoDatabaseCanHoldIsTakenOutOfAForm() {
        Map<String, String> form = Map.of("draft", "a\u0000b", "title", "a\u0000b", "action", "save");
        assertThat(signedIn("finance-staff").form("/desk/new", form).status()).isLessThan(500);
    }

    @Test
    void aChangeOfMembersHoldsAlsoWhereWhatFollowsItFails() {
        ApplicationListener<?> fails = new ApplicationListener<PayloadApplicationEvent<OrganisationChanged>>() {
            @Override
            public void onApplicationEvent(PayloadApplicationEvent<OrganisationChanged> changed) {
                throw new IllegalStateException("on purpose");
            }
        };
        context.addApplicationListener(fails);
        try {
            assertThat(as("admin")
                            .put("/engine-rest/group/audit/members/hr-staff", "{}")
                            .status())
                    .isEqualTo(204);
        } finally {
            context.removeApplicationListener(fails);
            assertThat(as("admin")
                            .delete("/engine-rest/group/audit/members/hr-staff")
                            .status())
                    .isEqualTo(204);
        }
    }

    private void refused(int status, String account, String method, String path, String kind, String body) {
        RawAnswer answer = call(account, method, path, kind, body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.body()).doesNotContain("java.", "org.camunda", "Exception:", "\tat ");
    }

    private RawAnswer call(String account, String method, String path, String kind, String body) {
        String credentials = Base64.getEncoder().encodeToString((account + ":" + Caller.PASSWORD).getBytes());
        try (RawCalls calls = new RawCalls(program())) {
            return calls.send(
                    "%s %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Basic %s\r\nContent-Type: %s\r\n"
                            .formatted(method, path, credentials, kind),
                    body.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
