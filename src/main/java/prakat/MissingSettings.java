package prakat;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import prakat.organisation.Accounts;

/** Says in one line what the environment must bring before the program can start, instead of how it fell over. */
public class MissingSettings implements FailureAnalyzer {

    /** Made by Spring Boot. */
    public MissingSettings() {}

    @Override
    public FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Accounts.MissingAdministrator || cause instanceof ProfileSettings.Missing) {
                return new FailureAnalysis(cause.getMessage(), null, failure);
            }
        }
        return null;
    }
}
