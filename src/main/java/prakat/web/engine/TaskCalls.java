package prakat.web.engine;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.springframework.stereotype.Component;
import prakat.input.Refusal;
import prakat.organisation.EngineIdentity;

/** What the engine's REST answers wrongly about tasks, or does not allow to those who work on them. */
@Component
class TaskCalls {

    private final TaskService taskService;
    private final HistoryService historyService;
    private final EngineIdentity identity;

    TaskCalls(TaskService taskService, HistoryService historyService, EngineIdentity identity) {
        this.taskService = taskService;
        this.historyService = historyService;
        this.identity = identity;
    }

    /**
     * Gives a claimed task back, which the engine allows only to those who may assign tasks at will.
     *
     * @return whether the task was the caller's, and others have it now
     */
    boolean giveBack(String taskId, String caller) {
        return identity.asSystem(() -> {
            boolean theirs = taskService
                            .createTaskQuery()
                            .taskId(taskId)
                            .taskAssignee(caller)
                            .count()
                    > 0;
            boolean offered = theirs
                    && taskService.getIdentityLinksForTask(taskId).stream()
                            .anyMatch(link -> IdentityLinkType.CANDIDATE.equals(link.getType()));
            if (theirs && !offered) {
                throw Refusal.conflict("nobody-else");
            }
            if (theirs) {
                taskService.setAssignee(taskId, null);
            }
            return theirs;
        });
    }

    /** Tells a caller who comes too late that the task is done: the engine answers 500. */
    void ensureOpen(String taskId) {
        HistoricTaskInstance task = identity.asSystem(() ->
                historyService.createHistoricTaskInstanceQuery().taskId(taskId).singleResult());
        if (task == null) {
            throw Refusal.notFound();
        }
        if (task.getEndTime() != null) {
            throw Refusal.conflict("wrong-state");
        }
    }
}
