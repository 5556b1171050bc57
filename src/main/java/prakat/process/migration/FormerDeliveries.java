package prakat.process.migration;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.spring.boot.starter.event.PostDeployEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import prakat.notification.Outbox;
import prakat.organisation.EngineIdentity;

/**
 * Takes over what the engine was to deliver before there were queues: an earlier version of the program made a process
 * instance for each message. On the first start after the update they become tasks, and their process goes.
 */
@Component
class FormerDeliveries {

    private static final Logger log = LoggerFactory.getLogger(FormerDeliveries.class);

    private static final String PROCESS = "notification";
    private static final String MESSAGE = "message";

    private final RepositoryService repositoryService;
    private final RuntimeService runtimeService;
    private final Outbox outbox;
    private final EngineIdentity identity;
    private final TransactionTemplate transaction;

    FormerDeliveries(
            RepositoryService repositoryService,
            RuntimeService runtimeService,
            Outbox outbox,
            EngineIdentity identity,
            PlatformTransactionManager transactions) {
        this.repositoryService = repositoryService;
        this.runtimeService = runtimeService;
        this.outbox = outbox;
        this.identity = identity;
        this.transaction = new TransactionTemplate(transactions);
    }

    @EventListener(PostDeployEvent.class)
    void takeOver() {
        identity.asSystem(() -> {
            if (repositoryService
                            .createProcessDefinitionQuery()
                            .processDefinitionKey(PROCESS)
                            .count()
                    > 0) {
                runtimeService
                        .createProcessInstanceQuery()
                        .processDefinitionKey(PROCESS)
                        .list()
                        .forEach(this::takeOver);
                removeProcess();
            }
            return null;
        });
    }

    private void takeOver(ProcessInstance delivery) {
        try {
            transaction.executeWithoutResult(status -> {
                outbox.takeOver((String) runtimeService.getVariable(delivery.getId(), MESSAGE));
                runtimeService.deleteProcessInstance(delivery.getId(), "delivered by the outbox");
            });
        } catch (RuntimeException e) {
            log.warn("Delivery {} is taken over by another node, or on the next start", delivery.getId(), e);
        }
    }

    private void removeProcess() {
        try {
            if (runtimeService
                            .createProcessInstanceQuery()
                            .processDefinitionKey(PROCESS)
                            .count()
                    == 0) {
                repositoryService
                        .deleteProcessDefinitions()
                        .byKey(PROCESS)
                        .cascade()
                        .delete();
            }
        } catch (RuntimeException e) {
            log.warn("The process {} is removed by another node, or on the next start", PROCESS, e);
        }
    }
}
