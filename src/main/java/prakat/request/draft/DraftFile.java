package prakat.request.draft;

import prakat.request.content.Content;

/**
 * A file of a draft, which has passed the same checks as an attachment.
 *
 * @param id within all drafts
 * @param name as its owner called it
 * @param mediaType what it is, judged by its content
 * @param size in bytes
 * @param sha256 digest of its bytes, in hexadecimal
 */
public record DraftFile(long id, String name, String mediaType, long size, String sha256) {

    Content.File file() {
        return new Content.File(name, mediaType, size, sha256);
    }
}
