package prakat.process.reconciliation;

import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;
import prakat.process.publication.PublicationModel;

/**
 * Timers that the engine has given up on. The engine tries those of tasks thrice in a row, and those of events for some
 * minutes; here each is tried once more a round, until it succeeds. Meanwhile the engine's own incident shows it.
 */
@Component
class FailedTimers {

    private static final List<String> MODELS =
            List.of(PublicationModel.PROCESS, PublicationModel.EXTENSION, PublicationModel.REVIEW);

    private final ManagementService managementService;

    FailedTimers(ManagementService managementService) {
        this.managementService = managementService;
    }

    /** Has the engine try them again, at most that many of each model. */
    void tryAgain(int most) {
        for (String model : MODELS) {
            managementService
                    .createJobQuery()
                    .processDefinitionKey(model)
                    .timers()
                    .noRetriesLeft()
                    .listPage(0, most)
                    .stream()
                    .map(Job::getId)
                    .forEach(timer -> managementService.setJobRetries(timer, 1));
        }
    }
}
