package prakat.process.policy;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import prakat.process.policy.TableRules.Column;
import prakat.process.policy.TableRules.Kind;

/** How long each step may take, as the decision table {@code processes/deadline-policy.dmn} has it, in its newest version. */
@Component
public class DeadlineTable {

    static final String DUE_DAYS = "dueDays";
    static final String REMINDER_DAYS = "reminderDays";
    static final String ESCALATION_DAYS = "escalationDays";

    static final TableRules RULES = new TableRules(
            "deadline-policy",
            "step",
            List.of(),
            List.of(
                    new Column(DUE_DAYS, Kind.FROM_1, false),
                    new Column(REMINDER_DAYS, Kind.FROM_0, false),
                    new Column(ESCALATION_DAYS, Kind.FROM_0, false)),
            REMINDER_DAYS,
            DUE_DAYS);

    private final DecisionTables tables;

    DeadlineTable(DecisionTables tables) {
        this.tables = tables;
    }

    /**
     * What a step is given, in working days.
     *
     * @param due from the day on which it came up; at least 1
     * @param reminder before the due day; from 0 to {@code due}
     * @param escalation after the due day; at least 0
     */
    public record Allowance(int due, int reminder, int escalation) {}

    /** What that step is given; empty where it has no deadline. */
    public Optional<Allowance> allowance(String step) {
        return tables.row(RULES, step)
                .map(row ->
                        new Allowance(row.number(DUE_DAYS), row.number(REMINDER_DAYS), row.number(ESCALATION_DAYS)));
    }
}
