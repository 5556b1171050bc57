package prakat.process.reconciliation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import prakat.input.Coded;
import prakat.request.LockedRequests;

/** What the ICT group sees in Cockpit of what the program could not repair: one incident for each difference. */
@Component
class Incidents {

    /** In place of a request's id, where a difference is about none. */
    static final String OF_NO_REQUEST = "";

    private static final Logger log = LoggerFactory.getLogger(Incidents.class);

    private static final Locale OF_THE_OFFICE = Locale.forLanguageTag("th");

    private final RuntimeService runtimeService;
    private final LockedRequests requests;
    private final MessageSource messages;
    private final TransactionTemplate each;

    Incidents(
            RuntimeService runtimeService,
            LockedRequests requests,
            MessageSource messages,
            PlatformTransactionManager transactions) {
        this.runtimeService = runtimeService;
        this.requests = requests;
        this.messages = messages;
        this.each = new TransactionTemplate(transactions);
        this.each.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Raises a difference, unless it is raised already. */
    void raise(String requestId, Difference difference) {
        each.executeWithoutResult(status -> {
            if (runtimeService
                            .createProcessInstanceQuery()
                            .processDefinitionKey(ReconciliationModel.PROCESS)
                            .variableValueEquals(ReconciliationModel.REQUEST, requestId)
                            .variableValueEquals(ReconciliationModel.DIFFERENCE, difference.code())
                            .count()
                    == 0) {
                create(requestId, difference);
            }
        });
    }

    private void create(String requestId, Difference difference) {
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

    /**
     * Ends the incidents of differences that are no longer found.
     *
     * @param found what differs now, by id of the request, or {@link #OF_NO_REQUEST}
     * @param most how many to read at a time
     */
    void settle(Function<String, List<Difference>> found, int most) {
        int left = 0;
        List<ProcessInstance> page;
        do {
            page = runtimeService
                    .createProcessInstanceQuery()
                    .processDefinitionKey(ReconciliationModel.PROCESS)
                    .orderByProcessInstanceId()
                    .asc()
                    .listPage(left, most);
            for (ProcessInstance raised : page) {
                Map<String, Object> about = runtimeService.getVariables(raised.getId());
                if (found.apply((String) about.get(ReconciliationModel.REQUEST)).stream()
                        .map(Coded::code)
                        .anyMatch(code -> code.equals(about.get(ReconciliationModel.DIFFERENCE)))) {
                    left++;
                } else {
                    each.executeWithoutResult(status -> runtimeService
                            .createMessageCorrelation(ReconciliationModel.DIFFERENCE_SETTLED)
                            .processInstanceId(raised.getId())
                            .correlate());
                }
            }
        } while (page.size() == most);
    }
}
