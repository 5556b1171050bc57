package prakat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import prakat.calendar.Holidays;

/** When tasks are due, reminded of and escalated, and what ends that. */
class DeadlineTest extends ProgramTest {

    private static final String REASON = "ประชาชนยังใช้ข้อมูลนี้อยู่";

    @Autowired
    private Holidays holidays;

    @Autowired
    private RepositoryService repositoryService;

    private final List<String> made = new ArrayList<>();

    @Override
    protected String submit(String account, JsonNode submission) {
        String id = super.submit(account, submission);
        made.add(id);
        return id;
    }

    /** Others count what waits for somebody. */
    @AfterEach
    void nothingIsLeftOpen() {
        made.forEach(id -> as("finance-staff").post("/api/requests/" + id + "/cancellation", "{}"));
    }

    @Test
    void aCertificationIsDueInThreeWorkingDaysRemindedOfAndEscalated() {
        Instant now = clock.instant();
        String id = submit("finance-staff");
        Instant due = holidays.workingDays().closingAfter(now, 3);
        assertThat(due(request(id))).isEqualTo(due);
        assertThat(due(inList(id))).isEqualTo(due);
        assertThat(taskOf(id).getDueDate()).isEqualTo(Date.from(due));
        assertThat(timers(id)).hasSize(2);

        to(holidays.workingDays().openingBefore(due, 1));
        fireTimer(id);
        assertThat(events(id)).containsExactly("submitted", "reminded");
        assertThat(escalatedTo("deputy-director", id)).isNull();
        assertThat(dueTimers(id)).isEmpty();

        to(due);
        assertThat(dueTimers(id)).as("it is late, and not yet to be reported").isEmpty();
        assertThat(signedIn("finance-director").get("/desk").text()).contains("เกินกำหนด");

        to(holidays.workingDays().closingAfter(due, 2));
        fireTimer(id);
        assertThat(events(id)).containsExactly("submitted", "reminded", "escalated");
        Element row = escalatedTo("deputy-director", id);
        assertThat(row.text())
                .contains("ประกาศทดสอบ", "รับรองข้อมูล", "ผู้อำนวยการกลุ่มบริหารงานการเงิน", "เกินมา 2 วันทำการ");
        assertThat(signedIn("finance-director").get("/desk").text()).doesNotContain("id=\"escalations\"");
        assertThat(signedIn("finance-staff").get("/desk/requests/" + id).text())
                .contains("เกินกำหนดดำเนินการ รายงานรองผู้อำนวยการ");
        assertThat(status(id)).as("no timer decides").isEqualTo("awaiting-certification");
        assertThat(timers(id)).isEmpty();

        ok(certification("finance-director", id, CERTIFIED));
        assertThat(escalatedTo("deputy-director", id)).isNull();
    }

    @Test
    void aVettingAndARevisionHaveTheirOwnDeadlines() {
        String id = certified();
        to(holidays.workingDays().openingBefore(due(request(id)), 1));
        fireTimer(id);
        to(holidays.workingDays().closingAfter(due(request(id)), 2));
        fireTimer(id);
        assertThat(events(id)).endsWith("handed-over", "reminded", "escalated");
        assertThat(escalatedTo("deputy-director", id).text()).contains("กลั่นกรองข้อมูล", "เจ้าหน้าที่ดูแลเว็บไซต์");

        ok(vetting("web-officer", id, REFUSED));
        assertThat(due(request(id))).isEqualTo(holidays.workingDays().closingAfter(clock.instant(), 10));
        to(holidays.workingDays().openingBefore(due(request(id)), 3));
        fireTimer(id);
        to(holidays.workingDays().closingAfter(due(request(id)), 5));
        fireTimer(id);
        assertThat(events(id)).endsWith("returned", "reminded", "escalated");

        ok(as("finance-staff")
                .post(
                        "/api/requests/" + id + "/revisions",
                        submission("ฉบับแก้ไข").toString()));
        assertThat(due(request(id))).as("anew").isEqualTo(holidays.workingDays().closingAfter(clock.instant(), 3));
        assertThat(timers(id)).hasSize(2);
    }

    @Test
    void anExtensionHasItsDeadlinesWhichEndWithIt() {
        String id = published();
        ok(extend(id));
        Instant due = holidays.workingDays().closingAfter(clock.instant(), 2);
        assertThat(taskOf(id).getDueDate()).isEqualTo(Date.from(due));
        to(holidays.workingDays().openingBefore(due, 1));
        fireTimer(id);
        to(holidays.workingDays().closingAfter(due, 1));
        fireTimer(id);
        assertThat(events(id)).endsWith("extension-requested", "reminded", "escalated");
        assertThat(escalatedTo("deputy-director", id).text()).contains("รับรองการขยายเวลา");

        ok(as("finance-director").post("/api/requests/" + id + "/extension/certification", CERTIFIED));
        List<Job> ofTheVetting = timers(id);
        assertThat(ofTheVetting).hasSize(2);
        ok(as("web-officer").post("/api/requests/" + id + "/withdrawal", "{\"reason\": \"พบข้อผิดพลาดในตัวเลข\"}"));
        assertGone(ofTheVetting);
        assertThat(escalatedTo("deputy-director", id)).isNull();
    }

    @Test
    void onceAStepIsTakenNothingIsSaidOfItsDeadline() {
        String id = submit("finance-staff");
        List<Job> ofTheCertification = timers(id);
        ok(certification("finance-director", id, CERTIFIED));

        assertGone(ofTheCertification);
        List<Job> ofTheVetting = timers(id);
        ok(vetting("web-officer", id, PERMITTED));
        assertGone(ofTheVetting);
    }

    @Test
    void cancelledOrDeletedNothingWaitsForItsDeadlineAnyMore() {
        String cancelled = submit("finance-staff");
        List<Job> ofTheCancelled = timers(cancelled);
        ok(as("finance-staff").post("/api/requests/" + cancelled + "/cancellation", "{}"));
        assertGone(ofTheCancelled);

        String deleted = submit("finance-staff");
        List<Job> ofTheDeleted = timers(deleted);
        runtimeService.deleteProcessInstance(instance(deleted), "in Cockpit", true);
        assertGone(ofTheDeleted);
    }

    @Test
    void aStepThatTheTableLeavesOutHasNoDeadline() throws IOException {
        String table = Files.readString(Path.of("processes/deadline-policy.dmn"))
                .replaceAll("(?s)<rule id=\"certifyRule\">.*?</rule>", "");
        String deployment = repositoryService
                .createDeployment()
                .addString("processes/deadline-policy.dmn", table)
                .deploy()
                .getId();
        try {
            String id = submit("finance-staff");
            assertThat(request(id).at("/currentStep/due").isNull()).isTrue();
            assertThat(taskOf(id).getDueDate()).isNull();
            clock.advance(Duration.ofDays(80));
            assertThat(dueTimers(id)).isEmpty();
            ok(certification("finance-director", id, CERTIFIED));
            assertThat(due(request(id))).as("of the vetting").isNotNull();
        } finally {
            repositoryService.deleteDeployment(deployment, true);
        }
    }

    @Test
    void aHolidayIsNoDayToWorkOn() {
        Instant now = clock.instant();
        Instant due = holidays.workingDays().closingAfter(now, 3);
        jdbc.sql("insert into holiday values (:day, 'วันหยุดกรณีพิเศษ', 'Special', 'มติ', 'admin', :at)")
                .param("day", due.atZone(java.time.ZoneId.of("Asia/Bangkok")).toLocalDate())
                .param("at", OffsetDateTime.now())
                .update();
        try {
            assertThat(due(request(submit("finance-staff"))))
                    .isAfter(due)
                    .isEqualTo(holidays.workingDays().closingAfter(now, 3));
        } finally {
            jdbc.sql("delete from holiday where source = 'มติ'").update();
        }
    }

    private Answer extend(String id) {
        String until = clock.instant().plus(Duration.ofDays(60)).toString();
        return as("finance-staff")
                .post(
                        "/api/requests/" + id + "/extension",
                        JSON.createObjectNode()
                                .put("publishUntil", until)
                                .put("reason", REASON)
                                .toString());
    }

    /** To just after that instant. */
    private void to(Instant instant) {
        clock.advance(Duration.between(clock.instant(), instant).plusSeconds(1));
    }

    private static Instant due(JsonNode request) {
        return OffsetDateTime.parse(request.at("/currentStep/due").asText()).toInstant();
    }

    private JsonNode inList(String id) {
        for (JsonNode item :
                as("web-officer").get("/api/requests?size=100").json().get("items")) {
            if (item.get("id").asText().equals(id)) {
                return item;
            }
        }
        throw new AssertionError("not in the list");
    }

    private Task taskOf(String id) {
        return taskService.createTaskQuery().taskId(task(id)).singleResult();
    }

    private String instance(String id) {
        return request(id).get("processInstanceId").asText();
    }

    /** The timers of the request's open task. */
    private List<Job> timers(String id) {
        return managementService
                .createJobQuery()
                .processInstanceId(taskOf(id).getProcessInstanceId())
                .activityId(taskOf(id).getTaskDefinitionKey())
                .list();
    }

    private List<Job> dueTimers(String id) {
        return timers(id).stream()
                .filter(timer -> timer.getDuedate().toInstant().isBefore(clock.instant()))
                .toList();
    }

    private void fireTimer(String id) {
        List<Job> due = dueTimers(id);
        assertThat(due).as("due timers").hasSize(1);
        managementService.executeJob(due.get(0).getId());
    }

    private void assertGone(List<Job> timers) {
        assertThat(timers).hasSize(2).allSatisfy(timer -> assertThat(
                        managementService.createJobQuery().jobId(timer.getId()).count())
                .isZero());
    }

    /** The request's row in the section of what is late; null where there is none. */
    private Element escalatedTo(String account, String id) {
        return Jsoup.parse(signedIn(account).get("/desk").text())
                .select("section[aria-labelledby=escalations] tr:has(a[href$=" + id + "])")
                .first();
    }
}
