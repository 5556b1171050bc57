package prakat.process.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.Arrays;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.junit.jupiter.api.Test;

/** {@code processes/notification.bpmn}, held against the names and methods that the code has for it. */
class NotificationModelTest {

    private static final BpmnModelInstance MODEL = Bpmn.readModelFromFile(new File("processes/notification.bpmn"));

    @Test
    void theProcessIsNobodysToStartAndYieldsToTimers() {
        Process process = MODEL.getModelElementById(NotificationModel.PROCESS);

        assertThat(process.isExecutable()).isTrue();
        assertThat(process.isCamundaStartableInTasklist()).isFalse();
        assertThat(process.getCamundaHistoryTimeToLiveString()).isEqualTo("P3653D");
        assertThat(Integer.parseInt(process.getCamundaJobPriority())).isNegative();
    }

    @Test
    void aMessageIsDeliveredAfterTheCommitAndTriedAgainLaterAndLater() throws NoSuchMethodException {
        assertThat(MODEL.getModelElementsByType(ServiceTask.class))
                .singleElement()
                .satisfies(task -> {
                    assertThat(task.getId()).isEqualTo(NotificationModel.DELIVER);
                    assertThat(task.isCamundaAsyncBefore()).isTrue();
                    assertThat(task.isCamundaExclusive()).isTrue();
                    assertThat(task.getCamundaExpression()).isEqualTo("${notification.deliver(execution)}");
                    assertThat(task.getExtensionElements()
                                    .getElementsQuery()
                                    .filterByType(CamundaFailedJobRetryTimeCycle.class)
                                    .singleResult()
                                    .getTextContent())
                            .isEqualTo("PT30S,PT2M,PT10M,PT1H,PT6H,P1D");
                });
        assertThat(Arrays.stream(Notification.class.getDeclaredMethods())
                        .filter(method -> java.lang.reflect.Modifier.isPublic(method.getModifiers())))
                .containsExactly(Notification.class.getMethod("deliver", DelegateExecution.class));
    }

    @Test
    void everythingIsDrawnOnceUnderAChosenIdAndAThaiName() {
        Stream<String> nodes =
                MODEL.getModelElementsByType(FlowNode.class).stream().map(FlowNode::getId);
        Stream<String> flows =
                MODEL.getModelElementsByType(SequenceFlow.class).stream().map(SequenceFlow::getId);

        assertThat(MODEL.getModelElementsByType(BpmnShape.class))
                .extracting(shape -> shape.getBpmnElement().getId())
                .containsExactlyInAnyOrderElementsOf(nodes.toList())
                .allMatch(id -> id.matches("[a-z][a-zA-Z]+"));
        assertThat(MODEL.getModelElementsByType(BpmnEdge.class))
                .extracting(edge -> edge.getBpmnElement().getId())
                .containsExactlyInAnyOrderElementsOf(flows.toList());
        assertThat(MODEL.getModelElementsByType(FlowNode.class))
                .extracting(FlowNode::getName)
                .allMatch(name -> name.matches(".*\\p{InThai}.*"));
    }
}
