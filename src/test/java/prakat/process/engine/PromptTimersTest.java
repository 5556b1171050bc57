package prakat.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.StartEventBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import prakat.ProgramTest;

/** Timers of any model, in instances that belong to no request. */
class PromptTimersTest extends ProgramTest {

    private static final String PAST = "2020-01-01T00:00:00";
    private static final String TO_COME = "2999-01-01T00:00:00";

    @Autowired
    private RepositoryService repositoryService;

    private String deployment;

    @AfterEach
    void remove() {
        repositoryService.deleteDeployment(deployment, true);
    }

    @Test
    void whatIsDueIsPassed() {
        String instance = start(process()
                .intermediateCatchEvent()
                .timerWithDate(PAST)
                .endEvent()
                .done());
        assertThat(isThere(instance)).isFalse();
    }

    @Test
    void whatIsToComeIsWaitedFor() {
        String instance = start(process()
                .intermediateCatchEvent()
                .timerWithDate(TO_COME)
                .endEvent()
                .done());
        managementService.executeJob(timer(instance).getId());
        assertThat(isThere(instance)).isFalse();
    }

    @Test
    void anEventBasedGatewayWaitsForItsTimerAndIsLeftByIt() {
        String instance = start(process()
                .eventBasedGateway()
                .intermediateCatchEvent()
                .timerWithDate(PAST)
                .endEvent()
                .done());
        managementService.executeJob(timer(instance).getId());
        assertThat(isThere(instance)).isFalse();
    }

    private static StartEventBuilder process() {
        return Bpmn.createExecutableProcess("prompt")
                .camundaHistoryTimeToLive(1)
                .startEvent();
    }

    private String start(BpmnModelInstance model) {
        deployment = repositoryService
                .createDeployment()
                .addModelInstance("prompt.bpmn", model)
                .deploy()
                .getId();
        return runtimeService.startProcessInstanceByKey("prompt").getId();
    }

    private Job timer(String instance) {
        return managementService.createJobQuery().processInstanceId(instance).singleResult();
    }

    private boolean isThere(String instance) {
        return runtimeService
                        .createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .count()
                > 0;
    }
}
