package prakat.process.policy;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How long each step may take, as the decision table {@code processes/deadline-policy.dmn} has it, in its newest version. */
@Component
public class DeadlineTable {

    static final String DECISION = "deadline-policy";
    static final String STEP = "step";
    static final String DUE_DAYS = "dueDays";
    static final String REMINDER_DAYS = "reminderDays";
    static final String ESCALATION_DAYS = "escalationDays";

    private final DecisionTables tables;

    DeadlineTable(DecisionTables tables) {
        this.tables = tables;
    }

    /**
     * What a step is given, in working days. What the table leaves empty or sets below what makes sense counts as the least
     * that does, so that nobody's work waits for a table to be mended.
     *
     * @param due from the day on which it came up; at least 1
     * @param reminder before the due day; at least 0
     * @param escalation after the due day; at least 0
     */
    public record Allowance(int due, int reminder, int escalation) {}

    /** What that step is given; empty where it has no deadline. */
    public Optional<Allowance> allowance(String step) {
        return tables.row(DECISION, STEP, step)
                .map(row -> new Allowance(
                        days(row, DUE_DAYS, 1), days(row, REMINDER_DAYS, 0), days(row, ESCALATION_DAYS, 0)));
    }

    private static int days(Map<String, Object> row, String name, int least) {
        Integer days = (Integer) row.get(name);
        return days == null ? least : Math.max(least, days);
    }
}
