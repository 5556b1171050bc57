package prakat.process.migration;

import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.spring.boot.starter.event.PostDeployEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import prakat.organisation.EngineIdentity;
import prakat.process.deadline.DeadlineModel;
import prakat.process.publication.PublicationModel;
import prakat.process.publication.ReviewModel;
import prakat.process.reconciliation.ReconciliationModel;

/**
 * Takes requests in flight along when a model has changed: on each start, instances of older versions go on in the newest
 * one, at the element of the same id. So an element keeps its id for as long as something may wait in it; where one has to
 * go, the version that drops it needs a plan of its own, here. An instance that cannot be moved stays where it is and goes
 * on as it began. Nodes that start at once share the work: of two that move the same instance, the engine lets one.
 */
@Component
class Migration {

    private static final Logger log = LoggerFactory.getLogger(Migration.class);

    private final RepositoryService repositoryService;
    private final RuntimeService runtimeService;
    private final HistoryService historyService;
    private final EngineIdentity identity;
    private final TransactionTemplate each;

    Migration(
            RepositoryService repositoryService,
            RuntimeService runtimeService,
            HistoryService historyService,
            EngineIdentity identity,
            PlatformTransactionManager transactions) {
        this.repositoryService = repositoryService;
        this.runtimeService = runtimeService;
        this.historyService = historyService;
        this.identity = identity;
        this.each = new TransactionTemplate(transactions);
        this.each.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** The models have been deployed. */
    @EventListener(PostDeployEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void takeAlong() {
        identity.asSystem(() -> {
            takeAlong(PublicationModel.PROCESS);
            takeAlong(PublicationModel.EXTENSION);
            takeAlong(ReconciliationModel.PROCESS);
            takeAlong(ReviewModel.REVIEW);
            takeAlong(DeadlineModel.PROCESS);
            return null;
        });
    }

    private void takeAlong(String process) {
        List<ProcessDefinition> versions = repositoryService
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .orderByProcessDefinitionVersion()
                .desc()
                .list();
        ProcessDefinition newest = versions.get(0);
        for (ProcessDefinition older : versions.subList(1, versions.size())) {
            List<ProcessInstance> inFlight = runtimeService
                    .createProcessInstanceQuery()
                    .processDefinitionId(older.getId())
                    .list();
            if (!inFlight.isEmpty()) {
                MigrationPlan plan = runtimeService
                        .createMigrationPlan(older.getId(), newest.getId())
                        .mapEqualActivities()
                        .updateEventTriggers()
                        .build();
                long moved = inFlight.stream()
                        .filter(instance -> isMoved(plan, instance))
                        .count();
                log.info("{} of {} instances of {} moved to {}", moved, inFlight.size(), older.getId(), newest.getId());
            }
        }
    }

    /** What came on the website by a model that did not ask its owner before the end, waits for that day from now on. */
    private void waitForTheEnd(String instance) {
        boolean onWebsite =
                runtimeService.getActivityInstance(instance).getActivityInstances(PublicationModel.ON_WEBSITE).length
                        > 0;
        boolean waitsOrAsked = historyService
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(instance)
                        .activityId(PublicationModel.END_NEAR)
                        .count()
                > 0;
        if (onWebsite && !waitsOrAsked) {
            runtimeService
                    .createProcessInstanceModification(instance)
                    .startBeforeActivity(PublicationModel.END_NEAR)
                    .execute();
        }
    }

    private boolean isMoved(MigrationPlan plan, ProcessInstance instance) {
        try {
            each.executeWithoutResult(status -> {
                runtimeService
                        .newMigration(plan)
                        .processInstanceIds(instance.getId())
                        .execute();
                waitForTheEnd(instance.getId());
            });
            return true;
        } catch (RuntimeException e) {
            if (isElsewhere(plan, instance)) {
                return true;
            }
            log.error("{} of request {} stays in its version", instance.getId(), instance.getBusinessKey(), e);
            return false;
        }
    }

    /** Whether another node has moved it meanwhile, or it has ended. */
    private boolean isElsewhere(MigrationPlan plan, ProcessInstance instance) {
        return runtimeService
                        .createProcessInstanceQuery()
                        .processInstanceId(instance.getId())
                        .processDefinitionId(plan.getSourceProcessDefinitionId())
                        .count()
                == 0;
    }
}
