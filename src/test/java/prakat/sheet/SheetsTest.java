package prakat.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import prakat.organisation.office.Colours;
import prakat.organisation.office.Group;
import prakat.organisation.office.Office;
import prakat.organisation.office.OfficeHours;
import prakat.organisation.office.Text;
import prakat.organisation.office.WrittenDates;

class SheetsTest {

    private static final Locale THAI = Locale.forLanguageTag("th");

    private static final Sheet SHEET = new Sheet(
            "คำขอ [2570]",
            List.of("เลขที่", "เรื่อง", "รอบ", "วัน", "เมื่อ"),
            List.of(
                    Arrays.asList(
                            new Sheet.Link("2570-00001", URI.create("https://desk.example.org/desk/requests/1?a=b&c")),
                            "ประกาศ \"ราคากลาง\", ฉบับที่ 2",
                            2,
                            LocalDate.of(2026, 11, 22),
                            Instant.parse("2026-11-22T18:30:00Z")),
                    Arrays.asList("2570-00002", "=HYPERLINK(\"https://example.org\")", null, null, null)));

    @Test
    void csvIsReadByEverySpreadsheet() throws IOException {
        assertThat(csv(SHEET, THAI))
                .isEqualTo("\uFEFFเลขที่,เรื่อง,รอบ,วัน,เมื่อ\r\n"
                        + "2570-00001,\"ประกาศ \"\"ราคากลาง\"\", ฉบับที่ 2\",2,22 พฤศจิกายน 2569,"
                        + "23 พฤศจิกายน 2569 เวลา\u00a001.30\u00a0น.\r\n"
                        + "2570-00002,\"'=HYPERLINK(\"\"https://example.org\"\")\",,,\r\n");
        assertThat(csv(SHEET, Locale.ENGLISH)).contains(",22 November 2026,\"23 November 2026, 01:30\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+66812345678", "-1", "@SUM(A1)", "\t=1", "\r\n@a", " =1", "＝1"})
    void noTextOfACsvFileIsAFormula(String text) throws IOException {
        assertThat(csv(new Sheet("", List.of("a"), List.of(List.of(text))), THAI))
                .contains("'" + text);
    }

    @Test
    void numbersOfACsvFileStayNumbers() throws IOException {
        assertThat(csv(new Sheet("", List.of("a"), List.of(List.of(-12))), THAI))
                .endsWith("\r\n-12\r\n");
    }

    @Test
    void workbooksHoldRealDaysShownInTheReadersCalendar() throws IOException {
        try (XSSFWorkbook workbook = xlsx(SHEET)) {
            XSSFSheet sheet = workbook.getSheet("คำขอ  2570 ");
            assertThat(sheet.getRow(1).getCell(2).getNumericCellValue()).isEqualTo(2);
            assertThat(sheet.getRow(1).getCell(3).getLocalDateTimeCellValue().toLocalDate())
                    .isEqualTo(LocalDate.of(2026, 11, 22));
            assertThat(sheet.getRow(1).getCell(3).getCellStyle().getDataFormatString())
                    .startsWith("[$-107041E]");
            assertThat(sheet.getRow(1).getCell(4).getLocalDateTimeCellValue())
                    .isEqualTo(LocalDateTime.of(2026, 11, 23, 1, 30));
            assertThat(sheet.getRow(2).getCell(2)).isNull();
        }
    }

    @Test
    void workbooksHoldTextsAndLinksAndAHeadThatStays() throws IOException {
        try (XSSFWorkbook workbook = xlsx(SHEET)) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getRow(1).getCell(0).getHyperlink().getAddress())
                    .isEqualTo("https://desk.example.org/desk/requests/1?a=b&c");
            assertThat(new DataFormatter().formatCellValue(sheet.getRow(1).getCell(0)))
                    .isEqualTo("2570-00001");
            assertThat(sheet.getRow(2).getCell(1).getCellType()).isEqualTo(CellType.STRING);
            assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 1);
            assertThat(sheet.getRow(0).getCell(0).getCellStyle().getFont().getBold())
                    .isTrue();
            assertThat(sheet.getColumnWidth(1)).isGreaterThan(sheet.getColumnWidth(2));
        }
    }

    @Test
    void longTextsAreReadWhole() throws IOException {
        Sheet texts = new Sheet("a", List.of("a", "b"), List.of(List.of("ก", "ข"), List.of("ก".repeat(300), "ข")));
        try (XSSFWorkbook workbook = xlsx(texts)) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getRow(1).getHeightInPoints()).isEqualTo(sheet.getDefaultRowHeightInPoints());
            assertThat(sheet.getRow(2).getHeightInPoints())
                    .isGreaterThanOrEqualTo(5 * sheet.getDefaultRowHeightInPoints());
            assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo(PrintSetup.A4_PAPERSIZE);
        }
    }

    private static String csv(Sheet sheet, Locale locale) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        sheets().csv(sheet, locale, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static XSSFWorkbook xlsx(Sheet sheet) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        sheets().xlsx(List.of(sheet), THAI, out);
        return new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()));
    }

    private static Sheets sheets() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("pages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        Text name = new Text("สำนักงาน", "Office");
        Office office = new Office(
                name,
                name,
                ZoneId.of("Asia/Bangkok"),
                new OfficeHours(LocalTime.of(8, 30), LocalTime.of(16, 30)),
                "ict",
                List.of(new Group("ict", name)),
                Map.of(),
                "classpath:/static/assets/logo.png",
                new Colours("#0b5c8a", "#0b3d5c"),
                null);
        return new Sheets(new WrittenDates(messages, office), office);
    }
}
