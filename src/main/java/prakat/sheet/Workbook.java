package prakat.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** Tables as XLSX. All rows but the last hundred lie in a file meanwhile, which {@link #close} deletes. */
final class Workbook implements AutoCloseable {

    private static final int LONGEST_TEXT = SpreadsheetVersion.EXCEL2007.getMaxTextLength();

    /** Of a column, in characters. */
    private static final int NARROWEST = 10;

    /** Of a column, in characters: what is longer goes on in the next line, earlier where there are many columns. */
    private static final int WIDEST = 60;

    private static final int WIDEST_OF_MANY = 24;

    /** Of all columns, in characters: what can be read where it is printed on A4. */
    private static final int WIDTH_OF_PAGE = 240;

    /** In which widths are counted, for each character. */
    private static final int WIDTH_UNITS = 256;

    /** Lines break between words, and letters differ. */
    private static final double USED_OF_LINE = 0.95;

    /** Of a row, in points: Excel knows none that is higher. */
    private static final float HIGHEST = 409;

    /** In inches. */
    private static final double MARGIN = 0.4;

    private static final double MARGIN_WITH_LINE = 0.75;

    private final SXSSFWorkbook workbook = new SXSSFWorkbook();
    private final Function<Instant, LocalDateTime> local;
    private final CellStyle heading = style();
    private final CellStyle text = style();
    private final CellStyle link = style();
    private final CellStyle day = style();
    private final CellStyle moment = style();

    Workbook(Locale locale, Function<Instant, LocalDateTime> local) {
        this.local = local;
        Font bold = workbook.createFont();
        bold.setBold(true);
        heading.setFont(bold);
        Font blue = workbook.createFont();
        blue.setColor(IndexedColors.BLUE.getIndex());
        blue.setUnderline(Font.U_SINGLE);
        link.setFont(blue);
        // Arabic digits (01) and the Buddhist calendar (07), in Thai.
        String calendar = "th".equals(locale.getLanguage()) ? "[$-107041E]" : "";
        day.setAlignment(HorizontalAlignment.LEFT);
        moment.setAlignment(HorizontalAlignment.LEFT);
        day.setDataFormat(workbook.createDataFormat().getFormat(calendar + "d mmm yyyy"));
        moment.setDataFormat(workbook.createDataFormat().getFormat(calendar + "d mmm yyyy hh:mm"));
    }

    private CellStyle style() {
        CellStyle style = workbook.createCellStyle();
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setWrapText(true);
        return style;
    }

    void add(Sheet table) {
        SXSSFSheet sheet = workbook.createSheet(WorkbookUtil.createSafeSheetName(table.title()));
        int[] widths = new int[table.headings().size()];
        int widest = Math.max(WIDEST_OF_MANY, Math.min(WIDEST, WIDTH_OF_PAGE / widths.length));
        int rows = 0;
        add(table.headings(), sheet.createRow(rows++), heading, widths, widest);
        for (List<?> row : table.rows()) {
            add(row, sheet.createRow(rows++), text, widths, widest);
        }
        for (int column = 0; column < widths.length; column++) {
            sheet.setColumnWidth(column, WIDTH_UNITS * Math.max(NARROWEST, Math.min(widest, widths[column] + 2)));
        }
        sheet.createFreezePane(0, 1);
        sheet.setRepeatingRows(new CellRangeAddress(0, 0, -1, -1));
        sheet.setAutoFilter(new CellRangeAddress(0, rows - 1, 0, widths.length - 1));
        print(sheet);
    }

    /** On A4 across, with all columns on each page, which says what it is of. */
    private static void print(SXSSFSheet sheet) {
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.setMargin(PageMargin.LEFT, MARGIN);
        sheet.setMargin(PageMargin.RIGHT, MARGIN);
        sheet.setMargin(PageMargin.TOP, MARGIN_WITH_LINE);
        sheet.setMargin(PageMargin.BOTTOM, MARGIN_WITH_LINE);
        // The tab's title, and the page of how many.
        sheet.getHeader().setCenter("&A");
        sheet.getFooter().setCenter("&P / &N");
    }

    /** As high as its longest text needs: not every program looks at that by itself. */
    private void add(List<?> values, SXSSFRow row, CellStyle textStyle, int[] widths, int widest) {
        int lines = 1;
        for (int column = 0; column < widths.length; column++) {
            if (values.get(column) != null) {
                int width = fill(row.createCell(column), values.get(column), textStyle);
                widths[column] = Math.max(widths[column], width);
                lines = Math.max(lines, (int) Math.ceil(width / (widest * USED_OF_LINE)));
            }
        }
        if (lines > 1) {
            row.setHeightInPoints(Math.min(HIGHEST, lines * row.getSheet().getDefaultRowHeightInPoints()));
        }
    }

    /** @return how wide it is, in characters */
    private int fill(Cell cell, Object value, CellStyle textStyle) {
        if (value instanceof Number number) {
            cell.setCellStyle(textStyle);
            cell.setCellValue(number.doubleValue());
            return number.toString().length();
        }
        if (value instanceof LocalDate date) {
            cell.setCellStyle(day);
            cell.setCellValue(date);
            return "30 ก.ย. 2570".length();
        }
        if (value instanceof Instant instant) {
            cell.setCellStyle(moment);
            cell.setCellValue(local.apply(instant));
            return "30 ก.ย. 2570 00:00".length();
        }
        String words = value instanceof Sheet.Link to ? to.text() : (String) value;
        cell.setCellStyle(value instanceof Sheet.Link ? link : textStyle);
        cell.setCellValue(words.substring(0, Math.min(words.length(), LONGEST_TEXT)));
        if (value instanceof Sheet.Link to) {
            Hyperlink hyperlink = workbook.getCreationHelper().createHyperlink(HyperlinkType.URL);
            hyperlink.setAddress(to.address().toString());
            cell.setHyperlink(hyperlink);
        }
        return width(words);
    }

    /** Vowels and tone marks above and below a letter take no room. */
    private static int width(String words) {
        return (int) words.chars()
                .filter(letter -> Character.getType(letter) != Character.NON_SPACING_MARK)
                .count();
    }

    void write(OutputStream out) throws IOException {
        workbook.write(out);
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
