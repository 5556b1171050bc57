package prakat.web.desk.decision;

import java.time.Instant;
import java.util.List;
import prakat.request.record.ReasonCode;
import prakat.web.desk.request.HistoryLine;
import prakat.web.desk.request.RequestContent;

/**
 * What somebody needs to decide on a request.
 *
 * @param task id of the open task
 * @param step what is decided
 * @param content what it is decided on
 * @param claimedBy name of somebody else who has claimed the task; null where nobody has
 * @param review what a review needs besides; null at the other steps
 */
record DecisionPage(String task, DecisionStep step, RequestContent content, String claimedBy, Review review) {

    /**
     * How long it has been on the website unchanged.
     *
     * @param since when it was published
     * @param days how many whole days ago that was
     * @param last the review before; null where there was none
     */
    record Review(Instant since, long days, HistoryLine last) {}

    /** Whether it is about an extension of what is on the website. */
    public boolean isOnExtension() {
        return step == DecisionStep.CERTIFY_EXTENSION || step == DecisionStep.VET_EXTENSION;
    }

    /** What a reason may be called. */
    public List<ReasonCode> reasonCodes() {
        return List.of(ReasonCode.values());
    }

    /** Whether the panel has a checklist. */
    public boolean isChecklist() {
        return !step.criteria().isEmpty();
    }
}
