package prakat.process.policy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import prakat.organisation.EngineIdentity;
import prakat.organisation.Lookups;

/**
 * The decision tables in {@code processes/}, in their newest versions. Which is the newest is asked once a call, since another
 * node may have deployed one; what a version answers never changes.
 */
@Component
public class DecisionTables {

    /** More than all tables have; people may ask for what no table has. */
    private static final int MOST_KEPT = 1000;

    private final Cache<Question, Optional<Row>> rows =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build();
    private final Cache<String, List<String>> inputs =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

    private final DecisionService decisionService;
    private final RepositoryService repositoryService;
    private final Lookups lookups;
    private final EngineIdentity identity;

    DecisionTables(
            @Lazy DecisionService decisionService,
            @Lazy RepositoryService repositoryService,
            Lookups lookups,
            EngineIdentity identity) {
        this.decisionService = decisionService;
        this.repositoryService = repositoryService;
        this.lookups = lookups;
        this.identity = identity;
    }

    private record Question(String version, Map<String, String> asked) {}

    /** What a table answers, by column. */
    record Row(Map<String, Object> cells) {

        String text(String column) {
            return (String) cells.get(column);
        }

        boolean isTrue(String column) {
            return (Boolean) cells.get(column);
        }

        int number(String column) {
            return (Integer) cells.get(column);
        }

        /** The number, or the other where the table leaves it empty or has no such column. */
        int number(String column, int otherwise) {
            return cells.get(column) == null ? otherwise : number(column);
        }
    }

    /** What a table says of a key; empty where it has no row for it. */
    Optional<Row> row(TableRules table, String key) {
        return row(table, Map.of(table.key(), key));
    }

    /** What a table says of all that is looked up, by what the table calls it; empty where it has no row for it. */
    Optional<Row> row(TableRules table, Map<String, String> asked) {
        return kept(rows, new Question(newest(table), asked), this::evaluate);
    }

    /** Id of the table's newest version. */
    String newest(TableRules table) {
        return lookups.once(
                "decision-table",
                table.decision(),
                () -> identity.asSystem(() -> repositoryService
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey(table.decision())
                        .latestVersion()
                        .singleResult()
                        .getId()));
    }

    /** Two may read the same at once: one who waits for the other might hold the last connection that the other needs. */
    private static <K, V> V kept(Cache<K, V> cache, K key, Function<K, V> read) {
        V known = cache.getIfPresent(key);
        if (known == null) {
            known = read.apply(key);
            cache.put(key, known);
        }
        return known;
    }

    private Optional<Row> evaluate(Question question) {
        return identity.asSystem(() -> Optional.ofNullable(decisionService
                        .evaluateDecisionTableById(question.version())
                        .variables(Map.copyOf(question.asked()))
                        .evaluate()
                        .getSingleResult())
                .map(row -> new Row(row.getEntryMap())));
    }

    /** The keys for which the table has a row, in its order. */
    List<String> inputs(TableRules table) {
        return kept(inputs, newest(table), this::readInputs);
    }

    private List<String> readInputs(String version) {
        return identity.asSystem(
                () -> repositoryService.getDmnModelInstance(version).getModelElementsByType(Rule.class).stream()
                        .map(rule -> rule.getInputEntries().iterator().next().getTextContent())
                        .map(entry -> entry.strip().replace("\"", ""))
                        .toList());
    }
}
