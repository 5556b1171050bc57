package prakat;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.yaml.snakeyaml.error.YAMLException;
import prakat.input.FullDisk;
import prakat.input.SetupException;
import prakat.request.content.migration.ResumableMigration;

/** Says in one line what keeps the program from starting and what to do about it, instead of where it failed. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class StartFailures implements FailureAnalyzer {

    @Override
    public FailureAnalysis analyze(Throwable failure) {
        if (FullDisk.isBehind(failure)) {
            return new FailureAnalysis(
                    "The disk is full, or cannot be written to: "
                            + NestedExceptionUtils.getMostSpecificCause(failure).getMessage(),
                    "Make room on the disk of the database and of prakat.files, then start it again.",
                    failure);
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SetupException || cause instanceof ResumableMigration.Interrupted) {
                return new FailureAnalysis(cause.getMessage(), null, failure);
            }
            if (cause instanceof YAMLException) {
                return new FailureAnalysis(
                        "One of the office's files organisation.yaml, screening.yaml and disclosure.yaml is no YAML: "
                                + cause.getMessage(),
                        "Put that line right, its spaces at the beginning included, then start it again.",
                        failure);
            }
        }
        return null;
    }
}
