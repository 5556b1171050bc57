package prakat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An owner has left the group: its director gives what they left behind to somebody else. */
class ReassignmentTest extends ProgramTest {

    private static final String REASON = "เจ้าของเรื่องย้ายไปปฏิบัติงานที่กลุ่มอื่น";

    private final Deque<Runnable> afterwards = new ArrayDeque<>();

    @AfterEach
    void asItWas() {
        afterwards.forEach(Runnable::run);
    }

    @Test
    void inEveryStateThatIsNotAnEnd() {
        String awaitsCertification = submit("finance-staff");
        String awaitsVetting = certified();
        String returned = submit("finance-staff");
        ok(certification("finance-director", returned, RETURNED));
        Instant start = clock.instant().plus(Duration.ofDays(1));
        String scheduled = submit("finance-staff", submission("เร็ว ๆ นี้").put("publishFrom", start.toString()));
        ok(certification("finance-director", scheduled, CERTIFIED));
        ok(vetting("web-officer", scheduled, PERMITTED));
        String published = published();
        ok(extend("finance-staff", published));
        String cancelled = submit("finance-staff");
        ok(as("finance-staff").post("/api/requests/" + cancelled + "/cancellation", "{}"));
        leaves("finance", "finance-staff");

        for (String id : List.of(awaitsCertification, awaitsVetting, returned, scheduled, published)) {
            String before = status(id);
            Answer answer = reassign("finance-director", id, "finance-staff-2", REASON);
            ok(answer);
            assertThat(answer.json().at("/requester/id").asText()).isEqualTo("finance-staff-2");
            assertThat(status(id)).isEqualTo(before);
            JsonNode record = as("finance-staff-2")
                    .get("/api/requests/" + id + "/history")
                    .json();
            JsonNode last = record.get(record.size() - 1);
            assertThat(last.get("event").asText()).isEqualTo("reassigned");
            assertThat(last.get("by").asText()).isEqualTo("finance-director");
            assertThat(last.get("capacity").asText()).isEqualTo("group-director");
            assertThat(last.get("reason").asText()).isEqualTo(REASON);
            assertThat(last.get("subject").asText()).isEqualTo("finance-staff-2");
            assertThat(runtimeService
                            .createVariableInstanceQuery()
                            .variableName("requester")
                            .processInstanceIdIn(instances(id))
                            .list())
                    .isNotEmpty()
                    .allMatch(variable -> variable.getValue().equals("finance-staff-2"));
        }
        assertThat(reassign("finance-director", cancelled, "finance-staff-2", REASON)
                        .status())
                .isEqualTo(409);

        assertThat(as("finance-staff").get("/api/requests/" + returned).status())
                .as("who has left sees it no more")
                .isEqualTo(404);
        assertThat(tasks("finance-staff", returned)).isEmpty();
        assertThat(tasks("finance-staff-2", returned)).hasSize(1);
        String next = submission("ฉบับแก้ไขของเจ้าของใหม่").toString();
        assertThat(as("finance-staff")
                        .post("/api/requests/" + returned + "/revisions", next)
                        .status())
                .isEqualTo(404);
        ok(as("finance-staff-2").post("/api/requests/" + returned + "/revisions", next));
        ok(as("finance-staff-2").post("/api/requests/" + awaitsCertification + "/cancellation", "{}"));
        ok(as("finance-director").post("/api/requests/" + published + "/extension/certification", CERTIFIED));
        ok(as("web-officer").post("/api/requests/" + published + "/extension/vetting", PERMITTED));
        assertThat(as("finance-staff-2")
                        .post("/api/requests/" + published + "/updates", next)
                        .status())
                .isEqualTo(201);
    }

    @Test
    void anAccountMadeAnewUnderADeletedOnesIdInheritsNothing() {
        String account = "passing" + Given.unique();
        makeMember(account);
        Answer submitted =
                as(account).post("/api/requests", submission("ของคนก่อน").toString(), "Idempotency-Key", "same-key");
        String id = submitted.json().get("id").asText();
        ok(certification("finance-director", id, Given.RETURNED));
        String published = submit(account);
        ok(certification("finance-director", published, CERTIFIED));
        ok(vetting("web-officer", published, PERMITTED));
        String draft = signedIn(account).get("/desk/new").header("Location").orElse("");
        String task = task(id);
        assertThat(as(account).get("/engine-rest/task/" + task).status()).isEqualTo(200);
        assertThat(as("admin").delete("/engine-rest/user/" + account).status()).isEqualTo(204);

        makeMember(account);
        assertThat(as("admin")
                        .delete("/engine-rest/group/finance/members/" + account)
                        .status())
                .isEqualTo(204);

        assertThat(as(account).get("/api/requests/" + id).status()).isEqualTo(404);
        assertThat(as("admin")
                        .put("/engine-rest/group/finance/members/" + account, "{}")
                        .status())
                .isEqualTo(204);
        assertThat(as(account)
                        .get("/api/requests?mine=true")
                        .json()
                        .get("total")
                        .asInt())
                .isZero();
        assertThat(as(account)
                        .post("/api/requests/" + id + "/cancellation", "{}")
                        .status())
                .isEqualTo(403);
        assertThat(as(account)
                        .post("/api/requests/" + published + "/extension", "{}")
                        .status())
                .isEqualTo(403);
        assertThat(tasks(account, id)).isEmpty();
        assertThat(as(account).get("/engine-rest/task/" + task).status()).isNotEqualTo(200);
        if (!draft.isEmpty()) {
            assertThat(signedIn(account).get(draft).status()).isEqualTo(404);
        }
        String anothers = as(account)
                .post("/api/requests", submission("ของคนใหม่").toString(), "Idempotency-Key", "same-key")
                .json()
                .get("id")
                .asText();
        assertThat(anothers).isNotEqualTo(id);
        assertThat(request(anothers).at("/requester/id").asText()).isEqualTo(account);
        assertThat(as("web-officer")
                        .get("/api/requests/" + id + "/history")
                        .json()
                        .at("/0/by")
                        .asText())
                .as("the record stays")
                .isEqualTo(account);
        ok(reassign("finance-director", id, "finance-staff-2", REASON));
        ok(as("finance-staff-2").post("/api/requests/" + id + "/cancellation", "{}"));

        assertThat(as("admin").delete("/engine-rest/user/" + account).status()).isEqualTo(204);
    }

    private void makeMember(String account) {
        String creation =
                """
                {"profile": {"id": "%s", "firstName": "เจ้าหน้าที่", "lastName": ""},
                 "credentials": {"password": "prakat-demo"}}""";
        assertThat(as("admin")
                        .post("/engine-rest/user/create", creation.formatted(account))
                        .status())
                .isEqualTo(204);
        assertThat(as("admin")
                        .put("/engine-rest/group/finance/members/" + account, "{}")
                        .status())
                .isEqualTo(204);
    }

    @Test
    void whoMayWhenAndToWhom() {
        String id = submit("finance-staff");
        assertThat(reassign("finance-director", id, "finance-staff-2", REASON).status())
                .as("the owner is still there")
                .isEqualTo(409);
        assertThat(reassign("finance-staff-2", id, "finance-staff-2", REASON).status())
                .isEqualTo(403);
        assertThat(reassign("admin", id, "finance-staff-2", REASON).status()).isEqualTo(403);
        assertThat(reassign("hr-director", id, "hr-staff", REASON).status()).isEqualTo(404);
        leaves("finance", "finance-staff");

        assertThat(reassign("deputy-director", id, "finance-staff-2", REASON).status())
                .isEqualTo(403);
        for (String nobody : List.of("hr-staff", "no-such-account", "finance-staff", "")) {
            Answer answer = reassign("finance-director", id, nobody, REASON);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo("user");
        }
        assertThat(reassign("finance-director", id, "finance-staff-2", "สั้น")
                        .json()
                        .at("/errors/0/field")
                        .asText())
                .isEqualTo("reason");
        assertThat(events(id)).containsExactly("submitted");

        leaves("finance-directors", "finance-director");
        Answer byAdministrator = reassign("admin", id, "finance-staff-2", REASON);
        ok(byAdministrator);
        JsonNode record = as("admin").get("/api/requests/" + id + "/history").json();
        assertThat(record.get(1).get("capacity").asText()).isEqualTo("administrator");
    }

    @Test
    void whereTheOwnersAccountIsGone() {
        String account =
                """
                {"profile": {"id": "leaver", "firstName": "เจ้าหน้าที่", "lastName": "ลาออก"},
                 "credentials": {"password": "prakat-demo"}}""";
        assertThat(as("admin").post("/engine-rest/user/create", account).status())
                .isEqualTo(204);
        joins("finance", "leaver");
        String id = submit("leaver");
        ok(certification("finance-director", id, RETURNED));
        assertThat(as("admin").delete("/engine-rest/user/leaver").status()).isEqualTo(204);

        ok(reassign("finance-director", id, "finance-staff", REASON));
        ok(as("finance-staff")
                .post(
                        "/api/requests/" + id + "/revisions",
                        submission("ฉบับแก้ไข").toString()));
    }

    @Test
    void nobodyDecidesOnWhatTheyProposedThoughItIsAnothersNow() {
        String id = submit("finance-staff");
        String onWebsite = published();
        ok(extend("finance-staff", onWebsite));
        leaves("finance", "finance-staff");
        joins("web-officers", "finance-staff");
        ok(reassign("finance-director", id, "finance-staff-2", REASON));
        ok(reassign("finance-director", onWebsite, "finance-staff-2", REASON));
        joins("finance-directors", "finance-staff-2");

        assertThat(certification("finance-staff-2", id, CERTIFIED).status())
                .as("its owner now")
                .isEqualTo(403);
        assertThat(tasks("finance-staff-2", id)).isEmpty();
        ok(certification("finance-director", id, CERTIFIED));
        ok(as("finance-director").post("/api/requests/" + onWebsite + "/extension/certification", CERTIFIED));

        assertThat(vetting("finance-staff", id, PERMITTED).status())
                .as("who proposed it")
                .isEqualTo(403);
        assertThat(as("finance-staff")
                        .post("/api/requests/" + onWebsite + "/extension/vetting", PERMITTED)
                        .status())
                .isEqualTo(403);
        assertThat(tasks("finance-staff", id)).isEmpty();
        assertThat(as("finance-staff")
                        .post(
                                "/engine-rest/task/" + task(id) + "/complete",
                                """
                                {"variables": {"outcome": {"value": "refused"}, "reasonCode": {"value": "other"},
                                 "reason": {"value": "ไม่ได้ระบุที่มาของข้อมูล"}}}""")
                        .status())
                .isBetween(400, 499);
        assertThat(status(id)).isEqualTo("awaiting-vetting");
        assertThat(request(id).at("/currentStep/candidates").toString())
                .contains("web-officer-2")
                .doesNotContain("finance-staff");
        assertThat(tasks("web-officer", id)).hasSize(1);

        ok(vetting("web-officer", id, REFUSED));
        ok(as("finance-staff-2")
                .post(
                        "/api/requests/" + id + "/revisions",
                        submission("ของเจ้าของใหม่").toString()));
        ok(certification("finance-director", id, CERTIFIED));
        assertThat(tasks("finance-staff", id))
                .as("a version in which they had no part")
                .hasSize(1);
        ok(vetting("finance-staff", id, PERMITTED));
    }

    @Test
    void anOfferThatIsOpenFollowsTheNewOwner() {
        String id = certified();
        joins("web-officers", "finance-staff-2");
        assertThat(tasks("finance-staff-2", id)).hasSize(1);
        leaves("finance", "finance-staff");

        ok(reassign("finance-director", id, "finance-staff-2", REASON));

        assertThat(tasks("finance-staff-2", id)).isEmpty();
        assertThat(vetting("finance-staff-2", id, PERMITTED).status()).isEqualTo(403);
        ok(vetting("web-officer", id, PERMITTED));
    }

    private Answer reassign(String by, String id, String user, String reason) {
        return as(by).post(
                        "/api/requests/" + id + "/owner",
                        JSON.createObjectNode()
                                .put("user", user)
                                .put("reason", reason)
                                .toString());
    }

    private Answer extend(String owner, String id) {
        Instant until = clock.instant().plus(Duration.ofDays(60));
        return as(owner)
                .post(
                        "/api/requests/" + id + "/extension",
                        "{\"publishUntil\": \"" + until + "\", \"reason\": \"ประชาชนยังใช้ข้อมูลนี้อยู่\"}");
    }

    private void leaves(String group, String account) {
        String member = "/engine-rest/group/" + group + "/members/" + account;
        assertThat(as("admin").delete(member).status()).isEqualTo(204);
        afterwards.push(() -> as("admin").put(member, "{}"));
    }

    private void joins(String group, String account) {
        String member = "/engine-rest/group/" + group + "/members/" + account;
        assertThat(as("admin").put(member, "{}").status()).isEqualTo(204);
        afterwards.push(() -> as("admin").delete(member));
    }

    private JsonNode tasks(String account, String id) {
        return as(account)
                .get("/engine-rest/task?processInstanceBusinessKey=" + id)
                .json();
    }

    /** Its instance and, where one is called, its extension's. */
    private String[] instances(String id) {
        return runtimeService.createProcessInstanceQuery().processInstanceBusinessKey(id).list().stream()
                .map(org.camunda.bpm.engine.runtime.ProcessInstance::getId)
                .toArray(String[]::new);
    }
}
