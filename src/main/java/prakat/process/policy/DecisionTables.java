package prakat.process.policy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
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

    private final Cache<Question, Optional<Map<String, Object>>> rows = Caffeine.newBuilder()
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

    private record Question(String table, String input, String value) {}

    /**
     * What a table says.
     *
     * @param table the decision's id
     * @param input name of the table's one input
     * @return the outputs by their names, null where the table leaves one empty; empty where no rule fits
     */
    Optional<Map<String, Object>> row(String table, String input, String value) {
        return kept(rows, new Question(table, input, value), this::evaluate);
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

    private Optional<Map<String, Object>> evaluate(Question question) {
        return identity.asSystem(() -> {
            DmnDecisionRuleResult row = decisionService
                    .evaluateDecisionTableByKey(question.table())
                    .variables(Map.of(question.input(), question.value()))
                    .evaluate()
                    .getSingleResult();
            return Optional.ofNullable(row)
                    .map(found -> Collections.unmodifiableMap(new HashMap<>(found.getEntryMap())));
        });
    }

    /** The values for which the table has a rule, in its order. */
    List<String> inputs(String table) {
        return kept(inputs, table, this::readInputs);
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
