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
import prakat.request.PublicationRequest;

/** The engine's timers, where the procedure moves them. */
@Component
public class Timers {

    private final RuntimeService runtimeService;
    private final ManagementService managementService;
    private final RequestVariables variables;
    private final EngineIdentity identity;

    Timers(
            @Lazy RuntimeService runtimeService,
            @Lazy ManagementService managementService,
            RequestVariables variables,
            EngineIdentity identity) {
        this.runtimeService = runtimeService;
        this.managementService = managementService;
        this.variables = variables;
        this.identity = identity;
    }

    /**
     * Moves the end of the stay on the website to where the request has it now.
     *
     * @param reminderDay when its owner is to be asked about that end
     */
    void moveEnd(PublicationRequest request, Instant reminderDay) {
        String instance = request.processInstanceId();
        identity.asSystem(() -> {
            timer(instance, PublicationModel.PERIOD_ENDS)
                    .ifPresent(end -> managementService.setJobDuedate(end.getId(), Date.from(request.publishUntil())));
            // Two where the last question failed: its next time is set already.
            managementService
                    .createJobQuery()
                    .processInstanceId(instance)
                    .activityId(PublicationModel.END_NEAR)
                    .list()
                    .forEach(near -> managementService.setJobDuedate(near.getId(), Date.from(reminderDay)));
            runtimeService.setVariable(instance, Variables.PUBLISH_UNTIL, variables.time(request.publishUntil()));
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
