package prakat.process.policy;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import prakat.organisation.office.Text;
import prakat.process.policy.TableRules.Column;
import prakat.process.policy.TableRules.Kind;
import prakat.request.content.PublicationPolicy;

/** The policy as the decision table {@code processes/publication-policy.dmn} has it, in its newest version. */
@Component
class PolicyTable implements PublicationPolicy {

    static final String NAME_TH = "nameTh";
    static final String NAME_EN = "nameEn";
    static final String DEFAULT_DAYS = "defaultDays";
    static final String LONGEST_DAYS = "longestDays";
    static final String REMINDER_DAYS = "reminderDays";
    static final String REVIEW_DAYS = "reviewDays";

    static final TableRules RULES = new TableRules(
            "publication-policy",
            "category",
            List.of(),
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
        return tables.row(RULES, code)
                .map(row -> new Category(
                        code,
                        new Text(row.text(NAME_TH), row.text(NAME_EN)),
                        row.number(DEFAULT_DAYS),
                        row.number(LONGEST_DAYS),
                        // An office's own table may be from a time before these two columns.
                        row.number(REMINDER_DAYS, PublicationPolicy.REMINDER_DAYS),
                        row.number(REVIEW_DAYS, PublicationPolicy.REVIEW_DAYS)));
    }

    @Override
    public List<Category> categories() {
        return tables.inputs(RULES).stream()
                .map(this::category)
                .flatMap(Optional::stream)
                .toList();
    }
}
