package prakat.web.desk.request;

import java.time.Instant;
import java.util.List;
import prakat.request.Extension;
import prakat.request.query.ProcessView.Step;
import prakat.web.desk.content.HistoryLine;
import prakat.web.desk.content.RequestContent;
import prakat.web.desk.task.DueDates.DueDate;

/**
 * Everything that the page of a request shows.
 *
 * @param content its versions and history
 * @param standing the status's code, or {@code replaced}
 * @param assignees who has to act; empty where nobody has to
 * @param due when it is due to move on
 * @param steps taken and still ahead; empty where the engine's history is gone
 * @param returned why it was returned; null unless it is with its requester to be revised
 * @param extension the last one asked for; null where there was none
 * @param upkeep what is asked of people while it is on the website
 * @param replaces what it is to replace on the website, or replaced; null for the first version of something
 * @param newer the newer version that was proposed last and not cancelled; null where there is none
 * @param publicAddress of its page on the website; null where it has none
 * @param actions what the reader may do with it
 */
record RequestPage(
        RequestContent content,
        String standing,
        List<String> assignees,
        DueDate due,
        List<Step> steps,
        HistoryLine returned,
        RequestedExtension extension,
        Upkeep upkeep,
        RelatedRequest replaces,
        RelatedRequest newer,
        String publicAddress,
        AvailableActions actions) {

    /**
     * What the reader may do with it.
     *
     * @param task the link to the reader's task in Tasklist; null where the reader has none
     * @param extend whether the reader may ask to keep it on the website for longer, and the policy leaves room
     * @param update whether the reader may propose a newer version of what is on the website
     * @param answer whether the reader may answer what was found in it, and there is something to answer
     * @param reassign whether the reader may give it to another owner
     * @param cockpit the link to its instance in Cockpit; null unless the reader is an administrator and the procedure runs
     */
    record AvailableActions(
            String task,
            boolean revise,
            boolean cancel,
            boolean extend,
            boolean update,
            boolean answer,
            boolean reassign,
            boolean withdraw,
            String cockpit) {}

    /**
     * An earlier or a newer version of the same, which is a request of its own.
     *
     * @param status code
     * @param waiting whether the newer one of the two is still on its way to the website, and the earlier one on it
     */
    record RelatedRequest(String id, String number, String title, String status, boolean waiting) {}

    /**
     * An extension that was asked for.
     *
     * @param assignees who has to decide; empty where it is decided
     * @param refused the decision against it; null where there was none
     */
    record RequestedExtension(Extension extension, List<String> assignees, HistoryLine refused) {}

    /**
     * What is asked of people while it is on the website.
     *
     * @param asked since when the reader, its owner, is asked what to do at its end; null where not
     * @param update the decision for which its owner is to bring it up to date; null where there is none
     * @param review since when it is to be reviewed whether it is still current; null where it is not now
     * @param reviewers who has to review it; empty where no review is open
     * @param lastReview the last decision on that; null where there is none yet
     */
    record Upkeep(Instant asked, HistoryLine update, Instant review, List<String> reviewers, HistoryLine lastReview) {}
}
