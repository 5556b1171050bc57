package prakat.process.publication;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;
import prakat.organisation.office.Office;
import prakat.process.publication.PublicationModel.Variables;
import prakat.publication.Publishing;
import prakat.request.PublicationRequest;
import prakat.request.UpkeepSteps;

/** What {@code processes/review.bpmn} calls, as {@code ${currencyReview.…}}: each method one step of the model. */
@Component("currencyReview")
public class CurrencyReview {

    private final Procedure procedure;
    private final RequestResolver resolver;
    private final UpkeepSteps upkeep;
    private final Publishing publishing;
    private final Office office;

    CurrencyReview(
            Procedure procedure, RequestResolver resolver, UpkeepSteps upkeep, Publishing publishing, Office office) {
        this.procedure = procedure;
        this.resolver = resolver;
        this.upkeep = upkeep;
        this.publishing = publishing;
        this.office = office;
    }

    /** Whether there is anything to review: not while the review before is open, nor once the period is over. */
    public boolean needed(DelegateExecution execution) {
        String requestId = resolver.requestId(execution);
        // What is restored is the review that is open.
        return RestorationContext.isRestoring(requestId) || upkeep.isReviewNeeded(requestId);
    }

    /** {@code reviewCurrency} is there. */
    public void due(DelegateTask task) {
        procedure.offered(task);
        String requestId = resolver.requestId(task.getExecution());
        if (!RestorationContext.isRestoring(requestId)) {
            upkeep.reviewDue(requestId);
        }
    }

    /** {@code reviewCurrency} is being completed; what it decides to withdraw is off the website with that. */
    public void decided(DelegateTask task) {
        IncomingVariables input = new IncomingVariables(task.getExecution(), office.zone());
        PublicationRequest request = resolver.requestOf(task.getExecution());
        publishing.review(request.id(), procedure.actor(), () -> input.review(own(request)));
        Procedure.settle(task, input);
    }

    /** {@code askForUpdate}. */
    public void askForUpdate(DelegateExecution execution) {
        upkeep.requestUpdate(resolver.requestId(execution));
    }

    /** Without the round, which may become another while a review is open. */
    private static Map<String, Object> own(PublicationRequest request) {
        Map<String, Object> own = new HashMap<>(RequestVariables.identifying(request));
        own.remove(Variables.ROUND);
        return own;
    }
}
