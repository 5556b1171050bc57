package prakat.request.content;

import java.nio.charset.Charset;
import java.nio.file.Path;
import prakat.screening.file.FileKind;

/**
 * A file that is kept, for somebody who may read it.
 *
 * @param name as its owner called it
 * @param mediaType what it is, judged by its content
 * @param charset in which it is written; null for what is no plain text
 * @param size in bytes
 * @param sha256 digest of its bytes, in hexadecimal
 * @param path where its bytes lie
 */
public record StoredFile(String name, String mediaType, Charset charset, long size, String sha256, Path path) {

    /** Whether it is one that a page can show. */
    public boolean isPicture() {
        return FileKind.isPicture(mediaType);
    }
}
