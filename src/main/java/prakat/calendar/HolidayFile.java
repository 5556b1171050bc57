package prakat.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import prakat.input.Days;
import prakat.input.Refusal;

/** The holidays of a year as a CSV file in UTF-8: day, name in Thai, name in English, source; with or without a head. */
final class HolidayFile {

    static final String FIELD = "file";

    private static final List<String> HEAD = List.of("date", "name_th", "name_en", "source");
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setIgnoreEmptyLines(true)
            .setIgnoreSurroundingSpaces(true)
            .get();

    private HolidayFile() {}

    /**
     * All that is in the file.
     *
     * @param year a Gregorian one, of which every day has to be
     * @throws Refusal with everything that is wrong, line by line
     */
    static List<HolidayEntry> read(byte[] file, int year) {
        List<Refusal.Field> faults = new ArrayList<>();
        List<HolidayEntry> entries = new ArrayList<>();
        Set<LocalDate> days = new HashSet<>();
        try (CSVParser lines = CSVParser.parse(text(file), FORMAT)) {
            for (CSVRecord line : lines) {
                String at = String.valueOf(lines.getCurrentLineNumber());
                if (!isHead(line)) {
                    entry(line, at, year, days, faults, entries);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            throw Refusal.invalid(FIELD, "holiday-file");
        }
        if (faults.isEmpty() && entries.isEmpty()) {
            throw Refusal.invalid(FIELD, "holiday-file-empty");
        }
        Refusal.throwIfAny(faults);
        return List.copyOf(entries);
    }

    /** The same file, with a mark by which spreadsheets know that it is UTF-8. */
    static byte[] write(List<Holiday> holidays) {
        StringBuilder text = new StringBuilder(BYTE_ORDER_MARK);
        text.append(line(HEAD.toArray()));
        for (Holiday holiday : holidays) {
            text.append(line(holiday.day(), holiday.name().th(), holiday.name().en(), holiday.source()));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String line(Object... values) {
        return FORMAT.format(values) + FORMAT.getRecordSeparator();
    }

    private static String text(byte[] file) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw Refusal.invalid(FIELD, "holiday-file-encoding");
        }
    }

    private static boolean isHead(CSVRecord line) {
        return line.getRecordNumber() == 1
                && HEAD.get(0).equalsIgnoreCase(line.get(0).strip());
    }

    private static void entry(
            CSVRecord line,
            String at,
            int year,
            Set<LocalDate> days,
            List<Refusal.Field> faults,
            List<HolidayEntry> entries) {
        if (line.size() != HEAD.size()) {
            faults.add(Refusal.Field.of(FIELD, "holiday-line-columns", at));
            return;
        }
        try {
            HolidayEntry entry = HolidayEntry.read(line.get(0), line.get(1), line.get(2), line.get(3));
            if (entry.day().getYear() != year) {
                faults.add(Refusal.Field.of(FIELD, "holiday-line-year", at, String.valueOf(Days.buddhistYear(year))));
            } else if (!days.add(entry.day())) {
                faults.add(Refusal.Field.of(FIELD, "holiday-line-twice", at));
            }
            entries.add(entry);
        } catch (Refusal refusal) {
            refusal.fields().stream().map(field -> fault(field, at)).forEach(faults::add);
        }
    }

    private static Refusal.Field fault(Refusal.Field field, String at) {
        return switch (field.name()) {
            case "day" -> Refusal.Field.of(FIELD, "holiday-line-day", at);
            case "source" -> Refusal.Field.of(
                    FIELD, "holiday-line-source", at, String.valueOf(HolidayEntry.LONGEST_SOURCE));
            default -> Refusal.Field.of(FIELD, "holiday-line-name", at, String.valueOf(HolidayEntry.LONGEST_NAME));
        };
    }
}
