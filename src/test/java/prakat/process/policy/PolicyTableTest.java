package prakat.process.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The decision table of the publication policy, as it comes with the program. */
class PolicyTableTest {

    private static final DmnModelInstance POLICY = Dmn.readModelFromFile(new File("processes/publication-policy.dmn"));

    @ParameterizedTest
    @CsvSource({
        "news, ข่าวประชาสัมพันธ์, 365, 730, 14, 180",
        "activity, ภาพกิจกรรม, 365, 730, 14, 365",
        "procurement, ประกาศจัดซื้อจัดจ้าง, 90, 365, 7, 90",
        "recruitment, รับสมัครงาน / สรรหา, 60, 365, 7, 60",
        "finance-report, สขร. / งบทดลอง / รายงานการเงิน, 730, 1825, 30, 180",
        "regulation, กฎหมาย ระเบียบ คู่มือ, 1825, 3650, 60, 365",
        "disclosure, การเปิดเผยข้อมูลสาธารณะ (OIT), 730, 1825, 30, 180"
    })
    void theDecisionTableGivesThePeriodsOfTheProcedure(
            String category, String name, int defaultDays, int longestDays, int reminderDays, int reviewDays) {
        DmnDecisionRuleResult row = decide(category).getSingleResult();

        assertThat(row.<String>getEntry(PolicyTable.NAME_TH)).isEqualTo(name);
        assertThat(row.<String>getEntry(PolicyTable.NAME_EN)).matches("[A-Z][A-Za-z, ()]+");
        assertThat(row.<Integer>getEntry(PolicyTable.DEFAULT_DAYS)).isEqualTo(defaultDays);
        assertThat(row.<Integer>getEntry(PolicyTable.LONGEST_DAYS)).isEqualTo(longestDays);
        assertThat(row.<Integer>getEntry(PolicyTable.REMINDER_DAYS)).isEqualTo(reminderDays);
        assertThat(row.<Integer>getEntry(PolicyTable.REVIEW_DAYS)).isEqualTo(reviewDays);
    }

    @Test
    void theDecisionTableHasTheseSevenCategoriesAndNoOther() {
        assertThat(POLICY.getModelElementsByType(Decision.class))
                .extracting(Decision::getId)
                .containsExactly(PolicyTable.RULES.decision());
        assertThat(POLICY.getModelElementsByType(Rule.class)).hasSize(7);
        assertThat(decide("gossip")).isEmpty();
    }

    private static DmnDecisionTableResult decide(String category) {
        DmnEngine engine =
                DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
        DmnDecision decision = engine.parseDecision(PolicyTable.RULES.decision(), POLICY);
        return engine.evaluateDecisionTable(decision, Map.of(PolicyTable.RULES.key(), category));
    }
}
