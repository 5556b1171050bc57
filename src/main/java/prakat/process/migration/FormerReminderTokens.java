package prakat.process.migration;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.springframework.stereotype.Component;
import prakat.process.publication.PublicationModel;

/**
 * Versions of {@code publication.bpmn} in which a token of its own waited for the day on which the owner is asked. The timer
 * at the stay on the website replaces it.
 */
@Component
class FormerReminderTokens {

    private final RepositoryService repositoryService;
    private final RuntimeService runtimeService;

    FormerReminderTokens(RepositoryService repositoryService, RuntimeService runtimeService) {
        this.repositoryService = repositoryService;
        this.runtimeService = runtimeService;
    }

    /** Cancels those of an instance that is still in its old version. */
    void cancel(ProcessInstance instance) {
        boolean waitsInTheFlow = repositoryService
                        .getBpmnModelInstance(instance.getProcessDefinitionId())
                        .getModelElementById(PublicationModel.END_NEAR)
                instanceof IntermediateCatchEvent;
        if (waitsInTheFlow
                && runtimeService
                                .getActivityInstance(instance.getId())
                                .getActivityInstances(PublicationModel.END_NEAR)
                                .length
                        > 0) {
            runtimeService
                    .createProcessInstanceModification(instance.getId())
                    .cancelAllForActivity(PublicationModel.END_NEAR)
                    .execute();
        }
    }
}
