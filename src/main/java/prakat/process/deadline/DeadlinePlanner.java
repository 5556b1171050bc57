package prakat.process.deadline;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import prakat.calendar.Holidays;
import prakat.calendar.WorkingDays;
import prakat.process.policy.DeadlineTable;
import prakat.process.policy.DeadlineTable.Allowance;

/** Works out the dates of a task from what its step is allowed and the office's working days. */
@Component
public class DeadlinePlanner {

    private final DeadlineTable table;
    private final Holidays holidays;
    private final Clock clock;

    DeadlinePlanner(DeadlineTable table, Holidays holidays, Clock clock) {
        this.table = table;
        this.holidays = holidays;
        this.clock = clock;
    }

    /**
     * The dates of one task.
     *
     * @param reminder when whoever has it is reminded; before {@code due}
     * @param due by when it is to be done
     * @param escalation when the deputy directors are told that it is late; {@code due} or later
     */
    public record Plan(Instant reminder, Instant due, Instant escalation) {}

    /** What was planned in one transaction: the engine asks three times for each task. */
    private static final class Plans implements TransactionSynchronization {
        private final Map<String, Optional<Plan>> byStep = new HashMap<>();

        static Map<String, Optional<Plan>> ofThisTransaction() {
            return TransactionSynchronizationManager.getSynchronizations().stream()
                    .filter(Plans.class::isInstance)
                    .map(Plans.class::cast)
                    .findFirst()
                    .orElseGet(() -> {
                        Plans plans = new Plans();
                        TransactionSynchronizationManager.registerSynchronization(plans);
                        return plans;
                    })
                    .byStep;
        }
    }

    /**
     * The dates of a task that comes up now; empty where its step has no deadline. Only in a transaction.
     *
     * @param step id of the user task in its model
     */
    public Optional<Plan> plan(String step) {
        return Plans.ofThisTransaction()
                .computeIfAbsent(step, id -> table.allowance(id).map(allowance -> plan(allowance, clock.instant())));
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
