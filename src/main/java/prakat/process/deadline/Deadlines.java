package prakat.process.deadline;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;
import prakat.process.deadline.DeadlinePlanner.Plan;
import prakat.process.publication.PublicationModel.Variables;
import prakat.process.publication.RequestResolver;
import prakat.request.Steps;

/**
 * What each user task of the models calls, as {@code ${deadlines.…}}: for its due date, and for its two timers, which end
 * with it. They remind and tell the deputy directors; no timer decides anything.
 */
@Component("deadlines")
public class Deadlines {

    /** For a step without a deadline: the engine wants a date for its timers all the same. */
    private static final Date NEVER = Date.from(Instant.parse("9999-12-31T00:00:00Z"));

    private final DeadlinePlanner planner;
    private final RequestResolver resolver;
    private final Steps steps;

    Deadlines(DeadlinePlanner planner, RequestResolver resolver, Steps steps) {
        this.planner = planner;
        this.resolver = resolver;
        this.steps = steps;
    }

    /** By when the task that comes up now is to be done; null where its step has no deadline. */
    public Date dueTime(DelegateExecution execution) {
        return time(execution, Plan::due).orElse(null);
    }

    /** When to remind of the task that comes up now. */
    public Date reminderTime(DelegateExecution execution) {
        return time(execution, Plan::reminder).orElse(NEVER);
    }

    /** When to tell the deputy directors that the task that comes up now is late. */
    public Date escalationTime(DelegateExecution execution) {
        return time(execution, Plan::escalation).orElse(NEVER);
    }

    /** It is time to remind of the task. */
    public void remind(DelegateTask task) {
        steps.remind(resolver.requestId(task.getExecution()));
    }

    /** The task is late; the deputy directors find it by its variable. */
    public void escalate(DelegateTask task) {
        steps.escalate(resolver.requestId(task.getExecution()));
        task.setVariableLocal(Variables.ESCALATED, true);
    }

    private Optional<Date> time(DelegateExecution execution, Function<Plan, Instant> moment) {
        return planner.plan(execution.getCurrentActivityId()).map(moment).map(Date::from);
    }
}
