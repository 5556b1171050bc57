package prakat.web.site;

import java.time.Instant;
import prakat.publication.Publication;
import prakat.publication.TakedownReason;

/** Thrown for a publication that is no longer on the website. Holds what readers may know of it, without its content. */
final class Gone extends RuntimeException {

    private final String how;
    private final Instant since;
    private final String notice;
    private final String replacement;
    private final String group;

    private Gone(Publication publication, String how, Instant since, String notice, String replacement) {
        super(publication.number() + " is no longer on the website", null, false, false);
        this.how = how;
        this.since = since;
        this.notice = notice;
        this.replacement = replacement;
        this.group = publication.groupCode();
    }

    static Gone of(Publication publication) {
        boolean withdrawn = publication.takedownReason() == TakedownReason.WITHDRAWN;
        boolean ended = !withdrawn && publication.takedownReason() != TakedownReason.REPLACED;
        return new Gone(
                publication,
                withdrawn ? "withdrawn" : "ended",
                // The takedown of what expired is recorded a little later than it happens.
                ended ? publication.publishUntil() : publication.takenDownAt(),
                publication.publicNotice(),
                publication.replacementUrl());
    }

    /** A file of an earlier version, which that publication no longer has. */
    static Gone file(Publication publication) {
        return new Gone(publication, "file", publication.publishedAt(), null, "/news/" + publication.address());
    }

    /** How the bundles say it under {@code gone.}: its period ended, a person withdrew it, or a newer version is without it. */
    public String how() {
        return how;
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
