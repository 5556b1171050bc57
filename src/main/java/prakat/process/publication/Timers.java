package prakat.process.publication;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import prakat.organisation.EngineIdentity;
import prakat.process.publication.PublicationModel.Variables;

/** The engine's timers, where the procedure moves them. */
@Component
public class Timers {

    private final RuntimeService runtimeService;
    private final ManagementService managementService;
    private final EngineIdentity identity;

    Timers(@Lazy RuntimeService runtimeService, @Lazy ManagementService managementService, EngineIdentity identity) {
        this.runtimeService = runtimeService;
        this.managementService = managementService;
        this.identity = identity;
    }

    /**
     * Moves the end of the stay on the website, and tells it where Cockpit shows it.
     *
     * @param shown the same instant, as variables show times
     */
    void moveEnd(String processInstanceId, Instant until, String shown) {
        identity.asSystem(() -> {
            timer(processInstanceId, PublicationModel.PERIOD_ENDS)
                    .ifPresent(end -> managementService.setJobDuedate(end.getId(), Date.from(until)));
            runtimeService.setVariable(processInstanceId, Variables.PUBLISH_UNTIL, shown);
            return null;
        });
    }

    /** The timer that waits at that element; empty where none does. */
    public Optional<Job> timer(String processInstanceId, String element) {
        return Optional.ofNullable(managementService
                .createJobQuery()
                .processInstanceId(processInstanceId)
                .activityId(element)
                .singleResult());
    }
}
