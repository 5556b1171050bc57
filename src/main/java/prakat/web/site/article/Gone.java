package prakat.web.site.article;

import java.time.Instant;
import prakat.publication.Publication;
import prakat.publication.TakedownReason;

/** Thrown for a publication that is no longer on the website. */
public final class Gone extends RuntimeException {

    private final Details details;

    /**
     * What readers may know of it, without its content.
     *
     * @param how in the bundles under {@code gone.}: its period ended, a person withdrew it, or a newer version is without it
     * @param since from when on
     * @param notice what the office tells readers; null for nothing
     * @param replacement where readers find something in its place; null for nowhere
     * @param group code of the group that published it
     */
    public record Details(String how, Instant since, String notice, String replacement, String group) {}

    private Gone(Publication publication, String how, Instant since, String notice, String replacement) {
        super(publication.number() + " is no longer on the website", null, false, false);
        this.details = new Details(how, since, notice, replacement, publication.groupCode());
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

    /** What its page says. */
    public Details details() {
        return details;
    }
}
