package prakat.screening.reading;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.ooxml.POIXMLDocument;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;

/** Word, Excel and PowerPoint files that say something in a place of which few people think. */
final class OfficeFiles {

    private static final String ANYTHING = "ประกาศรับสมัครงาน";

    private OfficeFiles() {}

    /** Changes a file while it is made. */
    interface Change<T> {

        void accept(T document) throws IOException;
    }

    static byte[] document(Change<XWPFDocument> change) throws IOException {
        try (XWPFDocument document = new XWPFDocument()) {
            document.createParagraph().createRun().setText(ANYTHING);
            change.accept(document);
            return saved(document);
        }
    }

    static byte[] workbook(Change<XSSFSheet> change) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            workbook.createSheet("หน้าแรก");
            change.accept(workbook.createSheet("รายชื่อ"));
            return saved(workbook);
        }
    }

    static byte[] slides(Change<XSLFSlide> change) throws IOException {
        try (XMLSlideShow slides = new XMLSlideShow()) {
            slides.createSlide();
            change.accept(slides.createSlide());
            return saved(slides);
        }
    }

    private static byte[] saved(POIXMLDocument document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.write(bytes);
        return bytes.toByteArray();
    }

    static byte[] inParagraph(String text) throws IOException {
        return document(document -> document.createParagraph().createRun().setText(text));
    }

    static byte[] inTable(String text) throws IOException {
        return document(document -> {
            XWPFTable table = document.createTable(3, 2);
            table.getRow(2).getCell(1).setText(text);
        });
    }

    static byte[] inComment(String text) throws IOException {
        return document(document -> document.createComments()
                .createComment(BigInteger.ONE)
                .createParagraph()
                .createRun()
                .setText(text));
    }

    static byte[] deleted(String text) throws IOException {
        return document(document -> document.createParagraph()
                .getCTP()
                .addNewDel()
                .addNewR()
                .addNewDelText()
                .setStringValue(text));
    }

    static byte[] hidden(String text) throws IOException {
        return document(document -> {
            XWPFRun run = document.createParagraph().createRun();
            run.setVanish(true);
            run.setText(text);
        });
    }

    static byte[] inHeader(String text) throws IOException {
        return document(document -> document.createHeader(HeaderFooterType.DEFAULT)
                .createParagraph()
                .createRun()
                .setText(text));
    }

    static byte[] inFootnote(String text) throws IOException {
        return document(document ->
                document.createFootnote().createParagraph().createRun().setText(text));
    }

    static byte[] inProperty(String text) throws IOException {
        return document(document -> document.getProperties()
                .getExtendedProperties()
                .getUnderlyingProperties()
                .setCompany(text));
    }

    static byte[] withHyphensThatDoNotBreak(String text) throws IOException {
        return document(document -> {
            XWPFRun run = document.createParagraph().createRun();
            String[] parts = text.split("-");
            for (int i = 0; i < parts.length; i++) {
                if (i > 0) {
                    run.getCTR().addNewNoBreakHyphen();
                }
                run.getCTR().addNewT().setStringValue(parts[i]);
            }
        });
    }

    static byte[] withPicture(byte[] png) throws IOException {
        return document(document -> addPicture(document.createParagraph(), png));
    }

    static void addPicture(XWPFParagraph paragraph, byte[] png) throws IOException {
        try {
            paragraph.createRun().addPicture(new ByteArrayInputStream(png), PictureType.PNG, "a.png", 99, 99);
        } catch (InvalidFormatException e) {
            throw new IOException(e);
        }
    }

    static Cell cell(XSSFSheet sheet, String text) {
        Cell cell = sheet.createRow(4).createCell(2);
        cell.setCellValue(text);
        return cell;
    }

    static byte[] inCell(String text) throws IOException {
        return workbook(sheet -> cell(sheet, text));
    }

    /** Of which a cell as narrow as that would show no more than where it begins. */
    static byte[] asNumber(long number) throws IOException {
        return workbook(sheet -> sheet.createRow(4).createCell(2).setCellValue(number));
    }

    static byte[] inHiddenColumn(String text) throws IOException {
        return workbook(sheet -> {
            cell(sheet, text);
            sheet.setColumnHidden(2, true);
        });
    }

    static byte[] inHiddenRow(String text) throws IOException {
        return workbook(sheet -> cell(sheet, text).getRow().setZeroHeight(true));
    }

    static byte[] inHiddenSheet(String text) throws IOException {
        return workbook(sheet -> {
            cell(sheet, text);
            sheet.getWorkbook().setSheetHidden(1, true);
        });
    }

    static byte[] atCell(String text) throws IOException {
        return workbook(sheet -> {
            Comment comment = sheet.createDrawingPatriarch().createCellComment(anchor());
            comment.setString(sheet.getWorkbook().getCreationHelper().createRichTextString(text));
            cell(sheet, "1").setCellComment(comment);
        });
    }

    static byte[] inSheetHeader(String text) throws IOException {
        return workbook(sheet -> {
            cell(sheet, "1");
            sheet.getHeader().setCenter(text);
        });
    }

    static byte[] onSheet(String text) throws IOException {
        return workbook(sheet -> sheet.createDrawingPatriarch()
                .createTextbox((XSSFClientAnchor) anchor())
                .setText(text));
    }

    private static ClientAnchor anchor() {
        return new XSSFClientAnchor(0, 0, 0, 0, 2, 4, 4, 6);
    }

    static byte[] onSlide(String text) throws IOException {
        return slides(slide -> slide.createTextBox().setText(text));
    }

    static byte[] inSlideTable(String text) throws IOException {
        return slides(slide -> {
            XSLFTable table = slide.createTable(2, 2);
            table.getCell(1, 1).setText(text);
        });
    }

    static byte[] inSlideNotes(String text) throws IOException {
        return slides(slide ->
                slide.getSlideShow().getNotesSlide(slide).createTextBox().setText(text));
    }

    static byte[] onHiddenSlide(String text) throws IOException {
        return slides(slide -> {
            slide.createTextBox().setText(text);
            slide.setHidden(true);
        });
    }
}
