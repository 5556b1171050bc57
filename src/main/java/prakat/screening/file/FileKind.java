package prakat.screening.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.tika.detect.DefaultDetector;
import org.apache.tika.detect.Detector;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import prakat.input.Refusal;

/** The kinds of file that may be attached. What a file is follows from its bytes, never from its name. */
public enum FileKind {
    /** Portable Document Format. */
    PDF("application/pdf", "pdf"),
    /** Word; a document with macros is another media type and not allowed. */
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    /** Excel, without macros. */
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    /** PowerPoint, without macros. */
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
    /** OpenDocument text. */
    ODT("application/vnd.oasis.opendocument.text", "odt"),
    /** OpenDocument spreadsheet. */
    ODS("application/vnd.oasis.opendocument.spreadsheet", "ods"),
    /** OpenDocument presentation. */
    ODP("application/vnd.oasis.opendocument.presentation", "odp"),
    /** JPEG picture. */
    JPEG("image/jpeg", "jpg", "jpeg"),
    /** PNG picture. */
    PNG("image/png", "png"),
    /** WebP picture. */
    WEBP("image/webp", "webp"),
    /** Plain text in UTF-8, in UTF-16 with its mark, or in Windows-874, which is what older Thai programs write. */
    TXT("text/plain", "txt"),
    /** The same, with values set apart by commas: its name alone tells it from plain text. */
    CSV("text/csv", "csv");

    private static final Detector DETECTOR = new DefaultDetector();

    /** Like an Office file, with something in it that does not belong there. */
    private static final String UNKNOWN_PACKAGE = "application/x-tika-ooxml";

    private final String mediaType;
    private final List<String> extensions;

    FileKind(String mediaType, String... extensions) {
        this.mediaType = mediaType;
        this.extensions = List.of(extensions);
    }

    /** The media type under which such files are kept and served, without a charset. */
    public String mediaType() {
        return mediaType;
    }

    /** Whether files of that media type are pictures. */
    public static boolean isPicture(String mediaType) {
        return mediaType.startsWith("image/");
    }

    /**
     * The kind of a file that people can read as it is. Whatever its size, little of it is in memory at once.
     *
     * @param file where its bytes lie
     * @param name tells only CSV from plain text, and what to advise
     * @throws Refusal where the kind is not allowed or nobody could read it, with what to do instead
     */
    public static FileKind of(Path file, String name) {
        try {
            Optional<PlainText> text = PlainText.of(file);
            Optional<PdfFile> pdf = PdfFile.read(file);
            if (pdf.isPresent() && isPdf(pdf.get(), text, file)) {
                return whole(pdf.get(), name);
            }
            return text.isPresent() ? plain(text.get(), name) : binary(file, name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name with the kind's own extension, added where it has another: a saved file opens as what it is. */
    public static String safeName(String name, String mediaType) {
        return Arrays.stream(values())
                .filter(kind -> kind.mediaType.equals(mediaType) && !isNamed(name, kind))
                .findFirst()
                .map(kind -> name + "." + kind.extensions.get(0))
                .orElse(name);
    }

    private static boolean isNamed(String name, FileKind kind) {
        String lower = name.toLowerCase(Locale.ROOT);
        return kind.extensions.stream().anyMatch(extension -> lower.endsWith("." + extension));
    }

    /** Where other bytes stand before its header, it could as well be a text about PDF, or an archive with one in it. */
    private static boolean isPdf(PdfFile pdf, Optional<PlainText> text, Path file) {
        return !pdf.beginsLater()
                || text.map(PlainText::endsLikePdf).orElseGet(() -> !Advice.isOtherThanPdf(detect(file)));
    }

    private static FileKind whole(PdfFile pdf, String name) throws IOException {
        if (!pdf.isWhole()) {
            throw Advice.damaged(name);
        }
        if (pdf.isLocked()) {
            throw Advice.locked(name);
        }
        return PDF;
    }

    private static FileKind plain(PlainText text, String name) {
        if (text.isRichText()) {
            throw Advice.on("application/rtf", name);
        }
        if (text.isForPrograms()) {
            throw Advice.forPrograms(name);
        }
        boolean isNamedCsv = isNamed(name, CSV);
        if (text.isBlank() || isNamedCsv && text.isWithoutValues()) {
            throw Refusal.invalid("attachments", "file-empty", name);
        }
        return isNamedCsv ? CSV : TXT;
    }

    private static FileKind binary(Path file, String name) throws IOException {
        String detected = detect(file);
        if (detected.equals(UNKNOWN_PACKAGE)) {
            ensureReadable(file, name);
        }
        FileKind kind = Arrays.stream(values())
                .filter(candidate -> candidate.mediaType.equals(detected) && candidate != TXT && candidate != CSV)
                .findFirst()
                .orElseThrow(() -> Advice.on(detected, name));
        switch (kind) {
            case PDF -> throw Advice.damaged(name);
            case JPEG, PNG, WEBP -> {
                if (!PictureFile.isWhole(file, kind)) {
                    throw Advice.damaged(name);
                }
            }
            default -> ensureReadable(file, name);
        }
        return kind;
    }

    private static void ensureReadable(Path file, String name) {
        try (DocumentPackage document = DocumentPackage.open(file)) {
            if (document.isLocked()) {
                throw Advice.locked(name);
            }
            if (document.hasMacros()) {
                throw Advice.macros(name);
            }
            if (!document.isWhole()) {
                throw Advice.damaged(name);
            }
        } catch (IOException e) {
            throw Advice.damaged(name);
        }
    }

    private static String detect(Path file) {
        try (TikaInputStream stream = TikaInputStream.get(file)) {
            if (ZipContents.of(file).isTooLong()) {
                return "application/zip";
            }
            return DETECTOR.detect(stream, new Metadata()).getBaseType().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
