package prakat.web.desk.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTabStop;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STSectionMark;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTabJc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTabTlc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.springframework.core.io.ClassPathResource;
import prakat.picture.PictureSize;
import prakat.web.desk.report.ReportPaper.Blank;
import prakat.web.desk.report.ReportPaper.Cell;
import prakat.web.desk.report.ReportPaper.Drawing;
import prakat.web.desk.report.ReportPaper.Line;
import prakat.web.desk.report.ReportPaper.Signature;
import prakat.web.desk.report.ReportPaper.Table;

/** The memorandum as DOCX, to go on writing at: upright on A4, the list at its end across. */
final class ReportDocument {

    static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static final String PICTURE = "processes/publication.png";

    private static final int TITLE = 29;
    private static final int LABEL = 20;
    private static final int HEADING = 18;
    private static final int TEXT = 16;
    private static final int IN_TABLE = 14;
    private static final int AT_TOP_OF_MANY = 12;
    private static final int IN_LIST = 12;

    /** Dots to write a name or a signature on. */
    private static final String DOTS = ".".repeat(60);

    private static final int EMPTY_LINES = 3;

    /** In twentieths of a point. */
    private static final int A4_SHORT = 11_906;

    private static final int A4_LONG = 16_838;
    private static final int LEFT = 1_701;
    private static final int MARGIN = 1_134;
    private static final int FIRST_LINE = 1_418;

    /** Between the margins. */
    private static final int WIDTH = A4_SHORT - LEFT - MARGIN;

    /** Of a column with a number. */
    private static final int OF_FEW = 1_900;

    private static final int OF_MANY = 900;

    /** Beside the words of a cell: room for whole words in the columns of many. */
    private static final int IN_CELL = 60;

    private static final int MANY = 4;

    /** Of the list's columns, across. */
    private static final List<Integer> LIST_WIDTHS = List.of(1_350, 4_820, 2_100, 2_100, 2_100, 2_100);

    private final XWPFDocument document;

    private ReportDocument(XWPFDocument document) {
        this.document = document;
    }

    /**
     * Writes it; the stream stays open.
     *
     * @param name what such a document is called
     */
    static void write(ReportPaper paper, String name, OutputStream out) throws IOException {
        try (XWPFDocument document = new XWPFDocument()) {
            document.getProperties().getCoreProperties().setTitle(paper.subject());
            ThaiText.useIn(document);
            new ReportDocument(document).write(paper, name);
            document.write(out);
        }
    }

    private void write(ReportPaper paper, String name) throws IOException {
        XWPFParagraph title = document.createParagraph();
        title.setAlignment(ParagraphAlignment.CENTER);
        ThaiText.bold(title, name, TITLE);
        paper.head().forEach(this::head);
        flowing(paper.opening());
        heading(paper.measures().heading());
        flowing(paper.measures().words());
        int n = 1;
        for (String step : paper.measures().steps()) {
            flowing(n++ + ". " + step);
        }
        heading(paper.results().heading());
        flowing(paper.results().words());
        for (Table table : paper.figures()) {
            ThaiText.bold(keptWithNext(), table.title(), TEXT);
            table(table, widths(table.headings().size()), IN_TABLE);
            document.createParagraph();
        }
        paper.filledIn().forEach(this::blank);
        flowing(paper.closing());
        paper.signatures().forEach(this::signature);
        XWPFParagraph end = document.createParagraph();
        section(end.getCTP().addNewPPr().addNewSectPr(), false);
        drawing(paper.drawing());
        XWPFParagraph listed = keptWithNext();
        listed.setPageBreak(true);
        ThaiText.bold(listed, paper.listed().title(), HEADING);
        table(paper.listed(), LIST_WIDTHS, IN_LIST);
        section(document.getDocument().getBody().addNewSectPr(), true);
    }

    private void head(Line line) {
        XWPFParagraph paragraph = document.createParagraph();
        ThaiText.bold(paragraph, line.label() + "  ", LABEL);
        if (line.value().isEmpty()) {
            toWriteOn(paragraph);
        } else {
            ThaiText.plain(paragraph, line.value(), TEXT);
        }
    }

    /** On a page of its own, as wide as that is. */
    private void drawing(Drawing drawing) throws IOException {
        ThaiText.bold(keptWithNext(), drawing.title(), HEADING);
        byte[] bytes = new ClassPathResource(PICTURE).getContentAsByteArray();
        PictureSize size = PictureSize.read(new ByteArrayInputStream(bytes)).orElseThrow();
        int width = Units.toEMU((A4_LONG - 2 * MARGIN) / 20.0);
        XWPFRun run = document.createParagraph().createRun();
        try {
            run.addPicture(
                    new ByteArrayInputStream(bytes),
                    PictureType.PNG,
                    "procedure.png",
                    width,
                    Math.toIntExact((long) width * size.height() / size.width()));
        } catch (InvalidFormatException e) {
            throw new IOException(e);
        }
        run.getCTR().getDrawingArray(0).getInlineArray(0).getDocPr().setDescr(drawing.words());
    }

    private void heading(String words) {
        XWPFParagraph paragraph = keptWithNext();
        paragraph.setSpacingBefore(160);
        ThaiText.bold(paragraph, words, HEADING);
    }

    private void flowing(String words) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setAlignment(ParagraphAlignment.THAI_DISTRIBUTE);
        paragraph.setIndentationFirstLine(FIRST_LINE);
        ThaiText.plain(paragraph, words, TEXT);
    }

    private void blank(Blank blank) {
        heading(blank.heading());
        if (blank.words().isEmpty()) {
            for (int i = 0; i < EMPTY_LINES; i++) {
                toWriteOn(document.createParagraph());
            }
        } else {
            blank.words().lines().forEach(this::flowing);
        }
    }

    /** Dots up to the margin, whatever the font. */
    private static void toWriteOn(XWPFParagraph paragraph) {
        CTPPr properties = paragraph.getCTP().isSetPPr()
                ? paragraph.getCTP().getPPr()
                : paragraph.getCTP().addNewPPr();
        CTTabStop margin = properties.addNewTabs().addNewTab();
        margin.setVal(STTabJc.RIGHT);
        margin.setLeader(STTabTlc.DOT);
        margin.setPos(BigInteger.valueOf(WIDTH));
        paragraph.createRun().addTab();
    }

    private void signature(Signature signature) {
        if (!signature.opinion().isEmpty()) {
            signature.opinion().lines().forEach(line -> ThaiText.plain(keptWithNext(), line, TEXT));
        }
        XWPFParagraph space = keptWithNext();
        space.setSpacingBefore(480);
        for (String line : List.of(DOTS, "(" + DOTS + ")", signature.role())) {
            XWPFParagraph paragraph = line.equals(DOTS) ? space : keptWithNext();
            paragraph.setAlignment(ParagraphAlignment.CENTER);
            paragraph.setIndentationLeft(A4_SHORT / 3);
            ThaiText.plain(paragraph, line, TEXT);
        }
        document.createParagraph();
    }

    private XWPFParagraph keptWithNext() {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.getCTP().addNewPPr().addNewKeepNext();
        return paragraph;
    }

    /** @param widths of its columns, in twentieths of a point */
    private void table(Table table, List<Integer> widths, int size) {
        XWPFTable drawn =
                document.createTable(table.rows().size() + 1, table.headings().size());
        drawn.setCellMargins(0, IN_CELL, 0, IN_CELL);
        drawn.getCTTbl().getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
        CTTblGrid grid = drawn.getCTTbl().addNewTblGrid();
        widths.forEach(width -> grid.addNewGridCol().setW(BigInteger.valueOf(width)));
        XWPFTableRow head = drawn.getRow(0);
        head.setRepeatHeader(true);
        int sizeAtTop = widths.size() > MANY ? AT_TOP_OF_MANY : size;
        for (int column = 0; column < table.headings().size(); column++) {
            XWPFParagraph paragraph = head.getCell(column).getParagraphs().get(0);
            paragraph.setAlignment(ParagraphAlignment.CENTER);
            ThaiText.bold(paragraph, table.headings().get(column), sizeAtTop);
            head.getCell(column).setWidth(widths.get(column).toString());
        }
        for (int row = 0; row < table.rows().size(); row++) {
            XWPFTableRow line = drawn.getRow(row + 1);
            line.setCantSplitRow(true);
            for (int column = 0; column < table.headings().size(); column++) {
                line.getCell(column).setWidth(widths.get(column).toString());
                fill(line.getCell(column), table.rows().get(row).get(column), size);
            }
        }
    }

    /** Of a table of figures: a name, and numbers. */
    private static List<Integer> widths(int columns) {
        int numbers = columns > MANY ? OF_MANY : OF_FEW;
        return IntStream.range(0, columns)
                .mapToObj(column -> column == 0 ? WIDTH - (columns - 1) * numbers : numbers)
                .toList();
    }

    private void fill(XWPFTableCell cell, Cell content, int size) {
        XWPFParagraph paragraph = cell.getParagraphs().get(0);
        for (String line : content.lines()) {
            paragraph.setAlignment(content.number() ? ParagraphAlignment.RIGHT : ParagraphAlignment.LEFT);
            ThaiText.plain(paragraph, line, size);
            if (!line.equals(content.lines().get(content.lines().size() - 1))) {
                paragraph = cell.addParagraph();
            }
        }
    }

    private static void section(CTSectPr section, boolean across) {
        section.addNewType().setVal(STSectionMark.NEXT_PAGE);
        var page = section.addNewPgSz();
        page.setW(BigInteger.valueOf(across ? A4_LONG : A4_SHORT));
        page.setH(BigInteger.valueOf(across ? A4_SHORT : A4_LONG));
        page.setOrient(across ? STPageOrientation.LANDSCAPE : STPageOrientation.PORTRAIT);
        var margins = section.addNewPgMar();
        margins.setLeft(BigInteger.valueOf(across ? MARGIN : LEFT));
        margins.setRight(BigInteger.valueOf(MARGIN));
        margins.setTop(BigInteger.valueOf(MARGIN));
        margins.setBottom(BigInteger.valueOf(MARGIN));
    }
}
