package prakat.screening.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static prakat.screening.file.TestFiles.*;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFWorkbookType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import prakat.input.Refusal;

/** With the bytes that real programs write. */
class FileKindTest {

    private static final String[] NAMES = {"ประกาศ", "a.pdf", "a.txt", "a.csv", "a.exe", "a.html", "a.png"};

    @TempDir
    static Path directory;

    private static FileKind kindOf(byte[] content, String name) {
        return FileKind.of(file(content), name);
    }

    private static Optional<Charset> charsetOf(byte[] content) {
        return PlainText.charsetOf(file(content));
    }

    private static String refusalOf(byte[] content, String name) {
        return catchThrowableOfType(Refusal.class, () -> kindOf(content, name)).code();
    }

    private static Path file(byte[] content) {
        try {
            return Files.write(directory.resolve("file"), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Arguments> filesOfEveryKind() throws IOException {
        return Stream.of(
                Arguments.of(FileKind.PDF, pdf()),
                Arguments.of(FileKind.DOCX, saved(document())),
                Arguments.of(FileKind.XLSX, saved(workbook(XSSFWorkbookType.XLSX))),
                Arguments.of(FileKind.PPTX, saved(slides())),
                Arguments.of(FileKind.ODT, openDocument("application/vnd.oasis.opendocument.text")),
                Arguments.of(FileKind.ODS, openDocument("application/vnd.oasis.opendocument.spreadsheet")),
                Arguments.of(FileKind.ODP, openDocument("application/vnd.oasis.opendocument.presentation")),
                Arguments.of(FileKind.JPEG, picture("jpg")),
                Arguments.of(FileKind.PNG, picture("png")),
                Arguments.of(FileKind.WEBP, webp()));
    }

    @ParameterizedTest
    @MethodSource("filesOfEveryKind")
    void aFileIsWhatItsBytesAreWhateverItsName(FileKind kind, byte[] content) {
        for (String name : NAMES) {
            assertThat(kindOf(content, name)).as(name).isEqualTo(kind);
        }
    }

    /** Read piece by piece: a letter that lies across two pieces is none the less one, and half a letter at the end is none. */
    @Test
    void aLongTextIsReadToItsEnd() {
        byte[] text = utf8("a" + "ก".repeat(100_000));
        assertThat(charsetOf(text)).contains(StandardCharsets.UTF_8);
        assertThat(charsetOf(Arrays.copyOf(text, text.length - 1))).isNotEqualTo(Optional.of(StandardCharsets.UTF_8));
        byte[] program = Arrays.copyOf(text, text.length + 1);
        assertThat(refusalOf(program, "a.txt")).isEqualTo("file-encoding");
    }

    /** Some 17 MB can hold a list of 200,000 entries, for which a reader takes more than 100 MB. */
    @Test
    void aDocumentWithAnEndlessListOfContentsIsNotOpened() throws IOException {
        String odt = FileKind.ODT.mediaType();
        assertThat(kindOf(openDocument(odt, 1000), "a.odt")).isEqualTo(FileKind.ODT);
        assertThat(refusalOf(openDocument(odt, 20_000), "a.odt")).isEqualTo("file-damaged");
        byte[] large = openDocument(odt, 70_000);
        // Where the list begins, the end says only in its newer form; see 4.4.24 of the format's description.
        Arrays.fill(large, large.length - 6, large.length - 2, (byte) 0xff);
        assertThat(refusalOf(large, "a.odt")).isEqualTo("file-damaged");
    }

    @Test
    void everyKindButPlainTextWasTried() throws IOException {
        assertThat(filesOfEveryKind().map(arguments -> arguments.get()[0]))
                .containsExactlyInAnyOrder(Stream.of(FileKind.values())
                        .filter(kind -> kind != FileKind.TXT && kind != FileKind.CSV)
                        .toArray());
    }

    @Test
    void plainTextMayBeInUtf8OrInWindows874() {
        assertThat(kindOf(utf8(THAI), "a.txt")).isEqualTo(FileKind.TXT);
        assertThat(kindOf(utf8("\uFEFF" + THAI), "a.txt")).isEqualTo(FileKind.TXT);
        assertThat(kindOf(THAI.getBytes(WINDOWS_874), "a.txt")).isEqualTo(FileKind.TXT);
        assertThat(kindOf(utf8("plain"), "a.txt")).isEqualTo(FileKind.TXT);
        assertThat(charsetOf(utf8(THAI))).contains(StandardCharsets.UTF_8);
        assertThat(charsetOf(THAI.getBytes(WINDOWS_874))).contains(WINDOWS_874);
    }

    @ParameterizedTest
    @CsvSource({"a.csv, CSV", "A.CSV, CSV", "a.txt, TXT", "csv, TXT", "a.csv.txt, TXT", "a.pdf, TXT", "'', TXT"})
    void theNameTellsOnlyValuesApartFromPlainText(String name, FileKind kind) {
        assertThat(kindOf(utf8("เลขที่,ชื่อ\r\n1,ก\r\n"), name)).isEqualTo(kind);
        assertThat(kindOf("เลขที่,ชื่อ\r\n1,ก\r\n".getBytes(WINDOWS_874), name)).isEqualTo(kind);
    }

    static Stream<Arguments> filesThatAreNotAllowed() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("page", utf8("<!DOCTYPE html>\n<html><head><title>x</title></head><body>x</body></html>"));
        files.put("page without a doctype", utf8("<html><script>alert(1)</script></html>"));
        files.put("page after space", utf8("\n\n   <HTML><body onload=alert(1)>"));
        files.put("page after a byte order mark", utf8("\uFEFF<html><script>alert(1)</script></html>"));
        files.put(
                "picture with scripts",
                utf8("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"));
        files.put(
                "the same as XML",
                utf8("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"));
        files.put("XHTML", utf8("<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"><body/></html>"));
        files.put("program for Windows", program());
        files.put("program for Linux", bytes(0x7f, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0x3e, 0));
        files.put("shell script", utf8("#!/bin/sh\nrm -rf ~\n"));
        files.put("archive", zip(Map.of("a.txt", utf8("a"))));
        files.put("Java archive", zip(Map.of("META-INF/MANIFEST.MF", utf8("Manifest-Version: 1.0\n"))));
        files.put("archive that only says it is a document", zip(Map.of("word/document.xml", utf8("<w/>"))));
        files.put("RAR archive", bytes('R', 'a', 'r', '!', 0x1a, 7, 1, 0, 0, 0, 0, 0));
        files.put(
                "Word document with macros", saved(withMainType(document(), WORD + "document.macroEnabled.main+xml")));
        files.put(
                "Word template with macros",
                saved(withMainType(document(), WORD + "template.macroEnabledTemplate.main+xml")));
        files.put("Excel workbook with macros", saved(workbook(XSSFWorkbookType.XLSM)));
        files.put(
                "PowerPoint slides with macros",
                saved(withMainType(slides(), "application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml")));
        files.put("old Word document", oldOffice());
        files.put("OpenDocument template", openDocument("application/vnd.oasis.opendocument.text-template"));
        files.put("OpenDocument database", openDocument("application/vnd.oasis.opendocument.base"));
        files.put("GIF", "GIF89a\1\0\1\0\0\0\0;".getBytes(StandardCharsets.ISO_8859_1));
        files.put("BMP", picture("bmp"));
        files.put("rich text", utf8("{\\rtf1\\ansi x}"));
        files.put("text with a NUL byte", utf8("abc\0def"));
        files.put("Thai text with a NUL byte", (THAI + "\0").getBytes(WINDOWS_874));
        files.put("UTF-16 without its mark", THAI.getBytes(StandardCharsets.UTF_16LE));
        files.put("broken UTF-8", bytes('a', 0xff, 0xfe, 0xfc, 'b'));
        files.put("terminal commands", utf8("a\u001b[31mb"));
        return files.entrySet().stream().map(file -> Arguments.of(file.getKey(), file.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("filesThatAreNotAllowed")
    void anythingElseIsRefusedWhateverItsName(String what, byte[] content) {
        for (String name : NAMES) {
            assertThatThrownBy(() -> kindOf(content, name))
                    .as("%s as %s", what, name)
                    .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.kind())
                            .isEqualTo(Refusal.Kind.UNSUPPORTED_TYPE));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.docx", "a.pdf"})
    void anArchivesNameIsNoExcuse(String name) throws IOException {
        assertThat(refusalOf(zip(Map.of("a.exe", program())), name)).isEqualTo("file-damaged");
    }

    @ParameterizedTest
    @CsvSource({
        "ประกาศ.pdf, application/pdf, ประกาศ.pdf",
        "ประกาศ.PDF, application/pdf, ประกาศ.PDF",
        "ประกาศ, application/pdf, ประกาศ.pdf",
        "ประกาศ.html, text/plain, ประกาศ.html.txt",
        "ประกาศ.exe, image/jpeg, ประกาศ.exe.jpg",
        "ภาพ.jpeg, image/jpeg, ภาพ.jpeg",
        "ภาพ.jpg, image/jpeg, ภาพ.jpg",
        "pdf, application/pdf, pdf.pdf",
        "a.txt, text/csv, a.txt.csv",
        "a.bin, application/unknown, a.bin"
    })
    void aFileIsSavedUnderItsKindsOwnExtension(String name, String mediaType, String safe) {
        assertThat(FileKind.safeName(name, mediaType)).isEqualTo(safe);
    }

    @ParameterizedTest
    @EnumSource(FileKind.class)
    void aSafeNameIsSafe(FileKind kind) {
        String safe = FileKind.safeName("a.html", kind.mediaType());

        assertThat(safe).isNotEqualTo("a.html").startsWith("a.html.");
        assertThat(FileKind.safeName(safe, kind.mediaType())).isEqualTo(safe);
    }
}
