package prakat.request.draft;

import prakat.request.content.Content;
import prakat.request.content.Description;
import prakat.request.content.Submission;

/**
 * A file of a draft, which has passed the same checks as an attachment.
 *
 * @param id within all drafts
 * @param name as its owner called it
 * @param mediaType what it is, judged by its content
 * @param size in bytes
 * @param sha256 digest of its bytes, in hexadecimal
 * @param description what is said of it, as it was typed
 */
public record DraftFile(long id, String name, String mediaType, long size, String sha256, Description description) {

    /** Whether it is one that a page can show. */
    public boolean isPicture() {
        return file().isPicture();
    }

    /** The same as an attachment. */
    public Content.File file() {
        return new Content.File(name, mediaType, size, sha256, description);
    }

    DraftFile described(Description as) {
        return new DraftFile(id, name, mediaType, size, sha256, as);
    }

    Submission.Described submitted() {
        return new Submission.Described(
                name, description.alternativeText(), description.caption(), description.cover());
    }
}
