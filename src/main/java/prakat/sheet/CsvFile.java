package prakat.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import prakat.organisation.office.WrittenDates;

/** A table as CSV. */
record CsvFile(WrittenDates dates, Locale locale) {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** How formulas begin in one spreadsheet or another, also where it is set to wide characters. */
    private static final Pattern FORMULA = Pattern.compile("(?s)\\s*[=+\\-@＝＋－＠].*");

    void write(Sheet sheet, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write(BYTE_ORDER_MARK);
        CSVPrinter lines = new CSVPrinter(text, CSVFormat.RFC4180);
        print(sheet.headings(), lines);
        for (List<?> row : sheet.rows()) {
            print(row, lines);
        }
        lines.flush();
    }

    private void print(List<?> row, CSVPrinter lines) throws IOException {
        lines.printRecord(row.stream().map(this::written));
    }

    private String written(Object value) {
        if (value instanceof LocalDate date) {
            return dates.day(date, locale);
        }
        if (value instanceof Instant instant) {
            return dates.moment(instant, locale);
        }
        if (value == null || value instanceof Number) {
            return value == null ? "" : value.toString();
        }
        String text = value instanceof Sheet.Link link ? link.text() : (String) value;
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }
}
