package prakat.web.desk.request;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import prakat.request.ProcessView.Step;
import prakat.request.PublicationRequest;
import prakat.request.content.Revision;

/**
 * A request with all that is known of it.
 *
 * @param request where it stands
 * @param standing the status's code, or {@code replaced}
 * @param content the version of the present round
 * @param category name
 * @param group name
 * @param holders with whom it is; empty where nobody has to act
 * @param due by when it goes on from where it is
 * @param steps the way that it went and the way ahead; empty where the engine no longer knows
 * @param returned why it came back, where it is back with its requester; null otherwise
 * @param wish the extension that was last asked for; null where none ever was
 * @param upkeep what is asked of people while it is on the website
 * @param replaces what it is to replace on the website, or replaced; null for the first version of something
 * @param newer the newer version that was proposed last and not cancelled; null where there is none
 * @param history the whole record, oldest first
 * @param earlier the versions of the rounds before, the newest first
 * @param publicAddress where readers see it; null unless they do
 * @param doors what the reader may do with it
 */
public record Sheet(
        PublicationRequest request,
        String standing,
        Revision content,
        String category,
        String group,
        List<String> holders,
        Due due,
        List<Step> steps,
        Line returned,
        Wish wish,
        Upkeep upkeep,
        Other replaces,
        Other newer,
        List<Line> history,
        List<Earlier> earlier,
        String publicAddress,
        Doors doors) {

    /**
     * What the reader may do with a request.
     *
     * @param task where the reader decides on it; null where it is not the reader's to decide now
     * @param revise whether it is the reader's to revise
     * @param cancel whether the reader may cancel it
     * @param extend whether the reader may ask to keep it on the website for longer
     * @param update whether the reader may propose a newer version of what is on the website
     * @param reassign whether the reader may give it to another owner
     * @param withdraw whether the reader may take it off the website
     * @param cockpit its instance in Cockpit; null for all but administrators, and once the procedure has ended
     */
    public record Doors(
            String task,
            boolean revise,
            boolean cancel,
            boolean extend,
            boolean update,
            boolean reassign,
            boolean withdraw,
            String cockpit) {}

    /**
     * An earlier or a newer version of the same, which is a request of its own.
     *
     * @param status code
     * @param waiting whether the newer one of the two is still on its way to the website, and the earlier one on it
     */
    public record Other(String id, String number, String title, String status, boolean waiting) {}

    /**
     * A line of the record.
     *
     * @param who the person's name at that time; the capacity's where it was the procedure itself
     * @param capacity title in which the person acted; null for the procedure itself
     * @param event code
     * @param outcome code; null where the event is no decision
     * @param reasonCode code; null where none was given
     * @param reason in words; null where none were given
     * @param failed criteria that were not met, in the procedure's order
     * @param met criteria that were met
     * @param remarks why criteria were not met, by their codes
     * @param sentBack whether it sent the version back to its requester
     * @param digest of the version it was about
     * @param until the end of the period that it was about; null where it was about none
     * @param subject the new owner's name, or the number of the newer version; null where it was about neither
     */
    public record Line(
            Instant at,
            String who,
            String capacity,
            String event,
            int round,
            String outcome,
            String reasonCode,
            String reason,
            List<String> failed,
            List<String> met,
            Map<String, String> remarks,
            boolean sentBack,
            String digest,
            Instant until,
            String subject) {}

    /**
     * An extension that was asked for.
     *
     * @param state code
     * @param until the end that was wished for
     * @param reason the owner's
     * @param at when it was asked for
     * @param holders with whom it is; empty where nobody has to decide any more
     * @param since when it is there, or was decided
     * @param refused the decision against it; null where there was none
     */
    public record Wish(
            String state,
            Instant until,
            String reason,
            Instant at,
            List<String> holders,
            Instant since,
            Line refused) {}

    /**
     * What is asked of people while it is on the website.
     *
     * @param asked since when the reader, its owner, is asked what shall become of it at its end; null where not
     * @param update the decision for which its owner is to bring it up to date; null where there is none
     * @param review since when it is to be reviewed whether it is still current; null where it is not now
     * @param reviewers with whom that is; empty where it is not now
     * @param lastReview the last decision on that; null where there is none yet
     */
    public record Upkeep(Instant asked, Line update, Instant review, List<String> reviewers, Line lastReview) {}

    /**
     * A version of an earlier round.
     *
     * @param content what was proposed then
     * @param returned why it came back; null where the record does not say
     */
    public record Earlier(Revision content, Line returned) {}
}
