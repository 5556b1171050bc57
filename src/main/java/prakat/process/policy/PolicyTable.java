package prakat.process.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import prakat.organisation.Text;
import prakat.process.policy.TableRules.Column;
import prakat.process.policy.TableRules.Kind;
import prakat.request.content.PublicationPolicy;

/** The policy as the decision table {@code processes/publication-policy.dmn} has it, in its newest version. */
@Component
class PolicyTable implements PublicationPolicy {

    static final String DECISION = "publication-policy";
    static final String CATEGORY = "category";
    static final String NAME_TH = "nameTh";
    static final String NAME_EN = "nameEn";
    static final String DEFAULT_DAYS = "defaultDays";
    static final String LONGEST_DAYS = "longestDays";
    static final String REMINDER_DAYS = "reminderDays";
    static final String REVIEW_DAYS = "reviewDays";

    static final TableRules RULES = new TableRules(
            DECISION,
            CATEGORY,
            List.of(
                    new Column(NAME_TH, Kind.NAME, false),
                    new Column(NAME_EN, Kind.NAME, false),
                    new Column(DEFAULT_DAYS, Kind.FROM_1, false),
                    new Column(LONGEST_DAYS, Kind.FROM_1, false),
                    new Column(REMINDER_DAYS, Kind.FROM_0, true),
                    new Column(REVIEW_DAYS, Kind.FROM_1, true)),
            DEFAULT_DAYS,
            LONGEST_DAYS);

    private final DecisionTables tables;

    PolicyTable(DecisionTables tables) {
        this.tables = tables;
    }

    @Override
    public Optional<Category> category(String code) {
        return tables.row(DECISION, CATEGORY, code).map(row -> category(code, row));
    }

    @Override
    public List<Category> categories() {
        return tables.inputs(DECISION).stream()
                .map(this::category)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Category category(String code, Map<String, Object> row) {
        return new Category(
                code,
                new Text((String) row.get(NAME_TH), (String) row.get(NAME_EN)),
                (Integer) row.get(DEFAULT_DAYS),
                (Integer) row.get(LONGEST_DAYS),
                // An office's own table may be from a time before these two columns.
                orElse((Integer) row.get(REMINDER_DAYS), PublicationPolicy.REMINDER_DAYS),
                orElse((Integer) row.get(REVIEW_DAYS), PublicationPolicy.REVIEW_DAYS));
    }

    private static int orElse(Integer days, int otherwise) {
        return days == null ? otherwise : days;
    }
}
