package prakat.request.content;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import prakat.input.Refusal;
import prakat.input.Texts;
import prakat.picture.PictureSize;
import prakat.screening.file.FileKind;

/** What may be attached, and what is attached. */
@Component
public class Attachments {

    static final int MOST_DOCUMENTS = 10;
    static final int MOST_PICTURES = 60;
    static final int MOST_FILES = MOST_DOCUMENTS + MOST_PICTURES;
    static final int MEBIBYTE = 1024 * 1024;

    /** In bytes. */
    public static final int LARGEST_FILE = 20 * MEBIBYTE;

    static final int LARGEST_DOCUMENTS = 60 * MEBIBYTE;
    static final int LARGEST_PICTURES = 300 * MEBIBYTE;
    private static final int LONGEST_NAME = 200;
    private static final long MILLION = 1_000_000;

    private final FileStore store;
    private final MeterRegistry metrics;

    Attachments(FileStore store, MeterRegistry metrics) {
        this.store = store;
        this.metrics = metrics;
        // Begun at 0, so that the first one is seen to come.
        Arrays.stream(FileKind.values()).forEach(kind -> screening(result(kind)));
    }

    /**
     * Keeps the files.
     *
     * @param kept files of an earlier round that stay, before the new ones
     * @param said see {@link Submission#attachments}
     * @throws Refusal where there are too many, one is too large, empty, of a kind that is not allowed or
     *     such that nobody could read it, or what is said of them is wrong; none is kept then
     */
    List<Content.File> keep(List<Content.File> kept, List<Upload> uploads, List<Submission.Described> said) {
        List<Content.File> files = admit(kept, uploads);
        List<Content.File> described = Descriptions.of(files, said);
        // In one order for everybody, so that two who send the same files do not wait for each other.
        IntStream.range(0, uploads.size())
                .boxed()
                .sorted(Comparator.comparing(i -> uploads.get(i).file().sha256()))
                .forEach(i ->
                        store.keep(files.get(kept.size() + i), uploads.get(i).file()));
        return described;
    }

    /**
     * Keeps a file beside those that are there. Another picture of a name that is taken gets a number: telephones call all that
     * they paste {@code image.jpg}, and nobody could rename it.
     *
     * @throws Refusal where it may not be attached together with them
     */
    public Content.File keepOne(List<Content.File> there, Upload upload) {
        List<Content.File> files = keep(there, List.of(numbered(there, upload)), List.of());
        return files.get(files.size() - 1);
    }

    /**
     * The file of that number; the caller has checked that the reader may see the version.
     *
     * @throws Refusal where it has none of that number
     */
    public StoredFile file(Revision revision, int n) {
        return store.get(revision.attachment(n).map(Attachment::file).orElseThrow(Refusal::notFound));
    }

    /** The digest of a version as it is stored now, computed again from its fields and the bytes of its files. */
    public String digest(Revision revision) {
        boolean filesAreWhole = revision.attachments().stream().allMatch(file -> store.isWhole(file.sha256()));
        return filesAreWhole ? revision.digest() : "a stored file differs from its digest";
    }

    private static Upload numbered(List<Content.File> there, Upload upload) {
        String name = plainName(upload.name());
        boolean another = there.stream()
                .anyMatch(file -> file.isPicture()
                        && file.name().equals(name)
                        && !file.sha256().equals(upload.file().sha256()));
        if (!another) {
            return upload;
        }
        Set<String> taken = there.stream().map(Content.File::name).collect(Collectors.toSet());
        int dot = name.lastIndexOf('.') < 0 ? name.length() : name.lastIndexOf('.');
        return IntStream.iterate(2, n -> n + 1)
                .mapToObj(n -> name.substring(0, dot) + " (" + n + ")" + name.substring(dot))
                .filter(free -> !taken.contains(free))
                .findFirst()
                .map(free -> new Upload(free, upload.file()))
                .orElseThrow();
    }

    private List<Content.File> admit(List<Content.File> kept, List<Upload> uploads) {
        if (kept.size() + uploads.size() > MOST_FILES) {
            throw Refusal.invalid(List.of(tooMany("attachments")));
        }
        for (Upload upload : uploads) {
            if (upload.file().size() > LARGEST_FILE) {
                throw Refusal.tooLarge("file-too-large", plainName(upload.name()), LARGEST_FILE / MEBIBYTE);
            }
        }
        List<Content.File> files = new ArrayList<>(kept);
        Set<String> names = new HashSet<>();
        kept.forEach(file -> names.add(file.name()));
        for (Upload upload : uploads) {
            files.add(admitted(upload, names));
        }
        ensureFew(files, false, MOST_DOCUMENTS, LARGEST_DOCUMENTS);
        ensureFew(files, true, MOST_PICTURES, LARGEST_PICTURES);
        return files;
    }

    private static void ensureFew(List<Content.File> files, boolean pictures, int most, int largest) {
        List<Content.File> counted =
                files.stream().filter(file -> file.isPicture() == pictures).toList();
        if (counted.size() > most) {
            throw Refusal.invalid(List.of(tooMany("attachments")));
        }
        if (counted.stream().mapToLong(Content.File::size).sum() > largest) {
            throw Refusal.tooLarge("files-too-large", LARGEST_DOCUMENTS / MEBIBYTE, LARGEST_PICTURES / MEBIBYTE);
        }
    }

    static Refusal.Field tooMany(String field) {
        return Refusal.Field.of(field, "too-many-files", MOST_DOCUMENTS, MOST_PICTURES);
    }

    private Content.File admitted(Upload upload, Set<String> names) {
        String name = plainName(upload.name());
        if (upload.file().size() == 0) {
            throw Refusal.invalid("attachments", "file-empty", name);
        }
        if (!names.add(name)) {
            throw Refusal.invalid("attachments", "file-name-twice", name);
        }
        FileKind kind = screened(upload, name);
        if (FileKind.isPicture(kind.mediaType())) {
            ensureShown(upload, name);
        }
        return new Content.File(
                name, kind.mediaType(), upload.file().size(), upload.file().sha256());
    }

    private static void ensureShown(Upload upload, String name) {
        try (InputStream picture = Files.newInputStream(upload.file().path())) {
            PictureSize.read(picture).filter(PictureSize::isTooLarge).ifPresent(size -> {
                throw Refusal.tooLarge(
                        "picture-too-large", name, size.width(), size.height(), PictureSize.MOST_PIXELS / MILLION);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FileKind screened(Upload upload, String name) {
        Timer.Sample looking = Timer.start(metrics);
        String result = "failed";
        try {
            FileKind kind = FileKind.of(upload.file().path(), name);
            result = result(kind);
            return kind;
        } catch (Refusal refusal) {
            result = refusal.code();
            throw refusal;
        } finally {
            looking.stop(screening(result));
        }
    }

    private static String result(FileKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private Timer screening(String result) {
        return Timer.builder("prakat.screening")
                .description("Files that were looked at: their kind, or why they are refused")
                .tag("result", result)
                .register(metrics);
    }

    /** The last part of a path that a browser may have sent, without characters that mislead or that file systems refuse. */
    static String plainName(String said) {
        String name = Texts.line(said);
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
