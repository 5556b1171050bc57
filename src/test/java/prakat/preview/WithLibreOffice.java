package prakat.preview;

import java.time.Duration;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.util.unit.DataSize;

/** Without LibreOffice a developer's tests are skipped; a build's fail, so that nobody takes them for passed. */
final class WithLibreOffice implements ExecutionCondition {

    private static final String MISSING =
            "These tests need: apt-get install --no-install-recommends libreoffice-writer-nogui libreoffice-calc-nogui";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return LibreOffice.find(settings(null, Duration.ofMinutes(1))).isPresent() || "true".equals(System.getenv("CI"))
                ? ConditionEvaluationResult.enabled("LibreOffice is there, or has to be")
                : ConditionEvaluationResult.disabled(MISSING);
    }

    static PreviewSettings settings(String office, Duration time) {
        return new PreviewSettings(office, time, DataSize.ofGigabytes(1));
    }
}
