package prakat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.util.ReflectionTestUtils;
import prakat.calendar.Holidays;

/** One test for each path through {@code processes/deadline.bpmn}, and for what ends it from outside. */
class DeadlineTest extends ProgramTest {

    private static final String REASON = "ประชาชนยังใช้ข้อมูลนี้อยู่";

    @Autowired
    private Holidays holidays;

    @Autowired
    private org.springframework.context.ApplicationContext program;

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
        assertThat(watch(id)).hasSize(1);

        to(holidays.workingDays().openingBefore(due, 1));
        fireFor(id, "reminderDue");
        assertThat(events(id)).containsExactly("submitted", "reminded");
        assertThat(escalatedTo("deputy-director", id)).isNull();
        assertThat(dueTimers(id)).isEmpty();

        to(due);
        assertThat(dueTimers(id)).as("it is late, and not yet to be reported").isEmpty();
        assertThat(signedIn("finance-director").get("/desk").text()).contains("เกินกำหนด");

        to(holidays.workingDays().closingAfter(due, 2));
        fireFor(id, "escalationDue");
        assertThat(events(id)).containsExactly("submitted", "reminded", "escalated");
        Element row = escalatedTo("deputy-director", id);
        assertThat(row.text())
                .contains("ประกาศทดสอบ", "รับรองข้อมูล", "ผู้อำนวยการกลุ่มบริหารงานการเงิน", "เกินมา 2 วันทำการ");
        assertThat(signedIn("finance-director").get("/desk").text()).doesNotContain("id=\"escalations\"");
        assertThat(signedIn("finance-staff").get("/desk/requests/" + id).text())
                .contains("เกินกำหนดดำเนินการ รายงานรองผู้อำนวยการ");
        assertThat(status(id)).as("no timer decides").isEqualTo("awaiting-certification");
        assertThat(watch(id)).isEmpty();

        ok(certification("finance-director", id, CERTIFIED));
        assertThat(escalatedTo("deputy-director", id)).isNull();
    }

    @Test
    void aVettingAndARevisionHaveTheirOwnDeadlines() {
        String id = certified();
        assertThat(watch(id)).as("of the vetting alone").hasSize(1);
        to(holidays.workingDays().closingAfter(due(request(id)), 2));
        fireFor(id, "reminderDue");
        fireFor(id, "escalationDue");
        assertThat(events(id)).endsWith("handed-over", "reminded", "escalated");
        assertThat(escalatedTo("deputy-director", id).text()).contains("กลั่นกรองข้อมูล", "เจ้าหน้าที่ดูแลเว็บไซต์");

        ok(vetting("web-officer", id, REFUSED));
        assertThat(due(request(id))).isEqualTo(holidays.workingDays().closingAfter(clock.instant(), 10));
        to(holidays.workingDays().openingBefore(due(request(id)), 3));
        fireFor(id, "reminderDue");
        to(holidays.workingDays().closingAfter(due(request(id)), 5));
        fireFor(id, "escalationDue");
        assertThat(events(id)).endsWith("returned", "reminded", "escalated");

        ok(as("finance-staff")
                .post(
                        "/api/requests/" + id + "/revisions",
                        submission("ฉบับแก้ไข").toString()));
        assertThat(due(request(id))).as("anew").isEqualTo(holidays.workingDays().closingAfter(clock.instant(), 3));
        assertThat(watch(id)).hasSize(1);
    }

    @Test
    void anExtensionHasItsDeadlinesWhichEndWithIt() {
        String id = published();
        assertThat(watch(id)).isEmpty();
        ok(extend(id));
        Instant due = holidays.workingDays().closingAfter(clock.instant(), 2);
        assertThat(taskOf(id).getDueDate()).isEqualTo(Date.from(due));
        to(holidays.workingDays().closingAfter(due, 1));
        fireFor(id, "reminderDue");
        fireFor(id, "escalationDue");
        assertThat(events(id)).endsWith("extension-requested", "reminded", "escalated");
        assertThat(escalatedTo("deputy-director", id).text()).contains("รับรองการขยายเวลา");

        ok(as("finance-director").post("/api/requests/" + id + "/extension/certification", CERTIFIED));
        assertThat(watch(id)).as("of the vetting").hasSize(1);
        ok(as("web-officer").post("/api/requests/" + id + "/withdrawal", "{\"reason\": \"พบข้อผิดพลาดในตัวเลข\"}"));
        assertThat(watch(id)).isEmpty();
        assertThat(escalatedTo("deputy-director", id)).isNull();
    }

    @Test
    void onceAStepIsTakenNothingIsSaidOfItsDeadline() {
        String id = submit("finance-staff");
        ProcessInstance ofCertification = watch(id).get(0);
        ok(certification("finance-director", id, CERTIFIED));

        assertThat(watch(id)).extracting(ProcessInstance::getId).doesNotContain(ofCertification.getId());
        assertThat(managementService
                        .createJobQuery()
                        .processInstanceId(ofCertification.getId())
                        .count())
                .isZero();
        ok(vetting("web-officer", id, PERMITTED));
        assertThat(watch(id)).isEmpty();
    }

    @Test
    void cancelledOrDeletedNothingIsWatchedAnyMore() {
        String cancelled = submit("finance-staff");
        ok(as("finance-staff").post("/api/requests/" + cancelled + "/cancellation", "{}"));
        assertThat(watch(cancelled)).isEmpty();

        String deleted = submit("finance-staff");
        runtimeService.deleteProcessInstance(instance(deleted), "in Cockpit");
        assertThat(watch(deleted)).isEmpty();

        String silently = submit("finance-staff");
        runtimeService.deleteProcessInstance(instance(silently), "in Cockpit", true);
        to(clock.instant().plus(Duration.ofDays(60)));
        fireFor(silently, "reminderDue");
        assertThat(events(silently)).as("the task is gone").containsExactly("submitted");
        keepInStep();
        assertThat(watch(silently)).isEmpty();
        assertThat(events(silently)).containsExactly("submitted");
    }

    @Test
    void whatWasOpenBeforeThereWereDeadlinesGetsItsFullTimeFromNowOn() {
        String id = submit("finance-staff");
        Task task = taskOf(id);
        runtimeService.deleteProcessInstance(watch(id).get(0).getId(), "as if it had never been");
        task.setDueDate(null);
        taskService.saveTask(task);
        taskService.removeVariableLocal(task.getId(), "watchedBy");
        to(clock.instant().plus(Duration.ofDays(30)));

        keepInStep();
        keepInStep();

        assertThat(due(request(id))).isEqualTo(holidays.workingDays().closingAfter(clock.instant(), 3));
        assertThat(watch(id)).hasSize(1);
        ok(certification("finance-director", id, CERTIFIED));
        assertThat(watch(id)).as("of the vetting alone").hasSize(1);
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

    @Test
    void noAccountStartsSeesOrEndsOne() {
        String id = submit("finance-staff");
        String watch = watch(id).get(0).getId();
        for (String account : List.of("finance-staff", "finance-director", "hr-staff")) {
            assertThat(as(account)
                            .post("/engine-rest/process-definition/key/deadline/start", "{}")
                            .status())
                    .as(account)
                    .isEqualTo(404);
            assertThat(as(account)
                            .get("/engine-rest/process-instance?processDefinitionKey=deadline")
                            .json())
                    .isEmpty();
            assertThat(as(account)
                            .get("/engine-rest/variable-instance?processInstanceIdIn=" + watch)
                            .json())
                    .isEmpty();
            assertThat(as(account)
                            .delete("/engine-rest/process-instance/" + watch)
                            .status())
                    .isEqualTo(403);
        }
        assertThat(as("admin")
                        .post("/engine-rest/message", "{\"messageName\": \"stepTaken\", \"all\": true}")
                        .status())
                .isEqualTo(403);
        assertThat(as("finance-director")
                        .get("/engine-rest/process-instance?businessKey=" + id)
                        .json())
                .as("the key is the request's alone")
                .hasSizeLessThanOrEqualTo(1);
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

    /** What watches over the request's tasks. */
    private List<ProcessInstance> watch(String id) {
        return runtimeService
                .createProcessInstanceQuery()
                .processDefinitionKey("deadline")
                .variableValueEquals("request", id)
                .list();
    }

    private List<Job> dueTimers(String id) {
        return watch(id).stream()
                .flatMap(instance -> managementService
                        .createJobQuery()
                        .processInstanceId(instance.getId())
                        .duedateLowerThan(Date.from(clock.instant()))
                        .list()
                        .stream())
                .toList();
    }

    private void fireFor(String id, String element) {
        List<Job> due = dueTimers(id);
        assertThat(due).as("due timers").hasSize(1);
        assertThat(managementService
                        .createJobDefinitionQuery()
                        .jobDefinitionId(due.get(0).getJobDefinitionId())
                        .singleResult()
                        .getActivityId())
                .isEqualTo(element);
        managementService.executeJob(due.get(0).getId());
    }

    private void keepInStep() {
        ReflectionTestUtils.invokeMethod(program.getBean("deadlines"), "keepInStep");
    }

    /** The request's row in the section of what is late; null where there is none. */
    private Element escalatedTo(String account, String id) {
        return Jsoup.parse(signedIn(account).get("/desk").text())
                .select("section[aria-labelledby=escalations] tr:has(a[href$=" + id + "])")
                .first();
    }
}
