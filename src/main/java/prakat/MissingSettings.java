package prakat;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.util.PlaceholderResolutionException;
import prakat.organisation.Accounts;

/** Says in one line what the environment must bring before the program can start, instead of how it fell over. */
public class MissingSettings implements FailureAnalyzer {

    /** Made by Spring Boot. */
    public MissingSettings() {}

    @Override
    public FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Accounts.MissingAdministrator missing) {
                return new FailureAnalysis(missing.getMessage(), null, failure);
            }
            if (cause instanceof PlaceholderResolutionException missing) {
                return new FailureAnalysis(
                        "The environment variable " + missing.getPlaceholder() + " is missing.", null, failure);
            }
        }
        return null;
    }
}
