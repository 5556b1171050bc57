package prakat.process.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import prakat.organisation.EngineIdentity;
import prakat.organisation.Text;
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

    private final DecisionService decisionService;
    private final RepositoryService repositoryService;
    private final EngineIdentity identity;

    PolicyTable(
            @Lazy DecisionService decisionService, @Lazy RepositoryService repositoryService, EngineIdentity identity) {
        this.decisionService = decisionService;
        this.repositoryService = repositoryService;
        this.identity = identity;
    }

    @Override
    public Optional<Category> category(String code) {
        return identity.asSystem(() -> {
            DmnDecisionTableResult result = decisionService
                    .evaluateDecisionTableByKey(DECISION)
                    .variables(Map.of(CATEGORY, code))
                    .evaluate();
            return Optional.ofNullable(result.getSingleResult()).map(row -> category(code, row));
        });
    }

    @Override
    public List<Category> categories() {
        return identity.asSystem(() -> {
            DecisionDefinition definition = repositoryService
                    .createDecisionDefinitionQuery()
                    .decisionDefinitionKey(DECISION)
                    .latestVersion()
                    .singleResult();
            return repositoryService.getDmnModelInstance(definition.getId()).getModelElementsByType(Rule.class).stream()
                    .map(rule -> rule.getInputEntries().iterator().next().getTextContent())
                    .map(entry -> entry.strip().replace("\"", ""))
                    .map(this::category)
                    .flatMap(Optional::stream)
                    .toList();
        });
    }

    private static Category category(String code, DmnDecisionRuleResult row) {
        Integer defaultDays = row.getEntry(DEFAULT_DAYS);
        Integer longestDays = row.getEntry(LONGEST_DAYS);
        // An office's own table may be from a time before these two columns.
        Integer reminderDays = row.getEntry(REMINDER_DAYS);
        Integer reviewDays = row.getEntry(REVIEW_DAYS);
        return new Category(
                code,
                new Text(row.getEntry(NAME_TH), row.getEntry(NAME_EN)),
                defaultDays,
                longestDays,
                reminderDays == null ? PublicationPolicy.REMINDER_DAYS : reminderDays,
                reviewDays == null ? PublicationPolicy.REVIEW_DAYS : reviewDays);
    }
}
