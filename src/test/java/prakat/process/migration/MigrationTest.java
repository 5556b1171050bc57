package prakat.process.migration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.camunda.bpm.application.AbstractProcessApplication;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import prakat.ProgramTest;
import prakat.calendar.Holidays;
import prakat.process.engine.DefinitionCache;

/** Requests that were started before a model changed go on in the new one. */
@Order(1)
@ExtendWith(OutputCaptureExtension.class)
class MigrationTest extends ProgramTest {

    private static final Path MODEL = Path.of("processes/publication.bpmn");

    /** The model as it was before owners were asked and publications reviewed. */
    private static final Path WITHOUT_UPKEEP = Path.of("src/test/resources/processes/publication-without-upkeep.bpmn");

    /** The models as they were when a process of its own watched over each deadline. */
    private static final Path WATCHED = Path.of("src/test/resources/processes/watched");

    private static final String OF_DEFINITION =
            "exists (select 1 from act_re_procdef d where d.id_ = ? and d.deployment_id_ = act_ge_bytearray.deployment_id_"
                    + " and d.resource_name_ = act_ge_bytearray.name_)";

    @Autowired
    private RepositoryService repositoryService;

    @Autowired
    private Migration migration;

    @Autowired
    private DefinitionCache cache;

    @Autowired
    private RecurringTask<Void> reconciling;

    @Autowired
    private AbstractProcessApplication application;

    @Autowired
    private Holidays holidays;

    private final List<String> deployments = new ArrayList<>();

    @AfterEach
    void backToTheModelOfTheStart() {
        deployments.forEach(deployment -> repositoryService.deleteDeployment(deployment, true));
    }

    @Test
    @Tag("database")
    void requestsInFlightGoOnInTheNewModel() throws IOException {
        deploy(withoutExtension());
        Instant until = clock.instant().plus(Duration.ofDays(2)).truncatedTo(ChronoUnit.SECONDS);
        String onWebsite = published(until);
        String awaiting = submit("finance-staff");
        String scheduled = given().permit(given().certify(given().submit(
                                "finance-staff",
                                submission("ประกาศล่วงหน้า")
                                        .put(
                                                "publishFrom",
                                                until.minusSeconds(60).toString()))))
                .get("id")
                .asText();
        Map<String, Instant> start = timers(scheduled);
        assertThat(start).containsOnlyKeys("publicationStarts");
        String waiting = instance(scheduled).getId();
        String task = task(awaiting);
        String before = instance(onWebsite).getProcessDefinitionId();
        deploy(Files.readString(MODEL));

        migration.migrate();

        assertThat(instance(onWebsite).getProcessDefinitionId()).isNotEqualTo(before);
        assertThat(instance(awaiting).getProcessDefinitionId())
                .isEqualTo(instance(onWebsite).getProcessDefinitionId());
        assertThat(instance(scheduled).getProcessDefinitionId())
                .isEqualTo(instance(onWebsite).getProcessDefinitionId());
        assertThat(instance(scheduled).getId()).isEqualTo(waiting);
        assertThat(timers(scheduled)).isEqualTo(start);
        assertThat(task(awaiting)).as("the very task that people have open").isEqualTo(task);
        assertThat(taskService
                        .createTaskQuery()
                        .taskId(task)
                        .singleResult()
                        .getDueDate()
                        .toInstant())
                .as("came up before there were deadlines, and has its full time from now on")
                .isEqualTo(holidays.workingDays().closingAfter(clock.instant(), 3));
        assertThat(timersOfTask(awaiting)).hasSize(2);
        ok(certification("finance-director", awaiting, CERTIFIED));
        ok(vetting("web-officer", awaiting, PERMITTED));
        assertThat(as("finance-staff")
                        .post(
                                "/api/requests/" + onWebsite + "/extension",
                                "{\"publishUntil\": \"%s\", \"reason\": \"ประชาชนยังใช้ข้อมูลนี้อยู่\"}"
                                        .formatted(until.plus(Duration.ofDays(3))))
                        .status())
                .as("what only the new model can")
                .isEqualTo(200);
        clock.advance(Duration.ofDays(2));
        fire(onWebsite, "periodEnds");
        assertThat(status(onWebsite)).isEqualTo("taken-down");
        fire(scheduled, "publicationStarts");
        assertThat(status(scheduled)).isEqualTo("published");
    }

    @Test
    void whatIsOnTheWebsiteIsReviewedAndItsOwnerAskedFromNowOn() throws IOException {
        deploy(Files.readString(WITHOUT_UPKEEP));
        Instant until = clock.instant().plus(Duration.ofDays(300)).truncatedTo(ChronoUnit.SECONDS);
        Instant began = clock.instant();
        String id = published(until);
        String extended = published(until);
        ok(as("finance-staff")
                .post(
                        "/api/requests/" + extended + "/extension",
                        "{\"publishUntil\": \"%s\", \"reason\": \"ประชาชนยังใช้ข้อมูลนี้อยู่\"}"
                                .formatted(until.plus(Duration.ofDays(3)))));
        assertThat(timers(id)).containsOnlyKeys("periodEnds");
        deploy(Files.readString(MODEL));
        clock.advance(Duration.ofDays(10));

        migration.migrate();

        Map<String, Instant> timers = timers(id);
        assertThat(timers).containsOnlyKeys("periodEnds", "endNear", "reviewDue");
        assertThat(timers.get("endNear")).isEqualTo(until.minus(Duration.ofDays(14)));
        assertThat(timers.get("reviewDue"))
                .as("counted from its first day on the website")
                .isBetween(
                        began.plus(Duration.ofDays(180)).minusSeconds(1),
                        began.plus(Duration.ofDays(180)).plusSeconds(60));

        clock.advance(Duration.ofDays(10));
        deploy(Files.readString(MODEL));
        migration.migrate();
        assertThat(timers(id)).as("once is enough, and nothing begins anew").isEqualTo(timers);

        ok(as("finance-director").post("/api/requests/" + extended + "/extension/certification", CERTIFIED));
        ok(as("web-officer").post("/api/requests/" + extended + "/extension/vetting", PERMITTED));
        clock.advance(Duration.ofDays(161));
        fire(id, "reviewDue");
        assertThat(events(id)).endsWith("published", "review-due");
        clock.advance(Duration.ofDays(106));
        fire(id, "endNear");
        assertThat(events(id)).endsWith("review-due", "end-announced");
        clock.advance(Duration.ofDays(14));
        fire(id, "periodEnds");
        assertThat(status(id)).isEqualTo("taken-down");
        assertThat(status(extended)).isEqualTo("published");
    }

    @Test
    void aNewModelLeavesTheDatesOfOpenTasksAsTheyWereSet() throws IOException {
        deployPresent();
        String id = submit("finance-staff");
        String other = submit("hr-staff");
        List<Instant> timers = timersOfTask(id);
        List<Instant> timersOfOther = timersOfTask(other);
        clock.advance(Duration.between(clock.instant(), timers.get(0)).plusSeconds(1));
        deployPresent();
        migration.migrate();
        assertThat(timersOfTask(id)).isEqualTo(timers);
        assertThat(timersOfTask(other)).isEqualTo(timersOfOther);
        assertThat(timersOfTask(submit("finance-staff"))).hasSize(2);

        fire(id, "certify");
        deployPresent();
        migration.migrate();

        assertThat(timersOfTask(id)).as("reminded of once").isEqualTo(timers.subList(1, 2));
        assertThat(timersOfTask(other)).isEqualTo(timersOfOther);
        clock.advance(Duration.between(clock.instant(), timers.get(1)).plusSeconds(1));
        fire(id, "certify");
        assertThat(events(id)).containsExactly("submitted", "reminded", "escalated");
    }

    /** A task that is open, until what its deadline is watched over, and when it was to be reminded of and escalated. */
    private record Watched(String step, String until, String id, String task, Instant reminder, Instant escalation) {

        @Override
        public String toString() {
            return step + " until " + until;
        }

        private List<Instant> left() {
            return switch (until) {
                case "reminderDue" -> List.of(reminder, escalation);
                case "escalationDue" -> List.of(escalation);
                default -> List.of();
            };
        }
    }

    @Test
    void openTasksKeepTheDatesThatWereWatchedOver() throws IOException {
        deployWatched();
        // Time passes until the first of them, and for none after it.
        List<Watched> all = List.of(
                watched("reviewCurrency", "reminderDue"),
                watched("certify", "reminderDue"),
                watched("certify", "escalationDue"),
                watched("certify", "escalated"),
                watched("vet", "reminderDue"),
                watched("revise", "reminderDue"),
                watched("certifyExtension", "reminderDue"),
                watched("vetExtension", "escalationDue"));
        deployPresent();

        migration.migrate();

        assertThat(all).allSatisfy(one -> {
            assertThat(openTask(one.id()).getId())
                    .as("the very task that people have open")
                    .isEqualTo(one.task());
            assertThat(timersOfTask(one.id())).containsExactlyElementsOf(one.left());
            assertNothingIsLeftBehind(one.id());
        });
        clock.advance(Duration.ofDays(16));
        assertThat(all).allSatisfy(one -> {
            List<Job> left = managementService
                    .createJobQuery()
                    .processInstanceId(openTask(one.id()).getProcessInstanceId())
                    .activityId(one.step())
                    .orderByJobDuedate()
                    .asc()
                    .list();
            left.forEach(job -> managementService.executeJob(job.getId()));
            assertThat(events(one.id()))
                    .filteredOn(Set.of("reminded", "escalated")::contains)
                    .isEqualTo(List.of("reminded", "escalated").subList(2 - left.size(), 2));
            complete(one.id(), one.step());
            assertThat(timersOfTask(one.id())).doesNotContain(one.reminder(), one.escalation());
        });
    }

    private Watched watched(String step, String until) {
        String id = waitingAt(step);
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Watched watched = new Watched(
                step, until, id, openTask(id).getId(), now.plus(Duration.ofDays(2)), now.plus(Duration.ofDays(15)));
        watch(id, until, watched.reminder(), watched.escalation());
        return watched;
    }

    @ParameterizedTest
    @ValueSource(strings = {"vetExtension", "reviewCurrency", "onWebsite", "asked"})
    void whatIsOnTheWebsiteWaitsForTheDayOnWhichItsOwnerIsAsked(String at) throws IOException {
        deployWatched();
        String id = waitingAt(at);
        Instant until =
                OffsetDateTime.parse(request(id).get("publishUntil").asText()).toInstant();
        deployPresent();

        migration.migrate();
        migration.migrate();

        assertThat(timers(id)).containsOnlyKeys("periodEnds", "endNear", "reviewDue");
        Instant day = until.minus(Duration.ofDays(14));
        assertThat(timers(id).get("endNear")).isEqualTo(at.equals("asked") ? day.plus(Duration.ofDays(3650)) : day);
        assertNothingIsLeftBehind(id);
        clock.advance(Duration.between(clock.instant(), day).plusSeconds(1));
        if (!at.equals("asked")) {
            fire(id, "endNear");
        }
        assertThat(events(id)).containsOnlyOnce("end-announced");
        clock.advance(Duration.ofDays(14));
        fire(id, "periodEnds");
        assertThat(status(id)).isEqualTo("taken-down");
        assertThat(managementService
                        .createJobQuery()
                        .processInstanceId(request(id).get("processInstanceId").asText())
                        .count())
                .isZero();
    }

    @Test
    void whoseReminderIsOverdueWhenTheModelChangesIsAskedAllTheSame() throws IOException {
        deployWatched();
        String id = waitingAt("onWebsite");
        clock.advance(Duration.ofDays(190));
        deployPresent();

        migration.migrate();

        clock.advance(Duration.ofSeconds(2));
        fire(id, "endNear");
        assertThat(events(id)).endsWith("published", "end-announced");
    }

    @Test
    @Tag("database")
    void aRequestWhoseInstanceCannotBeMovedIsStartedAnewAtItsStepAndHoldsUpNoOther(CapturedOutput log)
            throws IOException {
        String gone = "<camunda:taskListener event=\"%s\" expression=\"${deadlines.gone(task)}\" />";
        deploy(Files.readString(MODEL)
                .replace("\"certify\"", "\"approve\"")
                .replaceFirst(
                        "<camunda:taskListener event=\"complete\"",
                        Matcher.quoteReplacement(gone.formatted("complete") + gone.formatted("delete")) + "$0"));
        String stuck = submit("finance-staff");
        String fine = submit(
                "hr-staff",
                submission("ประกาศล่วงหน้า")
                        .put(
                                "publishFrom",
                                clock.instant().plus(Duration.ofDays(1)).toString()));
        runtimeService
                .createProcessInstanceModification(instance(fine).getId())
                .cancelAllForActivity("approve")
                .startBeforeActivity("publicationStarts")
                .execute(true, false);
        String moved = instance(fine).getId();
        String notMoved = instance(stuck).getId();
        deploy(Files.readString(MODEL));

        migration.migrate();

        assertThat(instance(fine).getId()).isEqualTo(moved);
        assertThat(instance(stuck).getId()).isNotEqualTo(notMoved);
        assertThat(List.of(stuck, fine))
                .allSatisfy(
                        id -> assertThat(instance(id).getProcessDefinitionId()).isEqualTo(newest()));
        assertThat(log)
                .contains(notMoved + " of request " + stuck + " cannot be moved")
                .contains("Request " + stuck + " was started anew");
        ok(certification("finance-director", stuck, CERTIFIED));
        assertThat(events(stuck)).containsExactly("submitted", "certification:certified", "handed-over");
    }

    @Test
    @Tag("database")
    void aModelFromWhichNoWayLeadsOnKeepsNoOtherBackAndIsTriedAgainOnTheNextStart(CapturedOutput log)
            throws IOException {
        deployPresent();
        String broken = newest();
        String stuck = submit("finance-staff");
        deployPresent();
        String fine = submit("hr-staff");
        deployPresent();
        byte[] model = breakModel(broken);
        try {
            migration.migrate();

            assertThat(instance(fine).getProcessDefinitionId()).isEqualTo(newest());
            assertThat(instance(stuck).getProcessDefinitionId()).isEqualTo(broken);
            assertThat(log)
                    .contains("No instance of " + broken + " can be moved")
                    .contains("of request " + stuck + " stays in its version");
        } finally {
            write(model, broken);
        }

        migration.migrate();

        assertThat(instance(stuck).getProcessDefinitionId()).isEqualTo(newest());
        ok(certification("finance-director", stuck, CERTIFIED));
    }

    /** The engine can no longer read it, as after an update of the engine; answers what it read before. */
    private byte[] breakModel(String definition) {
        byte[] model = jdbc.sql("select bytes_ from act_ge_bytearray where " + OF_DEFINITION)
                .param(definition)
                .query(byte[].class)
                .single();
        write("<no model".getBytes(StandardCharsets.UTF_8), definition);
        return model;
    }

    /** What {@code DELETE …/process-definition/key/publication?cascade=true} leaves behind, for all models. */
    @Test
    void anEngineThatLostItsModelsGetsThemBackAndEachRequestItsStep() {
        Map<String, String> steps = Map.of(
                submit("finance-staff"), "certify",
                id(given().certified("รอกลั่นกรอง")), "vet",
                id(given().returned("ส่งกลับ")), "revise",
                published(clock.instant().plus(Duration.ofDays(2))), "onWebsite");
        for (String model : LostModels.MODELS) {
            repositoryService
                    .deleteProcessDefinitions()
                    .byKey(model)
                    .cascade()
                    .skipCustomListeners()
                    .skipIoMappings()
                    .delete();
        }
        assertThat(runtimeService.createProcessInstanceQuery().count()).isZero();

        migration.migrate();
        reconciling.executeRecurringly(null, null);

        steps.forEach((request, step) -> assertThat(
                        runtimeService.getActiveActivityIds(instance(request).getId()))
                .as(request)
                .contains(step));
        assertThat(vetting("web-officer", keyOf(steps, "vet"), PERMITTED).status())
                .isEqualTo(200);
    }

    private static String id(JsonNode request) {
        return request.get("id").asText();
    }

    private static String keyOf(Map<String, String> map, String value) {
        return map.entrySet().stream()
                .filter(entry -> entry.getValue().equals(value))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private void write(byte[] model, String definition) {
        jdbc.sql("update act_ge_bytearray set bytes_ = ? where " + OF_DEFINITION)
                .params(model, definition)
                .update();
        cache.forget(definition);
    }

    private String newest() {
        return repositoryService
                .createProcessDefinitionQuery()
                .processDefinitionKey("publication")
                .latestVersion()
                .singleResult()
                .getId();
    }

    /** At that step, in the models in which a process watched over each deadline and a token waited for the end. */
    private String waitingAt(String step) {
        if (step.equals("certify")) {
            return submit("finance-staff");
        }
        if (step.equals("revise")) {
            String id = submit("finance-staff");
            ok(certification("finance-director", id, RETURNED));
            return id;
        }
        if (step.equals("vet")) {
            return certified();
        }
        String id = published(clock.instant().plus(Duration.ofDays(200)).truncatedTo(ChronoUnit.SECONDS));
        switch (step) {
            case "certifyExtension", "vetExtension" -> {
                ok(as("finance-staff")
                        .post(
                                "/api/requests/" + id + "/extension",
                                "{\"publishUntil\": \"%s\", \"reason\": \"ประชาชนยังใช้ข้อมูลนี้อยู่\"}"
                                        .formatted(clock.instant().plus(Duration.ofDays(203)))));
                if (step.equals("vetExtension")) {
                    ok(as("finance-director").post("/api/requests/" + id + "/extension/certification", CERTIFIED));
                }
            }
            case "reviewCurrency" -> {
                clock.advance(Duration.ofDays(181));
                fire(id, "reviewDue");
            }
            case "asked" -> {
                clock.advance(Duration.ofDays(190));
                managementService
                        .createJobQuery()
                        .processInstanceId(instance(id).getId())
                        .activityId("endNear")
                        .list()
                        .forEach(job -> managementService.executeJob(job.getId()));
                assertThat(events(id)).endsWith("end-announced");
            }
            default -> assertThat(timers(id)).containsKey("endNear");
        }
        return id;
    }

    private void complete(String id, String step) {
        ok(
                switch (step) {
                    case "certify" -> certification("finance-director", id, CERTIFIED);
                    case "vet" -> vetting("web-officer", id, PERMITTED);
                    case "revise" -> as("finance-staff")
                            .post(
                                    "/api/requests/" + id + "/revisions",
                                    submission("ฉบับแก้ไข").toString());
                    case "certifyExtension" -> as("finance-director")
                            .post("/api/requests/" + id + "/extension/certification", CERTIFIED);
                    case "vetExtension" -> as("web-officer")
                            .post("/api/requests/" + id + "/extension/vetting", PERMITTED);
                    default -> as("web-officer")
                            .post("/api/requests/" + id + "/review", "{\"outcome\": \"confirmed\"}");
                });
    }

    /** Has an instance watch over the open task, as the program did: until the reminder, the escalation, or no more. */
    private void watch(String id, String until, Instant reminder, Instant escalation) {
        Task task = openTask(id);
        String watch = runtimeService
                .createProcessInstanceByKey("deadline")
                .setVariables(Map.of(
                        "taskId", task.getId(),
                        "request", id,
                        "number", number(id),
                        "dueAt", escalation.toString(),
                        "reminderAt", reminder.toString(),
                        "escalationAt", escalation.toString()))
                .startBeforeActivity(until.equals("reminderDue") ? "reminderDue" : "escalationDue")
                .execute()
                .getId();
        task.setDueDate(Date.from(escalation));
        taskService.saveTask(task);
        taskService.setVariableLocal(task.getId(), "watchedBy", watch);
        if (until.equals("escalated")) {
            taskService.setVariableLocal(task.getId(), "escalated", true);
            runtimeService
                    .createMessageCorrelation("stepTaken")
                    .processInstanceId(watch)
                    .correlateAll();
        }
    }

    private void assertNothingIsLeftBehind(String id) {
        assertThat(runtimeService
                        .createProcessInstanceQuery()
                        .processDefinitionKey("deadline")
                        .count())
                .isZero();
        assertThat(managementService
                        .createJobQuery()
                        .processDefinitionKey("deadline")
                        .count())
                .isZero();
        assertThat(runtimeService
                        .createVariableInstanceQuery()
                        .variableName("watchedBy")
                        .count())
                .isZero();
        assertThat(runtimeService
                        .createExecutionQuery()
                        .processInstanceId(instance(id).getId())
                        .activityId("endNear")
                        .count())
                .isZero();
    }

    private Task openTask(String id) {
        return taskService
                .createTaskQuery()
                .processVariableValueEquals("number", number(id))
                .singleResult();
    }

    /** When the timers of the open task fire, the earliest first; none where no task is open. */
    private List<Instant> timersOfTask(String id) {
        Task task = openTask(id);
        return task == null
                ? List.of()
                : managementService
                        .createJobQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .activityId(task.getTaskDefinitionKey())
                        .orderByJobDuedate()
                        .asc()
                        .list()
                        .stream()
                        .map(job -> job.getDuedate().toInstant())
                        .toList();
    }

    /** When which timers of a request fire. */
    private Map<String, Instant> timers(String id) {
        return managementService.createJobQuery().processInstanceId(instance(id).getId()).list().stream()
                .collect(Collectors.toMap(
                        job -> managementService
                                .createJobDefinitionQuery()
                                .jobDefinitionId(job.getJobDefinitionId())
                                .singleResult()
                                .getActivityId(),
                        job -> job.getDuedate().toInstant()));
    }

    /** The model as it was before owners could ask for an extension. */
    private static String withoutExtension() throws IOException {
        return Files.readString(WITHOUT_UPKEEP)
                .replaceAll("(?s)<bpmn:boundaryEvent id=\"extensionRequested\".*?</bpmn:boundaryEvent>", "")
                .replaceAll("(?s)<bpmn:callActivity.*?</bpmn:callActivity>", "")
                .replaceAll("(?s)<bpmn:endEvent id=\"extensionDecided\".*?</bpmn:endEvent>", "")
                .replaceAll("<bpmn:sequenceFlow id=\"(requestedToExtend|extendToDecided)\"[^>]*/>", "");
    }

    /** The models with watched deadlines; what they called then and is no more is left out. */
    private void deployWatched() throws IOException {
        for (String name : List.of("deadline", "extension", "review", "publication")) {
            deploy(
                    name,
                    Files.readString(WATCHED.resolve(name + ".bpmn"))
                            .replaceAll("<camunda:taskListener [^>]*stepTaken[^>]*/>", "")
                            .replace("${procedure.reminderDay(execution)}", "${publishUntil}")
                            .replace("${procedure.isReminderToCome(execution)}", "${1 == 2}"));
        }
    }

    private void deployPresent() throws IOException {
        for (String name : List.of("extension", "review", "publication")) {
            deploy(name, Files.readString(Path.of("processes", name + ".bpmn")));
        }
    }

    private void deploy(String model) {
        deploy("publication", model);
    }

    private void deploy(String name, String model) {
        String deployment = repositoryService
                .createDeployment()
                .addString("processes/" + name + ".bpmn", model)
                .deploy()
                .getId();
        managementService.registerProcessApplication(deployment, application.getReference());
        deployments.add(deployment);
    }

    private ProcessInstance instance(String id) {
        return runtimeService
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(id)
                .rootProcessInstances()
                .singleResult();
    }
}
