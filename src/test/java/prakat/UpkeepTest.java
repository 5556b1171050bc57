package prakat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.processInstanceQuery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import prakat.organisation.TaskHandedOut;

/**
 * What happens to something while it is on the website: its owner is asked before the end, and a web officer reviews it
 * again and again. News: asked 14 days before, reviewed every 180 days.
 */
class UpkeepTest extends ProgramTest {

    private static final String REASON = "อัตราค่าธรรมเนียมเปลี่ยนแล้ว";

    @Autowired
    private ApplicationEventPublisher events;

    @Test
    void theOwnerIsAskedBeforeTheEndAndLetsItEnd() {
        String id = publishedFor(30);
        clock.advance(Duration.ofDays(15));
        assertThat(lapse("finance-staff", id).status()).as("too early").isEqualTo(409);
        assertThat(lapse("finance-staff", id).text()).contains("ยังไม่ใกล้ครบกำหนด");
        assertThat(due(id, "endNear")).isEmpty();
        assertThat(page("finance-staff", id).select("#ending")).isEmpty();

        clock.advance(Duration.ofDays(1).plusSeconds(1));
        fire(id, "endNear");

        assertThat(events(id)).endsWith("published", "end-announced");
        assertThat(tasks("finance-staff", id)).containsExactly("เลือกเมื่อใกล้ครบกำหนด " + number(id));
        assertThat(tasks("finance-staff-2", id)).isEmpty();
        Document asked = page("finance-staff", id);
        assertThat(asked.select("#ending a[href$=/extend]")).hasSize(1);
        assertThat(asked.select("#ending form[action$=/lapse] button").text()).isEqualTo("ปล่อยให้ครบกำหนด");
        assertThat(asked.select(".record li").last().text())
                .contains("ครบกำหนดเผยแพร่:")
                .doesNotContain("ใหม่");
        assertThat(page("finance-director", id).select("#ending"))
                .as("not theirs to choose")
                .isEmpty();
        assertThat(lapse("finance-staff-2", id).status()).isEqualTo(403);
        assertThat(lapse("finance-director", id).status()).isEqualTo(403);
        assertThat(lapse("hr-staff", id).status()).isEqualTo(404);

        Caller owner = signedIn("finance-staff");
        Answer chosen = owner.form("/desk/requests/" + id + "/lapse", Map.of());
        assertThat(chosen.status()).as(chosen.toString()).isEqualTo(302);
        assertThat(owner.get("/desk/requests/" + id).text()).contains("บันทึกแล้วว่าให้ครบกำหนด");
        ok(lapse("finance-staff", id));

        assertThat(events(id)).as("said twice, recorded once").endsWith("end-announced", "lapse-chosen");
        assertThat(tasks("finance-staff", id)).isEmpty();
        assertThat(page("finance-staff", id).select("#ending")).isEmpty();
        assertThat(page("finance-staff", id).select("a[href$=/extend]"))
                .as("may change their mind")
                .hasSize(1);
        clock.advance(Duration.ofDays(14));
        assertThat(lapse("finance-staff", id).status()).as("over").isEqualTo(409);
        fire(id, "periodEnds");
        assertThat(stay(id)).isNull();
    }

    @Test
    void whatStaysShortlyIsAskedAboutWhenHalfOfItIsOver() {
        String id = publishedFor(4);
        clock.advance(Duration.ofHours(47));
        assertThat(due(id, "endNear")).isEmpty();

        clock.advance(Duration.ofHours(2));
        fire(id, "endNear");

        assertThat(events(id)).endsWith("published", "end-announced");
        assertThat(stay(id)).isWaitingAt("onWebsite").hasPassed("endNear", "ownerAsked");
    }

    @Test
    void anExtensionHasTheOwnerAskedBeforeTheNewEndInstead() {
        String id = publishedFor(30);
        extend(id, 60, PERMITTED);
        clock.advance(Duration.ofDays(17));
        assertThat(due(id, "endNear")).as("of the former end").isEmpty();

        clock.advance(Duration.ofDays(30));
        fire(id, "endNear");
        assertThat(events(id)).endsWith("extended", "end-announced");
        assertThat(due(id, "endNear")).isEmpty();

        extend(id, 53, PERMITTED);
        assertThat(tasks("finance-staff", id)).as("answered").isEmpty();
        clock.advance(Duration.ofDays(40));
        fire(id, "endNear");
        assertThat(events(id)).endsWith("extended", "end-announced");
        assertThat(tasks("finance-staff", id)).hasSize(1);
        assertThat(page("finance-staff", id).text()).contains("ถามเจ้าของเรื่อง");
    }

    @Test
    void whoIsRefusedAnExtensionMayChooseAgainAndIsNotAskedTwice() {
        String id = publishedFor(30);
        clock.advance(Duration.ofDays(20));
        fire(id, "endNear");
        ok(extension(id, 40));
        assertThat(tasks("finance-staff", id)).isEmpty();
        assertThat(lapse("finance-staff", id).status()).isEqualTo(409);

        ok(as("finance-director").post("/api/requests/" + id + "/extension/certification", RETURNED));

        assertThat(tasks("finance-staff", id)).hasSize(1);
        assertThat(stay(id)).isWaitingAt("onWebsite").hasPassed("extensionDecided");
        assertThat(due(id, "endNear")).isEmpty();
        assertThat(events(id)).containsOnlyOnce("end-announced");
    }

    @Test
    void reviewedAgainAndAgainButNeverTwiceAtATime() {
        String id = publishedFor(730);
        for (int i = 0; i < 2; i++) {
            clock.advance(Duration.ofDays(180));
            fire(id, "reviewDue");
            assertThat(events(id)).endsWith("review-due");
            assertThat(request(id).at("/review/state").asText()).isEqualTo("open");
            assertThat(request(id).at("/review/candidates/0").asText()).isEqualTo("web-officers");
            assertThat(stay(id)).isWaitingAt("onWebsite", "review");
            assertThat(anybody().get("/news/" + number(id)).status()).isEqualTo(200);
            ok(review("web-officer", id, "confirmed", null));
            assertThat(events(id)).endsWith("reviewed:confirmed");
            assertThat(request(id).at("/review/state").asText()).isEqualTo("confirmed");
            assertThat(review("web-officer", id, "confirmed", null).status()).isEqualTo(409);
        }
        clock.advance(Duration.ofDays(180));
        fire(id, "reviewDue");
        clock.advance(Duration.ofDays(180));
        fire(id, "reviewDue");

        assertThat(events(id)).endsWith("reviewed:confirmed", "review-due");
        assertThat(reviewTasks(id)).hasSize(1);
        ok(review("web-officer-2", id, "confirmed", "ตรวจกับหน่วยงานต้นเรื่องแล้ว"));
        assertThat(reviewTasks(id)).isEmpty();
        assertThat(stay(id)).isWaitingAt("onWebsite");
    }

    @Test
    void theOwnerIsToBringItUpToDateUntilALaterReviewConfirms() {
        giveWhatIsOpenToAColleague();
        String id = reviewDue(publishedFor(700));
        assertThat(tasks("web-officer", id)).containsExactly("ทบทวนความเป็นปัจจุบัน " + number(id));
        assertThat(page("web-officer", id)
                        .select("a[href*='?task=" + reviewTasks(id).get(0).getId() + "']"))
                .hasSize(1);
        assertThat(fault(review("web-officer", id, "update-requested", "สั้น"))).isEqualTo("reason");
        assertThat(fault(review("web-officer", id, "permitted", REASON))).isEqualTo("outcome");
        assertThat(events(id)).endsWith("review-due");

        ok(review("web-officer", id, "update-requested", REASON));

        assertThat(events(id)).endsWith("review-due", "reviewed:update-requested", "update-requested");
        assertThat(request(id).at("/review/state").asText()).isEqualTo("update-requested");
        assertThat(request(id).at("/review/reason").asText()).isEqualTo(REASON);
        assertThat(page("finance-staff", id).select("#update").text()).contains(REASON);
        assertThat(tasks("finance-staff", id)).containsExactly("ปรับปรุงให้เป็นปัจจุบัน " + number(id));
        assertThat(anybody().get("/news/" + number(id)).status()).isEqualTo(200);
        clock.advance(Duration.ofDays(180));
        fire(id, "reviewDue");
        assertThat(page("finance-staff", id).select("#update")).as("still").hasSize(1);
        ok(review("web-officer", id, "confirmed", null));
        assertThat(page("finance-staff", id).select("#update")).isEmpty();
        assertThat(tasks("finance-staff", id)).isEmpty();
    }

    @Test
    void whatAReviewWithdrawsIsGoneAtOnceAndTheProcedureEnds() {
        String id = reviewDue(publishedFor(365));
        ProcessInstance stay = stay(id);
        String task = reviewTasks(id).get(0).getId();
        ObjectNode decision = JSON.createObjectNode();
        ObjectNode said = decision.putObject("variables");
        said.putObject("outcome").put("value", "withdrawn");
        said.putObject("publicNotice").put("value", "ใช้ประกาศฉบับใหม่แทน");
        said.putObject("replacementUrl").put("value", "https://example.org/new");
        assertThat(complete("web-officer", task, decision).status())
                .as("no reason")
                .isEqualTo(400);
        said.putObject("reason").put("value", REASON);
        said.putObject("round").put("value", "7");
        said.putObject("requester").put("value", "web-officer");
        assertThat(complete("web-officer", task, decision).status())
                .as("forged")
                .isEqualTo(400);
        said.remove("requester");
        said.remove("round");
        assertThat(complete("finance-director", task, decision).status()).isEqualTo(403);
        assertThat(complete("hr-staff", task, decision).status()).isEqualTo(404);

        Answer answer = complete("web-officer", task, decision);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(204);
        Answer gone = anybody().get("/news/" + number(id));
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.text()).contains("ใช้ประกาศฉบับใหม่แทน", "https://example.org/new");
        assertThat(status(id)).isEqualTo("withdrawn");
        assertThat(stay).isEnded().hasPassed("reviewWithdraws", "takeDown", "takenDown");
        assertThat(events(id)).endsWith("review-due", "reviewed:withdrawn", "withdrawn");
        assertThat(managementService
                        .createJobQuery()
                        .processInstanceId(stay.getId())
                        .count())
                .isZero();
        JsonNode progress = signedIn("finance-staff")
                .get("/desk/requests/" + id + "/progress")
                .json();
        assertThat(progress.get("passed"))
                .extracting(JsonNode::asText)
                .contains("review", "reviewWithdraws")
                .doesNotContain("endNear");
        assertThat(progress.get("interrupted")).isEmpty();
    }

    @Test
    void theEndOfThePeriodEndsAnOpenReview() {
        String id = reviewDue(publishedFor(200));
        String task = reviewTasks(id).get(0).getId();
        ProcessInstance stay = stay(id);
        clock.advance(Duration.ofDays(20));
        assertThat(review("web-officer", id, "confirmed", null).status()).isEqualTo(409);

        fire(id, "periodEnds");

        assertThat(stay).isEnded();
        assertThat(taskService.createTaskQuery().taskId(task).count()).isZero();
        assertThat(status(id)).isEqualTo("taken-down");
        assertThat(tasks("web-officer", id)).isEmpty();
        assertThat(events(id)).endsWith("review-due", "taken-down");
    }

    @Test
    void whatIsDueForReviewAfterItsEndIsNotReviewed() {
        String id = publishedFor(170);
        clock.advance(Duration.ofDays(181));

        fire(id, "reviewDue");

        assertThat(reviewTasks(id)).isEmpty();
        assertThat(events(id)).endsWith("published");
    }

    @Test
    void onlyAWebOfficerReviewsAndNeverTheirOwn() {
        String id = publishedFor(365);
        assertThat(review("web-officer", id, "confirmed", null).status())
                .as("nothing due")
                .isEqualTo(409);
        reviewDue(id);
        assertThat(review("finance-staff", id, "confirmed", null).status()).isEqualTo(403);
        assertThat(review("finance-director", id, "confirmed", null).status()).isEqualTo(403);
        assertThat(review("hr-staff", id, "confirmed", null).status()).isEqualTo(404);
        assertThat(fault(as("web-officer")
                        .post(
                                "/api/requests/" + id + "/review",
                                "{\"outcome\": \"confirmed\", \"publicNotice\": \"ประกาศ\"}")))
                .isEqualTo("publicNotice");
        assertThat(as("web-officer")
                        .post(
                                "/api/requests/" + id + "/review",
                                "{\"outcome\": \"confirmed\", \"contentSha256\": \"another\"}")
                        .status())
                .isEqualTo(409);
        assertThat(as("web-officer")
                        .post("/engine-rest/process-definition/key/review/start", "{}")
                        .status())
                .as("nobody starts one")
                .isEqualTo(403);
        assertThat(as("web-officer")
                        .get("/engine-rest/task?taskDefinitionKey=reviewCurrency")
                        .json())
                .extracting(task -> task.get("id").asText())
                .contains(reviewTasks(id).get(0).getId());
        assertThat(as("finance-director")
                        .get("/engine-rest/task?taskDefinitionKey=reviewCurrency")
                        .json())
                .isEmpty();
        assertThat(as("web-officer")
                        .get("/engine-rest/process-instance?businessKey=" + id)
                        .json())
                .as("a review bears no business key")
                .hasSizeLessThanOrEqualTo(1);

        backToNow();
        String own = submit("web-officer", submission("ประกาศของเจ้าหน้าที่"));
        ok(certification("ict-director", own, CERTIFIED));
        ok(vetting("web-officer-2", own, PERMITTED));
        reviewDue(own);
        assertThat(request(own).at("/review/candidates"))
                .extracting(JsonNode::asText)
                .containsExactly("web-officer-2");
        assertThat(review("web-officer", own, "confirmed", null).status()).isEqualTo(403);
        ok(review("web-officer-2", own, "confirmed", null));
    }

    @Test
    void anOpenReviewStaysOfferedToWhomItIsDue() {
        String id = reviewDue(publishedFor(365));
        String task = reviewTasks(id).get(0).getId();
        taskService.addCandidateGroup(task, "hr-directors");
        taskService.deleteCandidateGroup(task, "web-officers");

        events.publishEvent(new TaskHandedOut(task));

        assertThat(taskService.getIdentityLinksForTask(task))
                .extracting(IdentityLink::getGroupId)
                .containsExactly("web-officers");
    }

    @Test
    void thePolicyShowsTheDays() {
        assertThat(as("finance-staff").get("/api/categories").json())
                .filteredOn(category -> category.get("code").asText().equals("regulation"))
                .singleElement()
                .satisfies(category -> {
                    assertThat(category.get("reminderDays").asInt()).isEqualTo(60);
                    assertThat(category.get("reviewDays").asInt()).isEqualTo(365);
                });
    }

    private String publishedFor(int days) {
        return published(clock.instant().plus(Duration.ofDays(days)).truncatedTo(ChronoUnit.SECONDS));
    }

    /** The first review of something on the website has come up. */
    private String reviewDue(String id) {
        clock.advance(Duration.ofDays(180).plusMinutes(1));
        fire(id, "reviewDue");
        return id;
    }

    private Answer lapse(String account, String id) {
        return as(account).post("/api/requests/" + id + "/lapse", "");
    }

    private Answer review(String account, String id, String outcome, String reason) {
        return as(account)
                .post(
                        "/api/requests/" + id + "/review",
                        JSON.createObjectNode()
                                .put("outcome", outcome)
                                .put("reason", reason)
                                .toString());
    }

    private Answer extension(String id, int days) {
        return as("finance-staff")
                .post(
                        "/api/requests/" + id + "/extension",
                        JSON.createObjectNode()
                                .put(
                                        "publishUntil",
                                        clock.instant()
                                                .plus(Duration.ofDays(days))
                                                .truncatedTo(ChronoUnit.SECONDS)
                                                .toString())
                                .put("reason", "ประชาชนยังใช้ข้อมูลนี้อยู่")
                                .toString());
    }

    private void extend(String id, int days, String vetting) {
        ok(extension(id, days));
        ok(as("finance-director").post("/api/requests/" + id + "/extension/certification", CERTIFIED));
        ok(as("web-officer").post("/api/requests/" + id + "/extension/vetting", vetting));
    }

    private Answer complete(String account, String task, JsonNode decision) {
        return as(account).post("/engine-rest/task/" + task + "/complete", decision.toString());
    }

    private static String fault(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.json().get("errors")).hasSize(1);
        return answer.json().at("/errors/0/field").asText();
    }

    /** What the desk says that waits there for the account, of that request. */
    /** The desk lists the oldest fifty tasks, and other tests have left many. */
    private void giveWhatIsOpenToAColleague() {
        taskService
                .createTaskQuery()
                .taskCandidateGroup("web-officers")
                .list()
                .forEach(task -> taskService.setAssignee(task.getId(), "web-officer-2"));
    }

    private List<String> tasks(String account, String id) {
        return Jsoup.parse(signedIn(account).get("/desk").text()).select(".tasks tbody tr").stream()
                .filter(row -> row.select("a[href=/desk/requests/" + id + "]").size() > 0)
                .map(row -> row.select("a.button").text())
                .toList();
    }

    private Document page(String account, String id) {
        Answer answer = signedIn(account).get("/desk/requests/" + id);
        ok(answer);
        return Jsoup.parse(answer.text());
    }

    private List<Task> reviewTasks(String id) {
        return taskService
                .createTaskQuery()
                .processDefinitionKey("review")
                .processVariableValueEquals("number", number(id))
                .list();
    }

    private List<Job> jobs(String id, String element) {
        return managementService
                .createJobQuery()
                .processInstanceId(request(id).get("processInstanceId").asText())
                .activityId(element)
                .list();
    }

    private List<Job> due(String id, String element) {
        Date now = Date.from(clock.instant());
        return jobs(id, element).stream()
                .filter(job -> job.getDuedate().before(now))
                .toList();
    }

    private ProcessInstance stay(String id) {
        return processInstanceQuery()
                .processInstanceId(request(id).get("processInstanceId").asText())
                .singleResult();
    }
}
