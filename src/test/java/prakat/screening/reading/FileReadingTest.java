package prakat.screening.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import prakat.screening.Finding;
import prakat.screening.FindingKind;
import prakat.screening.Passage;
import prakat.screening.Place;
import prakat.screening.Place.Part;
import prakat.screening.file.FileKind;

/** What stands in a file, wherever in it, comes out with its place. */
class FileReadingTest {

    private static final String ID = "1-2345-67890-12-1";
    private static final long NUMBER = 1_234_567_890_121L;
    private static final Charset THAI = Charset.forName("x-windows-874");
    private static final PDFont HELVETICA = new PDType1Font(FontName.HELVETICA);
    private static final Place FILE = Place.inFile();
    private static final Place CELL = FILE.inCell("รายชื่อ", "C5");

    @TempDir
    static Path directory;

    private static Reading read(byte[] content, String name) throws IOException {
        return Readings.read(directory, content, name);
    }

    static Stream<Arguments> carriers() throws IOException {
        return Stream.of(documents(), workbooks(), slides(), openDocuments(), pdfs(), others())
                .flatMap(List::stream);
    }

    private static List<Arguments> documents() throws IOException {
        return List.of(
                arguments("paragraph", "a.docx", OfficeFiles.inParagraph(ID), FILE),
                arguments("cell of a table", "a.docx", OfficeFiles.inTable(ID), FILE.inCell(null, "B3")),
                arguments("comment", "a.docx", OfficeFiles.inComment(ID), FILE.inPart(Part.COMMENT, null)),
                arguments("tracked deletion", "a.docx", OfficeFiles.deleted(ID), FILE.inPart(Part.DELETED, null)),
                arguments("hidden text", "a.docx", OfficeFiles.hidden(ID), FILE.inPart(Part.HIDDEN, null)),
                arguments("header", "a.docx", OfficeFiles.inHeader(ID), FILE.inPart(Part.HEADER, null)),
                arguments("footnote", "a.docx", OfficeFiles.inFootnote(ID), FILE.inPart(Part.NOTES, null)),
                arguments("company", "a.docx", OfficeFiles.inProperty(ID), FILE.inPart(Part.METADATA, "Company")),
                arguments(
                        "watermark",
                        "a.docx",
                        Parts.with(
                                OfficeFiles.inParagraph("x"),
                                "word/header9.xml",
                                xml("<w:p><w:r><w:pict><w:textpath string=\"%s\"/></w:pict></w:r></w:p>")),
                        FILE.inPart(Part.HEADER, null)),
                arguments("hyphens that do not break", "a.docx", OfficeFiles.withHyphensThatDoNotBreak(ID), FILE));
    }

    private static List<Arguments> workbooks() throws IOException {
        return List.of(
                arguments("cell", "a.xlsx", OfficeFiles.inCell(ID), CELL),
                arguments("hidden column", "a.xlsx", OfficeFiles.inHiddenColumn(ID), CELL.inPart(Part.HIDDEN, null)),
                arguments("hidden row", "a.xlsx", OfficeFiles.inHiddenRow(ID), CELL.inPart(Part.HIDDEN, null)),
                arguments("hidden sheet", "a.xlsx", OfficeFiles.inHiddenSheet(ID), CELL.inPart(Part.HIDDEN, null)),
                arguments("remark at a cell", "a.xlsx", OfficeFiles.atCell(ID), CELL.inPart(Part.COMMENT, null)),
                arguments(
                        "head of a sheet",
                        "a.xlsx",
                        OfficeFiles.inSheetHeader(ID),
                        FILE.inCell("รายชื่อ", null).inPart(Part.HEADER, null)),
                arguments(
                        "cell that does not say where it is",
                        "a.xlsx",
                        Parts.with(
                                OfficeFiles.inCell("x"),
                                "xl/worksheets/sheet2.xml",
                                """
                                <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="5"><c/><c/>
                                <c t="inlineStr"><is><t>%s</t></is></c></row></sheetData></worksheet>"""
                                        .formatted(ID)
                                        .getBytes(StandardCharsets.UTF_8)),
                        CELL),
                arguments(
                        "table behind a pivot table",
                        "a.xlsx",
                        Parts.with(
                                OfficeFiles.inCell("x"),
                                "xl/pivotCache/pivotCacheRecords1.xml",
                                xml("<w:r><w:s v=\"%s\"/></w:r>")),
                        FILE.inPart(Part.HIDDEN, "pivotCacheRecords1.xml")),
                arguments("box on a sheet", "a.xlsx", OfficeFiles.onSheet(ID), FILE.inCell("รายชื่อ", null)));
    }

    private static List<Arguments> slides() throws IOException {
        Place slide = FILE.onPage(2);
        return List.of(
                arguments("slide", "a.pptx", OfficeFiles.onSlide(ID), slide),
                arguments("table on a slide", "a.pptx", OfficeFiles.inSlideTable(ID), slide.inCell(null, "B2")),
                arguments("notes", "a.pptx", OfficeFiles.inSlideNotes(ID), slide.inPart(Part.NOTES, null)),
                arguments(
                        "diagram",
                        "a.pptx",
                        Parts.with(
                                OfficeFiles.onSlide("x"),
                                "ppt/diagrams/data1.xml",
                                xml(
                                        "<d:t xmlns:d=\"http://example.org/diagram\"><w:p><w:r><w:t>%s</w:t></w:r></w:p></d:t>")),
                        FILE),
                arguments(
                        "remark",
                        "a.pptx",
                        Parts.with(
                                OfficeFiles.onSlide("x"),
                                "ppt/comments/comment1.xml",
                                xml("<w:cm><w:text>%s</w:text></w:cm>")),
                        FILE.inPart(Part.COMMENT, null)),
                arguments("hidden slide", "a.pptx", OfficeFiles.onHiddenSlide(ID), slide.inPart(Part.HIDDEN, null)));
    }

    private static List<Arguments> openDocuments() throws IOException {
        String paragraph = "<text:p>" + ID + "</text:p>";
        String annotation = "<office:annotation>" + paragraph + "</office:annotation>";
        String table =
                """
                <table:table><table:table-row><table:table-cell/><table:table-cell>%s</table:table-cell></table:table-row>
                </table:table>""";
        Place slide = FILE.onPage(2);
        return List.of(
                arguments("text", "a.odt", OtherFiles.odt(paragraph), FILE),
                arguments("table", "a.odt", OtherFiles.odt(table.formatted(paragraph)), FILE.inCell(null, "B1")),
                arguments(
                        "remark",
                        "a.odt",
                        OtherFiles.odt("<text:p>x" + annotation + "</text:p>"),
                        FILE.inPart(Part.COMMENT, null)),
                arguments(
                        "tracked deletion",
                        "a.odt",
                        OtherFiles.odt("<text:tracked-changes><text:changed-region><text:deletion>" + paragraph
                                + "</text:deletion></text:changed-region></text:tracked-changes>"),
                        FILE.inPart(Part.DELETED, null)),
                arguments(
                        "header",
                        "a.odt",
                        OtherFiles.openDocument(
                                "text",
                                "",
                                "<office:master-styles><style:master-page><style:header>" + paragraph
                                        + "</style:header></style:master-page></office:master-styles>",
                                ""),
                        FILE.inPart(Part.HEADER, null)),
                arguments(
                        "hidden text",
                        "a.odt",
                        OtherFiles.openDocument(
                                "text",
                                "<office:automatic-styles><style:style style:name=\"T1\">"
                                        + "<style:text-properties text:display=\"none\"/></style:style>"
                                        + "</office:automatic-styles><office:body><office:text><text:p>x"
                                        + "<text:span text:style-name=\"T1\">" + ID
                                        + "</text:span></text:p></office:text></office:body>",
                                "",
                                ""),
                        FILE.inPart(Part.HIDDEN, null)),
                arguments(
                        "author",
                        "a.odt",
                        OtherFiles.openDocument("text", "", "", "<dc:creator>" + ID + "</dc:creator>"),
                        FILE.inPart(Part.METADATA, "creator")),
                arguments("cell", "a.ods", OtherFiles.ods("", "", paragraph), CELL),
                arguments(
                        "remark at a cell",
                        "a.ods",
                        OtherFiles.ods("", "", annotation),
                        CELL.inPart(Part.COMMENT, null)),
                arguments(
                        "hidden column",
                        "a.ods",
                        OtherFiles.ods(
                                "<table:table-column table:number-columns-repeated=\"2\"/>"
                                        + "<table:table-column table:visibility=\"collapse\"/>",
                                "",
                                paragraph),
                        CELL.inPart(Part.HIDDEN, null)),
                arguments(
                        "filtered row",
                        "a.ods",
                        OtherFiles.ods("", "table:visibility=\"filter\"", paragraph),
                        CELL.inPart(Part.HIDDEN, null)),
                arguments("slide", "a.odp", OtherFiles.odp("", paragraph), slide),
                arguments(
                        "notes",
                        "a.odp",
                        OtherFiles.odp("", "<presentation:notes>" + paragraph + "</presentation:notes>"),
                        slide.inPart(Part.NOTES, null)),
                arguments(
                        "hidden slide", "a.odp", OtherFiles.odp("hidden", paragraph), slide.inPart(Part.HIDDEN, null)));
    }

    private static List<Arguments> pdfs() throws IOException {
        Place page = FILE.onPage(2);
        return List.of(
                arguments(
                        "page",
                        "a.pdf",
                        OtherFiles.pdf((pdf, second) -> OtherFiles.write(pdf, second, HELVETICA, 600, ID)),
                        page),
                arguments("digits in boxes", "a.pdf", OtherFiles.pdf(FileReadingTest::writeDigitsBackwards), page),
                arguments("text drawn twice", "a.pdf", OtherFiles.pdf(FileReadingTest::writeTwice), page),
                arguments("text for what is drawn twice", "a.pdf", OtherFiles.pdf(FileReadingTest::replace), page),
                arguments(
                        "remark",
                        "a.pdf",
                        OtherFiles.pdf((pdf, second) -> {
                            PDAnnotationText remark = new PDAnnotationText();
                            remark.setContents(ID);
                            second.getAnnotations().add(remark);
                        }),
                        page.inPart(Part.COMMENT, null)),
                arguments("field of a form", "a.pdf", OtherFiles.pdf((pdf, second) -> addField(pdf)), FILE),
                arguments(
                        "author",
                        "a.pdf",
                        OtherFiles.pdf(
                                (pdf, second) -> pdf.getDocumentInformation().setAuthor(ID)),
                        FILE.inPart(Part.METADATA, "Author")),
                arguments(
                        "old attachment",
                        "a.pdf",
                        OtherFiles.pdf((pdf, second) -> attach(
                                pdf, "b.rtf", ("{\\rtf1\\ansi " + ID + "\\par}").getBytes(StandardCharsets.US_ASCII))),
                        FILE.inPart(Part.EMBEDDED, "b.rtf")),
                arguments(
                        "attachment",
                        "a.pdf",
                        OtherFiles.pdf((pdf, second) -> attach(pdf, "b.xlsx", OfficeFiles.inCell(ID))),
                        CELL.inPart(Part.EMBEDDED, "b.xlsx")));
    }

    private static List<Arguments> others() throws IOException {
        String table = "ชื่อ,เลข\r\nก,\"%s\"\r\n".formatted(ID);
        Place cell = FILE.inCell(null, "B2");
        return List.of(
                arguments("CSV in TIS-620", "a.csv", table.getBytes(THAI), cell),
                arguments("CSV in UTF-16", "a.csv", table.replace(',', '\t').getBytes(StandardCharsets.UTF_16), cell),
                arguments("CSV in UTF-8", "a.csv", table.replace(',', ';').getBytes(StandardCharsets.UTF_8), cell),
                arguments("text in TIS-620", "a.txt", ("เลขประจำตัว\n" + ID).getBytes(THAI), FILE),
                arguments(
                        "photograph",
                        "a.jpg",
                        OtherFiles.photograph(ID),
                        FILE.inPart(Part.METADATA, "Image Description")),
                arguments(
                        "photograph in a document",
                        "a.odt",
                        Parts.with(OtherFiles.odt(""), "Pictures/1.jpg", OtherFiles.photograph(ID)),
                        FILE.inPart(Part.PICTURE, "1.jpg")),
                arguments(
                        "archive in an archive in a document",
                        "a.pdf",
                        OtherFiles.pdf((pdf, second) -> attach(
                                pdf,
                                "b.zip",
                                Parts.zip(Map.of("c.zip", Parts.zip(Map.of("d.csv", table.getBytes(THAI))))))),
                        cell.inPart(Part.EMBEDDED, "b.zip/c.zip/d.csv")));
    }

    @ParameterizedTest(name = "{0} of {1}")
    @MethodSource("carriers")
    void textComesOutWithItsPlace(String carrier, String name, byte[] content, Place place) throws IOException {
        Reading read = read(content, name);
        assertThat(read.passages())
                .filteredOn(passage -> passage.text().replace(" ", "").contains(ID))
                .extracting(Passage::place)
                .containsExactly(place);
        assertThat(read.isWhole()).as("whole, but for %s", read.findings()).isTrue();
    }

    @Test
    void longNumbersAreNotShortened() throws IOException {
        assertThat(read(OfficeFiles.asNumber(NUMBER), "a.xlsx").passages())
                .contains(new Passage(CELL, String.valueOf(NUMBER)));
    }

    @Test
    void whatIsCleanIsClean() throws IOException {
        assertThat(read(OfficeFiles.inParagraph("ประกาศ"), "ประกาศ.docx").findings())
                .isEmpty();
        assertThat(read("ประกาศ".getBytes(THAI), "ประกาศ ฉบับที่ 1.2").findings())
                .isEmpty();
        assertThat(read(OtherFiles.photograph("x"), "a.jpg").findings())
                .as("readers get it without the place where it was taken")
                .isEmpty();
    }

    static Stream<Arguments> dangers() throws IOException {
        return Stream.of(
                arguments(FindingKind.ACTIVE_CONTENT, "a.pdf", OtherFiles.pdf((pdf, page) -> pdf.getDocumentCatalog()
                        .setOpenAction(new PDActionJavaScript("app.alert(1)")))),
                arguments(FindingKind.ACTIVE_CONTENT, "a.pdf", OtherFiles.pdf((pdf, page) -> page.getCOSObject()
                        .setItem(COSName.AA, launchAtOpening()))),
                arguments(
                        FindingKind.ACTIVE_CONTENT,
                        "a.pdf",
                        OtherFiles.pdf((pdf, page) -> attach(pdf, "b.txt", "x".getBytes(StandardCharsets.US_ASCII)))),
                arguments(
                        FindingKind.ACTIVE_CONTENT,
                        "a.docx",
                        Parts.with(OfficeFiles.inParagraph("x"), "word/vbaProject.bin", new byte[9])),
                arguments(FindingKind.NO_TITLE, "a.pdf", OtherFiles.pdf((pdf, page) -> {})),
                arguments(FindingKind.NO_TABLE_HEADER, "a.docx", OfficeFiles.inTable("x")),
                arguments(
                        FindingKind.LOCATION,
                        "a.odt",
                        Parts.with(OtherFiles.odt(""), "Pictures/1.jpg", OtherFiles.photograph("x"))),
                arguments(
                        FindingKind.DAMAGED,
                        "a.pdf",
                        "%PDF-1.4\n1 0 obj<<>>endobj".getBytes(StandardCharsets.US_ASCII)));
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("dangers")
    void dangersAreFound(FindingKind danger, String name, byte[] content) throws IOException {
        assertThat(read(content, name).findings()).extracting(Finding::kind).contains(danger);
    }

    /** The kind is that of the bytes. */
    @ParameterizedTest
    @CsvSource({
        "a.pdf,DOCX,true",
        "a.exe,TXT,true",
        "a.docx,DOCX,false",
        "a.jfif,JPEG,false",
        "ฉบับที่ 1.2,PDF,false",
        "a.sql,TXT,false"
    })
    void namesOfAnotherKindAreFound(String name, FileKind kind, boolean isMisnamed) throws IOException {
        Path file = Files.write(directory.resolve("file"), "x".getBytes(StandardCharsets.US_ASCII));
        assertThat(Readings.READING.read(file, name, kind.mediaType()).findings().stream()
                        .anyMatch(found -> found.kind() == FindingKind.MISNAMED))
                .isEqualTo(isMisnamed);
    }

    /** A part with the number in it; of its names only the local ones matter. */
    private static byte[] xml(String content) {
        return ("<w:x xmlns:w=\"http://example.org\">" + content.formatted(ID) + "</w:x>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void writeDigitsBackwards(PDDocument pdf, PDPage page) throws IOException {
        for (int i = ID.length() - 1; i >= 0; i--) {
            OtherFiles.write(pdf, page, HELVETICA, 100 + 20 * i, 600, ID.substring(i, i + 1));
        }
    }

    /** As some programs make it bold. */
    private static void writeTwice(PDDocument pdf, PDPage page) throws IOException {
        OtherFiles.write(pdf, page, HELVETICA, 72, 600, ID);
        OtherFiles.write(pdf, page, HELVETICA, 72.4f, 600.2f, ID);
    }

    /** What is copied from it is another text than what is seen. */
    private static void replace(PDDocument pdf, PDPage page) throws IOException {
        PDPropertyList text = PDPropertyList.create(new COSDictionary());
        text.getCOSObject().setString(COSName.ACTUAL_TEXT, ID);
        OtherFiles.write(pdf, page, HELVETICA, 600, "x");
        try (PDPageContentStream content = new PDPageContentStream(pdf, page, AppendMode.APPEND, true)) {
            content.beginMarkedContent(COSName.getPDFName("Span"), text);
        }
        OtherFiles.write(pdf, page, HELVETICA, 600, "x");
        try (PDPageContentStream content = new PDPageContentStream(pdf, page, AppendMode.APPEND, true)) {
            content.endMarkedContent();
        }
    }

    private static void addField(PDDocument pdf) {
        PDAcroForm form = new PDAcroForm(pdf);
        PDTextField field = new PDTextField(form);
        field.getCOSObject().setString(COSName.V, ID);
        form.setFields(List.of(field));
        pdf.getDocumentCatalog().setAcroForm(form);
    }

    static void attach(PDDocument pdf, String name, byte[] content) throws IOException {
        PDComplexFileSpecification file = new PDComplexFileSpecification();
        file.setFile(name);
        file.setEmbeddedFile(new PDEmbeddedFile(pdf, new ByteArrayInputStream(content)));
        PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
        files.setNames(Map.of(name, file));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(pdf.getDocumentCatalog());
        names.setEmbeddedFiles(files);
        pdf.getDocumentCatalog().setNames(names);
    }

    private static COSDictionary launchAtOpening() {
        COSDictionary events = new COSDictionary();
        events.setItem(COSName.O, new PDActionLaunch());
        return events;
    }

    @Test
    void withoutTesseractItSaysThatItReadsNoPictures() {
        Path nothing = directory.resolve("no-such-program");

        assertThat(new FileReading(Readings.settings(nothing, Duration.ofSeconds(1), 64, Duration.ofSeconds(1)))
                        .canReadPictures())
                .isFalse();
    }
}
