package prakat.process.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import prakat.input.Coded;
import prakat.process.policy.TableRules.Column;
import prakat.process.policy.TableRules.Kind;
import prakat.request.screening.ScreeningPolicy;
import prakat.screening.Consequence;
import prakat.screening.FindingKind;

/** What follows from what was found, as the decision table {@code processes/screening-policy.dmn} has it, in its newest version. */
@Component
class ScreeningTable implements ScreeningPolicy {

    private static final String KIND = "kind";
    private static final String CATEGORY = "category";
    private static final String GROUP = "group";
    private static final String ACTION = "action";
    private static final String NEEDS_REASON = "needsReason";

    static final TableRules RULES = new TableRules(
            "screening-policy",
            KIND,
            List.of(CATEGORY, GROUP),
            List.of(new Column(ACTION, Kind.ACTION, false), new Column(NEEDS_REASON, Kind.YES_NO, false)),
            null,
            null);

    /** The kinds that there are, in quotes. */
    static final Set<String> KINDS = Arrays.stream(FindingKind.values())
            .map(kind -> '"' + kind.code() + '"')
            .collect(Collectors.toUnmodifiableSet());

    private static final Judgement SILENT = new Judgement(Consequence.WARN, true);

    private final DecisionTables tables;

    ScreeningTable(DecisionTables tables) {
        this.tables = tables;
    }

    @Override
    public Judgement of(FindingKind kind, String category, String group) {
        return tables.row(RULES, Map.of(KIND, kind.code(), CATEGORY, category, GROUP, group))
                .map(row -> new Judgement(
                        Coded.of(Consequence.class, row.text(ACTION)).orElseThrow(), row.isTrue(NEEDS_REASON)))
                .orElse(SILENT);
    }

    @Override
    public String edition() {
        return tables.newest(RULES);
    }
}
