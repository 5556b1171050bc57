package prakat.screening;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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

    private static final int BUFFER = 8192;

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
     * The kind of a file; empty where the kind is not allowed. Whatever its size, little of it is in memory at once.
     *
     * @param file where its bytes lie
     * @param name tells only CSV from plain text
     */
    public static Optional<FileKind> of(Path file, String name) {
        String detected = detect(file);
        if (UNDECIDED.contains(detected)) {
            return charsetOf(file).map(charset -> isNamed(name, CSV) ? CSV : TXT);
        }
        return Arrays.stream(values())
                .filter(kind -> kind.mediaType.equals(detected) && kind != TXT && kind != CSV)
                .findFirst();
    }

    /** The charset of a plain text; empty where the bytes are not text in one that is allowed. */
    public static Optional<Charset> charsetOf(Path file) {
        return Stream.of(StandardCharsets.UTF_8, THAI)
                .filter(charset -> isText(file, charset))
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

    private static String detect(Path file) {
        try (TikaInputStream stream = TikaInputStream.get(file)) {
            if (ZipContents.areTooLong(file)) {
                return "application/zip";
            }
            return DETECTOR.detect(stream, new Metadata()).getBaseType().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isText(Path file, Charset charset) {
        CharsetDecoder strict = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try (Reader reader = new InputStreamReader(Files.newInputStream(file), strict)) {
            char[] some = new char[BUFFER];
            for (int read = reader.read(some); read >= 0; read = reader.read(some)) {
                if (CharBuffer.wrap(some, 0, read).chars().anyMatch(FileKind::isOfNoText)) {
                    return false;
                }
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOfNoText(int c) {
        return Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r' && c != '\f';
    }
}
