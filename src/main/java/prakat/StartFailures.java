package prakat;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import prakat.organisation.Accounts;
import prakat.request.content.FilesLeaveDatabase;

/** Says in one line what keeps the program from starting and what to do about it, instead of where it failed. */
public class StartFailures implements FailureAnalyzer {

    /** Made by Spring Boot. */
    public StartFailures() {}

    @Override
    public FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Accounts.MissingAdministrator
                    || cause instanceof ProfileSettings.Missing
                    || cause instanceof FilesLeaveDatabase.Interrupted) {
                return new FailureAnalysis(cause.getMessage(), null, failure);
            }
        }
        return null;
    }
}
