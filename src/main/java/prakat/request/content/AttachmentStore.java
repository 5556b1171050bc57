package prakat.request.content;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import prakat.input.Refusal;
import prakat.input.Texts;
import prakat.screening.FileKind;

/** The bytes of attachments, each kept once under its SHA-256, and the rules for what may be attached. */
@Component
public class AttachmentStore {

    static final int MOST_FILES = 10;
    static final int MEBIBYTE = 1024 * 1024;
    static final int LARGEST_FILE = 20 * MEBIBYTE;
    static final int LARGEST_TOGETHER = 60 * MEBIBYTE;
    private static final int LONGEST_NAME = 200;

    private final JdbcClient jdbc;

    AttachmentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Keeps the files.
     *
     * @param kept files of an earlier round that stay, before the new ones
     * @throws Refusal where there are too many, one is too large, empty or of a kind that is not allowed; none is kept then
     */
    List<Content.File> keep(List<Content.File> kept, List<Upload> uploads) {
        List<Content.File> files = admit(kept, uploads);
        // In one order for everybody, so that two who send the same files do not wait for each other.
        uploads.stream()
                .sorted(Comparator.comparing(upload -> Digest.of(upload.content())))
                .forEach(this::store);
        return files;
    }

    /**
     * A file as it would be kept beside those that are there.
     *
     * @throws Refusal where {@link #keep} would refuse it
     */
    public Content.File admit(List<Content.File> there, Upload upload) {
        return admit(there, List.of(upload)).get(there.size());
    }

    /** The bytes under that digest. */
    public byte[] bytes(String sha256) {
        return jdbc.sql("select content from attachment_content where sha256 = ?")
                .param(sha256)
                .query((row, n) -> row.getBytes(1))
                .single();
    }

    /** The digest of a version as it is stored now, computed anew from its fields and the bytes of its files. */
    public String digest(Revision revision) {
        boolean filesAreWhole = revision.attachments().stream()
                .allMatch(file -> Digest.of(bytes(file.sha256())).equals(file.sha256()));
        return filesAreWhole ? revision.digest() : "a stored file differs from its digest";
    }

    private static List<Content.File> admit(List<Content.File> kept, List<Upload> uploads) {
        if (kept.size() + uploads.size() > MOST_FILES) {
            throw Refusal.invalid("attachments", "too-many-files", MOST_FILES);
        }
        long together = kept.stream().mapToLong(Content.File::size).sum();
        for (Upload upload : uploads) {
            if (upload.content().length > LARGEST_FILE) {
                throw Refusal.tooLarge("file-too-large", name(upload), LARGEST_FILE / MEBIBYTE);
            }
            together += upload.content().length;
        }
        if (together > LARGEST_TOGETHER) {
            throw Refusal.tooLarge("files-too-large", LARGEST_TOGETHER / MEBIBYTE);
        }
        List<Content.File> files = new ArrayList<>(kept);
        Set<String> names = new HashSet<>();
        kept.forEach(file -> names.add(file.name()));
        for (Upload upload : uploads) {
            files.add(described(upload, names));
        }
        return files;
    }

    private static Content.File described(Upload upload, Set<String> names) {
        String name = name(upload);
        if (upload.content().length == 0) {
            throw Refusal.invalid("attachments", "file-empty", name);
        }
        if (!names.add(name)) {
            throw Refusal.invalid("attachments", "file-name-twice", name);
        }
        FileKind kind = FileKind.of(upload.content(), name).orElseThrow(() -> Refusal.unsupportedType(name));
        return new Content.File(name, kind.mediaType(), upload.content().length, Digest.of(upload.content()));
    }

    private void store(Upload upload) {
        jdbc.sql("insert into attachment_content (sha256, content) values (?, ?) on conflict do nothing")
                .params(Digest.of(upload.content()), upload.content())
                .update();
    }

    /** The last part of a path that a browser may have sent, without characters that mislead or that file systems refuse. */
    private static String name(Upload upload) {
        String name = Texts.line(upload.name() == null ? "" : upload.name());
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cf}<>:\"|?*;]", "")
                .strip();
        if (name.isEmpty() || name.equals(".") || name.equals("..")) {
            throw Refusal.invalid("attachments", "file-name-missing");
        }
        return Texts.length(name) <= LONGEST_NAME ? name : shortened(name);
    }

    private static String shortened(String name) {
        int dot = name.lastIndexOf('.');
        String extension = dot > 0 && name.length() - dot <= 6 ? name.substring(dot) : "";
        int end = name.offsetByCodePoints(0, LONGEST_NAME - extension.length());
        return name.substring(0, end) + extension;
    }
}
