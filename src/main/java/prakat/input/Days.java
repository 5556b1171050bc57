package prakat.input;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How days and hours that people type on a page are read: as Thai offices write them, in Arabic or Thai digits. */
public final class Days {

    private static final int TO_BUDDHIST_ERA = 543;

    /** Years from this one on are Buddhist ones; what people type is never that far ahead. */
    private static final int FIRST_BUDDHIST_YEAR = 2400;

    private static final int FIRST_GREGORIAN_YEAR = 1900;

    /** Characters, in more than the longest way to write a day. Anybody may send a text of any length, and reading costs. */
    private static final int LONGEST = 100;

    private static final List<String> MONTHS = months(TextStyle.FULL);
    private static final List<String> SHORT_MONTHS = months(TextStyle.SHORT);

    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final Pattern DAY_FIRST =
            Pattern.compile("(\\d{1,2})[\\s/.-]*?(?:[\\s/.-](\\d{1,2})[\\s/.-]|([\\u0E00-\\u0E7F.]+)(?: พ\\.?ศ\\.?)?)"
                    + "\\s*(\\d{4}|\\d{2})");
    private static final Pattern HOUR = Pattern.compile("(\\d{1,2})[:.](\\d{2})(?:\\s*น\\.?)?");

    private Days() {}

    /** As the language writes them, but without dots. */
    private static List<String> months(TextStyle style) {
        return Arrays.stream(Month.values())
                .map(month ->
                        month.getDisplayName(style, Locale.forLanguageTag("th")).replace(".", ""))
                .toList();
    }

    /**
     * The day that was typed, such as {@code 31/12/2569}, {@code ๓๑ ธันวาคม ๒๕๖๙}, {@code 31 ธ.ค. 69} or
     * {@code 2026-12-31}; empty where it is none. A year of four digits is a Buddhist one from 2400 on, one of two digits
     * always.
     */
    public static Optional<LocalDate> day(String typed) {
        String text = Texts.arabicDigits(Texts.line(typed));
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher iso = ISO.matcher(text);
        if (iso.matches()) {
            return date(iso.group(1), Integer.parseInt(iso.group(2)), iso.group(3));
        }
        Matcher said = DAY_FIRST.matcher(text);
        return said.matches() ? date(said.group(4), month(said), said.group(1)) : Optional.empty();
    }

    /** The time of day that was typed, such as {@code 9.30} or {@code 13:30 น.}; empty where it is none. */
    public static Optional<LocalTime> time(String typed) {
        Matcher said = HOUR.matcher(Texts.arabicDigits(Texts.line(typed)));
        try {
            return said.matches()
                    ? Optional.of(LocalTime.of(Integer.parseInt(said.group(1)), Integer.parseInt(said.group(2))))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The year of the Buddhist Era in which a Gregorian one lies. */
    public static int buddhistYear(int gregorian) {
        return gregorian + TO_BUDDHIST_ERA;
    }

    /** The day as people type it, in the Buddhist Era: {@code 31/12/2569}. */
    public static String typed(LocalDate day) {
        return "%d/%d/%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear() + TO_BUDDHIST_ERA);
    }

    /** From 1; 0 for a word that is no month. */
    private static int month(MatchResult said) {
        if (said.group(2) != null) {
            return Integer.parseInt(said.group(2));
        }
        // Written without a space, the era is part of the word.
        String word = said.group(3).replace(".", "");
        String name = word.endsWith("พศ") && word.length() > 2 ? word.substring(0, word.length() - 2) : word;
        return Math.max(MONTHS.indexOf(name), SHORT_MONTHS.indexOf(name)) + 1;
    }

    private static Optional<LocalDate> date(String year, int month, String day) {
        int said = Integer.parseInt(year) + (year.length() == 2 ? 2500 : 0);
        int gregorian = said >= FIRST_BUDDHIST_YEAR ? said - TO_BUDDHIST_ERA : said;
        try {
            return gregorian < FIRST_GREGORIAN_YEAR
                    ? Optional.empty()
                    : Optional.of(LocalDate.of(gregorian, month, Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
