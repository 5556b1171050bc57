package prakat.process.deadline;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.spring.boot.starter.event.PostDeployEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import prakat.calendar.Holidays;
import prakat.calendar.WorkingDays;
import prakat.organisation.EngineIdentity;
import prakat.organisation.Office;
import prakat.process.deadline.DeadlineModel.OfTheTask;
import prakat.process.deadline.DeadlineModel.Variables;
import prakat.process.policy.DeadlineTable;
import prakat.process.policy.DeadlineTable.Allowance;
import prakat.process.publication.PublicationModel;
import prakat.process.publication.RequestResolver;
import prakat.process.publication.ReviewModel;
import prakat.request.PublicationRequest;
import prakat.request.Requests;
import prakat.request.Steps;

/**
 * By when tasks are to be done, and what happens when they are not; what {@code processes/deadline.bpmn} calls, as
 * {@code ${deadlines.…}}. Each open task with a deadline has an instance that watches over it, under no account's rights:
 * it reminds and tells the deputy directors, and decides nothing.
 */
@Component("deadlines")
public class Deadlines {

    private static final int AFTER_MIGRATION = Ordered.LOWEST_PRECEDENCE;

    private static final Logger log = LoggerFactory.getLogger(Deadlines.class);

    private final RuntimeService runtimeService;
    private final TaskService taskService;
    private final DeadlineTable table;
    private final Holidays holidays;
    private final RequestResolver resolver;
    private final Requests requests;
    private final Steps steps;
    private final Office office;
    private final EngineIdentity identity;
    private final Clock clock;
    private final TransactionTemplate each;

    Deadlines(
            @Lazy RuntimeService runtimeService,
            @Lazy TaskService taskService,
            DeadlineTable table,
            Holidays holidays,
            RequestResolver resolver,
            Requests requests,
            Steps steps,
            Office office,
            EngineIdentity identity,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.runtimeService = runtimeService;
        this.taskService = taskService;
        this.table = table;
        this.holidays = holidays;
        this.resolver = resolver;
        this.requests = requests;
        this.steps = steps;
        this.office = office;
        this.identity = identity;
        this.clock = clock;
        this.each = new TransactionTemplate(transactions);
        this.each.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** When a task is due, when who has it is reminded, and when the deputy directors are told. */
    private record Plan(Instant reminder, Instant due, Instant escalation) {}

    /** A task has come up; nothing happens where the step has no deadline. */
    public void begin(DelegateTask task) {
        PublicationRequest request = resolver.requestOf(task.getExecution());
        plan(task.getTaskDefinitionKey()).ifPresent(plan -> {
            task.setDueDate(Date.from(plan.due()));
            task.setVariableLocal(OfTheTask.WATCHED_BY, watch(task.getId(), request, plan));
        });
    }

    /** A task is being completed, or goes with what it was a part of. */
    public void stepTaken(DelegateTask task) {
        if (task.getVariableLocal(OfTheTask.WATCHED_BY) instanceof String instance) {
            stopWatching(instance);
        }
    }

    /** {@code remind}. */
    public void remind(DelegateExecution execution) {
        whileOpen(execution, (task, request) -> steps.remind(request));
    }

    /** {@code escalate}. */
    public void escalate(DelegateExecution execution) {
        whileOpen(execution, (task, request) -> {
            steps.escalate(request);
            taskService.setVariableLocal(task, PublicationModel.Variables.ESCALATED, true);
        });
    }

    @Bean
    RecurringTask<Void> givingDeadlines() {
        return Tasks.recurring("deadlines", FixedDelay.ofMinutes(10)).execute((task, context) -> keepInStep());
    }

    /**
     * Gives a deadline to open tasks that have none, as those that came up before their step had one; and lets go of what
     * is watched over a task that is gone, as where an instance was deleted in Cockpit without its listeners.
     */
    @EventListener(PostDeployEvent.class)
    @Order(AFTER_MIGRATION)
    void keepInStep() {
        identity.asSystem(() -> {
            watchedOverNothing().forEach(instance -> byItself(instance, () -> stopWatching(instance)));
            taskService
                    .createTaskQuery()
                    .processDefinitionKeyIn(PublicationModel.PROCESS, PublicationModel.EXTENSION, ReviewModel.REVIEW)
                    .withoutDueDate()
                    .list()
                    .forEach(task -> byItself(task.getId(), () -> beginLate(task)));
            return null;
        });
    }

    /** Where somebody acts on it at the same moment, the next time will find what is left to do. */
    private void byItself(String id, Runnable step) {
        try {
            each.executeWithoutResult(status -> step.run());
        } catch (RuntimeException e) {
            log.warn("The deadline of {} is left as it is until the next time", id, e);
        }
    }

    /** Under the request's lock, so that nobody decides meanwhile. */
    private ProcessInstance instance(String id) {
        return runtimeService.createProcessInstanceQuery().processInstanceId(id).singleResult();
    }

    private void beginLate(Task seen) {
        ProcessInstance instance = instance(seen.getProcessInstanceId());
        if (instance == null) {
            return;
        }
        // A review has no key of its own.
        PublicationRequest request =
                requests.find(instance(instance.getRootProcessInstanceId()).getBusinessKey());
        Task task = taskService.createTaskQuery().taskId(seen.getId()).singleResult();
        if (task != null && task.getDueDate() == null) {
            plan(task.getTaskDefinitionKey()).ifPresent(plan -> {
                task.setDueDate(Date.from(plan.due()));
                taskService.saveTask(task);
                taskService.setVariableLocal(task.getId(), OfTheTask.WATCHED_BY, watch(task.getId(), request, plan));
            });
        }
    }

    /** The instances whose task is gone. */
    private List<String> watchedOverNothing() {
        Set<String> open =
                taskService.createTaskQuery().list().stream().map(Task::getId).collect(Collectors.toSet());
        Set<String> instances =
                runtimeService.createProcessInstanceQuery().processDefinitionKey(DeadlineModel.PROCESS).list().stream()
                        .map(ProcessInstance::getId)
                        .collect(Collectors.toSet());
        return runtimeService.createVariableInstanceQuery().variableName(Variables.TASK).list().stream()
                .filter(variable -> instances.contains(variable.getProcessInstanceId()))
                .filter(variable -> !open.contains(String.valueOf(variable.getValue())))
                .map(VariableInstance::getProcessInstanceId)
                .toList();
    }

    private Optional<Plan> plan(String step) {
        return table.allowance(step).map(allowance -> plan(allowance, clock.instant()));
    }

    private Plan plan(Allowance allowance, Instant now) {
        WorkingDays days = holidays.workingDays();
        Instant due = days.closingAfter(now, allowance.due());
        Instant reminder = days.openingBefore(due, allowance.reminder());
        return new Plan(
                // A step that is reminded of as it comes up is reminded of on the day itself.
                reminder.isAfter(now) ? reminder : days.openingBefore(due, 0),
                due,
                days.closingAfter(due, allowance.escalation()));
    }

    private String watch(String task, PublicationRequest request, Plan plan) {
        return identity.asSystem(() -> runtimeService
                .startProcessInstanceByKey(
                        DeadlineModel.PROCESS,
                        Map.of(
                                Variables.TASK, task,
                                Variables.REQUEST, request.id(),
                                Variables.NUMBER, request.number(),
                                Variables.DUE_AT, time(plan.due()),
                                Variables.REMINDER_AT, time(plan.reminder()),
                                Variables.ESCALATION_AT, time(plan.escalation())))
                .getId());
    }

    /** Once all is told there is nothing left that waits for this. */
    private void stopWatching(String instance) {
        identity.asSystem(() -> {
            runtimeService
                    .createMessageCorrelation(DeadlineModel.STEP_TAKEN)
                    .processInstanceId(instance)
                    .correlateAll();
            return null;
        });
    }

    /** A timer may fire late, when the task has gone: then nothing is on record. */
    private void whileOpen(DelegateExecution execution, BiConsumer<String, String> step) {
        identity.asSystem(() -> {
            String request = (String) execution.getVariable(Variables.REQUEST);
            String task = (String) execution.getVariable(Variables.TASK);
            requests.find(request);
            if (taskService.createTaskQuery().taskId(task).count() > 0) {
                step.accept(task, request);
            }
            return null;
        });
    }

    private String time(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                instant.atZone(office.zone()).toOffsetDateTime());
    }
}
