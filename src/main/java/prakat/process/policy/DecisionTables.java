package prakat.process.policy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import prakat.organisation.EngineIdentity;

/**
 * The decision tables in {@code processes/}, in their newest versions. They change with deployments only: one on this node
 * counts at once, one on another node after {@link #LONGEST_KEPT}.
 */
@Component
public class DecisionTables {

    private static final Duration LONGEST_KEPT = Duration.ofSeconds(5);

    /** More than all tables have; people may ask for what no table has. */
    private static final int MOST_KEPT = 1000;

    private final Cache<Question, Optional<Row>> rows = Caffeine.newBuilder()
            .expireAfterWrite(LONGEST_KEPT)
            .maximumSize(MOST_KEPT)
            .build();
    private final Cache<String, List<String>> inputs =
            Caffeine.newBuilder().expireAfterWrite(LONGEST_KEPT).build();

    private final DecisionService decisionService;
    private final RepositoryService repositoryService;
    private final EngineIdentity identity;

    DecisionTables(
            @Lazy DecisionService decisionService, @Lazy RepositoryService repositoryService, EngineIdentity identity) {
        this.decisionService = decisionService;
        this.repositoryService = repositoryService;
        this.identity = identity;
    }

    private record Question(TableRules table, String key) {}

    /** What a table answers, by column. */
    record Row(Map<String, Object> cells) {

        String text(String column) {
            return (String) cells.get(column);
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
        return kept(rows, new Question(table, key), this::evaluate);
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
                        .evaluateDecisionTableByKey(question.table().decision())
                        .variables(Map.of(question.table().key(), question.key()))
                        .evaluate()
                        .getSingleResult())
                .map(row -> new Row(row.getEntryMap())));
    }

    /** The keys for which the table has a row, in its order. */
    List<String> inputs(TableRules table) {
        return kept(inputs, table.decision(), this::readInputs);
    }

    private List<String> readInputs(String table) {
        return identity.asSystem(() -> {
            DecisionDefinition definition = repositoryService
                    .createDecisionDefinitionQuery()
                    .decisionDefinitionKey(table)
                    .latestVersion()
                    .singleResult();
            return repositoryService.getDmnModelInstance(definition.getId()).getModelElementsByType(Rule.class).stream()
                    .map(rule -> rule.getInputEntries().iterator().next().getTextContent())
                    .map(entry -> entry.strip().replace("\"", ""))
                    .toList();
        });
    }

    /** Something was deployed. */
    public void forget() {
        rows.invalidateAll();
        inputs.invalidateAll();
    }
}
