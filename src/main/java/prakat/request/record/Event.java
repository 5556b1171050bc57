package prakat.request.record;

import jakarta.persistence.Converter;
import java.util.Set;
import prakat.input.Coded;
import prakat.input.CodedColumn;

/** What can happen to a request. */
public enum Event implements Coded {
    /** Proposed for the first time. */
    SUBMITTED,
    /** Something was found in it that must not be published or that a person has to look at, or nobody could look. */
    SCREENED,
    /** Somebody answered what was found in it when it was public already. */
    FINDINGS_ANSWERED,
    /** A director decided. */
    CERTIFICATION,
    /** Handed to the web officers in the owner's name. */
    HANDED_OVER,
    /** A web officer decided. */
    VETTING,
    /** The requester was told to revise it, and why. */
    RETURNED,
    /** Proposed again. */
    REVISED,
    /** Put on the website. */
    PUBLISHED,
    /** Its period was over before it could be put on the website: nobody ever saw it. */
    PERIOD_MISSED,
    /** Its owner asked to keep it on the website for longer. */
    EXTENSION_REQUESTED,
    /** A director decided on the extension. */
    EXTENSION_CERTIFICATION,
    /** A web officer decided on the extension. */
    EXTENSION_VETTING,
    /** Its end has moved. */
    EXTENDED,
    /** It left the website before the extension was decided. */
    EXTENSION_LAPSED,
    /** The people who have to act were reminded that it is due soon. */
    REMINDED,
    /** It was not done in time: the deputy directors see it. */
    ESCALATED,
    /** Its owner was told that the end is near, and what can be done. */
    END_ANNOUNCED,
    /** Its owner lets the period end. */
    LAPSE_CHOSEN,
    /** A web officer has to review whether it is still current. */
    REVIEW_DUE,
    /** A web officer reviewed whether it is still current. */
    REVIEWED,
    /** Its owner was told to bring it up to date, and why. */
    UPDATE_REQUESTED,
    /** It has another owner. */
    REASSIGNED,
    /** A newer version took its place at its address. */
    REPLACED,
    /** Its period ended. */
    TAKEN_DOWN,
    /** Taken off earlier, by a person. */
    WITHDRAWN,
    /** Given up by the requester. */
    CANCELLED;

    /** The events by which a version is proposed. */
    public static final Set<Event> PROPOSALS = Set.of(SUBMITTED, REVISED);

    @Converter(autoApply = true)
    static final class Column extends CodedColumn<Event> {
        Column() {
            super(Event.class);
        }
    }
}
