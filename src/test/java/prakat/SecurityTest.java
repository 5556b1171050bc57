package prakat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationContext;

/** Who gets in where, and the engine's known holes, closed. */
class SecurityTest extends ProgramTest {

    private static final String WEBAPPS = "/camunda/api/engine/engine/default";

    /** Set by the expression of an attack that got through. */
    private static final String TRACE = "prakat.attack";

    @Autowired
    private IdentityService identityService;

    @Autowired
    private ApplicationContext context;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/requests",
                "/engine-rest/task",
                "/engine-rest/engine",
                "/camunda/api/engine/engine/default/task",
                "/camunda/api/cockpit/plugin/base/default/process-definition/statistics",
                "/camunda/api/admin/auth/user/default"
            })
    void nothingIsForStrangers(String path) {
        assertThat(anybody().get(path).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/desk", "/camunda/app/tasklist/default/", "/camunda/app/cockpit/default/", "/forms/certify.html"
            })
    void strangersAreShownTheOneSignIn(String path) {
        Answer answer = anybody().get(path);
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location").orElseThrow()).endsWith("/login");
    }

    @Test
    void oneSignInServesDeskTasklistAndCockpitAndOneSignOutEndsThemAll() {
        Caller browser = signedIn("admin");
        for (String path : List.of(
                "/desk",
                "/api/requests",
                "/camunda/app/tasklist/default/",
                "/camunda/app/cockpit/default/",
                "/camunda/app/admin/default/",
                WEBAPPS + "/task")) {
            assertThat(browser.get(path).status()).as(path).isEqualTo(200);
        }
        assertThat(browser.get("/camunda/api/admin/auth/user/default")
                        .json()
                        .get("userId")
                        .asText())
                .isEqualTo("admin");

        Answer out = browser.post(
                "/camunda/api/admin/auth/user/default/logout", "", "X-XSRF-TOKEN", browser.cookie("XSRF-TOKEN"));
        assertThat(out.status()).isLessThan(300);
        assertThat(browser.get("/api/requests").status()).isEqualTo(401);
        assertThat(browser.get(WEBAPPS + "/task").status()).isEqualTo(401);
    }

    @Test
    void whoeverComesWithASessionThatCannotBeReadSignsInAgain() {
        Caller browser = signedIn("finance-staff");
        jdbc.sql("update spring_session_attributes set attribute_bytes = ? where attribute_name like 'SPRING%'")
                .param(new byte[] {1})
                .update();
        assertThat(browser.get("/desk").status()).isEqualTo(302);
        assertThat(browser.get("/api/requests").status()).isEqualTo(401);
    }

    @Test
    void strangersHaveNoSession() {
        long before = sessions();
        Caller stranger = anybody();
        for (String path : List.of("/", "/login", "/desk", "/camunda/app/tasklist/default/", "/api/requests")) {
            stranger.get(path, "Accept", "text/html");
        }
        assertThat(stranger.cookie("PRAKATSESSION")).isEmpty();
        assertThat(sessions()).isEqualTo(before);
    }

    @Test
    void whoChangesThePasswordSignsOutEverywhereElse() {
        assertThat(account("changer")).isEqualTo(204);
        try {
            Caller here = signedIn("changer");
            Caller elsewhere = signedIn("changer");
            String token = here.cookie("PRAKAT-CSRF");
            String own =
                    """
                    {"password": "prakat-demo-2", "authenticatedUserPassword": "prakat-demo"}""";
            assertThat(here.put("/engine-rest/user/changer/credentials", own, "X-PRAKAT-CSRF", token)
                            .status())
                    .isEqualTo(204);
            assertThat(elsewhere.get("/api/requests").status()).isEqualTo(401);
            assertThat(here.get("/api/requests").status()).as("signed in").isEqualTo(403);
            String byAnother =
                    """
                    {"password": "prakat-demo-3", "authenticatedUserPassword": "prakat-demo"}""";
            assertThat(as("admin")
                            .put("/engine-rest/user/changer/credentials", byAnother)
                            .status())
                    .isEqualTo(204);
            assertThat(here.get("/api/requests").status()).isEqualTo(401);
        } finally {
            identityService.deleteUser("changer");
        }
    }

    @Test
    void aSessionEndsWithItsAccount() {
        assertThat(account("former")).isEqualTo(204);
        Caller browser = signedIn("former");
        assertThat(as("admin").delete("/engine-rest/user/former").status()).isEqualTo(204);
        assertThat(account("former")).as("made anew").isEqualTo(204);
        assertThat(browser.get("/api/requests").status()).isEqualTo(401);
        Caller another = signedIn("former");
        // In a directory beside the program.
        identityService.deleteUser("former");
        assertThat(another.get("/camunda/app/tasklist/default/").status()).isEqualTo(403);
    }

    private int account(String id) {
        return as("admin")
                .post(
                        "/engine-rest/user/create",
                        "{\"profile\": {\"id\": \"" + id + "\"}, \"credentials\": {\"password\": \"prakat-demo\"}}")
                .status();
    }

    private long sessions() {
        return jdbc.sql("select count(*) from spring_session").query(Long.class).single();
    }

    @Test
    void whileTheProgramIsNotReadyItSaysSoAndWhenToComeBack() {
        AvailabilityChangeEvent.publish(context, ReadinessState.REFUSING_TRAFFIC);
        try {
            for (String path : List.of("/", "/desk", "/api/requests", "/engine-rest/task", WEBAPPS + "/task")) {
                Answer answer = as("admin").get(path, "Accept", "text/html");
                assertThat(answer.status()).as(path).isEqualTo(503);
                assertThat(answer.header("Retry-After")).as(path).isPresent();
                assertThat(answer.text()).as(path).contains("ระบบยังไม่พร้อมให้บริการ");
            }
            assertThat(anybody().get("/", "Accept", "text/html").text()).contains("<html lang=\"th\">");
            assertThat(anybody().get("/api/requests").json().get("status").asInt())
                    .isEqualTo(503);
            assertThat(anybody().get("/assets/prakat.css").status())
                    .as("of that page")
                    .isEqualTo(200);
        } finally {
            AvailabilityChangeEvent.publish(context, ReadinessState.ACCEPTING_TRAFFIC);
        }
        assertThat(anybody().get("/").status()).isEqualTo(200);
    }

    @Test
    void onlyAdministratorsSeeCockpitAndAdmin() {
        Caller browser = signedIn("finance-director");
        assertThat(browser.get("/camunda/app/tasklist/default/").status()).isEqualTo(200);
        for (String path : List.of(
                "/camunda/app/cockpit/default/",
                "/camunda/app/admin/default/",
                "/camunda/api/cockpit/plugin/base/default/process-definition/statistics",
                "/camunda/api/admin/plugin/adminPlugins/static/app/plugin.js")) {
            assertThat(browser.get(path).status()).as(path).isEqualTo(403);
        }
        assertThat(as("finance-director").get("/engine-rest/incident").status()).isEqualTo(403);
        assertThat(as("finance-director")
                        .get("/engine-rest/user/hr-staff/credentials")
                        .status())
                .isEqualTo(403);
        assertThat(as("admin").get("/engine-rest/incident").status()).isEqualTo(200);
    }

    @Test
    void peopleSeeTheirOwnTasksOnly() {
        String id = submit("hr-staff");
        String path = "/engine-rest/task?processInstanceBusinessKey=" + id;
        assertThat(as("hr-director").get(path).json()).hasSize(1);
        for (String other : List.of("hr-staff", "finance-director", "web-officer", "deputy-director")) {
            assertThat(as(other).get(path).json()).as(other).isEmpty();
        }
        assertThat(as("web-officer")
                        .get("/engine-rest/variable-instance")
                        .json()
                        .findValuesAsText("name"))
                .as("of the tasks that are theirs, and not of the instances")
                .allMatch(Set.of("number", "round", "title", "groupName", "escalated")::contains);
        String instance = request(id).get("processInstanceId").asText();
        assertThat(as("finance-staff")
                        .get("/engine-rest/variable-instance?processInstanceIdIn=" + instance)
                        .json())
                .isEmpty();
    }

    @Test
    void tasklistsFirstCallsAreAnswered() {
        String id = submit("hr-staff");
        Caller browser = signedIn("hr-director");
        Answer filters =
                browser.get(WEBAPPS + "/filter?firstResult=0&maxResults=2000&itemCount=false&resourceType=Task");
        assertThat(filters.json()).as(filters.toString()).hasSizeGreaterThanOrEqualTo(4);
        Answer tasks = browser.post(
                WEBAPPS + "/filter/" + filters.json().at("/0/id").asText() + "/list?firstResult=0&maxResults=15",
                "{\"processInstanceBusinessKey\": \"" + id + "\"}",
                "X-XSRF-TOKEN",
                browser.cookie("XSRF-TOKEN"),
                "Accept",
                "application/hal+json");
        assertThat(tasks.text())
                .as("what the task's card shows")
                .contains(number(id), "ประกาศทดสอบ", "กลุ่มบริหารงานบุคคล");
    }

    @Test
    void peopleClaimForThemselvesOnly() {
        String id = submit("hr-staff");
        String task = "/engine-rest/task/" + task(id);
        assertThat(as("hr-director")
                        .post(task + "/claim", "{\"userId\": \"finance-staff\"}")
                        .status())
                .isEqualTo(403);
        assertThat(as("finance-staff").get(task).status())
                .as("a task of another group")
                .isEqualTo(404);
        assertThat(as("hr-director")
                        .post(task + "/claim", "{\"userId\": \"hr-director\"}")
                        .status())
                .isEqualTo(204);
        assertThat(as("hr-director").post(task + "/claim", "{\"userId\": null}").status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/identity-links | {\"userId\": \"finance-director\", \"type\": \"candidate\"}",
                "/assignee       | {\"userId\": \"finance-director\"}"
            })
    void whatAnAdministratorGivesToThoseWhoMayNotDecideIsTakenBack(String call, String given) {
        String task = "/engine-rest/task/" + task(submit("hr-staff"));
        assertThat(as("admin").post(task + call, given).status()).isEqualTo(204);
        assertThat(as("finance-director").get(task).status()).isEqualTo(404);
        assertThat(as("hr-director").get(task).json().get("assignee").isNull()).isTrue();
    }

    @Test
    void whoClaimedATaskCanGiveItBack() {
        String id = submit("hr-staff");
        String task = "/engine-rest/task/" + task(id);
        assertThat(as("hr-director")
                        .post(task + "/claim", "{\"userId\": \"hr-director\"}")
                        .status())
                .isEqualTo(204);
        assertThat(as("finance-director").post(task + "/unclaim", "{}").status())
                .isGreaterThanOrEqualTo(400);
        assertThat(as("hr-director").post(task + "/unclaim", "{}").status()).isEqualTo(204);
        assertThat(taskService
                        .createTaskQuery()
                        .taskId(task(id))
                        .taskUnassigned()
                        .count())
                .isOne();
        ok(certification("hr-director", id, RETURNED));
        assertThat(as("hr-staff")
                        .post("/engine-rest/task/" + task(id) + "/unclaim", "{}")
                        .status())
                .as("nobody else could take it")
                .isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource({
        "/engine-rest/task, dueAfterExpression",
        "/engine-rest/task/count, followUpBeforeExpression",
        "/camunda/api/engine/engine/default/task, assigneeExpression"
    })
    void aTaskQueryRunsNoCode(String path, String member) {
        System.clearProperty(TRACE);
        String attack = "${''.getClass().forName('java.lang.System').getMethod('setProperty', ''.getClass(),"
                + " ''.getClass()).invoke(null, '" + TRACE + "', 'x')}";
        String query = "{\"orQueries\": [{\"%s\": \"%s\"}]}".formatted(member, attack);
        Answer answer = path.startsWith("/engine-rest")
                ? as("finance-staff").post(path, query)
                : tasklist("finance-staff", path, query);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(System.getProperty(TRACE)).as("code was run").isNull();
    }

    @Test
    void noFilterWithCodeIsSavedOrRun() {
        System.clearProperty(TRACE);
        String attack =
                "{\"resourceType\": \"Task\", \"name\": \"x\", \"query\": {\"orQueries\": [{\"dueAfterExpression\":"
                        + " \"${''.getClass().forName('java.lang.System').getMethod('setProperty', ''.getClass(),"
                        + " ''.getClass()).invoke(null, '" + TRACE + "', 'x')}\"}]}}";
        assertThat(as("admin").post("/engine-rest/filter/create", attack).status())
                .isEqualTo(400);
        assertThat(as("admin")
                        .post(
                                "/engine-rest/filter/create",
                                "{\"resourceType\": \"Task\", \"name\": \"x\", \"query\": {\"assigneeExpression\":"
                                        + " \"${execution}\"}}")
                        .status())
                .isEqualTo(400);
        assertThat(as("finance-staff")
                        .post("/engine-rest/filter/create", attack)
                        .status())
                .isEqualTo(403);
        String filter = as("finance-staff")
                .get("/engine-rest/filter")
                .json()
                .at("/0/id")
                .asText();
        assertThat(as("finance-staff")
                        .post(
                                "/engine-rest/filter/" + filter + "/list",
                                "{\"orQueries\": [{\"dueAfterExpression\": \"${''.getClass()}\"}]}")
                        .status())
                .isEqualTo(400);
        assertThat(System.getProperty(TRACE)).isNull();
    }

    @Test
    void whatTasklistsOwnFiltersUseStillWorks() {
        String id = submit("hr-staff");
        Answer plain = as("hr-director")
                .post(
                        "/engine-rest/task",
                        "{\"processInstanceBusinessKey\": \"" + id
                                + "\", \"orQueries\": [{\"taskDefinitionKey\": \"certify\", \"assignee\": \"x\"}]}");
        assertThat(plain.json()).as(plain.toString()).hasSize(1);
        Answer expressions = as("hr-director")
                .post(
                        "/engine-rest/task",
                        "{\"processInstanceBusinessKey\": \"" + id
                                + "\", \"orQueries\": [{\"candidateGroupsExpression\": \"${currentUserGroups()}\","
                                + " \"assigneeExpression\": \"${currentUser()}\","
                                + " \"createdAfterExpression\": \"${now()}\"}]}");
        assertThat(expressions.json()).as(expressions.toString()).hasSize(1);
        Answer saved = as("admin")
                .post(
                        "/engine-rest/filter/create",
                        "{\"resourceType\": \"Task\", \"name\": \"ของฉัน\", \"query\": {\"assigneeExpression\":"
                                + " \"${currentUser()}\"}}");
        assertThat(saved.status()).as(saved.toString()).isEqualTo(200);
        assertThat(as("admin")
                        .get("/engine-rest/filter/" + saved.json().get("id").asText() + "/list")
                        .status())
                .isEqualTo(200);
        assertThat(as("admin")
                        .delete("/engine-rest/filter/" + saved.json().get("id").asText())
                        .status())
                .isEqualTo(204);
    }

    @Test
    void nobodyMakesAFirstAdministrator() {
        String setup = "/camunda/api/admin/setup/default/user/create";
        String body = "{\"profile\": {\"id\": \"intruder\"}, \"credentials\": {\"password\": \"long-enough-1\"}}";
        assertThat(anybody().post(setup, body).status()).isIn(401, 403);
        Caller admin = signedIn("admin");
        assertThat(admin.post(setup, body, "X-XSRF-TOKEN", admin.cookie("XSRF-TOKEN"))
                        .status())
                .isEqualTo(403);
        assertThat(identityService.createUserQuery().userId("intruder").count()).isZero();
    }

    @Test
    void thereIsAlwaysAnAdministrator() {
        for (String path : List.of("/engine-rest/group/camunda-admin/members/admin", "/engine-rest/user/admin")) {
            assertThat(as("admin").delete(path).status()).as(path).isEqualTo(409);
        }
        identityService.createMembership("ict-director", "camunda-admin");
        try {
            assertThat(as("admin")
                            .delete("/engine-rest/group/camunda-admin/members/ict-director")
                            .status())
                    .isEqualTo(204);
        } finally {
            identityService.deleteMembership("ict-director", "camunda-admin");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "finance-director, POST, /process-instance/X/modification",
        "finance-director, POST, /task/create",
        "finance-director, POST, /deployment/create",
        "finance-director, POST, /task/TASK/bpmnError",
        "finance-director, POST, /task/TASK/delegate",
        "finance-director, POST, /task/TASK/resolve",
        "finance-director, POST, /task/TASK/assignee",
        "finance-director, PUT, /task/TASK/variables/requester",
        "finance-director, POST, /message",
        "finance-director, PUT, /user/finance-director/profile",
        "finance-director, PUT, /user/hr-staff/credentials",
        "admin, DELETE, /process-definition/key/publication?cascade=true",
        "admin, PUT, /process-definition/key/publication/suspended",
        "admin, DELETE, /process-instance/INSTANCE?skipCustomListeners=true",
        "admin, DELETE, /history/process-instance/INSTANCE",
        "admin, POST, /process-instance/INSTANCE/modification",
        "admin, POST, /process-definition/key/review/start",
        "admin, POST, /authorization/create",
        "admin, DELETE, /group/web-officers",
        "admin, PUT, /job/JOB/duedate",
        "admin, POST, /deployment/create",
        "admin, POST, /message",
        "admin, POST, /task/TASK/bpmnError",
        "admin, PUT, /task/TASK/variables/requester"
    })
    void thereIsNoWayAroundTheProcedure(String account, String method, String path) {
        String id = submit("finance-staff");
        String instance = request(id).get("processInstanceId").asText();
        String full = "/engine-rest" + path.replace("TASK", task(id)).replace("INSTANCE", instance);
        Answer answer =
                switch (method) {
                    case "PUT" -> as(account).put(full, "{}");
                    case "DELETE" -> as(account).delete(full);
                    default -> as(account).post(full, "{}");
                };
        assertThat(answer.status()).as(answer.toString()).isEqualTo(403);
        assertThat(status(id)).isEqualTo("awaiting-certification");
    }

    @Test
    void triesAreAddedToAJobAndNothingElseOfItIsChanged() {
        String id = published();
        String job = managementService
                .createJobQuery()
                .processInstanceId(request(id).get("processInstanceId").asText())
                .activityId("periodEnds")
                .singleResult()
                .getId();
        String retries = "/engine-rest/job/" + job + "/retries";
        assertThat(as("admin").put(retries, "{\"retries\": 2}").status()).isEqualTo(204);
        for (String body :
                List.of("{\"retries\": 0}", "{}", "{\"retries\": 1, \"dueDate\": \"2099-01-01T00:00:00.000+0700\"}")) {
            assertThat(as("admin").put(retries, body).status()).as(body).isEqualTo(403);
        }
        assertThat(managementService.createJobQuery().jobId(job).singleResult().getRetries())
                .isEqualTo(2);
    }

    @Test
    void anInstanceThatIsPushedOnByHandPublishesNothing() {
        String id = submit("finance-staff");
        String instance = request(id).get("processInstanceId").asText();
        assertThatThrownBy(() -> runtimeService
                        .createProcessInstanceModification(instance)
                        .startBeforeActivity("publish")
                        .execute())
                .hasMessageContaining("not-permitted");
        assertThat(status(id)).isEqualTo("awaiting-certification");
    }

    @Test
    void noInstanceStartsInTheMiddleOrActsForAnothersRequest() {
        String id = submit(
                "finance-staff",
                submission("ข่าวล่วงหน้า")
                        .put(
                                "publishFrom",
                                clock.instant().plus(Duration.ofDays(1)).toString()));
        ok(certification("finance-director", id, CERTIFIED));
        ok(vetting("web-officer", id, PERMITTED));
        String start = "/engine-rest/process-definition/key/publication/start";
        String body = "{\"businessKey\": \"" + id + "\", \"startInstructions\":"
                + " [{\"type\": \"startBeforeActivity\", \"activityId\": \"publish\"}]}";
        assertThat(as("finance-staff-2").post(start, body).status()).isEqualTo(403);
        assertThat(as("admin").post(start, body).status()).isEqualTo(403);
        assertThatThrownBy(() -> runtimeService
                        .createProcessInstanceByKey("publication")
                        .businessKey(id)
                        .startBeforeActivity("publish")
                        .execute())
                .hasMessageContaining("NOT_FOUND");
        String job = managementService
                .createJobQuery()
                .processInstanceId(request(id).get("processInstanceId").asText())
                .singleResult()
                .getId();
        assertThat(as("admin")
                        .post("/engine-rest/job/" + job + "/execute", "{}")
                        .status())
                .as("before its start")
                .isGreaterThanOrEqualTo(400);
        assertThat(status(id)).isEqualTo("scheduled");
    }

    @Test
    void aSessionNeedsItsTokenToChangeAnything() {
        Caller browser = signedIn("finance-staff");
        String body = submission("ข้ามเว็บไซต์").toString();
        assertThat(browser.post("/api/requests", body).status()).isEqualTo(403);
        assertThat(browser.post("/api/requests", body, "X-PRAKAT-CSRF", browser.cookie("PRAKAT-CSRF"))
                        .status())
                .isEqualTo(201);
        assertThat(as("finance-staff")
                        .post("/api/requests", body, "Sec-Fetch-Site", "cross-site")
                        .status())
                .as("credentials that a browser added for another site")
                .isEqualTo(403);
    }

    @Test
    void aStrangersThousandGuessesKeepNoOwnerOut() {
        String from = "X-Forwarded-For";
        String[] wrong = {
            from,
            "203.0.113.9",
            "Authorization",
            "Basic " + Base64.getEncoder().encodeToString("web-officer:wrong".getBytes(StandardCharsets.UTF_8))
        };
        for (int i = 0; i < 1000; i++) {
            anybody().get("/api/requests", wrong);
        }
        Answer tooSoon = anybody().get("/api/requests", wrong);
        assertThat(tooSoon.status()).isEqualTo(429);
        assertThat(tooSoon.header("Retry-After").map(Integer::valueOf).orElseThrow())
                .isPositive();
        assertThat(tooSoon.text()).contains("ใส่รหัสผ่านผิดหลายครั้ง");
        assertThat(as("web-officer").get("/api/requests", from, "203.0.113.10").status())
                .isEqualTo(200);
        assertThat(as("web-officer").get("/api/requests", from, "203.0.113.9").status())
                .as("right, but too soon")
                .isEqualTo(429);
        clock.advance(Duration.ofMinutes(15));
        assertThat(as("web-officer").get("/api/requests", from, "203.0.113.9").status())
                .isEqualTo(200);
    }

    @Test
    void theSignInKeepsTheAccountsNameAndSaysHowLongToWait() {
        Caller browser = anybody();
        browser.get("/login");
        String page = "";
        for (int i = 0; i < 6; i++) {
            Answer answer = browser.form("/login", Map.of("username", "ใครก็ได้ \"><b>", "password", "wrong"));
            page = browser.get(answer.header("Location").orElseThrow().replaceFirst("^https?://[^/]*", ""))
                    .text();
        }
        assertThat(page).contains("value=\"ใครก็ได้ &quot;&gt;&lt;b&gt;\"").containsPattern("กรุณารออีก [1-9]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%zz", "%E0%B8", "a b"})
    void aSignInWhoseCookieSomebodyWroteIsShownAllTheSame(String cookie) {
        assertThat(anybody()
                        .get("/login?error", "Cookie", "PRAKATACCOUNT=" + cookie)
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "0", "1000", "99999999999", "x", "<b>", ""})
    void noStrangerWritesHowLongToWait(String wait) {
        Answer page = anybody().get("/login?error&wait=" + URLEncoder.encode(wait, StandardCharsets.UTF_8));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("ชื่อบัญชีหรือรหัสผ่านไม่ถูกต้อง").doesNotContain("กรุณารออีก");
    }

    @Test
    void onlyAProxyOnThisMachineSpeaksForOthersUnlessTheOfficeNamesAnother(
            @Value("${server.tomcat.remoteip.internal-proxies}") String proxies) {
        assertThat(List.of("127.0.0.1", "::1", "0:0:0:0:0:0:0:1")).allMatch(address -> address.matches(proxies));
        assertThat(List.of("10.0.0.7", "192.168.1.20", "172.16.0.1", "fe80::1"))
                .noneMatch(address -> address.matches(proxies));
    }

    /** More than there are threads. */
    @Test
    @Timeout(60)
    void whoSendsAByteNowAndThenKeepsNobodyWaiting() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 300; i++) {
                String call = List.of(
                                "/login HTTP/1.1\r\nContent-Length: 1000000",
                                "/login HTTP/1.1\r\nContent-Length: 5000",
                                "/api/requests HTTP/1.1\r\nContent-Length: 5000",
                                "/news/x HTTP/1.1\r\nTransfer-Encoding: chunked")
                        .get(i % 4);
                Socket socket = new Socket(program().getHost(), program().getPort());
                slow.add(socket);
                socket.getOutputStream()
                        .write(("POST " + call + "\r\nHost: localhost\r\nX-Forwarded-For: 203.0.113." + i / 2
                                        + "\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n9")
                                .getBytes(StandardCharsets.US_ASCII));
            }
            ScheduledExecutorService nowAndThen = Executors.newSingleThreadScheduledExecutor();
            nowAndThen.scheduleAtFixedRate(() -> slow.forEach(SecurityTest::sendAByte), 1, 1, TimeUnit.SECONDS);
            try {
                assertThat(anybody().get("/").status()).isEqualTo(200);
                assertThat(signedIn("finance-staff").get("/desk").status()).isEqualTo(200);
                submit("finance-staff");
            } finally {
                nowAndThen.shutdownNow();
            }
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    /** As proxies do: what is refused early is answered to its end before the rest is read. */
    @Test
    @Timeout(8)
    void whoStopsSendingWhenTheAnswerBeginsGetsTheWholeOfIt() throws IOException {
        String account =
                Base64.getEncoder().encodeToString("finance-staff:prakat-demo".getBytes(StandardCharsets.US_ASCII));
        try (Socket socket = new Socket(program().getHost(), program().getPort())) {
            socket.getOutputStream()
                    .write(("POST /api/requests HTTP/1.1\r\nHost: localhost\r\nAuthorization: Basic " + account
                                    + "\r\nContent-Type: application/json\r\nContent-Length: 1000000\r\n\r\n"
                                    + "no JSON".repeat(10_000))
                            .getBytes(StandardCharsets.US_ASCII));
            Scanner answer = new Scanner(socket.getInputStream(), StandardCharsets.UTF_8);
            assertThat(answer.findWithinHorizon("HTTP/1.1 400 ", 100)).isNotNull();
            assertThat(answer.findWithinHorizon("}\r\n0\r\n\r\n", 10_000)).isNotNull();
        }
    }

    private static void sendAByte(Socket socket) {
        try {
            socket.getOutputStream().write('9');
        } catch (IOException e) {
            // Cut off.
        }
    }

    @Test
    void whoIsRefusedForAWrongPasswordGetsTheAnswerHoweverMuchTheySent() {
        byte[] much = new byte[5_000_000];
        Answer answer =
                anybody().post("/api/requests", submission("ไม่ได้เข้าสู่ระบบ").toString(), Map.of("a.txt", much));
        assertThat(answer.status()).isEqualTo(401);
    }

    @Test
    void aShortPasswordIsRefused() {
        Answer answer = as("admin")
                .post(
                        "/engine-rest/user/create",
                        """
                        {"profile": {"id": "short"}, "credentials": {"password": "a"}}""");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(identityService.createUserQuery().userId("short").count()).isZero();
    }

    @Test
    void anAttachmentCannotRunAsAPage() {
        Map<String, byte[]> html = Map.of("ข่าว.pdf", "<!doctype html><script>alert(1)</script>".getBytes());
        Answer refused =
                as("finance-staff").post("/api/requests", submission("หน้าเว็บ").toString(), html);
        assertThat(refused.status()).as(refused.toString()).isEqualTo(415);

        Answer made = as("finance-staff")
                .post(
                        "/api/requests",
                        submission("ข้อความ").toString(),
                        Map.of("page.html", "ข้อความ <script>alert(1)</script>".getBytes(StandardCharsets.UTF_8)));
        Answer file =
                as("finance-staff").get("/api/requests/" + made.json().get("id").asText() + "/attachments/1");
        assertThat(file.header("Content-Type").orElseThrow()).isEqualTo("text/plain;charset=UTF-8");
        assertThat(file.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(file.header("Content-Security-Policy").orElseThrow()).contains("sandbox");
        assertThat(file.header("Content-Disposition").orElseThrow()).contains("page.html.txt");
    }

    @Test
    void aPdfIsShownInPlaceAndNothingElseIs() {
        byte[] pdf = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n".getBytes();
        Answer made = as("finance-staff")
                .post("/api/requests", submission("เอกสารแนบ").toString(), Map.of("ประกาศ.pdf", pdf));
        String request = "/api/requests/" + made.json().get("id").asText();

        Answer file = signedIn("finance-director").get(request + "/attachments/1");
        assertThat(file.header("Content-Type")).contains("application/pdf");
        assertThat(file.header("Content-Disposition").orElseThrow()).startsWith("inline");
        assertThat(file.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(file.header("X-Frame-Options")).contains("SAMEORIGIN");
        assertThat(file.header("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "frame-ancestors 'self'")
                .as("no browser shows a PDF in a sandbox")
                .doesNotContain("sandbox");
        assertThat(signedIn("finance-director")
                        .get("/camunda/app/tasklist/default/")
                        .header("Content-Security-Policy")
                        .orElseThrow())
                .as("nor in the page around it")
                .contains("default-src 'self'", "object-src 'none'")
                .doesNotContain("sandbox");
        assertThat(anybody().get(request + "/attachments/1").status()).isEqualTo(401);
        assertThat(as("hr-director").get(request + "/attachments/1").status()).isEqualTo(404);
    }

    @Test
    void aBodyIsCutDownToWhatIsHarmless() {
        String id = submit(
                "finance-staff",
                submission("เนื้อหา")
                        .put(
                                "body",
                                "<h2 onclick=\"x()\">หัวข้อ</h2><script>x()</script><img src=x onerror=x()>"
                                        + "<a href=\"javascript:x()\">ก</a><p style=\"position:fixed\">ข</p>"));
        assertThat(request(id).get("body").asText())
                .contains("<h2>หัวข้อ</h2>", "<p>ข</p>")
                .doesNotContain("script", "onclick", "onerror", "img", "style");
    }

    private Answer tasklist(String account, String path, String body) {
        Caller browser = signedIn(account);
        browser.get("/camunda/app/tasklist/default/");
        return browser.post(path, body, "X-XSRF-TOKEN", browser.cookie("XSRF-TOKEN"));
    }
}
