package prakat.request.content;

import java.time.Instant;
import java.util.List;
import prakat.screening.file.FileKind;

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
        List<String> disclosureItems,
        List<Content.File> files) {

    /** An attachment whose bytes are kept, or about to be. */
    public record File(String name, String mediaType, long size, String sha256, Description description) {

        /** One of which nothing is said. */
        public File(String name, String mediaType, long size, String sha256) {
            this(name, mediaType, size, sha256, Description.NONE);
        }

        /** Whether it is one that a page can show. */
        public boolean isPicture() {
            return FileKind.isPicture(mediaType);
        }

        File described(Description as) {
            return new File(name, mediaType, size, sha256, as);
        }
    }
}
