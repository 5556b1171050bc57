package prakat.process.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The decision table of the deadlines, as it comes with the program. */
class DeadlineTableTest {

    private static final DmnModelInstance DEADLINES = Dmn.readModelFromFile(new File("processes/deadline-policy.dmn"));

    @ParameterizedTest
    @CsvSource({
        "certify, 3, 1, 2",
        "vet, 3, 1, 2",
        "revise, 10, 3, 5",
        "certifyExtension, 2, 1, 1",
        "vetExtension, 2, 1, 1",
        "reviewCurrency, 10, 3, 5"
    })
    void theDecisionTableGivesEachStepItsWorkingDays(String step, int due, int reminder, int escalation) {
        DmnEngine engine =
                DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
        DmnDecision decision = engine.parseDecision(DeadlineTable.RULES.decision(), DEADLINES);
        DmnDecisionRuleResult row = engine.evaluateDecisionTable(decision, Map.of(DeadlineTable.RULES.key(), step))
                .getSingleResult();

        assertThat(row.<Integer>getEntry(DeadlineTable.DUE_DAYS)).isEqualTo(due);
        assertThat(row.<Integer>getEntry(DeadlineTable.REMINDER_DAYS)).isEqualTo(reminder);
        assertThat(row.<Integer>getEntry(DeadlineTable.ESCALATION_DAYS)).isEqualTo(escalation);
    }
}
