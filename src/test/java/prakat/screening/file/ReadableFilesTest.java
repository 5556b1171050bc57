package prakat.screening.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static prakat.screening.file.TestFiles.*;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.xssf.usermodel.XSSFWorkbookType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import prakat.input.Refusal;

/** What common readers open is accepted; what nobody can read is refused, with what to do. */
class ReadableFilesTest {

    private static final String ODT = FileKind.ODT.mediaType();
    private static final String CSV = "เลขที่,ชื่อ,ราคา (บาท)\r\n๑,เครื่องพิมพ์,5900\r\n";

    @TempDir
    static Path directory;

    private static FileKind kindOf(byte[] content, String name) {
        try {
            return FileKind.of(Files.write(directory.resolve("file"), content), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String refusalOf(byte[] content, String name) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> kindOf(content, name));
        assertThat(refusal).as("refusal of %s", name).isNotNull();
        return refusal.fields().isEmpty()
                ? refusal.code()
                : refusal.fields().get(0).code();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: ผู้อำนวยการ\nถึง: ทุกกลุ่ม\n\nขอเชิญประชุม\n",
                "Subject: ประชุม\n\nเรียนเชิญ",
                "Path: อาคาร 2 ชั้น 3\n",
                "Article 1\nThis agreement\n",
                "MZ 102 รถราชการ\n",
                "GIF89a คือรูปแบบภาพ\n",
                "WEBVTT\n\n00:01.000 --> 00:04.000\nสวัสดี\n",
                "\\documentclass{article}\n\\begin{document}\nสวัสดี\n\\end{document}\n",
                "1\n00:00:01,000 --> 00:00:04,000\nสวัสดี\n",
                "PK 12+400 ถึง PK 13+000\n",
                "BM25 is a ranking function\n",
                "RIFF WEBP is how such pictures begin\n",
                "%PDF-1.7 is how a PDF begins, and it has 1 object\n",
                "Rar! the archive\n",
                "ID3 tags explained\n",
                "II*ข้อสอง\n",
                "BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n",
                "Received: เลขรับ 12/2570\n",
                "{\"ชื่อ\": \"ก\"}\n",
                "# หัวข้อ\n<p align=\"center\">ข้อความ</p>\n",
                "{\\rtf1 is how rich text begins; this is none.\n",
                "<html> is the first word of a page and this is no page",
                "#!ด่วน\nข้อความ\n",
                "%!PS-Adobe-3.0 is how a file for printers begins\n",
                "ต้น\u000bบรรทัดใหม่ในเซลล์\n",
                "the office\u0092s plan, converted badly\u0085\n",
                "Source-ID\tx\nInvestigation Title\ty\n",
            })
    void plainTextMayBeginLikeSomethingElse(String text) {
        assertThat(kindOf(utf8(text), "a.txt")).isEqualTo(FileKind.TXT);
        assertThat(kindOf(utf8("\uFEFF" + text), "a.txt")).isEqualTo(FileKind.TXT);
        assertThat(kindOf(join(ascii("\u00ff\u00fe"), text.getBytes(StandardCharsets.UTF_16LE)), "a.csv"))
                .isEqualTo(FileKind.CSV);
    }

    static Stream<Arguments> readable() throws IOException {
        byte[] docx = saved(document());
        byte[] text = CSV.getBytes(WINDOWS_874);
        byte[] pdf = pdf("owner", "", 128, false);
        return Stream.of(
                Arguments.of("UTF-16, low byte first", "a.txt", join(ascii("\u00ff\u00fe"), utf16(THAI)), "TXT"),
                Arguments.of("UTF-16, high byte first", "a.csv", CSV.getBytes(StandardCharsets.UTF_16), "CSV"),
                Arguments.of("TIS-620 with the mark of older programs", "a.csv", join(text, bytes(0x1a)), "CSV"),
                Arguments.of("the same, filled up", "a.csv", join(text, bytes(0x1a, 0x1a, 0x1a)), "CSV"),
                Arguments.of("UTF-8 with the same mark", "a.txt", utf8(THAI + "\u001a"), "TXT"),
                Arguments.of(
                        "English with Windows quotes", "a.txt", ascii("the office\u0092s \u0093plan\u0094"), "TXT"),
                Arguments.of(
                        "Thai with room numbers",
                        "a.csv",
                        "ห้อง,ครู\nป6,สมชาย\nม1,สมหญิง".getBytes(WINDOWS_874),
                        "CSV"),
                Arguments.of("Thai mistyped", "a.txt", (THAI.repeat(3) + "ทีี่ เเละ").getBytes(WINDOWS_874), "TXT"),
                Arguments.of(
                        "Thai with ำ after a tone",
                        "a.txt",
                        "น้ำ ซ้ำ ค่ำ เกาะ สิทธิ์ ฤๅษี".getBytes(WINDOWS_874),
                        "TXT"),
                Arguments.of("PDF after a blank line", "a.pdf", join(ascii("\r\n"), pdf()), "PDF"),
                Arguments.of("PDF after a server's headers", "a", join(ascii("HTTP/1.1 200 OK\r\n\r\n"), pdf()), "PDF"),
                Arguments.of("PDF after a page's warning", "a", join(ascii("<html><br />x"), pdf), "PDF"),
                Arguments.of("PDF after a printer's job", "a", join(ascii("\u001b%-12345X@PJL JOB\r\n"), pdf), "PDF"),
                Arguments.of("PDF after anything", "a", join(new byte[1019], pdf), "PDF"),
                Arguments.of("PDF after a mark of UTF-8", "a", join(utf8("\uFEFF"), pdf), "PDF"),
                Arguments.of("PDF with bytes behind", "a.pdf", join(pdf, new byte[5000]), "PDF"),
                Arguments.of("PDF not to be changed, 40 bits", "a.pdf", pdf("owner", "", 40, false), "PDF"),
                Arguments.of("PDF not to be changed, 128 bits", "a.pdf", pdf("owner", "", 128, true), "PDF"),
                Arguments.of("PDF not to be changed, 256 bits", "a.pdf", pdf("owner", "", 256, true), "PDF"),
                Arguments.of(
                        "PDF whose attachments are locked", "a.pdf", withIdentity(pdf("o", "u", 128, false)), "PDF"),
                Arguments.of("PDF that says endobj in its text", "a.pdf", join(pdf(), ascii("% object\n")), "PDF"),
                Arguments.of(
                        "Word with a printer's settings",
                        "a",
                        withPart(docx, "word/printer1.bin", "printerSettings"),
                        "DOCX"),
                Arguments.of(
                        "OpenDocument with an empty library",
                        "a",
                        with(openDocument(ODT), "Basic/Standard/script-lb.xml", utf8("<l/>")),
                        "ODT"),
                Arguments.of(
                        "OpenDocument with a manifest",
                        "a",
                        with(openDocument(ODT), "META-INF/manifest.xml", manifest("")),
                        "ODT"),
                Arguments.of("PNG with bytes behind", "a.png", join(picture("png"), new byte[10]), "PNG"),
                Arguments.of("JPEG with bytes behind", "a.jpg", join(picture("jpg"), new byte[10]), "JPEG"),
                Arguments.of("JPEG that is read in parts", "a.jpg", inParts(picture("jpg")), "JPEG"),
                Arguments.of("JPEG with a thumbnail", "a.jpg", withComment(picture("jpg"), picture("jpg")), "JPEG"),
                Arguments.of("WebP with bytes behind", "a.webp", join(webp(), new byte[10]), "WEBP"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("readable")
    void whatCommonReadersOpenIsAccepted(String what, String name, byte[] content, FileKind kind) {
        assertThat(kindOf(content, name)).isEqualTo(kind);
    }

    static Stream<Arguments> locked() throws IOException {
        List<Arguments> files = new ArrayList<>();
        for (int keyLength : List.of(40, 128, 256)) {
            for (boolean packed : List.of(true, false)) {
                String what = "PDF, " + keyLength + " bits" + (packed ? ", packed" : "");
                files.add(Arguments.of(what, pdf("owner", "user", keyLength, packed)));
            }
        }
        byte[] pdf = pdf("owner", "user", 128, false);
        files.add(Arguments.of("PDF after other bytes", join(ascii("\n\n"), pdf)));
        files.add(Arguments.of("PDF for which a certificate is needed", replaced(pdf, "/Standard", "/Adobe.PS")));
        files.add(Arguments.of("Word", lockedOffice(document(), EncryptionMode.agile)));
        files.add(Arguments.of("Excel", lockedOffice(workbook(XSSFWorkbookType.XLSX), EncryptionMode.standard)));
        files.add(Arguments.of("PowerPoint", lockedOffice(slides(), EncryptionMode.agile)));
        String locked = "<m:encryption-data><m:algorithm/></m:encryption-data>";
        for (FileKind kind : List.of(FileKind.ODT, FileKind.ODS, FileKind.ODP)) {
            byte[] open = openDocument(kind.mediaType());
            byte[] noXml = with(open, "content.xml", bytes(1, 2, 3));
            files.add(Arguments.of(kind.name(), with(noXml, "META-INF/manifest.xml", manifest(locked))));
        }
        byte[] whole = with(openDocument(ODT), "encrypted-package", bytes(1, 2, 3));
        files.add(Arguments.of(
                "ODT of newer programs",
                with(without(whole, "content.xml"), "META-INF/manifest.xml", manifest(locked))));
        return files.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("locked")
    void whatIsLockedWithAPasswordIsRefusedInTheSameWords(String what, byte[] content) {
        assertThat(refusalOf(content, "a.pdf")).isEqualTo("file-locked");
    }

    static Stream<Arguments> wholeFiles() throws IOException {
        return Stream.of(
                Arguments.of("a.pdf", pdf()),
                Arguments.of("a.pdf", pdf("owner", "", 128, true)),
                Arguments.of("a.docx", saved(document())),
                Arguments.of("a.xlsx", saved(workbook(XSSFWorkbookType.XLSX))),
                Arguments.of("a.pptx", saved(slides())),
                Arguments.of("a.odt", openDocument(ODT)),
                Arguments.of("a.jpg", picture("jpg")),
                Arguments.of("a.png", picture("png")),
                Arguments.of("a.webp", webp()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wholeFiles")
    void whatWasCutShortIsRefused(String name, byte[] content) {
        assertThatCode(() -> kindOf(content, name)).doesNotThrowAnyException();
        for (double part : new double[] {0.4, 0.7, 0.9}) {
            byte[] cut = cut(content, (int) (content.length * part));
            assertThat(refusalOf(cut, name)).as("%s of it", part).isEqualTo("file-damaged");
            // As a download leaves it that has room for all, and got only this; a WebP says nothing by which that could
            // be seen.
            if (!name.endsWith(".webp")) {
                byte[] filled = Arrays.copyOf(cut, content.length);
                assertThat(refusalOf(filled, name)).as("%s of it, filled", part).isEqualTo("file-damaged");
            }
        }
    }

    /** What is left ends with the list of the workbook inside, and could be taken for that. */
    @Test
    void whatWasCutShortBehindAFileInsideIsRefused() throws IOException {
        byte[] inside = saved(workbook(XSSFWorkbookType.XLSX));
        byte[] zip = stored("word/embeddings/a.xlsx", inside);
        int behind = 30 + "word/embeddings/a.xlsx".length() + inside.length;
        assertThat(refusalOf(cut(zip, behind), "a.docx")).isEqualTo("file-damaged");
        assertThat(refusalOf(cut(zip, behind + 20), "a.docx")).isEqualTo("file-damaged");
    }

    static Stream<Arguments> unreadable() throws IOException {
        byte[] docx = saved(document());
        byte[] xlsx = saved(workbook(XSSFWorkbookType.XLSX));
        byte[] odt = openDocument(ODT);
        byte[] png = picture("png");
        byte[] changed = docx.clone();
        changed[60] ^= 0x55;
        byte[] wrongSum = png.clone();
        wrongSum[20] ^= 1;
        return Stream.of(
                Arguments.of(
                        "Word with a macro", "a.docx", with(docx, "word/vbaProject.bin", utf8("x")), "file-macros"),
                Arguments.of(
                        "the same under another name",
                        "a.docx",
                        withPart(docx, "word/x.dat", "vbaProject"),
                        "file-macros"),
                Arguments.of("Excel with a macro", "a.xlsx", with(xlsx, "xl/VBAPROJECT.BIN", utf8("x")), "file-macros"),
                Arguments.of(
                        "Word with macros",
                        "a.docm",
                        saved(withMainType(document(), WORD + "document.macroEnabled.main+xml")),
                        "file-macros"),
                Arguments.of(
                        "OpenDocument with Basic",
                        "a.odt",
                        with(odt, "Basic/Standard/Module1.xml", utf8("<m/>")),
                        "file-macros"),
                Arguments.of(
                        "OpenDocument with Python",
                        "a.odt",
                        with(odt, "Scripts/python/a.py", utf8("x")),
                        "file-macros"),
                Arguments.of("Word with a changed byte", "a.docx", changed, "file-damaged"),
                Arguments.of(
                        "Word cut before it was packed",
                        "a.docx",
                        with(docx, "word/document.xml", cut(entries(docx).get("word/document.xml"), -9)),
                        "file-damaged"),
                Arguments.of(
                        "Word without its list of types",
                        "a.docx",
                        without(docx, "[Content_Types].xml"),
                        "file-damaged"),
                Arguments.of(
                        "PNG without pixels",
                        "a.png",
                        join(cut(png, 33), cut(bytes(0, 0, 0, 0, 'I', 'E', 'N', 'D', 0xae, 0x42, 0x60, 0x82), 12)),
                        "file-damaged"),
                Arguments.of("PNG with a wrong sum", "a.png", wrongSum, "file-damaged"),
                Arguments.of("JPEG without a picture", "a.jpg", bytes(0xff, 0xd8, 0xff, 0xd9), "file-damaged"),
                Arguments.of(
                        "PDF without anything",
                        "a.pdf",
                        ascii("%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n\0"),
                        "file-damaged"),
                Arguments.of(
                        "PDF without its beginning",
                        "a.pdf",
                        Arrays.copyOfRange(pdf("o", "", 128, true), 20, 900),
                        "file-damaged"),
                Arguments.of(
                        "French",
                        "a.txt",
                        ascii("Le th\u00e9\u00e2tre fran\u00e7ais est \u00e0 c\u00f4t\u00e9"),
                        "file-encoding"),
                Arguments.of(
                        "German", "a.csv", ascii("Stra\u00dfe;Gr\u00f6\u00dfe\nK\u00f6ln;gro\u00df"), "file-encoding"),
                Arguments.of("Spanish", "a.txt", ascii("El ni\u00f1o comi\u00f3 aqu\u00ed"), "file-encoding"),
                Arguments.of("one word of German", "a.txt", ascii("\u00c4gypten"), "file-encoding"),
                Arguments.of("one word of Portuguese", "a.txt", ascii("Canad\u00e1"), "file-encoding"),
                Arguments.of("degrees", "a.csv", ascii("temp\n25\u00b0C\n"), "file-encoding"),
                Arguments.of("pounds", "a.csv", ascii("\u00a3 5\n"), "file-encoding"),
                Arguments.of(
                        "Russian",
                        "a.txt",
                        "Объявление о закупке".getBytes(Charset.forName("windows-1251")),
                        "file-encoding"),
                Arguments.of(
                        "Russian, KOI8",
                        "a.txt",
                        "Объявление о закупке".getBytes(Charset.forName("KOI8-R")),
                        "file-encoding"),
                Arguments.of(
                        "Greek",
                        "a.txt",
                        "Ανακοίνωση προμήθειας".getBytes(Charset.forName("ISO-8859-7")),
                        "file-encoding"),
                Arguments.of("Chinese", "a.txt", "采购公告和招标文件的说明".getBytes(Charset.forName("GBK")), "file-encoding"),
                Arguments.of(
                        "Chinese, Big5", "a.txt", "採購公告和招標文件的說明".getBytes(Charset.forName("Big5")), "file-encoding"),
                Arguments.of("Japanese", "a.csv", "調達のお知らせ,価格".getBytes(Charset.forName("Shift_JIS")), "file-encoding"),
                Arguments.of(
                        "Japanese, EUC", "a.txt", "調達のお知らせについて".getBytes(Charset.forName("EUC-JP")), "file-encoding"),
                Arguments.of(
                        "Korean", "a.txt", "조달 공고에 대한 안내문입니다".getBytes(Charset.forName("EUC-KR")), "file-encoding"),
                Arguments.of("UTF-16 without its mark", "a.txt", utf16(THAI), "file-encoding"),
                Arguments.of(
                        "half a letter in UTF-16",
                        "a.txt",
                        join(ascii("\u00ff\u00fe"), cut(utf16(THAI), -1)),
                        "file-encoding"),
                Arguments.of("text behind the mark of its end", "a.csv", utf8("a\u001ab"), "file-encoding"),
                Arguments.of("blanks", "a.txt", utf8(" \r\n\t  \n"), "file-empty"),
                Arguments.of("blanks of other kinds", "a.txt", utf8("\uFEFF\u00a0\u3000\u200b\n"), "file-empty"),
                Arguments.of("blanks in Windows-874", "a.txt", bytes(0xa0, 0xa0, ' '), "file-empty"),
                Arguments.of("blanks in UTF-16", "a.txt", join(ascii("\u00ff\u00fe"), utf16("  \n")), "file-empty"),
                Arguments.of("only the mark of an end", "a.csv", bytes(0x1a), "file-empty"),
                Arguments.of("a table of blanks", "a.csv", utf8(",,,\r\n\"\", ,\r\n"), "file-empty"),
                Arguments.of("Word of 2003", "a.doc", oldOffice(), "file-old-format .docx"),
                Arguments.of("Excel of 2003", "a.xls", oldOffice("Workbook"), "file-old-format .xlsx"),
                Arguments.of("PowerPoint of 2003", "a.ppt", oldOffice("PowerPoint Document"), "file-old-format .pptx"),
                Arguments.of("rich text", "a.doc", utf8("{\\rtf1\\ansi x}"), "file-old-format .docx"),
                Arguments.of(
                        "a page that says it is Excel",
                        "a.xls",
                        utf8("<html><table><tr><td>1</td></tr></table></html>"),
                        "file-old-format .xlsx"),
                Arguments.of(
                        "a template",
                        "a.dotx",
                        saved(withMainType(
                                document(),
                                FileKind.DOCX
                                        .mediaType()
                                        .replace(
                                                "document.wordprocessingml.document",
                                                "document.wordprocessingml.template.main+xml"))),
                        "file-old-format .docx"),
                Arguments.of("ZIP", "a.zip", zip(Map.of("a.txt", utf8("a"))), "file-archive"),
                Arguments.of("ZIP with a PDF in it", "a.zip", zip(Map.of("a.pdf", pdf())), "file-archive"),
                Arguments.of(
                        "ZIP without anything", "a.zip", join(bytes('P', 'K', 5, 6), new byte[18]), "file-archive"),
                Arguments.of("ZIP cut short", "a.zip", cut(zip(Map.of("a.txt", utf8("a"))), 40), "file-archive"),
                Arguments.of("RAR", "a.rar", join(ascii("Rar!\u001a\7\1\0"), new byte[20]), "file-archive"),
                Arguments.of(
                        "RAR with another name",
                        "a.pdf",
                        join(ascii("Rar!\u001a\7\1\0"), new byte[20]),
                        "file-archive"),
                Arguments.of("7z", "a.7z", join(bytes('7', 'z', 0xbc, 0xaf, 0x27, 0x1c), new byte[20]), "file-archive"),
                Arguments.of("gzip", "a", join(bytes(0x1f, 0x8b, 8), new byte[20]), "file-archive"),
                Arguments.of("HEIC", "a.heic", heic("heic"), "file-picture"),
                Arguments.of("HEIC by another name", "a.jpg", heic("mif1"), "file-picture"),
                Arguments.of("AVIF", "a.avif", heic("avif"), "file-picture"),
                Arguments.of("GIF", "a.gif", ascii("GIF89a\1\0\1\0\0\0\0;"), "file-picture"),
                Arguments.of("BMP", "a.bmp", picture("bmp"), "file-picture"),
                Arguments.of("TIFF", "a.tif", picture("tif"), "file-picture"),
                Arguments.of("a program", "a.exe", program(), "unsupported-type"),
                Arguments.of("a script", "a.txt", utf8("#!/bin/sh\nrm -rf ~\n"), "unsupported-type"),
                Arguments.of("a page", "a.html", utf8("<!-- x --><!DOCTYPE html><html><body>x"), "unsupported-type"),
                Arguments.of(
                        "a page in UTF-16",
                        "a.txt",
                        join(ascii("\u00ff\u00fe"), utf16("<html><body>x")),
                        "unsupported-type"),
                Arguments.of(
                        "a printer's file", "a.ps", utf8("%!PS-Adobe-3.0\nshowpage\n%%EOF\n"), "unsupported-type"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unreadable")
    void whatNobodyCanReadIsRefusedWithWhatToDo(String what, String name, byte[] content, String code) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> kindOf(content, name));
        String savedAs = refusal != null && refusal.arguments().size() > 1
                ? " " + refusal.arguments().get(1)
                : "";
        assertThat(refusalOf(content, name) + savedAs).isEqualTo(code);
    }

    /** Its list of contents is in the newer form, as programs write it that do not know yet how much will follow. */
    @Test
    void aWorkbookInTheNewerFormOfZipIsRead() throws IOException {
        byte[] zip = saved(workbook(XSSFWorkbookType.XLSX));
        assertThat(kindOf(inNewerForm(zip), "a.xlsx")).isEqualTo(FileKind.XLSX);
    }

    /** Read in pieces: a word of the PDF that lies across two pieces is found, and found once. */
    @Test
    void aLongPdfIsReadToItsEnd() throws IOException {
        byte[] locked = pdf("owner", "user", 128, false);
        byte[] whole = pdf("owner", "", 128, false);
        for (int filling = 65_536 - locked.length - 70; filling < 65_536 + 70; filling += 7) {
            byte[] comment = ascii("%" + "x".repeat(filling) + "\n");
            assertThat(kindOf(afterHeader(whole, comment), "a.pdf")).isEqualTo(FileKind.PDF);
            assertThat(refusalOf(afterHeader(locked, comment), "a.pdf")).isEqualTo("file-locked");
        }
    }

    private static byte[] afterHeader(byte[] pdf, byte[] comment) {
        return join(cut(pdf, 9), comment, Arrays.copyOfRange(pdf, 9, pdf.length));
    }

    private static byte[] inNewerForm(byte[] zip) {
        java.nio.ByteBuffer end = java.nio.ByteBuffer.wrap(zip).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        int at = zip.length - 22;
        long entries = end.getShort(at + 10);
        long length = end.getInt(at + 12);
        long start = end.getInt(at + 16);
        java.nio.ByteBuffer newer = java.nio.ByteBuffer.allocate(56 + 20 + 22).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        newer.putInt(0x06064b50)
                .putLong(44)
                .putShort((short) 45)
                .putShort((short) 45)
                .putInt(0)
                .putInt(0);
        newer.putLong(entries).putLong(entries).putLong(length).putLong(start);
        newer.putInt(0x07064b50).putInt(0).putLong(at).putInt(1);
        newer.putInt(0x06054b50).putInt(0).putShort((short) entries).putShort((short) entries);
        newer.putInt((int) length).putInt(-1).putShort((short) 0);
        return join(cut(zip, at), newer.array());
    }

    private static byte[] withIdentity(byte[] pdf) {
        return replaced(pdf, "/StdCF\n/StrF /StdCF", "/Identity\n/StrF /Identity");
    }

    private static byte[] replaced(byte[] file, String part, String by) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        assertThat(text).contains(part);
        return ascii(text.replace(part, by));
    }

    private static byte[] withPart(byte[] docx, String name, String type) throws IOException {
        String types = new String(entries(docx).get("[Content_Types].xml"), StandardCharsets.UTF_8);
        String override =
                "<Override PartName=\"/" + name + "\" ContentType=\"application/vnd.ms-office." + type + "\"/>";
        byte[] more = utf8(types.replace("</Types>", override + "</Types>"));
        return with(with(docx, name, utf8("x")), "[Content_Types].xml", more);
    }

    private static byte[] manifest(String content) {
        return utf8("<?xml version=\"1.0\"?><!DOCTYPE m:manifest PUBLIC \"-//OpenOffice.org//DTD Manifest 1.0//EN\""
                + " \"Manifest.dtd\"><m:manifest xmlns:m=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\">"
                + "<m:file-entry m:full-path=\"content.xml\">" + content + "</m:file-entry></m:manifest>");
    }

    /** A picture with another in its description, which ends where the first does not. */
    private static byte[] withComment(byte[] jpeg, byte[] content) {
        int length = content.length + 2;
        return join(
                cut(jpeg, 2),
                bytes(0xff, 0xe1, length >> 8, length & 0xff),
                content,
                Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    /** One that is so long that not all of it is read at a time, which ends within the mark of its end. */
    private static byte[] inParts(byte[] jpeg) {
        int scans = new String(jpeg, StandardCharsets.ISO_8859_1).lastIndexOf("\u00ff\u00da\0\f") + 2 + 12;
        byte[] before = cut(jpeg, -2);
        return join(before, new byte[scans + 64 * 1024 - 1 - before.length], bytes(0xff, 0xd9));
    }

    private static byte[] heic(String brand) {
        return join(bytes(0, 0, 0, 24), ascii("ftyp" + brand), bytes(0, 0, 0, 0), ascii("mif1" + brand), new byte[40]);
    }

    private static byte[] utf16(String text) {
        return text.getBytes(StandardCharsets.UTF_16LE);
    }
}
