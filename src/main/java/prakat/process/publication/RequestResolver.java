package prakat.process.publication;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import prakat.input.Refusal;
import prakat.request.LockedRequests;
import prakat.request.PublicationRequest;

/** Finds the request that a step of the engine is about. */
@Component
public class RequestResolver {

    private final LockedRequests requests;

    RequestResolver(LockedRequests requests) {
        this.requests = requests;
    }

    /**
     * The request that this instance, or the one that called it, was started for, locked until the transaction ends. No
     * other instance may act on a request, whatever its business key: that is answered as not found.
     */
    public PublicationRequest requestOf(DelegateExecution execution) {
        DelegateExecution caller = execution.getProcessInstance().getSuperExecution();
        DelegateExecution whole = caller == null ? execution : caller;
        String id = whole.getProcessBusinessKey();
        if (id == null) {
            throw Refusal.notFound();
        }
        PublicationRequest request = requests.find(id);
        if (!request.processInstanceId().equals(whole.getProcessInstanceId()) && !RestorationContext.isRestoring(id)) {
            throw Refusal.notFound();
        }
        return request;
    }

    /** The id of that request. */
    public String requestId(DelegateExecution execution) {
        return requestOf(execution).id();
    }
}
