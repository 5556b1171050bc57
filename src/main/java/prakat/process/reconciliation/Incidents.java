package prakat.process.reconciliation;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import prakat.request.LockedRequests;

/** What the ICT group sees in Cockpit of differences that the program cannot put right itself. */
@Component
class Incidents {

    /** In place of a request's id, where a difference is about none. */
    static final String OF_NO_REQUEST = "";

    private static final Logger log = LoggerFactory.getLogger(Incidents.class);

    private static final Locale OF_THE_OFFICE = Locale.forLanguageTag("th");

    private final RuntimeService runtimeService;
    private final LockedRequests requests;
    private final MessageSource messages;

    Incidents(RuntimeService runtimeService, LockedRequests requests, MessageSource messages) {
        this.runtimeService = runtimeService;
        this.requests = requests;
        this.messages = messages;
    }

    /**
     * Raises one incident for each difference that is left; those of earlier times end that are no longer found.
     *
     * @param left by id of the request
     */
    void keep(Map<String, Difference> left) {
        Set<String> unraised = new HashSet<>(left.keySet());
        for (ProcessInstance earlier : runtimeService
                .createProcessInstanceQuery()
                .processDefinitionKey(ReconciliationModel.PROCESS)
                .list()) {
            Map<String, Object> about = runtimeService.getVariables(earlier.getId());
            String requestId = (String) about.get(ReconciliationModel.REQUEST);
            Difference now = left.get(requestId);
            if (now != null && now.code().equals(about.get(ReconciliationModel.DIFFERENCE))) {
                unraised.remove(requestId);
            } else {
                runtimeService
                        .createMessageCorrelation(ReconciliationModel.DIFFERENCE_SETTLED)
                        .processInstanceId(earlier.getId())
                        .correlate();
            }
        }
        unraised.forEach(requestId -> raise(requestId, left.get(requestId)));
    }

    private void raise(String requestId, Difference difference) {
        String number =
                requestId.equals(OF_NO_REQUEST) ? "" : requests.find(requestId).number();
        ProcessInstance instance = runtimeService.startProcessInstanceByKey(
                ReconciliationModel.PROCESS,
                Map.of(
                        ReconciliationModel.REQUEST, requestId,
                        ReconciliationModel.NUMBER, number,
                        ReconciliationModel.DIFFERENCE, difference.code()));
        String message =
                messages.getMessage("reconciliation." + difference.code(), new Object[] {number}, OF_THE_OFFICE);
        Execution waiting = runtimeService
                .createExecutionQuery()
                .processInstanceId(instance.getId())
                .activityId(ReconciliationModel.UNSETTLED)
                .singleResult();
        runtimeService.createIncident(ReconciliationModel.INCIDENT, waiting.getId(), difference.code(), message);
        log.error("Somebody is needed, {}: {}", difference.code(), message);
    }
}
