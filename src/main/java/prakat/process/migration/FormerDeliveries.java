package prakat.process.migration;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.spring.boot.starter.event.PostDeployEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
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
            TransactionTemplate transaction) {
        this.repositoryService = repositoryService;
        this.runtimeService = runtimeService;
        this.outbox = outbox;
        this.identity = identity;
        this.transaction = transaction;
    }

    @EventListener(PostDeployEvent.class)
    void takeOver() {
        identity.asSystem(() -> {
            if (repositoryService
                            .createProcessDefinitionQuery()
                            .processDefinitionKey(PROCESS)
                            .count()
                    > 0) {
                try {
                    transaction.executeWithoutResult(status -> takeOverAll());
                } catch (RuntimeException e) {
                    log.warn("The process {} is taken over by another node, or on the next start", PROCESS, e);
                }
            }
            return null;
        });
    }

    private void takeOverAll() {
        runtimeService
                .createProcessInstanceQuery()
                .processDefinitionKey(PROCESS)
                .list()
                .forEach(delivery -> outbox.takeOver((String) runtimeService.getVariable(delivery.getId(), MESSAGE)));
        repositoryService.deleteProcessDefinitions().byKey(PROCESS).cascade().delete();
    }
}
