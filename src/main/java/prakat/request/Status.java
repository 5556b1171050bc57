package prakat.request;

import java.util.Set;
import prakat.input.Coded;

/** Where a request stands. */
public enum Status implements Coded {
    /** With the group's directors. */
    AWAITING_CERTIFICATION,
    /** With the web officers. */
    AWAITING_VETTING,
    /** Back with the requester, with the reason. */
    RETURNED,
    /** Permitted; its start has not come yet. */
    SCHEDULED,
    /** On the website, as far as its period goes. */
    PUBLISHED,
    /** Its period ended, or a newer version took its place. */
    TAKEN_DOWN,
    /** Taken off earlier, by a person. */
    WITHDRAWN,
    /** Given up by the requester before it was published. */
    CANCELLED;

    /** As long as it is on its way to the website. */
    static final Set<Status> UNTIL_PUBLISHED = Set.of(AWAITING_CERTIFICATION, AWAITING_VETTING, RETURNED, SCHEDULED);

    /** As long as something is still to happen. */
    static final Set<Status> NOT_ENDED =
            Set.of(AWAITING_CERTIFICATION, AWAITING_VETTING, RETURNED, SCHEDULED, PUBLISHED);

    /** Whether nothing happens to it any more. */
    public boolean isEnded() {
        return !NOT_ENDED.contains(this);
    }
}
