package prakat.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import prakat.organisation.office.Office;
import prakat.organisation.office.WrittenDates;

/** Writes tables into files. A file is in one language: days are written in the Buddhist Era for Thai readers. */
@Component
public class Sheets {

    /** What a workbook is served as. */
    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** What {@link #csv} is served as. */
    public static final String CSV = "text/csv;charset=UTF-8";

    private final WrittenDates dates;
    private final Office office;

    Sheets(WrittenDates dates, Office office) {
        this.dates = dates;
        this.office = office;
    }

    /**
     * A workbook of the tables, each on a tab of its own. Days and instants are real ones, by which the reader's program sorts and
     * reckons, and only shown in the reader's calendar. Of a text, the first 32,767 characters fit into a cell.
     *
     * @param sheets with titles of their own
     * @param out to which nothing is written before all rows were read; it is left open
     */
    public void xlsx(List<Sheet> sheets, Locale locale, OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(locale, this::local)) {
            for (Sheet sheet : sheets) {
                workbook.add(sheet);
            }
            workbook.write(out);
        }
    }

    /**
     * The table as CSV: UTF-8 with the mark by which spreadsheets know it, RFC 4180. Days and instants are in words, as on the
     * pages; of a link, the text is written. A text that a spreadsheet would take for a formula has an apostrophe before it.
     *
     * @param out to which rows are written as they are read; it is left open
     */
    public void csv(Sheet sheet, Locale locale, OutputStream out) throws IOException {
        new CsvFile(dates, locale).write(sheet, out);
    }

    private LocalDateTime local(Instant instant) {
        return LocalDateTime.ofInstant(instant, office.zone());
    }
}
