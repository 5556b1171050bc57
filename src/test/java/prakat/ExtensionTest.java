package prakat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.processInstanceQuery;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One test for each path through {@code processes/extension.bpmn}, and for what ends it from outside. */
class ExtensionTest extends ProgramTest {

    private static final String REASON = "ประชาชนยังใช้ข้อมูลนี้อยู่";

    private Instant first;
    private Instant later;
    private String id;

    @BeforeEach
    void published2Days() {
        first = clock.instant().plus(Duration.ofDays(2)).truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
        later = first.plus(Duration.ofDays(8));
        id = published(first);
    }

    @Test
    @Tag("database")
    void certifiedAndPermittedTheEndMoves() {
        ProcessInstance stay = instance();
        Answer asked = extend("finance-staff", later.toString(), REASON);
        ok(asked);
        assertThat(asked.json().at("/extension/state").asText()).isEqualTo("awaiting-certification");
        assertThat(asked.json().at("/extension/reason").asText()).isEqualTo(REASON);
        assertThat(time(asked.json().at("/extension/publishUntil"))).isEqualTo(later);
        assertThat(asked.json().at("/extension/candidates/0").asText()).isEqualTo("finance-directors");
        assertThat(stay).isWaitingAt("onWebsite", "extend");

        ok(certifyExtension("finance-director", CERTIFIED));
        assertThat(request(id).at("/extension/candidates/0").asText()).isEqualTo("web-officers");
        assertThat(time(request(id).get("publishUntil"))).isEqualTo(first);

        ok(vetExtension("web-officer", PERMITTED));
        JsonNode request = request(id);
        assertThat(request.at("/extension/state").asText()).isEqualTo("permitted");
        assertThat(request.at("/extension/candidates")).isEmpty();
        assertThat(time(request.get("publishUntil"))).isEqualTo(later);
        assertThat(time(request.at("/currentStep/due"))).isEqualTo(later);
        assertThat(runtimeService.getVariable(stay.getId(), "publishUntil").toString())
                .isEqualTo(request.get("publishUntil").asText());
        assertThat(stay).isWaitingAt("onWebsite").hasPassed("extend", "extensionDecided");

        clock.advance(Duration.ofDays(3));
        assertThat(anybody().get("/news/" + number(id)).status()).isEqualTo(200);
        assertThat(dueTimers()).isZero();
        clock.advance(Duration.ofDays(7));
        assertThat(anybody().get("/news/" + number(id)).status()).isEqualTo(410);
        fire(id, "periodEnds");
        assertThat(status(id)).isEqualTo("taken-down");
        assertThat(events(id))
                .endsWith(
                        "published",
                        "extension-requested",
                        "extension-certification:certified",
                        "extension-vetting:permitted",
                        "extended",
                        "taken-down");
        JsonNode history =
                as("finance-staff").get("/api/requests/" + id + "/history").json();
        assertThat(time(history.get(6).get("publishUntil"))).isEqualTo(later);
        assertThat(history.get(6).get("capacity").asText()).isEqualTo("group-director");
    }

    @Test
    void notCertifiedTheEndStaysAndTheOwnerMayAskAgain() {
        ok(extend("finance-staff", later.toString(), REASON));
        ok(certifyExtension("finance-director", RETURNED));

        JsonNode request = request(id);
        assertThat(request.at("/extension/state").asText()).isEqualTo("returned");
        assertThat(time(request.get("publishUntil"))).isEqualTo(first);
        assertThat(request.get("status").asText()).isEqualTo("published");
        assertThat(request.get("lastReturn").isNull())
                .as("the version itself was never sent back")
                .isTrue();
        assertThat(instance()).isWaitingAt("onWebsite");

        ok(extend("finance-staff", later.toString(), REASON));
        assertThat(request(id).at("/extension/state").asText()).isEqualTo("awaiting-certification");
    }

    @Test
    void notPermittedTheEndStays() {
        ok(extend("finance-staff", later.toString(), REASON));
        ok(certifyExtension("finance-director", CERTIFIED));
        ok(vetExtension("web-officer", REFUSED));

        assertThat(request(id).at("/extension/state").asText()).isEqualTo("refused");
        assertThat(time(request(id).get("publishUntil"))).isEqualTo(first);
        clock.advance(Duration.ofDays(2));
        fire(id, "periodEnds");
        assertThat(status(id)).isEqualTo("taken-down");
    }

    @Test
    void whatIsStillUndecidedAtTheEndLapses() {
        ProcessInstance stay = instance();
        ok(extend("finance-staff", later.toString(), REASON));
        ok(certifyExtension("finance-director", CERTIFIED));
        String task = task(id);
        clock.advance(Duration.ofDays(2));
        assertThat(vetExtension("web-officer", PERMITTED).status()).isEqualTo(409);

        fire(id, "periodEnds");

        assertThat(status(id)).isEqualTo("taken-down");
        assertThat(request(id).at("/extension/state").asText()).isEqualTo("lapsed");
        assertThat(events(id)).endsWith("extension-lapsed", "taken-down");
        assertThat(stay).isEnded().hasPassed("takenDown");
        assertThat(runtimeService
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(id)
                        .count())
                .isZero();
        Answer late = as("web-officer")
                .post("/engine-rest/task/" + task + "/complete", "{\"variables\": {\"outcome\": {\"value\": \"x\"}}}");
        assertThat(late.status()).isEqualTo(409);
    }

    @Test
    void aWithdrawalEndsItToo() {
        ok(extend("finance-staff", later.toString(), REASON));
        ok(as("web-officer").post("/api/requests/" + id + "/withdrawal", "{\"reason\": \"พบข้อผิดพลาดในตัวเลข\"}"));

        assertThat(request(id).at("/extension/state").asText()).isEqualTo("lapsed");
        assertThat(events(id)).endsWith("extension-lapsed", "withdrawn");
        assertThat(runtimeService
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(id)
                        .count())
                .isZero();
    }

    @Test
    void theDecisionsAreTheTasksWhicheverDoorTheyComeThrough() {
        ok(extend("finance-staff", later.toString(), REASON));
        String certify = task(id);
        assertThat(complete("hr-director", certify, "certified").status()).isEqualTo(404);
        assertThat(complete("finance-staff", certify, "certified").status()).isEqualTo(403);
        assertThat(complete("finance-director", certify, "permitted").status()).isEqualTo(400);
        assertThat(complete("finance-director", certify, "returned").status())
                .as("without a reason")
                .isEqualTo(400);
        assertThat(complete("finance-director", certify, "certified").status()).isEqualTo(204);
        assertThat(complete("web-officer", task(id), "permitted").status()).isEqualTo(204);

        assertThat(time(request(id).get("publishUntil"))).isEqualTo(later);
        List<VariableInstance> left = runtimeService
                .createVariableInstanceQuery()
                .processInstanceIdIn(instance().getId())
                .list();
        assertThat(left)
                .extracting(VariableInstance::getName)
                .contains("publishUntil")
                .doesNotContain("accurate", "ethical");
    }

    @Test
    void whatIsWronglyAskedForIsSaidAndChangesNothing() {
        assertThat(extend("finance-staff-2", later.toString(), REASON).status()).isEqualTo(403);
        assertThat(extend("hr-staff", later.toString(), REASON).status()).isEqualTo(404);
        assertThat(fault(extend("finance-staff", first.toString(), REASON))).isEqualTo("publishUntil");
        assertThat(fault(extend("finance-staff", "2569-12-31", REASON))).isEqualTo("publishUntil");
        assertThat(fault(extend("finance-staff", null, REASON))).isEqualTo("publishUntil");
        assertThat(fault(
                        extend("finance-staff", first.plus(Duration.ofDays(800)).toString(), REASON)))
                .isEqualTo("publishUntil");
        assertThat(fault(extend("finance-staff", later.toString(), "สั้น"))).isEqualTo("reason");
        assertThat(request(id).get("extension").isNull()).isTrue();
        assertThat(certifyExtension("finance-director", CERTIFIED).status()).isEqualTo(409);

        ok(extend("finance-staff", later.toString(), REASON));
        assertThat(extend("finance-staff", later.toString(), REASON).status()).isEqualTo(409);
        assertThat(certifyExtension("web-officer", CERTIFIED).status()).isEqualTo(403);
        assertThat(vetExtension("web-officer", PERMITTED).status()).isEqualTo(409);
        assertThat(certifyExtension("finance-director", "{\"outcome\": \"certified\"}")
                        .status())
                .isEqualTo(400);
        assertThat(events(id)).endsWith("published", "extension-requested");
    }

    private Answer extend(String account, String until, String reason) {
        return as(account)
                .post(
                        "/api/requests/" + id + "/extension",
                        JSON.createObjectNode()
                                .put("publishUntil", until)
                                .put("reason", reason)
                                .toString());
    }

    private Answer certifyExtension(String account, String decision) {
        return as(account).post("/api/requests/" + id + "/extension/certification", decision);
    }

    private Answer vetExtension(String account, String decision) {
        return as(account).post("/api/requests/" + id + "/extension/vetting", decision);
    }

    private Answer complete(String account, String task, String outcome) {
        var variables = JSON.createObjectNode();
        variables.putObject("outcome").put("value", outcome);
        List<String> criteria = outcome.equals("permitted")
                ? List.of("accurate", "complete", "current", "constructive", "transparent", "ethical")
                : List.of("accurate", "complete");
        criteria.forEach(criterion -> variables.putObject(criterion).put("value", true));
        return as(account)
                .post(
                        "/engine-rest/task/" + task + "/complete",
                        JSON.createObjectNode().set("variables", variables).toString());
    }

    private static String fault(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.json().get("errors")).hasSize(1);
        return answer.json().at("/errors/0/field").asText();
    }

    private static Instant time(JsonNode node) {
        return java.time.OffsetDateTime.parse(node.asText()).toInstant();
    }

    private ProcessInstance instance() {
        return processInstanceQuery()
                .processInstanceId(request(id).get("processInstanceId").asText())
                .singleResult();
    }

    private long dueTimers() {
        return managementService
                .createJobQuery()
                .processInstanceId(request(id).get("processInstanceId").asText())
                .activityId("periodEnds")
                .duedateLowerThan(java.util.Date.from(clock.instant()))
                .count();
    }
}
