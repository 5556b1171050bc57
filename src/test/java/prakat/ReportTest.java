package prakat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;

/** The report of how publication was supervised, on requests of years to which no other test comes. */
class ReportTest extends ProgramTest {

    private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");

    /** How the record says what the report's table counts, in the table's order. */
    private static final List<String> COUNTED = List.of(
            "event = 'submitted'",
            "(event = 'screened' and outcome = 'blocked' or event = 'certification' and outcome = 'returned'"
                    + " or event = 'vetting' and outcome = 'refused')",
            "event = 'certification' and outcome = 'certified'",
            "event = 'vetting' and outcome = 'permitted'",
            "event = 'published'",
            "event in ('taken-down', 'replaced')",
            "event = 'withdrawn'");

    private static final int ALL = 0;
    private static final int GROUPS = 2;
    private static final int MONTHS = 4;
    private static final int REASONS = 5;
    private static final int LISTED = 6;

    @Test
    void itsFiguresAreThoseOfTheRecordAndItsListNamesEachRequest() throws IOException {
        twoYears();
        Caller officer = signedIn("web-officer");

        for (String period : List.of("year=2594", "year=2594&quarter=1", "year=2594&quarter=2", "year=2593")) {
            LocalDate october = LocalDate.of(period.contains("2594") ? 2050 : 2049, 10, 1);
            int quarter = period.contains("quarter") ? period.charAt(period.length() - 1) - '0' : 0;
            LocalDate first = october.plusMonths(quarter == 0 ? 0 : 3L * (quarter - 1));
            LocalDate end = first.plusMonths(quarter == 0 ? 12 : 3);
            try (XSSFWorkbook report = workbook(officer, period)) {
                assertThat(numbers(report.getSheetAt(ALL), 1)).as(period).isEqualTo(counts(first, end, ""));
                assertThat(row(report.getSheetAt(GROUPS), "กลุ่มบริหารงานการเงินและสินทรัพย์"))
                        .as(period)
                        .isEqualTo(counts(first, end, " and r.group_code = 'finance'"));
                for (int month = 0; first.plusMonths(month).isBefore(end); month++) {
                    assertThat(cells(report.getSheetAt(MONTHS).getRow(month + 1)))
                            .as(period + ", month " + month)
                            .isEqualTo(counts(first.plusMonths(month), first.plusMonths(month + 1L), ""));
                }
                assertThat(numbers(report.getSheetAt(REASONS), 1).stream()
                                .mapToLong(Long::longValue)
                                .sum())
                        .as(period)
                        .isEqualTo(count("h.request_id || h.reason_code", first, end, COUNTED.get(1), ""));
                assertThat(texts(report.getSheetAt(LISTED), 0))
                        .as(period)
                        .isEqualTo(
                                jdbc.sql("select distinct r.number from history_entry h join publication_request r on"
                                                + " r.id = h.request_id where h.at >= ? and h.at < ? and ("
                                                + String.join(" or ", COUNTED) + ") order by r.number")
                                        .params(start(first), start(end))
                                        .query(String.class)
                                        .list());
            }
        }
    }

    @Test
    void itIsAPageAFileAndADraftForThoseWhoOverseeTheGroup() throws IOException {
        Caller director = signedIn("finance-director");
        Map<String, String> filledIn =
                Map.of("year", "2594", "problems", "ไฟล์สแกนอ่านไม่ได้", "suggestions", "แนบไฟล์ต้นฉบับ");

        assertThat(director.get("/desk/report?year=2594").text())
                .contains("บันทึกข้อความ", "กลุ่มบริหารงานการเงินและสินทรัพย์ สำนักงาน", "ประจำปีงบประมาณ พ.ศ. 2594");
        assertThat(director.get("/desk/report?group=hr").status()).isEqualTo(403);
        assertThat(signedIn("finance-staff").get("/desk/report").status()).isEqualTo(403);
        assertThat(director.get("/desk/report/procedure.svg").header("Content-Type"))
                .contains("image/svg+xml");

        Answer docx = director.form("/desk/report.docx", filledIn);
        assertThat(docx.status()).as(docx.toString()).isEqualTo(200);
        try (XWPFDocument document =
                new XWPFDocument(new ByteArrayInputStream(docx.response().body()))) {
            String text = Stream.concat(
                            document.getParagraphs().stream().map(paragraph -> paragraph.getText()),
                            document.getTables().stream().map(XWPFTable::getText))
                    .reduce("", (one, other) -> one + "\n" + other);
            assertThat(text).contains("ไฟล์สแกนอ่านไม่ได้", "แนบไฟล์ต้นฉบับ", "ผู้อำนวยการสำนักงานเขตพื้นที่");
            assertThat(document.getTables()).allMatch(table -> table.getRow(0).isRepeatHeader());
            assertThat(document.getAllPictures()).as("the procedure, drawn").hasSize(1);
        }

        Answer tooLong = director.form("/desk/report.docx", Map.of("problems", "ก".repeat(4_001), "suggestions", ""));
        assertThat(tooLong.status()).isEqualTo(400);
        assertThat(tooLong.text()).contains("<li>ยาวเกินไป ใส่ได้ไม่เกิน 4,000 ตัวอักษร</li>");

        Answer draft = director.form("/desk/report/draft", filledIn);
        assertThat(draft.status()).isEqualTo(302);
        String page = director.get(draft.header("Location").orElseThrow().replaceFirst("^https?://[^/]+", ""))
                .text();
        assertThat(page)
                .contains("รายงานผลการกำกับติดตามการเผยแพร่ข้อมูลผ่านเว็บไซต์ของหน่วยงาน ประจำปีงบประมาณ พ.ศ. 2594")
                .contains("report-2594.docx", "ไฟล์สแกนอ่านไม่ได้");
    }

    /** Two that straddle the years, one of them returned twice and refused, and one of another group that is withdrawn. */
    private void twoYears() {
        clock.advanceTo("2050-09-30T23:30:00+07:00");
        String early = submit("finance-staff", submission("ก่อนสิ้นปีงบประมาณ"));
        clock.advanceTo("2050-10-01T09:00:00+07:00");
        ok(certification("finance-director", early, CERTIFIED));
        ok(vetting("web-officer", early, PERMITTED));
        clock.advanceTo("2050-11-01T09:00:00+07:00");
        String returned = submit("finance-staff");
        ok(certification("finance-director", returned, RETURNED));
        revise(returned);
        clock.advanceTo("2050-12-01T09:00:00+07:00");
        ok(certification("finance-director", returned, CERTIFIED));
        ok(vetting("web-officer", returned, REFUSED));
        revise(returned);
        ok(certification("finance-director", returned, CERTIFIED));
        clock.advanceTo("2051-01-05T09:00:00+07:00");
        ok(vetting("web-officer", returned, PERMITTED));
        String withdrawn = submit("hr-staff");
        ok(certification("hr-director", withdrawn, CERTIFIED));
        ok(vetting("web-officer", withdrawn, PERMITTED));
        clock.advanceTo("2051-02-05T09:00:00+07:00");
        ok(as("web-officer")
                .post("/api/requests/" + withdrawn + "/withdrawal", "{\"reason\": \"ข้อมูลซ้ำกับประกาศฉบับก่อน\"}"));
    }

    private void revise(String id) {
        ok(as("finance-staff")
                .post(
                        "/api/requests/" + id + "/revisions",
                        submission("แก้ไขแล้ว").toString()));
    }

    private XSSFWorkbook workbook(Caller officer, String period) throws IOException {
        Answer answer = officer.get("/desk/report.xlsx?" + period);
        assertThat(answer.status()).isEqualTo(200);
        return new XSSFWorkbook(new ByteArrayInputStream(answer.response().body()));
    }

    private List<Long> counts(LocalDate first, LocalDate end, String of) {
        return COUNTED.stream()
                .map(what -> count("h.request_id", first, end, what, of))
                .toList();
    }

    private long count(String counted, LocalDate first, LocalDate end, String what, String of) {
        return jdbc.sql("select count(distinct " + counted + ") from history_entry h join publication_request r on"
                        + " r.id = h.request_id where h.at >= ? and h.at < ? and " + what + of)
                .params(start(first), start(end))
                .query(Long.class)
                .single();
    }

    private static OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay(BANGKOK).toOffsetDateTime();
    }

    private static List<Long> row(Sheet sheet, String name) {
        return IntStream.rangeClosed(1, sheet.getLastRowNum())
                .mapToObj(sheet::getRow)
                .filter(row -> row.getCell(0).getStringCellValue().equals(name))
                .findFirst()
                .map(ReportTest::cells)
                .orElseThrow();
    }

    private static List<Long> cells(Row row) {
        return IntStream.rangeClosed(1, COUNTED.size())
                .mapToObj(column -> (long) row.getCell(column).getNumericCellValue())
                .toList();
    }

    private static List<Long> numbers(Sheet sheet, int column) {
        return IntStream.rangeClosed(1, sheet.getLastRowNum())
                .mapToObj(row -> (long) sheet.getRow(row).getCell(column).getNumericCellValue())
                .toList();
    }

    private static List<String> texts(Sheet sheet, int column) {
        return IntStream.rangeClosed(1, sheet.getLastRowNum())
                .mapToObj(row -> sheet.getRow(row).getCell(column).getStringCellValue())
                .toList();
    }
}
