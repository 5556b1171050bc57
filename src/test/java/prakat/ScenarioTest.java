package prakat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.processInstanceQuery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.camunda.bpm.engine.test.assertions.bpmn.ProcessInstanceAssert;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One test for each path through {@code processes/publication.bpmn}. */
class ScenarioTest extends ProgramTest {

    @Test
    @Tag("database")
    void aPeriodDuringWhichTheProgramWasOffIsMissedAndNobodyIsToldThatItWasPublished() {
        Instant from = clock.instant().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);
        ObjectNode content = submission("ประกาศที่ไม่มีใครได้เห็น")
                .put("publishFrom", from.toString())
                .put("publishUntil", from.plus(Duration.ofDays(2)).toString());
        JsonNode request = given().permit(given().certify(given().submit("finance-staff", content)));
        String id = request.get("id").asText();
        ProcessInstance instance = instance(id);
        runDue();

        clock.advance(Duration.ofDays(4));
        fire(id, "publicationStarts");
        runDue();

        instanceOf(instance).isEnded().hasPassed("neverPublished").hasNotPassed("onWebsite");
        assertThat(events(id)).endsWith("vetting:permitted", "period-missed");
        JsonNode after = request(id);
        assertThat(after.get("status").asText()).isEqualTo("taken-down");
        assertThat(after.at("/publication/takedownReason").asText()).isEqualTo("period-missed");
        assertThat(after.at("/publication/publishedAt").isNull()).isTrue();
        assertThat(anybody().get("/news/" + number(id)).status()).isEqualTo(404);
        assertThat(mails(id, "finance-staff")).last().asString().contains("ไม่ได้เผยแพร่");
        assertThat(mails(id, "finance-staff")).noneMatch(subject -> subject.startsWith("เผยแพร่แล้ว"));
        assertThat(mails(id, "web-officer")).last().asString().contains("ไม่ได้เผยแพร่");
        assertThat(mails(id, "web-officer-2")).last().asString().contains("ไม่ได้เผยแพร่");
    }

    private List<String> mails(String id, String account) {
        return jdbc.sql("select m.subject from message m join history_entry h on h.id = m.history_entry_id"
                        + " where h.request_id = ? and m.recipient = ? order by m.id")
                .params(id, account)
                .query(String.class)
                .list();
    }

    @Test
    void aCertificationAfterTheEndIsRefusedAsTheVettingIs() {
        Instant until = clock.instant().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);
        String id = submit("finance-staff", submission("มาช้า").put("publishUntil", until.toString()));
        clock.advance(Duration.ofDays(1));

        Answer refused = certification("finance-director", id, Given.CERTIFIED);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("ระยะเวลาเผยแพร่ที่ขอสิ้นสุดแล้ว");
        ok(certification("finance-director", id, Given.RETURNED));
    }

    @Test
    @Tag("database")
    void certifiedPermittedPublishedAndTakenDownWhenThePeriodEnds() {
        Instant until = clock.instant().plus(Duration.ofDays(2));
        String id = submit("finance-staff", submission("งบทดลอง").put("publishUntil", until.toString()));
        ProcessInstance instance = instance(id);
        instanceOf(instance).isWaitingAt("certify").hasPassed("submitted");

        ok(certification("finance-director", id, CERTIFIED));
        instanceOf(instance).isWaitingAt("vet").hasPassed("certify", "handOver");

        ok(vetting("web-officer", id, PERMITTED));
        instanceOf(instance).isWaitingAt("onWebsite").hasPassed("vet", "publicationStarts", "publish");
        assertThat(status(id)).isEqualTo("published");
        assertThat(anybody().get("/news/" + number(id)).status()).isEqualTo(200);

        clock.advance(Duration.ofDays(2));
        assertThat(anybody().get("/news/" + number(id)).status()).isEqualTo(410);
        fire(id, "periodEnds");

        instanceOf(instance).isEnded().hasPassed("periodEnds", "takeDown", "takenDown");
        assertThat(status(id)).isEqualTo("taken-down");
        assertThat(request(id).at("/publication/takedownReason").asText()).isEqualTo("period-ended");
        assertThat(request(id).get("currentStep").isNull()).isTrue();
        assertThat(events(id))
                .containsExactly(
                        "submitted",
                        "certification:certified",
                        "handed-over",
                        "vetting:permitted",
                        "published",
                        "taken-down");
    }

    @Test
    void returnedByTheDirectorRevisedAndCertified() {
        String id = submit("finance-staff");
        ProcessInstance instance = instance(id);
        String first = request(id).get("contentSha256").asText();

        ok(certification("finance-director", id, RETURNED));
        instanceOf(instance).isWaitingAt("revise").hasPassed("returnWithReason");
        BpmnAwareTests.assertThat(BpmnAwareTests.task("revise", instance)).isAssignedTo("finance-staff");
        assertThat(request(id).at("/lastReturn/reason").asText()).isEqualTo("ขาดเอกสารแนบของโครงการ");
        assertThat(runtimeService.getVariable(instance.getId(), "reason")).isEqualTo("ขาดเอกสารแนบของโครงการ");

        ok(as("finance-staff")
                .post(
                        "/api/requests/" + id + "/revisions",
                        submission("ฉบับแก้ไข").toString()));
        instanceOf(instance).isWaitingAt("certify");
        assertThat(request(id).get("round").asInt()).isEqualTo(2);
        assertThat(request(id).get("contentSha256").asText()).isNotEqualTo(first);
        assertThat(runtimeService.getVariable(instance.getId(), "reason")).isNull();

        ok(certification("finance-director", id, CERTIFIED));
        instanceOf(instance).isWaitingAt("vet");
    }

    @Test
    void refusedAtVettingAndCertifiedAnew() {
        String id = certified();
        ProcessInstance instance = instance(id);

        ok(vetting("web-officer", id, REFUSED));
        instanceOf(instance).isWaitingAt("revise");
        assertThat(request(id).at("/lastReturn/step").asText()).isEqualTo("vet");

        ok(as("finance-staff")
                .post(
                        "/api/requests/" + id + "/revisions",
                        submission("ฉบับแก้ไข").toString()));
        instanceOf(instance).isWaitingAt("certify");
        assertThat(vetting("web-officer", id, PERMITTED).status()).isEqualTo(409);

        ok(certification("finance-director", id, CERTIFIED));
        ok(vetting("web-officer-2", id, PERMITTED));
        assertThat(status(id)).isEqualTo("published");
        assertThat(anybody().get("/news/" + number(id)).text()).contains("ฉบับแก้ไข");
        assertThat(events(id))
                .containsExactly(
                        "submitted",
                        "certification:certified",
                        "handed-over",
                        "vetting:refused",
                        "returned",
                        "revised:resubmitted",
                        "certification:certified",
                        "handed-over",
                        "vetting:permitted",
                        "published");
    }

    @Test
    void heldUntilItsStart() {
        Instant from = clock.instant().plus(Duration.ofHours(3));
        String id = submit("finance-staff", submission("ข่าวล่วงหน้า").put("publishFrom", from.toString()));
        ProcessInstance instance = instance(id);
        ok(certification("finance-director", id, CERTIFIED));
        ok(vetting("web-officer", id, PERMITTED));

        instanceOf(instance).isWaitingAt("publicationStarts");
        assertThat(status(id)).isEqualTo("scheduled");
        assertThat(anybody().get("/news/" + number(id)).status()).isEqualTo(404);

        clock.advance(Duration.ofHours(3));
        fire(id, "publicationStarts");
        instanceOf(instance).isWaitingAt("onWebsite");
        assertThat(status(id)).isEqualTo("published");
        assertThat(anybody().get("/news/" + number(id)).status()).isEqualTo(200);
    }

    @Test
    void withdrawnBeforeItsEnd() {
        String id = submit("finance-staff", submission("ประกาศที่ถูกถอน"));
        ok(certification("finance-director", id, CERTIFIED));
        ok(vetting("web-officer", id, PERMITTED));
        ProcessInstance instance = instance(id);

        ok(
                as("finance-director")
                        .post(
                                "/api/requests/" + id + "/withdrawal",
                                """
                        {"reason": "พบข้อผิดพลาดในตัวเลข", "publicNotice": "ถอนเพื่อแก้ไขตัวเลข",
                         "replacementUrl": "https://example.org/new"}"""));

        instanceOf(instance).isEnded().hasPassed("takeDown", "takenDown").hasNotPassed("periodEnds");
        assertThat(status(id)).isEqualTo("withdrawn");
        Answer page = anybody().get("/news/" + number(id));
        assertThat(page.status()).isEqualTo(410);
        assertThat(page.text())
                .contains("ถอนเพื่อแก้ไขตัวเลข", "https://example.org/new")
                .doesNotContain("ประกาศที่ถูกถอน");
        assertThat(events(id)).endsWith("published", "withdrawn");
    }

    @Test
    void cancelledWhileItIsWaiting() {
        for (String until : new String[] {"certify", "vet", "publicationStarts"}) {
            Instant from = clock.instant().plus(Duration.ofHours(3));
            String id = submit("finance-staff", submission("ยกเลิก").put("publishFrom", from.toString()));
            ProcessInstance instance = instance(id);
            if (!until.equals("certify")) {
                ok(certification("finance-director", id, CERTIFIED));
            }
            if (until.equals("publicationStarts")) {
                ok(vetting("web-officer", id, PERMITTED));
            }
            instanceOf(instance).isWaitingAt(until);

            ok(as("finance-staff").post("/api/requests/" + id + "/cancellation", "{\"reason\": \"ไม่ใช้แล้ว\"}"));
            instanceOf(instance)
                    .isEnded()
                    .hasPassed("cancellationReceived", "cancelled")
                    .hasNotPassed("publish");
            assertThat(status(id)).isEqualTo("cancelled");
            assertThat(events(id)).endsWith("cancelled:cancelled");
        }
    }

    @Test
    void cancelledInsteadOfRevisedByTheTask() {
        String id = submit("finance-staff");
        ProcessInstance instance = instance(id);
        ok(certification("finance-director", id, RETURNED));

        Answer answer = as("finance-staff")
                .post(
                        "/engine-rest/task/" + task(id) + "/complete",
                        """
                        {"variables": {"outcome": {"value": "cancelled"}}}""");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(204);

        instanceOf(instance).isEnded().hasPassed("revise", "abandoned", "cancelled");
        assertThat(status(id)).isEqualTo("cancelled");
        assertThat(as("finance-staff")
                        .get("/api/requests/" + id + "/history")
                        .json()
                        .findValuesAsText("reason"))
                .last()
                .as("the director's reason is not the requester's")
                .isEqualTo("null");
    }

    @Test
    void cancelledThroughApiWhileReturned() {
        String id = submit("finance-staff");
        ProcessInstance instance = instance(id);
        ok(certification("finance-director", id, RETURNED));
        ok(as("finance-staff").post("/api/requests/" + id + "/cancellation", "{}"));
        instanceOf(instance).isEnded().hasPassed("cancelled");
        assertThat(status(id)).isEqualTo("cancelled");
    }

    @Test
    void aTimerThatIsFiredBeforeItsTimeTakesNothingDown() {
        String id = published();
        String job = managementService
                .createJobQuery()
                .processInstanceId(request(id).get("processInstanceId").asText())
                .activityId("periodEnds")
                .singleResult()
                .getId();

        assertThatThrownBy(() -> managementService.executeJob(job)).hasMessageContaining("period-not-over");

        assertThat(status(id)).isEqualTo("published");
        assertThat(anybody().get("/news/" + number(id)).status()).isEqualTo(200);
    }

    private ProcessInstance instance(String id) {
        return processInstanceQuery().processInstanceBusinessKey(id).singleResult();
    }

    private static ProcessInstanceAssert instanceOf(ProcessInstance instance) {
        return BpmnAwareTests.assertThat(instance);
    }
}
