package prakat.screening.virus;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Without ClamAV a developer's tests are skipped; a build's fail, so that nobody takes them for passed. */
public final class WithClamd implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return RealClamd.isThere()
                ? ConditionEvaluationResult.enabled("clamd is there, or has to be")
                : ConditionEvaluationResult.disabled("These tests need: apt-get install clamav-daemon");
    }
}
