package prakat.request.content;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import prakat.input.Sha256;

/**
 * SHA-256 of a version of the content. Fields go in one after the other as netstrings ({@code <bytes>:<content>,}), so
 * that no two versions share a digest by running into each other.
 */
public final class Digest {

    private final MessageDigest sha256 = Sha256.begin();

    /**
     * The digest of a version: title, summary, body, category, start, end, number of links, each link, note, number of
     * files, and of each file its name, media type, size and own SHA-256. Where anything is said of a file, there follow of
     * each one alternative text, caption and {@code true} or {@code false} for the cover; where items are disclosed,
     * {@code disclosure}, their number, and each item. Instants are ISO 8601 in UTC.
     */
    public static String of(Content content) {
        Digest digest = new Digest();
        digest.add(content.title(), content.summary(), content.body(), content.category());
        digest.add(content.publishFrom().toString(), content.publishUntil().toString());
        digest.add(String.valueOf(content.externalLinks().size()));
        content.externalLinks().forEach(digest::add);
        digest.add(content.note());
        digest.add(String.valueOf(content.files().size()));
        content.files()
                .forEach(file -> digest.add(file.name(), file.mediaType(), String.valueOf(file.size()), file.sha256()));
        List<Description> descriptions =
                content.files().stream().map(Content.File::description).toList();
        // Else what was digested before anything could be said of files would have another digest.
        if (!descriptions.stream().allMatch(Description::isNone)) {
            descriptions.forEach(
                    said -> digest.add(said.alternativeText(), said.caption(), String.valueOf(said.cover())));
        }
        digest.addUnlessEmpty("disclosure", content.disclosureItems());
        return HexFormat.of().formatHex(digest.sha256.digest());
    }

    /** The digest of some fields, of which each may be null. */
    public static String of(List<String> fields) {
        Digest digest = new Digest();
        fields.forEach(field -> digest.add(field == null ? "-" : "+" + field));
        return HexFormat.of().formatHex(digest.sha256.digest());
    }

    /** What was not there in earlier times leaves no trace where it says nothing: digests stay as they were. */
    private void addUnlessEmpty(String name, List<String> values) {
        if (!values.isEmpty()) {
            add(name, String.valueOf(values.size()));
            values.forEach(this::add);
        }
    }

    private void add(String... fields) {
        for (String field : fields) {
            byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
            sha256.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            sha256.update(bytes);
            sha256.update((byte) ',');
        }
    }
}
