package prakat.request.content;

import java.time.Instant;
import java.util.List;

/** A submission that keeps the rules, ready to be a revision. Nothing in it is null. */
public record Content(
        String title,
        String summary,
        String body,
        String category,
        Instant publishFrom,
        Instant publishUntil,
        List<String> externalLinks,
        String note,
        List<Content.File> files) {

    /** An attachment whose bytes are kept, or about to be. */
    public record File(String name, String mediaType, long size, String sha256) {}
}
