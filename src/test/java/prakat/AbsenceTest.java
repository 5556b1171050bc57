package prakat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import prakat.organisation.OrganisationChanged;

/** Acting directors, and people who become something else while tasks are open. */
class AbsenceTest extends ProgramTest {

    private static final String FINANCE = "/api/groups/finance/acting-directors";

    @Autowired
    private ApplicationEventPublisher events;

    private final List<String> appointments = new ArrayList<>();

    @AfterEach
    void nobodyActsAnyMore() {
        backToNow();
        appointments.forEach(appointment -> as("admin").delete(appointment));
    }

    @Test
    @Tag("database")
    void whoActsSeesAndDecidesTheGroupsOpenTasksInThatTimeOnly() {
        String open = submit("finance-staff");
        String later = submit("finance-staff");
        assertThat(as("hr-director").get("/api/requests/" + open).status()).isEqualTo(404);
        assertThat(tasks("hr-director", open)).isEmpty();
        Caller browser = signedIn("hr-director");
        assertThat(tasksInTasklist(browser, open)).isEmpty();

        appoint("finance-director", "hr-director", null, clock.instant().plus(Duration.ofDays(2)));

        assertThat(as("hr-director").get("/api/requests/" + open).status()).isEqualTo(200);
        assertThat(as("hr-director")
                        .get("/api/requests?group=finance")
                        .json()
                        .get("total")
                        .asInt())
                .isPositive();
        assertThat(tasks("hr-director", open)).hasSize(1);
        assertThat(tasksInTasklist(browser, open))
                .as("in the session that was open before")
                .hasSize(1);
        ok(certification("hr-director", open, CERTIFIED));
        JsonNode certification = as("web-officer")
                .get("/api/requests/" + open + "/history")
                .json()
                .get(1);
        assertThat(certification.get("by").asText()).isEqualTo("hr-director");
        assertThat(certification.get("capacity").asText()).isEqualTo("acting-director");
        assertThat(as("hr-director")
                        .post(
                                "/api/requests",
                                submission("ข้ามกลุ่ม").put("group", "finance").toString())
                        .status())
                .as("acting for a director is not working in the group")
                .isEqualTo(400);

        clock.advance(Duration.ofDays(2));
        assertThat(as("hr-director").get("/api/requests/" + later).status()).isEqualTo(404);
        assertThat(certification("hr-director", later, CERTIFIED).status()).isEqualTo(404);
        assertThat(tasks("hr-director", later)).isEmpty();
        assertThat(tasksInTasklist(browser, later)).isEmpty();
        assertThat(tasks("finance-director", later)).hasSize(1);
    }

    @Test
    void whoActsFindsTheTasksAtTheDeskBesideTheirOwn() {
        String others = submit("finance-staff");
        String own = submit("hr-staff");
        Caller browser = signedIn("hr-director");
        assertThat(browser.get("/desk/requests/" + others + "/decide").status()).isEqualTo(404);
        int before = openAtDesk(browser);

        appoint("finance-director", "hr-director", null, clock.instant().plus(Duration.ofDays(2)));

        assertThat(openAtDesk(browser)).isGreaterThan(before);
        for (String id : List.of(others, own)) {
            assertThat(browser.get("/desk/requests/" + id + "/decide").status()).isEqualTo(200);
            assertThat(as("hr-director")
                            .post("/engine-rest/task/" + task(id) + "/claim", "{\"userId\": \"hr-director\"}")
                            .status())
                    .isEqualTo(204);
            assertThat(browser.get("/desk/requests/" + id + "/decide").status())
                    .as("taken")
                    .isEqualTo(200);
        }
        String taken = submit("finance-staff");
        assertThat(as("finance-director")
                        .post("/engine-rest/task/" + task(taken) + "/claim", "{\"userId\": \"finance-director\"}")
                        .status())
                .isEqualTo(204);
        assertThat(browser.get("/desk/requests/" + taken + "/decide").status())
                .as("taken by another")
                .isEqualTo(200);
    }

    /** How many tasks wait for the reader of the desk, of which it lists the oldest fifty. */
    private static int openAtDesk(Caller browser) {
        String heading =
                Jsoup.parse(browser.get("/desk").text()).select("#tasks").text();
        return Integer.parseInt(heading.replaceAll("\\D", ""));
    }

    @Test
    void anAppointmentToComeCountsFromItsBeginning() {
        String id = submit("finance-staff");
        appoint(
                "admin",
                "hr-director",
                clock.instant().plus(Duration.ofDays(1)),
                clock.instant().plus(Duration.ofDays(3)));

        assertThat(as("hr-director").get("/api/requests/" + id).status()).isEqualTo(404);
        assertThat(as("finance-director").get(FINANCE).json().at("/0/user").asText())
                .isEqualTo("hr-director");
        clock.advance(Duration.ofDays(1));
        assertThat(tasks("hr-director", id)).hasSize(1);
        ok(certification("hr-director", id, RETURNED));
    }

    @Test
    void anAppointmentCanBeEndedBeforeItsTime() {
        String id = submit("finance-staff");
        String appointment =
                appoint("finance-director", "hr-director", null, clock.instant().plus(Duration.ofDays(2)));
        ok(as("hr-director").get("/api/requests/" + id));

        assertThat(as("hr-director").delete(appointment).status()).isEqualTo(403);
        assertThat(as("finance-director").delete(appointment).status()).isEqualTo(204);

        assertThat(as("hr-director").get("/api/requests/" + id).status()).isEqualTo(404);
        assertThat(as("finance-director").get(FINANCE).json()).isEmpty();
        assertThat(as("finance-director").delete(appointment).status()).isEqualTo(409);
        assertThat(as("finance-director").delete(FINANCE + "/no-such").status()).isEqualTo(404);
    }

    @Test
    void onlyItsDirectorAndTheAdministratorAppoint() {
        String body = body(
                "hr-director", null, clock.instant().plus(Duration.ofDays(2)).toString());
        for (String account : List.of("finance-staff", "hr-director", "web-officer", "deputy-director")) {
            assertThat(as(account).post(FINANCE, body).status()).as(account).isEqualTo(403);
            assertThat(as(account).get(FINANCE).status()).as(account).isEqualTo(403);
        }
        assertThat(as("admin")
                        .post("/api/groups/no-such/acting-directors", body)
                        .status())
                .isEqualTo(404);
        assertThat(anybody().get(FINANCE).status()).isEqualTo(401);
        appoint("finance-director", "hr-director", null, clock.instant().plus(Duration.ofDays(2)));
        assertThat(as("hr-director")
                        .post(FINANCE, body("hr-staff", null, "2030-01-01"))
                        .status())
                .as("who acts appoints nobody")
                .isEqualTo(403);
    }

    @Test
    void whatIsWrongWithAnAppointmentIsSaid() {
        String inTime = clock.instant().plus(Duration.ofDays(2)).toString();
        assertThat(fault("no-such-account", null, inTime)).isEqualTo("user");
        assertThat(fault(null, null, inTime)).isEqualTo("user");
        assertThat(fault("finance-director", null, inTime)).isEqualTo("user");
        assertThat(fault("hr-director", null, null)).isEqualTo("until");
        assertThat(fault("hr-director", null, "2020-01-01")).isEqualTo("until");
        assertThat(fault("hr-director", inTime, inTime)).isEqualTo("until");
        assertThat(fault("hr-director", "เมื่อวาน", inTime)).isEqualTo("from");
        assertThat(fault("hr-director", "2020-01-01", inTime)).as("backdated").isEqualTo("from");
        assertThat(fault("hr-director", null, "2200-01-01"))
                .as("centuries away")
                .isEqualTo("until");
        appoint("finance-director", "hr-director", null, Instant.parse(inTime));
        assertThat(fault("hr-director", null, inTime)).isEqualTo("user");
        assertThat(as("finance-director").get(FINANCE).json()).hasSize(1);
    }

    @Test
    void aDirectorsOwnRequestGoesToWhoActsInsteadOfTheDeputy() {
        String id = submit("finance-director");
        assertThat(tasks("deputy-director", id)).hasSize(1);

        String appointment =
                appoint("finance-director", "hr-director", null, clock.instant().plus(Duration.ofDays(2)));
        assertThat(tasks("hr-director", id)).hasSize(1);
        assertThat(tasks("deputy-director", id)).isEmpty();
        assertThat(request(id).at("/currentStep/candidates/0").asText()).isEqualTo("hr-director");
        assertThat(certification("deputy-director", id, CERTIFIED).status()).isEqualTo(403);
        claim("hr-director", id);

        assertThat(as("finance-director").delete(appointment).status()).isEqualTo(204);
        assertThat(tasks("hr-director", id)).as("also what they had claimed").isEmpty();
        assertThat(tasks("deputy-director", id)).hasSize(1);
        ok(certification("deputy-director", id, CERTIFIED));
    }

    @Test
    void openTasksFollowThoseWhoBecomeDirectors() {
        String id = submit("finance-director");
        String member = "/engine-rest/group/finance-directors/members/finance-staff-2";
        assertThat(as("admin").put(member, "{}").status()).isEqualTo(204);
        try {
            assertThat(tasks("finance-staff-2", id)).hasSize(1);
            assertThat(tasks("deputy-director", id)).isEmpty();
        } finally {
            assertThat(as("admin").delete(member).status()).isEqualTo(204);
        }
        assertThat(tasks("finance-staff-2", id)).isEmpty();
        assertThat(tasks("deputy-director", id)).hasSize(1);
    }

    @Test
    @Tag("database")
    void aTaskThatCannotBeOfferedAnewKeepsNoOtherWaitingAndIsTriedAgain() {
        List<String> requests = Stream.of(submit("finance-director"), submit("finance-director"))
                .sorted(Comparator.comparing(this::task))
                .toList();
        String failing = requests.get(0);
        String other = requests.get(1);
        String member = "/engine-rest/group/finance-directors/members/finance-staff-2";
        jdbc.sql("alter table act_ru_identitylink add constraint not_this check (task_id_ <> '" + task(failing) + "') "
                        + (onPostgres() ? "not valid" : "nocheck"))
                .update();
        try {
            assertThat(as("admin").put(member, "{}").status()).isEqualTo(204);
            assertThat(tasks("finance-staff-2", other)).hasSize(1);
            assertThat(tasks("finance-staff-2", failing)).isEmpty();
            jdbc.sql("alter table act_ru_identitylink drop constraint not_this").update();
            aMinuteLater();
            assertThat(tasks("finance-staff-2", failing)).hasSize(1);
            assertThat(tasks("deputy-director", failing)).isEmpty();
        } finally {
            jdbc.sql("alter table act_ru_identitylink drop constraint if exists not_this")
                    .update();
            as("admin").delete(member);
        }
    }

    @Test
    @Tag("database")
    void aChangeThatCouldNotBeFollowedForMinutesIsFollowedInTheEnd() {
        String id = submit("finance-director");
        String member = "/engine-rest/group/finance-directors/members/finance-staff-2";
        jdbc.sql("insert into act_id_membership (user_id_, group_id_) values ('finance-staff-2', 'finance-directors')")
                .update();
        try {
            jdbc.sql("alter table act_ru_task rename to away").update();
            try {
                for (int minute = 0; minute < 3; minute++) {
                    assertThatThrownBy(this::aMinuteLater).isInstanceOf(RuntimeException.class);
                }
            } finally {
                jdbc.sql("alter table away rename to act_ru_task").update();
            }
            aMinuteLater();
            assertThat(tasks("finance-staff-2", id)).hasSize(1);
        } finally {
            as("admin").delete(member);
        }
    }

    private void aMinuteLater() {
        events.publishEvent(new OrganisationChanged());
    }

    @Test
    @Tag("database")
    void whoCertifiedARoundForADirectorDoesNotVetIt() {
        appoint("finance-director", "web-officer", null, clock.instant().plus(Duration.ofDays(2)));
        String id = submit("finance-staff");
        ok(certification("web-officer", id, CERTIFIED));

        assertThat(tasks("web-officer", id)).isEmpty();
        assertThat(vetting("web-officer", id, PERMITTED).status()).isEqualTo(403);
        assertThat(as("admin")
                        .post("/engine-rest/task/" + task(id) + "/assignee", "{\"userId\": \"web-officer\"}")
                        .status())
                .isEqualTo(204);
        assertThat(as("web-officer")
                        .post("/engine-rest/task/" + task(id) + "/complete", "{}")
                        .status())
                .isIn(403, 404);
        assertThat(signedIn("web-officer")
                        .get("/desk/requests/" + id + "/decide")
                        .status())
                .as("back to the request")
                .isEqualTo(302);
        assertThat(tasks("web-officer-2", id)).hasSize(1);
        ok(vetting("web-officer-2", id, REFUSED));

        ok(as("finance-staff")
                .post(
                        "/api/requests/" + id + "/revisions",
                        submission("อีกครั้ง").toString()));
        ok(certification("finance-director", id, CERTIFIED));
        assertThat(tasks("web-officer", id)).as("of another round").hasSize(1);
        ok(vetting("web-officer", id, PERMITTED));

        extend("finance-staff", id);
        String extension = "/api/requests/" + id + "/extension";
        ok(as("web-officer").post(extension + "/certification", CERTIFIED));
        assertThat(as("web-officer").post(extension + "/vetting", PERMITTED).status())
                .isEqualTo(403);
        ok(as("web-officer-2").post(extension + "/vetting", PERMITTED));
    }

    @Test
    @Tag("database")
    void whereTheOnlyOfficerLeftCertifiedTheirDirectorVets() {
        String member = "/engine-rest/group/web-officers/members/web-officer-2";
        assertThat(as("admin").delete(member).status()).isEqualTo(204);
        try {
            appoint("finance-director", "web-officer", null, clock.instant().plus(Duration.ofDays(2)));
            String id = submit("finance-staff");
            ok(certification("web-officer", id, CERTIFIED));
            assertThat(tasks("ict-director", id)).hasSize(1);
            ok(as("ict-director").get("/api/requests/" + id));
            ok(vetting("ict-director", id, PERMITTED));
        } finally {
            as("admin").put(member, "{}");
        }
    }

    @Test
    void theDeputyDirectorsCertifyForAGroupWithoutDirector() {
        String member = "/engine-rest/group/hr-directors/members/hr-director";
        assertThat(as("admin").delete(member).status()).isEqualTo(204);
        try {
            String id = submit("hr-staff");
            assertThat(tasks("deputy-director", id)).hasSize(1);
            assertThat(certification("finance-director", id, CERTIFIED).status())
                    .isEqualTo(404);
            ok(certification("deputy-director", id, CERTIFIED));
        } finally {
            as("admin").put(member, "{}");
        }
    }

    @Test
    @Tag("database")
    void whoStandsInForTheOnlyWebOfficerFindsTheirRequests() {
        String member = "/engine-rest/group/web-officers/members/";
        assertThat(as("admin").delete(member + "web-officer-2").status()).isEqualTo(204);
        assertThat(as("admin")
                        .put("/engine-rest/group/hr/members/web-officer", "{}")
                        .status())
                .isEqualTo(204);
        try {
            String id = submit("web-officer", submission("ของเจ้าหน้าที่เว็บ").put("group", "hr"));
            ok(certification("hr-director", id, CERTIFIED));
            assertThat(tasks("ict-director", id)).hasSize(1);
            assertThat(foundBy("ict-director", "awaiting-vetting")).contains(id);
            ok(vetting("ict-director", id, PERMITTED));
            assertThat(foundBy("ict-director", "published")).as("nothing to do").doesNotContain(id);

            String extension = "/api/requests/" + id + "/extension";
            extend("web-officer", id);
            assertThat(foundBy("ict-director", "published"))
                    .as("the director's")
                    .doesNotContain(id);
            ok(as("hr-director").post(extension + "/certification", CERTIFIED));
            assertThat(foundBy("ict-director", "published")).as("an extension").contains(id);
            assertThat(foundBy("ict-staff", "published")).doesNotContain(id);
            ok(as("ict-director").post(extension + "/vetting", PERMITTED));
            assertThat(foundBy("ict-director", "published")).doesNotContain(id);

            clock.advance(Duration.ofDays(180));
            fire(id, "reviewDue");
            assertThat(foundBy("ict-director", "published")).as("a review").contains(id);
            assertThat(signedIn("ict-director").get("/desk?group=hr").text()).contains(id);
            ok(as("ict-director").post("/api/requests/" + id + "/review", "{\"outcome\": \"confirmed\"}"));
            assertThat(foundBy("ict-director", "published")).doesNotContain(id);
        } finally {
            as("admin").put(member + "web-officer-2", "{}");
            as("admin").delete("/engine-rest/group/hr/members/web-officer");
        }
    }

    private void extend(String owner, String id) {
        ok(as(owner)
                .post(
                        "/api/requests/" + id + "/extension",
                        JSON.createObjectNode()
                                .put(
                                        "publishUntil",
                                        clock.instant()
                                                .plus(Duration.ofDays(500))
                                                .toString())
                                .put("reason", "ประชาชนยังใช้ข้อมูลนี้อยู่")
                                .toString()));
    }

    /** Ids of the requests of {@code hr} in that status that the account finds in the list. */
    private List<String> foundBy(String account, String status) {
        List<String> ids = new ArrayList<>();
        for (JsonNode item : as(account)
                .get("/api/requests?group=hr&size=100&status=" + status)
                .json()
                .get("items")) {
            ids.add(item.get("id").asText());
        }
        return ids;
    }

    private String appoint(String by, String user, Instant from, Instant until) {
        Answer answer = as(by).post(FINANCE, body(user, from == null ? null : from.toString(), until.toString()));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        String location = answer.header("Location").orElseThrow();
        String path = location.substring(location.indexOf("/api/"));
        appointments.add(path);
        assertThat(answer.json().get("user").asText()).isEqualTo(user);
        assertThat(answer.json().get("appointedBy").asText()).isEqualTo(by);
        assertThat(path).endsWith(answer.json().get("id").asText());
        return path;
    }

    private String fault(String user, String from, String until) {
        Answer answer = as("finance-director").post(FINANCE, body(user, from, until));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.json().get("errors")).hasSize(1);
        return answer.json().at("/errors/0/field").asText();
    }

    private static String body(String user, String from, String until) {
        return JSON.createObjectNode()
                .put("user", user)
                .put("from", from)
                .put("until", until)
                .toString();
    }

    private void claim(String account, String id) {
        Answer answer =
                as(account).post("/engine-rest/task/" + task(id) + "/claim", "{\"userId\": \"" + account + "\"}");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(204);
    }

    private JsonNode tasks(String account, String id) {
        return as(account)
                .get("/engine-rest/task?processInstanceBusinessKey=" + id)
                .json();
    }

    private static JsonNode tasksInTasklist(Caller browser, String id) {
        return browser.get("/camunda/api/engine/engine/default/task?processInstanceBusinessKey=" + id)
                .json();
    }
}
