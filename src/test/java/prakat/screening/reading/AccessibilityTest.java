package prakat.screening.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static prakat.screening.FindingKind.NO_ALTERNATIVE_TEXT;
import static prakat.screening.FindingKind.NO_TABLE_HEADER;
import static prakat.screening.FindingKind.NO_TEXT_LAYER;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.poi.sl.usermodel.PictureData;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xslf.usermodel.XSLFPictureShape;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFPicture;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openxmlformats.schemas.presentationml.x2006.main.CTPicture;
import prakat.Attached;
import prakat.screening.Finding;
import prakat.screening.FindingKind;
import prakat.screening.Place;

/** What somebody misses who has a document read aloud, and what has all that it needs. */
class AccessibilityTest {

    private static final Place FILE = Place.inFile();
    private static final Place SLIDE = FILE.onPage(2);
    private static final String SEEN = "แผนที่สำนักงาน";

    private static final BufferedImage BLANK = new BufferedImage(8, 8, BufferedImage.TYPE_INT_ARGB);

    @TempDir
    static Path directory;

    private static final Set<FindingKind> LOOKED_FOR = Set.of(NO_ALTERNATIVE_TEXT, NO_TABLE_HEADER, NO_TEXT_LAYER);

    static Stream<Arguments> files() throws IOException {
        return Stream.of(
                arguments("a.docx", document(null), NO_ALTERNATIVE_TEXT, FILE),
                arguments("a.docx", document(SEEN), null, null),
                arguments("a.docx", letterhead(), null, null),
                arguments("a.xlsx", workbook(null), NO_ALTERNATIVE_TEXT, FILE.inCell("รายชื่อ", null)),
                arguments("a.xlsx", workbook(SEEN), null, null),
                arguments("a.pptx", slides(null), NO_ALTERNATIVE_TEXT, SLIDE),
                arguments("a.pptx", slides(SEEN), null, null),
                arguments("a.odt", OtherFiles.odt(frame("")), NO_ALTERNATIVE_TEXT, FILE),
                arguments("a.odt", OtherFiles.odt(frame("<svg:title>" + SEEN + "</svg:title>")), null, null),
                arguments("a.odt", OtherFiles.odt(frame("<svg:desc>" + SEEN + "</svg:desc>")), null, null),
                arguments("a.odt", decorated(), null, null),
                arguments(
                        "a.ods", OtherFiles.ods("", "", frame("")), NO_ALTERNATIVE_TEXT, FILE.inCell("รายชื่อ", null)),
                arguments("a.odp", OtherFiles.odp("", frame("")), NO_ALTERNATIVE_TEXT, SLIDE),
                arguments("a.odt", OtherFiles.odt(table("", "")), NO_TABLE_HEADER, FILE),
                arguments("a.odt", OtherFiles.odt(headed()), null, null),
                arguments("a.odp", OtherFiles.odp("", table("", "")), NO_TABLE_HEADER, SLIDE),
                arguments("a.odp", OtherFiles.odp("", table("table:use-first-row-styles=\"true\"", "")), null, null),
                arguments("a.pdf", tagged(null), NO_ALTERNATIVE_TEXT, SLIDE),
                arguments("a.pdf", tagged(SEEN), null, null),
                arguments("a.pdf", OtherFiles.scan(BLANK), NO_TEXT_LAYER, FILE),
                arguments("a.pdf", OtherFiles.pdf((pdf, page) -> addScan(pdf)), NO_TEXT_LAYER, FILE.onPage(3)));
    }

    @ParameterizedTest(name = "{2} in {0} at {3}")
    @MethodSource("files")
    void whatIsMissingIsFoundWhereItIs(String name, byte[] content, FindingKind missing, Place place)
            throws IOException {
        List<Finding> found = Readings.read(directory, content, name).findings().stream()
                .filter(finding -> LOOKED_FOR.contains(finding.kind()))
                .toList();
        assertThat(found).isEqualTo(missing == null ? List.of() : List.of(new Finding(missing, place, null, 1, 1)));
    }

    private static byte[] document(String seen) throws IOException {
        return OfficeFiles.document(document -> {
            OfficeFiles.addPicture(document.createParagraph(), Attached.picture());
            if (seen != null) {
                describe(document, seen);
            }
        });
    }

    private static void describe(XWPFDocument document, String seen) {
        document.getParagraphs()
                .get(1)
                .getRuns()
                .get(0)
                .getCTR()
                .getDrawingArray(0)
                .getInlineArray(0)
                .getDocPr()
                .setDescr(seen);
    }

    private static byte[] letterhead() throws IOException {
        return OfficeFiles.document(document -> OfficeFiles.addPicture(
                document.createHeader(HeaderFooterType.DEFAULT).createParagraph(), Attached.picture()));
    }

    private static byte[] workbook(String seen) throws IOException {
        return OfficeFiles.workbook(sheet -> {
            int picture = sheet.getWorkbook().addPicture(Attached.picture(), Workbook.PICTURE_TYPE_PNG);
            XSSFPicture shown =
                    sheet.createDrawingPatriarch().createPicture(new XSSFClientAnchor(0, 0, 0, 0, 2, 4, 4, 6), picture);
            shown.getCTPicture().getNvPicPr().getCNvPr().setDescr(seen == null ? "" : seen);
        });
    }

    private static byte[] slides(String seen) throws IOException {
        return OfficeFiles.slides(slide -> {
            XSLFPictureShape shown = slide.createPicture(
                    slide.getSlideShow().addPicture(Attached.picture(), PictureData.PictureType.PNG));
            ((CTPicture) shown.getXmlObject()).getNvPicPr().getCNvPr().setDescr(seen == null ? "" : seen);
        });
    }

    private static String frame(String description) {
        return "<draw:frame draw:style-name=\"fr1\"><draw:image/>" + description + "</draw:frame>";
    }

    private static byte[] decorated() throws IOException {
        return OtherFiles.openDocument(
                "text",
                "<office:automatic-styles><style:style style:name=\"fr1\"><style:graphic-properties"
                        + " style:decorative=\"true\"/></style:style></office:automatic-styles>"
                        + "<office:body><office:text>" + frame("") + "</office:text></office:body>",
                "",
                "");
    }

    private static String table(String attributes, String header) {
        String row = "<table:table-row><table:table-cell/><table:table-cell/></table:table-row>";
        return "<table:table " + attributes + ">" + header + row + row + "</table:table>";
    }

    private static String headed() {
        return table(
                "",
                "<table:table-header-rows><table:table-row><table:table-cell/><table:table-cell/></table:table-row>"
                        + "</table:table-header-rows>");
    }

    private static void addScan(PDDocument pdf) throws IOException {
        PDPage page = new PDPage();
        pdf.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
            content.drawImage(LosslessFactory.createFromImage(pdf, BLANK), 0, 0);
        }
    }

    private static byte[] tagged(String seen) throws IOException {
        return OtherFiles.pdf((pdf, page) -> {
            PDStructureTreeRoot root = new PDStructureTreeRoot();
            PDStructureElement document = new PDStructureElement("Document", root);
            PDStructureElement figure = new PDStructureElement("Figure", document);
            figure.setPage(page);
            figure.setAlternateDescription(seen);
            document.appendKid(figure);
            root.appendKid(document);
            pdf.getDocumentCatalog().setStructureTreeRoot(root);
        });
    }
}
