package prakat.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
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

    /** The model as it was before owners could ask for an extension. */
    private static String withoutExtension() throws IOException {
        return Files.readString(MODEL)
                .replaceAll("(?s)<bpmn:boundaryEvent id=\"extensionRequested\".*?</bpmn:boundaryEvent>", "")
                .replaceAll("(?s)<bpmn:callActivity.*?</bpmn:callActivity>", "")
                .replaceAll("(?s)<bpmn:endEvent id=\"extensionDecided\".*?</bpmn:endEvent>", "")
                .replaceAll("<bpmn:sequenceFlow id=\"(requestedToExtend|extendToDecided)\"[^>]*/>", "")
                .replaceAll("(?s)<bpmndi:BPMNDiagram.*</bpmndi:BPMNDiagram>", "");
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
                .singleResult();
    }
}
