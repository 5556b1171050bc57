package prakat.screening;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.detect.DefaultDetector;
import org.apache.tika.detect.Detector;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;

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
    /** Plain text in UTF-8 or in Windows-874, which is what older Thai programs write. */
    TXT("text/plain", "txt"),
    /** The same, with values set apart by commas: its name alone tells it from plain text. */
    CSV("text/csv", "csv");

    private static final Detector DETECTOR = new DefaultDetector();
    private static final Charset THAI = Charset.forName("x-windows-874");
    private static final Set<String> UNDECIDED = Set.of("text/plain", "application/octet-stream");

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

    /**
     * The kind of these bytes; empty where the kind is not allowed.
     *
     * @param name tells only CSV from plain text
     */
    public static Optional<FileKind> of(byte[] content, String name) {
        String detected = detect(content);
        if (UNDECIDED.contains(detected)) {
            return charsetOf(content).map(charset -> isNamed(name, CSV) ? CSV : TXT);
        }
        return Arrays.stream(values())
                .filter(kind -> kind.mediaType.equals(detected) && kind != TXT && kind != CSV)
                .findFirst();
    }

    /** The charset of a plain text; empty where the bytes are not text in one that is allowed. */
    public static Optional<Charset> charsetOf(byte[] content) {
        return List.of(StandardCharsets.UTF_8, THAI).stream()
                .filter(charset -> isText(content, charset))
                .findFirst();
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

    private static String detect(byte[] content) {
        try (TikaInputStream stream = TikaInputStream.get(content)) {
            return DETECTOR.detect(stream, new Metadata()).getBaseType().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isText(byte[] content, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(content))
                    .chars()
                    .noneMatch(c -> Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r' && c != '\f');
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
