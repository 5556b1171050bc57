package prakat.process.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import prakat.Answer;
import prakat.ProgramTest;

/** What an administrator, or a machine's bad day, did to the engine is put right from the record. */
@Order(2)
class ReconciliationTest extends ProgramTest {

    private static final String METRIC = "/actuator/metrics/prakat.takedowns.overdue";

    @Autowired
    private Reconciliation reconciliation;

    @Autowired
    private MessageSource messages;

    @ParameterizedTest
    @Tag("database")
    @ValueSource(strings = {"awaiting-certification", "awaiting-vetting", "returned", "scheduled", "published"})
    void aRequestWhoseInstanceWasDeletedGoesOnWhereItStood(String status) {
        String id = standing(status);
        runtimeService.deleteProcessInstance(instance(id), "by mistake");

        reconciliation.reconcile();

        assertThat(status(id)).isEqualTo(status);
        goesOn(id, status);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anExtensionAndAReviewThatWereUnderWayGoOnWhereTheyStood(boolean certified) {
        String id = published(clock.instant().plus(Duration.ofDays(365)));
        String extension = "/api/requests/" + id + "/extension";
        clock.advance(Duration.ofDays(180));
        fire(id, "reviewDue");
        String longer = "{\"publishUntil\": \"%s\", \"reason\": \"ประชาชนยังใช้ข้อมูลนี้อยู่\"}"
                .formatted(clock.instant().plus(Duration.ofDays(300)));
        ok(as("finance-staff").post(extension, longer));
        if (certified) {
            ok(as("finance-director").post(extension + "/certification", CERTIFIED));
        }
        List<String> events = events(id);
        runtimeService.deleteProcessInstance(instance(id), "by mistake");

        reconciliation.reconcile();

        assertThat(events(id)).as("nothing new to tell").isEqualTo(events);
        if (!certified) {
            ok(as("finance-director").post(extension + "/certification", CERTIFIED));
        }
        ok(as("web-officer").post(extension + "/vetting", PERMITTED));
        assertThat(request(id).at("/extension/state").asText()).isEqualTo("permitted");
        ok(as("web-officer").post("/api/requests/" + id + "/review", "{\"outcome\": \"confirmed\"}"));
        assertThat(runtimeService.getActiveActivityIds(instance(id))).containsExactly("onWebsite");
    }

    private void goesOn(String id, String status) {
        switch (status) {
            case "awaiting-certification" -> ok(certification("finance-director", id, CERTIFIED));
            case "awaiting-vetting" -> ok(vetting("web-officer", id, PERMITTED));
            case "returned" -> ok201(as("finance-staff")
                    .post(
                            "/api/requests/" + id + "/revisions",
                            submission("ฉบับแก้ไข").toString()));
            case "scheduled" -> {
                clock.advance(Duration.ofDays(2));
                fire(id, "publicationStarts");
            }
            default -> {
                clock.advance(Duration.ofDays(31));
                fire(id, "periodEnds");
            }
        }
        assertThat(status(id)).isNotEqualTo(status);
    }

    @Test
    void aTokenThatWasMovedIsBroughtBack() {
        String id = certified();
        runtimeService
                .createProcessInstanceModification(instance(id))
                .startBeforeActivity("revise")
                .cancelAllForActivity("vet")
                .execute();

        reconciliation.reconcile();

        assertThat(runtimeService.getActiveActivityIds(instance(id))).containsExactly("vet");
        ok(vetting("web-officer", id, PERMITTED));
        assertThat(status(id)).isEqualTo("published");
    }

    @ParameterizedTest
    @Tag("database")
    @ValueSource(booleans = {false, true})
    void aStartThatPassedMeanwhileIsMadeUpFor(boolean moved) {
        String id = standing("scheduled");
        if (moved) {
            runtimeService
                    .createProcessInstanceModification(instance(id))
                    .startBeforeActivity("revise")
                    .cancelAllForActivity("publicationStarts")
                    .execute();
        } else {
            runtimeService.deleteProcessInstance(instance(id), "by mistake");
        }
        clock.advance(Duration.ofDays(2));

        reconciliation.reconcile();

        assertThat(status(id)).as("nothing but the repair").isEqualTo("scheduled");
        fire(id, "publicationStarts");
        assertThat(events(id)).endsWith("vetting:permitted", "published");
        assertThat(anybody().get("/news/" + number(id)).status()).isEqualTo(200);
        assertThat(runtimeService.getActiveActivityIds(instance(id))).containsExactly("onWebsite");
    }

    @Test
    void aTimerThatWasSetForAnotherDayIsSetBack() {
        Instant until = clock.instant().plus(Duration.ofDays(30)).truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
        String id = published(until);
        managementService.setJobDuedate(end(id).getId(), Date.from(until.plus(Duration.ofDays(300))));

        reconciliation.reconcile();

        assertThat(end(id).getDuedate()).isEqualTo(Date.from(until));
    }

    @Test
    @Tag("database")
    void aTakedownThatWasTriedInVainIsTriedAgainAndCountedUntilThen() {
        String id = published();
        long before = overdue();
        managementService.setJobRetries(end(id).getId(), 0);
        clock.advance(Duration.ofDays(31));
        assertThat(overdue()).isGreaterThan(before);

        reconciliation.reconcile();

        assertThat(end(id).getRetries()).isEqualTo(1);
        long counted = overdue();
        fire(id, "periodEnds");
        assertThat(status(id)).isEqualTo("taken-down");
        assertThat(overdue()).isEqualTo(counted - 1);
    }

    @Test
    void aReminderThatWasTriedInVainIsTriedAgain() {
        String id = submit("finance-staff");
        List<Job> timers = managementService
                .createJobQuery()
                .processInstanceId(instance(id))
                .activityId("certify")
                .list();
        timers.forEach(timer -> managementService.setJobRetries(timer.getId(), 0));

        reconciliation.reconcile();

        assertThat(timers).hasSize(2).allSatisfy(timer -> assertThat(managementService
                        .createJobQuery()
                        .jobId(timer.getId())
                        .singleResult()
                        .getRetries())
                .isEqualTo(1));
    }

    @Test
    void aSuspensionInTheWayIsRaisedOnceAndSettledWhenItIsGone() {
        String id = published();
        runtimeService.suspendProcessInstanceById(instance(id));
        reconciliation.reconcile();
        assertThat(raised(id)).isEmpty();
        clock.advance(Duration.ofDays(31));

        reconciliation.reconcile();
        reconciliation.reconcile();

        assertThat(raised(id)).singleElement().satisfies(incident -> assertThat(incident.getIncidentMessage())
                .isEqualTo(messages.getMessage(
                        "reconciliation.suspended", new Object[] {number(id)}, Locale.forLanguageTag("th"))));
        runtimeService.activateProcessInstanceById(instance(id));
        fire(id, "periodEnds");
        reconciliation.reconcile();
        assertThat(raised(id)).isEmpty();
    }

    @Test
    @Tag("database")
    void aWebsiteThatShowsSomethingForLongerThanPermittedIsRaised() {
        String id = published();
        jdbc.sql("update publication set publish_until = ? where request_id = ?")
                .params(java.time.OffsetDateTime.now().plusYears(1), id)
                .update();

        reconciliation.reconcile();

        assertThat(raised(id)).hasSize(1);
        ok(as("web-officer").post("/api/requests/" + id + "/withdrawal", "{\"reason\": \"เผยแพร่เกินกำหนด\"}"));
        reconciliation.reconcile();
        assertThat(raised(id)).isEmpty();
    }

    @Test
    @Tag("database")
    void messagesThatNobodyTookAreRaisedOnceUntilNoneIsLeft() {
        String number = number(submit("finance-staff"));
        runDue();
        jdbc.sql("update message set state = 'FAILED' where number = ?")
                .param(number)
                .update();

        reconciliation.reconcile();
        reconciliation.reconcile();

        assertThat(aboutMessages()).singleElement().satisfies(incident -> assertThat(incident.getIncidentMessage())
                .contains("ส่งไม่สำเร็จ", "/desk/failed-messages"));
        jdbc.sql("update message set state = 'DISCARDED' where number = ?")
                .param(number)
                .update();
        reconciliation.reconcile();
        assertThat(aboutMessages()).isEmpty();
    }

    @Test
    @Tag("database")
    void whatPeopleCouldNotBeToldForHoursIsRaisedUntilTheyAre() {
        String id = submit("finance-staff");
        jdbc.sql("alter table message add constraint to_nobody check (recipient <> 'finance-director') "
                        + (onPostgres() ? "not valid" : "nocheck"))
                .update();
        try {
            runDue();
            reconciliation.reconcile();
            assertThat(raised(id)).as("tried again in a minute").isEmpty();
            for (int time = 1; time < 8; time++) {
                clock.advance(Duration.ofHours(5));
                runDue();
            }
            reconciliation.reconcile();
            reconciliation.reconcile();
            assertThat(raised(id)).singleElement().satisfies(incident -> assertThat(incident.getIncidentMessage())
                    .contains(number(id), "แจ้งผู้เกี่ยวข้องไม่ได้"));
        } finally {
            jdbc.sql("alter table message drop constraint to_nobody").update();
        }
        clock.advance(Duration.ofDays(1));
        runDue();
        reconciliation.reconcile();
        assertThat(raised(id)).isEmpty();
    }

    private List<Incident> aboutMessages() {
        return runtimeService
                .createIncidentQuery()
                .incidentType(ReconciliationModel.INCIDENT)
                .configuration("messages-failed")
                .list();
    }

    @Test
    void whatIsRightIsLeftAlone() {
        List<String> all = List.of(submit("finance-staff"), certified(), standing("scheduled"), published());
        List<String> before = all.stream().map(this::instance).toList();

        reconciliation.reconcile();

        assertThat(all.stream().map(this::instance)).isEqualTo(before);
        assertThat(all).allSatisfy(id -> assertThat(raised(id)).isEmpty());
    }

    @Test
    void onlyAdministratorsReadMetrics() {
        assertThat(anybody().get(METRIC).status()).isEqualTo(401);
        assertThat(as("finance-director").get(METRIC).status()).isEqualTo(403);
        assertThat(as("admin").get("/actuator/env").status()).isEqualTo(404);
        assertThat(anybody().get("/actuator").status()).isEqualTo(404);
        // Down or up: in tests the engine's own clock work stands still.
        assertThat(anybody().get("/actuator/health").text())
                .matches("\\{\"status\":\"\\w+\",\"groups\":\\[\"liveness\",\"readiness\"]}");
    }

    @Test
    void theModelWaitsForTheMessageUnderItsNames() {
        BpmnModelInstance model = Bpmn.readModelFromFile(new java.io.File("processes/reconciliation.bpmn"));

        assertThat((Object) model.getModelElementById(ReconciliationModel.PROCESS))
                .isNotNull();
        ReceiveTask unsettled = model.getModelElementById(ReconciliationModel.UNSETTLED);
        assertThat(unsettled.getMessage().getName()).isEqualTo(ReconciliationModel.DIFFERENCE_SETTLED);
    }

    private String standing(String status) {
        return switch (status) {
            case "awaiting-certification" -> submit("finance-staff");
            case "awaiting-vetting" -> certified();
            case "returned" -> {
                String id = submit("finance-staff");
                ok(certification("finance-director", id, RETURNED));
                yield id;
            }
            case "scheduled" -> {
                String id = submit(
                        "finance-staff",
                        submission("ประกาศล่วงหน้า")
                                .put(
                                        "publishFrom",
                                        clock.instant().plus(Duration.ofDays(1)).toString()));
                ok(certification("finance-director", id, CERTIFIED));
                ok(vetting("web-officer", id, PERMITTED));
                yield id;
            }
            default -> published();
        };
    }

    private static void ok201(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 201);
    }

    private String instance(String id) {
        return request(id).get("processInstanceId").asText();
    }

    private Job end(String id) {
        return managementService
                .createJobQuery()
                .processInstanceId(instance(id))
                .activityId("periodEnds")
                .singleResult();
    }

    private long overdue() {
        return as("admin").get(METRIC).json().at("/measurements/0/value").asLong();
    }

    private List<Incident> raised(String id) {
        return runtimeService.createIncidentQuery().incidentType(ReconciliationModel.INCIDENT).list().stream()
                .filter(incident -> number(id)
                        .equals(runtimeService.getVariable(
                                incident.getProcessInstanceId(), ReconciliationModel.NUMBER)))
                .toList();
    }
}
