package prakat.web.desk.decision;

import java.time.Instant;
import java.util.List;
import prakat.request.Extension;
import prakat.request.record.ReasonCode;
import prakat.request.record.TaskKind;
import prakat.web.desk.content.HistoryLine;
import prakat.web.desk.content.RequestContent;

/**
 * What somebody needs to decide on a request.
 *
 * @param task id of the open task
 * @param claimedBy name of somebody else who has claimed the task; null where nobody has
 * @param wish the extension that is asked for; null at the steps that are not about one
 * @param review what a review needs besides; null at the other steps
 */
record DecisionPage(
        String task, TaskKind step, RequestContent content, String claimedBy, Extension wish, Review review) {

    /**
     * How long it has been on the website unchanged.
     *
     * @param since when it was published
     * @param days how many whole days ago that was
     * @param last the review before; null where there was none
     */
    record Review(Instant since, long days, HistoryLine last) {}

    /** What a reason may be called. */
    public List<ReasonCode> reasonCodes() {
        return List.of(ReasonCode.values());
    }

    /** Whether the panel has a checklist. */
    public boolean isChecklist() {
        return !step.criteria().isEmpty();
    }
}
