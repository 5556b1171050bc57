package prakat.screening.reading;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Without Tesseract and a Thai font a developer's tests are skipped; a build's fail, so that nobody takes them for passed. */
final class WithTesseract implements ExecutionCondition {

    private static final String MISSING =
            "These tests need: apt-get install tesseract-ocr tesseract-ocr-tha fonts-thai-tlwg";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        boolean isThere =
                Tesseract.find(null).isPresent() && ScansTest.FONT.toFile().exists();
        return isThere || "true".equals(System.getenv("CI"))
                ? ConditionEvaluationResult.enabled("Tesseract is there, or has to be")
                : ConditionEvaluationResult.disabled(MISSING);
    }
}
