package prakat.process.migration;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationInstructionBuilder;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.spring.boot.starter.event.PostDeployEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import prakat.organisation.EngineIdentity;
import prakat.process.engine.DefinitionCache;
import prakat.process.reconciliation.Repairs;

/**
 * Moves instances of older versions of a model to the newest one, on each start: each waits there at the element of the
 * same id. So an element keeps its id for as long as something may wait in it; where one has to go, the version that drops
 * it needs a step of its own, as {@link FormerReminderTokens}. A request whose instance cannot be moved is started anew at
 * its step in the newest model, since what the old model calls may be gone. What cannot be helped either stays in its
 * version, is named in the log, and is tried again at the next start. Nodes that start at once share the work: of two that
 * move the same instance, the engine lets one.
 */
@Component
class Migration {

    private static final Logger log = LoggerFactory.getLogger(Migration.class);

    private static final int PAGE = 200;

    private final RepositoryService repositoryService;
    private final RuntimeService runtimeService;
    private final TaskService taskService;
    private final LostModels lostModels;
    private final FormerReminderTokens reminderTokens;
    private final FormerDeadlines formerDeadlines;
    private final Repairs repairs;
    private final DefinitionCache cache;
    private final EngineIdentity identity;
    private final TransactionTemplate each;

    Migration(
            RepositoryService repositoryService,
            RuntimeService runtimeService,
            TaskService taskService,
            LostModels lostModels,
            FormerReminderTokens reminderTokens,
            FormerDeadlines formerDeadlines,
            Repairs repairs,
            DefinitionCache cache,
            EngineIdentity identity,
            PlatformTransactionManager transactions) {
        this.repositoryService = repositoryService;
        this.runtimeService = runtimeService;
        this.taskService = taskService;
        this.lostModels = lostModels;
        this.reminderTokens = reminderTokens;
        this.formerDeadlines = formerDeadlines;
        this.repairs = repairs;
        this.cache = cache;
        this.identity = identity;
        this.each = new TransactionTemplate(transactions);
        this.each.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** The models have been deployed. */
    @EventListener(PostDeployEvent.class)
    void migrate() {
        identity.asSystem(() -> {
            lostModels.restore();
            repositoryService
                    .createProcessDefinitionQuery()
                    .latestVersion()
                    .list()
                    .forEach(newest -> olderVersions(newest).forEach(older -> migrate(older, newest)));
            formerDeadlines.endAll();
            return null;
        });
    }

    private List<ProcessDefinition> olderVersions(ProcessDefinition newest) {
        return repositoryService
                .createProcessDefinitionQuery()
                .processDefinitionKey(newest.getKey())
                .orderByProcessDefinitionVersion()
                .desc()
                .list()
                .stream()
                .filter(version -> version.getVersion() < newest.getVersion())
                .toList();
    }

    private void migrate(ProcessDefinition older, ProcessDefinition newest) {
        if (instances(older).count() == 0) {
            return;
        }
        Optional<MigrationPlan> plan = plan(older, newest);
        int moved = 0;
        int left = 0;
        // Those that were moved are no longer found, so the next page begins after those that were not.
        List<ProcessInstance> page;
        do {
            page = instances(older).orderByProcessInstanceId().asc().listPage(left, PAGE);
            int here = (int) page.stream()
                    .filter(instance ->
                            plan.filter(way -> isMoved(instance, way)).isPresent()
                                    || hasGone(instance)
                                    || isStartedAnew(instance))
                    .count();
            moved += here;
            left += page.size() - here;
        } while (page.size() == PAGE);
        log.info("{} instances of {} moved to {}, {} stay", moved, older.getId(), newest.getId(), left);
    }

    private ProcessInstanceQuery instances(ProcessDefinition version) {
        return runtimeService.createProcessInstanceQuery().processDefinitionId(version.getId());
    }

    /** Empty where the engine finds no way, as where it cannot read the older version any more. */
    private Optional<MigrationPlan> plan(ProcessDefinition older, ProcessDefinition newest) {
        try {
            return Optional.of(newPlan(older, newest));
        } catch (RuntimeException e) {
            log.error("No instance of {} can be moved: no way leads to {}", older.getId(), newest.getId(), e);
            return Optional.empty();
        }
    }

    /** Timers of events follow the newest model; those of open tasks stay as they were set when the task came up. */
    private MigrationPlan newPlan(ProcessDefinition older, ProcessDefinition newest) {
        MigrationPlan equal = runtimeService
                .createMigrationPlan(older.getId(), newest.getId())
                .mapEqualActivities()
                .updateEventTriggers()
                .build();
        BpmnModelInstance model = repositoryService.getBpmnModelInstance(newest.getId());
        MigrationPlanBuilder plan = runtimeService.createMigrationPlan(older.getId(), newest.getId());
        for (MigrationInstruction instruction : equal.getInstructions()) {
            MigrationInstructionBuilder mapped =
                    plan.mapActivities(instruction.getSourceActivityId(), instruction.getTargetActivityId());
            if (instruction.isUpdateEventTrigger()
                    && !(model.getModelElementById(instruction.getTargetActivityId()) instanceof UserTask)) {
                mapped.updateEventTrigger();
            }
        }
        return plan.build();
    }

    private boolean isMoved(ProcessInstance instance, MigrationPlan plan) {
        boolean hasTasks = taskService
                        .createTaskQuery()
                        .processInstanceId(instance.getId())
                        .count()
                > 0;
        try {
            each.executeWithoutResult(status -> {
                reminderTokens.cancel(instance);
                runtimeService
                        .newMigration(plan)
                        .processInstanceIds(instance.getId())
                        .execute();
                formerDeadlines.keep(instance);
            });
            return true;
        } catch (RuntimeException e) {
            log.error("{} of request {} cannot be moved", instance.getId(), instance.getBusinessKey(), e);
            return false;
        } finally {
            if (hasTasks) {
                cache.forget(plan.getTargetProcessDefinitionId());
            }
        }
    }

    private boolean isStartedAnew(ProcessInstance instance) {
        String request = instance.getBusinessKey();
        try {
            if (repairs.startAnew(instance)) {
                log.warn("Request {} was started anew at its step", request);
                return true;
            }
            log.error("{} of request {} stays in its version", instance.getId(), request);
        } catch (RuntimeException e) {
            log.error("{} of request {} stays in its version: it cannot be started anew", instance.getId(), request, e);
        }
        return false;
    }

    /** Whether another node has moved it meanwhile, or it has ended. */
    private boolean hasGone(ProcessInstance instance) {
        return runtimeService
                        .createProcessInstanceQuery()
                        .processInstanceId(instance.getId())
                        .processDefinitionId(instance.getProcessDefinitionId())
                        .count()
                == 0;
    }
}
