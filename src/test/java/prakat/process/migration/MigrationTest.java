package prakat.process.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import prakat.ProgramTest;

/** Requests that were started before a model changed go on in the new one. */
@Tag("database")
class MigrationTest extends ProgramTest {

    private static final Path MODEL = Path.of("processes/publication.bpmn");

    /** The model as it was before owners were asked and publications reviewed. */
    private static final Path WITHOUT_UPKEEP = Path.of("src/test/resources/processes/publication-without-upkeep.bpmn");

    @Autowired
    private RepositoryService repositoryService;

    @Autowired
    private Migration migration;

    private final List<String> deployments = new ArrayList<>();

    @AfterEach
    void backToTheModelOfTheStart() {
        deployments.forEach(deployment -> repositoryService.deleteDeployment(deployment, true));
    }

    @Test
    void requestsInFlightGoOnInTheNewModel() throws IOException {
        deploy(withoutExtension());
        Instant until = clock.instant().plus(Duration.ofDays(2)).truncatedTo(ChronoUnit.SECONDS);
        String onWebsite = published(until);
        String awaiting = submit("finance-staff");
        String task = task(awaiting);
        String before = instance(onWebsite).getProcessDefinitionId();
        deploy(Files.readString(MODEL));

        migration.takeAlong();

        assertThat(instance(onWebsite).getProcessDefinitionId()).isNotEqualTo(before);
        assertThat(instance(awaiting).getProcessDefinitionId())
                .isEqualTo(instance(onWebsite).getProcessDefinitionId());
        assertThat(task(awaiting)).as("the very task that people have open").isEqualTo(task);
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

        migration.takeAlong();

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
        migration.takeAlong();
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

    private void deploy(String model) {
        deployments.add(repositoryService
                .createDeployment()
                .addString("processes/publication.bpmn", model)
                .deploy()
                .getId());
    }

    private ProcessInstance instance(String id) {
        return runtimeService
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(id)
                .rootProcessInstances()
                .singleResult();
    }
}
