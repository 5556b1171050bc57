package prakat.process.migration;

import java.time.OffsetDateTime;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import prakat.process.deadline.DeadlinePlanner;

/**
 * The model {@code deadline} of earlier versions: an instance of it watched over each open task. The timers of the tasks
 * themselves replace it, at the times that it had, and nothing is said twice.
 */
@Component
class FormerDeadlines {

    private static final Logger log = LoggerFactory.getLogger(FormerDeadlines.class);

    private static final String PROCESS = "deadline";

    private static final String REMINDER_DUE = "reminderDue";

    private static final String REMINDER_AT = "reminderAt";

    private static final String ESCALATION_AT = "escalationAt";

    /** Of a task: the instance that watches over it. */
    private static final String WATCHED_BY = "watchedBy";

    private static final int PAGE = 200;

    private final RuntimeService runtimeService;
    private final TaskService taskService;
    private final ManagementService managementService;
    private final DeadlinePlanner planner;
    private final TransactionTemplate each;

    FormerDeadlines(
            RuntimeService runtimeService,
            TaskService taskService,
            ManagementService managementService,
            DeadlinePlanner planner,
            PlatformTransactionManager transactions) {
        this.runtimeService = runtimeService;
        this.taskService = taskService;
        this.managementService = managementService;
        this.planner = planner;
        this.each = new TransactionTemplate(transactions);
        this.each.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Gives the tasks of an instance that was just moved the times that were set for them. */
    void keep(ProcessInstance instance) {
        taskService.createTaskQuery().processInstanceId(instance.getId()).list().forEach(this::keep);
    }

    private void keep(Task task) {
        if (taskService.getVariableLocal(task.getId(), WATCHED_BY) instanceof String watch) {
            // The engine has just made both.
            List<Job> timers = managementService
                    .createJobQuery()
                    .processInstanceId(task.getProcessInstanceId())
                    .activityId(task.getTaskDefinitionKey())
                    .orderByJobDuedate()
                    .asc()
                    .list();
            keep(timers, watch);
            taskService.removeVariableLocal(task.getId(), WATCHED_BY);
        } else if (task.getDueDate() == null) {
            // It came up before there were deadlines: its timers have their full time from now on.
            planner.plan(task.getTaskDefinitionKey()).ifPresent(plan -> {
                task.setDueDate(Date.from(plan.due()));
                taskService.saveTask(task);
            });
        }
    }

    private void keep(List<Job> timers, String watch) {
        Job reminder = timers.get(0);
        Job escalation = timers.get(1);
        if (runtimeService.createProcessInstanceQuery().processInstanceId(watch).count() == 0) {
            managementService.deleteJob(reminder.getId());
            managementService.deleteJob(escalation.getId());
            return;
        }
        if (runtimeService.getActiveActivityIds(watch).contains(REMINDER_DUE)) {
            managementService.setJobDuedate(reminder.getId(), time(watch, REMINDER_AT));
        } else {
            managementService.deleteJob(reminder.getId());
        }
        managementService.setJobDuedate(escalation.getId(), time(watch, ESCALATION_AT));
    }

    private Date time(String watch, String variable) {
        return Date.from(OffsetDateTime.parse((String) runtimeService.getVariable(watch, variable))
                .toInstant());
    }

    /** Ends all that still watch; another node may be doing the same. */
    void endAll() {
        int left = 0;
        List<ProcessInstance> page;
        do {
            page = runtimeService
                    .createProcessInstanceQuery()
                    .processDefinitionKey(PROCESS)
                    .orderByProcessInstanceId()
                    .asc()
                    .listPage(left, PAGE);
            left += (int) page.stream().filter(watch -> !isEnded(watch)).count();
        } while (page.size() == PAGE);
    }

    private boolean isEnded(ProcessInstance watch) {
        try {
            each.executeWithoutResult(status -> runtimeService.deleteProcessInstanceIfExists(
                    watch.getId(), "replaced by the timers of the task", true, true, true, true));
            return true;
        } catch (RuntimeException e) {
            log.warn("{} is ended by another node, or on the next start", watch.getId(), e);
            return false;
        }
    }
}
