package prakat.request;

import java.time.Instant;
import java.util.List;

/** A submission that keeps the rules, ready to be a revision. */
record Content(
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
    record File(String name, String mediaType, long size, String sha256) {}
}
