package prakat.web.site;

import java.time.Instant;
import prakat.publication.Publication;
import prakat.publication.TakedownReason;

/** Somebody asked for what is no longer on the website. Holds what readers may know of it: nothing of its content. */
final class Gone extends RuntimeException {

    private final boolean withdrawn;
    private final Instant since;
    private final String notice;
    private final String replacement;
    private final String group;

    Gone(Publication publication) {
        super(publication.number() + " is no longer on the website", null, false, false);
        withdrawn = TakedownReason.WITHDRAWN.code().equals(publication.takedownReason());
        // The takedown of what expired is recorded a little later than it happens.
        since = withdrawn ? publication.takenDownAt() : publication.publishUntil();
        notice = publication.publicNotice();
        replacement = publication.replacementUrl();
        group = publication.groupCode();
    }

    /** Whether a person took it off before its time. */
    public boolean isWithdrawn() {
        return withdrawn;
    }

    /** From when on. */
    public Instant since() {
        return since;
    }

    /** What the office tells readers; null for nothing. */
    public String notice() {
        return notice;
    }

    /** Where readers find something in its place; null for nowhere. */
    public String replacement() {
        return replacement;
    }

    /** Code of the group that published it. */
    String group() {
        return group;
    }
}
