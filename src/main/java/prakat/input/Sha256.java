package prakat.input;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, by which we know files and versions. */
public final class Sha256 {

    private Sha256() {}

    /** One into which nothing has gone yet. */
    public static MessageDigest begin() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The first so many hexadecimal digits of a text's digest: a short name for what it says. */
    public static String ofText(String text, int length) {
        byte[] digest = begin().digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest).substring(0, length);
    }

    /** The digest of all that a stream gives, in lower-case hexadecimal; it is read to its end and not closed. */
    public static String of(InputStream stream) throws IOException {
        MessageDigest sha256 = begin();
        stream.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), sha256));
        return HexFormat.of().formatHex(sha256.digest());
    }
}
