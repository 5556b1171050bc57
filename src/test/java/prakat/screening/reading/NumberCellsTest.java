package prakat.screening.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import prakat.screening.Passage;
import prakat.screening.Place;
import prakat.screening.Place.Part;

/** Citizens' numbers that were typed into a sheet as numbers, of which it shows less, or more than their digits. */
class NumberCellsTest {

    private static final long CITIZEN = 1_234_567_890_121L;
    private static final Place CELL = Place.inFile().inCell("รายชื่อ", "C5");
    private static final Place NEXT = Place.inFile().inCell("รายชื่อ", "D5");

    @TempDir
    static Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"General", "0.00E+00", "#,##0", "#,##0.00", "0.00", "@"})
    void aCitizensNumberIsReadWholeHoweverItIsShown(String format) throws IOException {
        assertThat(inExcel(CITIZEN, format)).isEqualTo("1234567890121");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1234567890121 | 0-0000-00000-00-0 | 1-2345-67890-12-1",
                "812345678 | 000-000-0000 | 081-234-5678",
                "1234567890 | [$-41E]000\\-0\\-00000\\-0 | 123-4-56789-0",
                "123456789 | 0.0E+00 | 123456789",
                "123456789012345 | General | 123456789012345",
                "1250000000 | #,##0.00 | 1,250,000,000.00",
                "12 | 0.0E+00 | 1.2E+01",
                "46355 | yyyy-mm-dd | 2026-11-29"
            })
    void otherNumbersAreReadAsTheyAreShownWhereAllOfThemIs(double number, String format, String read)
            throws IOException {
        assertThat(inExcel(number, format)).isEqualTo(read);
    }

    @Test
    void theSameIsSoInOpenDocument() throws IOException {
        assertThat(inOpenDocument("", "1234567890121", "1.23457E+12")).isEqualTo(new Passage(NEXT, "1234567890121"));
        assertThat(inOpenDocument("", "1.234567890121E12", "1,234,567,890,121"))
                .isEqualTo(new Passage(NEXT, "1234567890121"));
        assertThat(inOpenDocument("", "1234567890121", "")).isEqualTo(new Passage(NEXT, "1234567890121"));
        assertThat(inOpenDocument("", "1250000000", "1,250,000,000")).isEqualTo(new Passage(NEXT, "1,250,000,000"));
        assertThat(inOpenDocument("table:visibility=\"collapse\"", "1234567890121", "1.23457E+12"))
                .isEqualTo(new Passage(NEXT.inPart(Part.HIDDEN, null), "1234567890121"));
    }

    /** Older ones are not attached themselves, but may stand in what is. */
    @Test
    void theSameIsSoInAnOlderExcelFile() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            workbook.createSheet().createRow(4).createCell(2).setCellValue(CITIZEN);
            workbook.write(bytes);
        }
        byte[] archive = OtherFiles.pdf((pdf, page) -> FileReadingTest.attach(pdf, "b.xls", bytes.toByteArray()));
        assertThat(Readings.read(directory, archive, "a.pdf").passages())
                .anyMatch(passage -> passage.text().contains("1234567890121"));
    }

    private static String inExcel(double number, String format) throws IOException {
        byte[] file = OfficeFiles.workbook(sheet -> {
            Cell cell = sheet.createRow(4).createCell(2);
            cell.setCellValue(number);
            CellStyle style = sheet.getWorkbook().createCellStyle();
            style.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat(format));
            cell.setCellStyle(style);
        });
        return inCell(file, "a.xlsx").text();
    }

    private static Passage inOpenDocument(String row, String number, String shown) throws IOException {
        byte[] file = OtherFiles.ods(
                "",
                row,
                "</table:table-cell><table:table-cell office:value-type=\"float\" office:value=\"%s\">"
                                .formatted(number)
                        + "<text:p>" + shown + "</text:p>");
        return inCell(file, "a.ods");
    }

    private static Passage inCell(byte[] file, String name) throws IOException {
        List<Passage> cells = Readings.read(directory, file, name).passages().stream()
                .filter(passage -> passage.place().cell() != null)
                .toList();
        assertThat(cells).hasSize(1);
        return cells.get(0);
    }
}
