package prakat.process.deadline;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import prakat.calendar.Holidays;
import prakat.calendar.WorkingDays;
import prakat.organisation.Lookups;
import prakat.process.policy.DeadlineTable;
import prakat.process.policy.DeadlineTable.Allowance;

/** Works out the dates of a task from what its step is allowed and the office's working days. */
@Component
public class DeadlinePlanner {

    private final DeadlineTable table;
    private final Holidays holidays;
    private final Lookups lookups;
    private final Clock clock;

    DeadlinePlanner(DeadlineTable table, Holidays holidays, Lookups lookups, Clock clock) {
        this.table = table;
        this.holidays = holidays;
        this.lookups = lookups;
        this.clock = clock;
    }

    /**
     * The dates of one task.
     *
     * @param reminder when the people who have it are reminded; before {@code due}
     * @param due by when it is to be done
     * @param escalation when the deputy directors are told that it is late; {@code due} or later
     */
    public record Plan(Instant reminder, Instant due, Instant escalation) {}

    /**
     * The dates of a task that comes up now, for which the engine asks three times; empty where its step has no deadline.
     *
     * @param step id of the user task in its model
     */
    public Optional<Plan> plan(String step) {
        return lookups.once(
                "deadline", step, () -> table.allowance(step).map(allowance -> plan(allowance, clock.instant())));
    }

    private Plan plan(Allowance allowance, Instant now) {
        WorkingDays days = holidays.workingDays();
        Instant due = days.closingAfter(now, allowance.due());
        Instant reminder = days.openingBefore(due, allowance.reminder());
        return new Plan(
                // Where that is over already, on the due day itself.
                reminder.isAfter(now) ? reminder : days.openingBefore(due, 0),
                due,
                days.closingAfter(due, allowance.escalation()));
    }
}
