package prakat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import prakat.request.PublicationRequest;

/** The engine, the record and the callers, all at the same time: both happen or neither, and nothing twice. */
@Tag("database")
class TogetherTest extends ProgramTest {

    @Autowired
    private EntityManager entities;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void fiftySubmissionsAtOnceGetFiftyNumbersWithoutAGap() throws Exception {
        List<Answer> answers = atOnce(50, () -> as("finance-staff")
                .post("/api/requests", submission("พร้อมกัน").toString()));

        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer.status()).as(answer.toString()).isEqualTo(201));
        List<Integer> numbers = answers.stream()
                .map(answer -> answer.json().get("number").asText())
                .map(number -> Integer.valueOf(number.substring("2570-".length())))
                .sorted()
                .toList();
        assertThat(numbers).doesNotHaveDuplicates();
        assertThat(numbers.get(49) - numbers.get(0)).as("no gaps").isEqualTo(49);
    }

    @Test
    void aRefusedSubmissionUsesUpNoNumber() {
        int before = running(submit("finance-staff"));
        Map<String, byte[]> program = Map.of("a.pdf", "MZ\u0000\u0001".getBytes(StandardCharsets.ISO_8859_1));
        Answer refused = as("finance-staff")
                .post("/api/requests", submission("ไฟล์ต้องห้าม").toString(), program);
        assertThat(refused.status()).isEqualTo(415);
        assertThat(running(submit("finance-staff"))).isEqualTo(before + 1);
    }

    @Test
    void whoReadsARequestWhileItIsRevisedReadsOneVersionOfIt() {
        String id = submit("finance-staff");
        ok(certification("finance-director", id, RETURNED));
        transaction.executeWithoutResult(status -> {
            PublicationRequest request = entities.find(PublicationRequest.class, id);
            ok(as("finance-staff")
                    .post(
                            "/api/requests/" + id + "/revisions",
                            submission("ฉบับแก้ไข").toString()));
            assertThat(request.current().round()).isEqualTo(request.round());
        });
    }

    @Test
    void theSameKeyTwentyTimesAtOnceMakesOneRequest() throws Exception {
        String key = "key-" + Given.unique();
        String body = submission("ส่งซ้ำ").toString();
        List<Answer> answers =
                atOnce(20, () -> as("finance-staff").post("/api/requests", body, "Idempotency-Key", key));

        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer.status()).as(answer.toString()).isEqualTo(201));
        assertThat(answers.stream().map(answer -> answer.json().get("id").asText()))
                .as("one request")
                .containsOnly(answers.get(0).json().get("id").asText());
        Answer other = as("finance-staff")
                .post("/api/requests", submission("อย่างอื่น").toString(), "Idempotency-Key", key);
        assertThat(other.status()).isEqualTo(409);
        String title = "ก, summary=ข";
        String alike = "key-alike-" + key;
        as("finance-staff")
                .post("/api/requests", submission(title).put("summary", "ค").toString(), "Idempotency-Key", alike);
        assertThat(as("finance-staff")
                        .post(
                                "/api/requests",
                                submission("ก").put("summary", "ข, summary=ค").toString(),
                                "Idempotency-Key",
                                alike)
                        .status())
                .isEqualTo(409);
        Answer ofAnother = as("hr-staff").post("/api/requests", body, "Idempotency-Key", key);
        assertThat(ofAnother.status()).isEqualTo(201);
        assertThat(ofAnother.json().get("id"))
                .isNotEqualTo(answers.get(0).json().get("id"));
    }

    @Test
    void twoDecisionsAtOnceAreOneDecision() throws Exception {
        String id = submit("finance-staff");
        List<Answer> answers = atOnce(8, () -> certification("finance-director", id, CERTIFIED));
        assertThat(answers.stream().map(Answer::status).toList())
                .containsOnlyOnce(200)
                .allMatch(status -> status == 200 || status == 409);
        assertThat(events(id)).containsOnlyOnce("certification:certified");
    }

    @Test
    void aRefusalLeavesTheTaskOpenAndNoRecord() {
        String id = submit("finance-staff");
        String task = task(id);
        assertThatThrownBy(() -> taskService.complete(task, Map.of("outcome", "certified")))
                .as("nobody is signed in")
                .hasMessageContaining("not-staff");
        assertThat(certification("finance-director", id, "{\"outcome\": \"returned\"}")
                        .status())
                .isEqualTo(400);
        assertThat(task(id)).isEqualTo(task);
        assertThat(events(id)).containsExactly("submitted");
    }

    @Test
    void aFailureOfTheEngineLeavesNoRecord() {
        String id = submit("finance-staff");
        String task = task(id);
        jdbc.sql("alter table act_ru_task add constraint no_vetting check (task_def_key_ <> 'vet') "
                        + (onPostgres() ? "not valid" : "nocheck"))
                .update();
        try {
            Answer answer = certification("finance-director", id, CERTIFIED);
            assertThat(answer.status()).as(answer.toString()).isEqualTo(500);
            assertThat(answer.json().get("detail").asText()).contains("ไม่มีการบันทึก");
        } finally {
            jdbc.sql("alter table act_ru_task drop constraint no_vetting").update();
        }
        assertThat(status(id)).isEqualTo("awaiting-certification");
        assertThat(events(id)).containsExactly("submitted");
        assertThat(task(id)).isEqualTo(task);
        ok(certification("finance-director", id, CERTIFIED));
    }

    @Test
    void aFailureOfTheDatabaseLeavesNothingInTheEngine() {
        long before = runtimeService.createProcessInstanceQuery().count();
        jdbc.sql("alter table history_entry add constraint nothing_new check (event <> 'submitted') "
                        + (onPostgres() ? "not valid" : "nocheck"))
                .update();
        try {
            Answer answer = as("finance-staff")
                    .post("/api/requests", submission("ล้มเหลว").toString());
            assertThat(answer.status()).as(answer.toString()).isEqualTo(500);
        } finally {
            jdbc.sql("alter table history_entry drop constraint nothing_new").update();
        }
        assertThat(runtimeService.createProcessInstanceQuery().count()).isEqualTo(before);
    }

    @Test
    void theRecordCannotBeChangedInTheDatabase() {
        String id = published();
        for (String change : List.of(
                "update history_entry set reason = 'x'",
                "delete from history_entry where request_id = '" + id + "'",
                "update revision set title = 'x'",
                "delete from attachment",
                "delete from revision_disclosure")) {
            assertThatThrownBy(() -> jdbc.sql(change).update()).as(change).hasMessageContaining("append-only");
        }
    }

    @Test
    void whatWasTamperedWithIsNeitherCertifiedNorPublished() throws IOException {
        String text = "เดิม " + Given.unique();
        Answer made = as("finance-staff")
                .post(
                        "/api/requests",
                        submission("ถูกแก้ไขในที่เก็บ").toString(),
                        Map.of("a.txt", text.getBytes(StandardCharsets.UTF_8)));
        String id = made.json().get("id").asText();
        Path file = stored(made.json().at("/attachments/0/sha256").asText());
        Files.writeString(file, "แก้ไข");
        assertThat(certification("finance-director", id, CERTIFIED).status()).isEqualTo(409);
        Files.delete(file);
        assertThat(certification("finance-director", id, CERTIFIED).status()).isEqualTo(409);
        Files.writeString(file, text);
        ok(certification("finance-director", id, CERTIFIED));
        Files.writeString(file, "แก้ไข");

        Answer answer = vetting("web-officer", id, PERMITTED);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(409);
        assertThat(status(id)).isEqualTo("awaiting-vetting");
        assertThat(anybody().get("/news/" + number(id)).status()).isEqualTo(404);

        Answer byTask = as("web-officer")
                .post(
                        "/engine-rest/task/" + task(id) + "/complete",
                        """
                        {"variables": {"outcome": {"value": "permitted"}, "accurate": {"value": true},
                         "complete": {"value": true}, "current": {"value": true}, "constructive": {"value": true},
                         "transparent": {"value": true}, "ethical": {"value": true}}}""");
        assertThat(byTask.status()).as(byTask.toString()).isEqualTo(409);
    }

    @Test
    void aTimerThatFailsIsAnIncident() {
        String id = published(clock.instant().plus(Duration.ofDays(1)));
        String instance = request(id).get("processInstanceId").asText();
        String job = managementService
                .createJobQuery()
                .processInstanceId(instance)
                .activityId("periodEnds")
                .singleResult()
                .getId();
        clock.advance(Duration.ofDays(2));
        jdbc.sql("alter table history_entry add constraint no_takedown check (event <> 'taken-down') "
                        + (onPostgres() ? "not valid" : "nocheck"))
                .update();
        try {
            for (int attempt = 0; attempt < 5; attempt++) {
                assertThatThrownBy(() -> managementService.executeJob(job)).isNotNull();
            }
        } finally {
            jdbc.sql("alter table history_entry drop constraint no_takedown").update();
        }
        Answer incidents = as("admin").get("/engine-rest/incident?processInstanceId=" + instance);
        assertThat(incidents.json()).hasSize(1);
        assertThat(incidents.json().at("/0/activityId").asText()).isEqualTo("periodEnds");
        assertThat(anybody().get("/news/" + number(id)).status())
                .as("gone all the same")
                .isEqualTo(410);
        managementService.setJobRetries(job, 1);
        managementService.executeJob(job);
        assertThat(status(id)).isEqualTo("taken-down");
    }

    private int running(String id) {
        return Integer.parseInt(number(id).substring("2570-".length()));
    }

    static List<Answer> atOnce(int times, Callable<Answer> call) throws InterruptedException, ExecutionException {
        ExecutorService callers = Executors.newFixedThreadPool(times);
        try {
            List<Callable<Answer>> calls = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                calls.add(call);
            }
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> answer : callers.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            callers.shutdownNow();
        }
    }
}
