package prakat.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import prakat.input.Days;
import prakat.input.Refusal;
import prakat.input.Texts;

/**
 * A holiday as it goes into the table.
 *
 * @param nameEn the Thai name where there is none in English
 */
record HolidayEntry(LocalDate day, String nameTh, String nameEn, String source) {

    static final int LONGEST_NAME = 200;
    static final int LONGEST_SOURCE = 500;

    /**
     * What was typed, as an entry.
     *
     * @throws Refusal with what is wrong with {@code day}, {@code nameTh}, {@code nameEn} and {@code source}
     */
    static HolidayEntry read(String day, String nameTh, String nameEn, String source) {
        List<Refusal.Field> faults = new ArrayList<>();
        Optional<LocalDate> read = Days.day(day);
        if (read.isEmpty()) {
            faults.add(Refusal.Field.of("day", Texts.plain(day).isEmpty() ? "needed" : "holiday-day"));
        }
        String thai = text("nameTh", nameTh, true, LONGEST_NAME, faults);
        String english = text("nameEn", nameEn, false, LONGEST_NAME, faults);
        String from = text("source", source, true, LONGEST_SOURCE, faults);
        Refusal.throwIfAny(faults);
        return new HolidayEntry(read.orElseThrow(), thai, english.isEmpty() ? thai : english, from);
    }

    private static String text(String field, String typed, boolean needed, int longest, List<Refusal.Field> faults) {
        String text = Texts.line(typed);
        if (needed && text.isEmpty()) {
            faults.add(Refusal.Field.of(field, "needed"));
        }
        if (Texts.length(text) > longest) {
            faults.add(Refusal.Field.of(field, "too-long", longest));
        }
        return text;
    }
}
