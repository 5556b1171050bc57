package prakat.screening.text;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import prakat.input.Days;

/** The days that a text names, as Thai offices write them. */
public final class DaysInText {

    /** Without tone marks, as texts are spelled here. */
    private static final List<String> MONTHS = Arrays.asList(
            "มกราคม",
            "กุมภาพันธ",
            "มีนาคม",
            "เมษายน",
            "พฤษภาคม",
            "มิถุนายน",
            "กรกฎาคม",
            "สิงหาคม",
            "กันยายน",
            "ตุลาคม",
            "พฤศจิกายน",
            "ธันวาคม");

    private static final List<String> SHORT_MONTHS =
            Arrays.asList("มค", "กพ", "มีค", "เมย", "พค", "มิย", "กค", "สค", "กย", "ตค", "พย", "ธค");

    private static final List<String> ENGLISH_MONTHS =
            Arrays.asList("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private static final String MONTH = MONTHS.stream().collect(Collectors.joining("|")) + "|"
            + SHORT_MONTHS.stream()
                    .map(month -> month.substring(0, month.length() - 1) + "\\.? ?"
                            + month.substring(month.length() - 1) + "\\.?")
                    .collect(Collectors.joining("|"))
            + "|(?:" + String.join("|", ENGLISH_MONTHS) + ")[a-z]{0,6}\\.?";

    private static final Pattern DAY_FIRST =
            Pattern.compile("([0-9]{1,2})(?: ?[/.-] ?([0-9]{1,2}) ?[/.-] ?|\\s{0,3}(?:เดือน\\s{0,2})?(" + MONTH
                    + ")\\s{0,3}(?:(?:[พค]\\.? ?ศ\\.?|พุทธศักราช|คริสตศักราช)\\s{0,3})?)([0-9]{4}|[0-9]{2})(?![0-9])");

    private static final Pattern YEAR_FIRST = Pattern.compile("([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?![0-9])");

    /** In characters; no way to write a day is longer. */
    private static final int LONGEST = 50;

    private final String text;
    private final Matcher dayFirst;
    private final Matcher yearFirst;
    private int next;

    /**
     * A day that a text names.
     *
     * @param start where it begins in the text
     * @param end before where it ends
     * @param date the day
     */
    public record Day(int start, int end, LocalDate date) {}

    /** Those in a text that is spelled as {@link Reading#text()} is. */
    public DaysInText(String text) {
        this.text = text;
        this.dayFirst = DAY_FIRST.matcher(text);
        this.yearFirst = YEAR_FIRST.matcher(text);
    }

    /** The next one; empty where there is none. */
    public Optional<Day> next() {
        while (next < text.length()) {
            int start = next++;
            if (isDigit(start) && (start == 0 || !isDigit(start - 1))) {
                Optional<Day> day = at(start);
                if (day.isPresent()) {
                    next = day.get().end();
                    return day;
                }
            }
        }
        return Optional.empty();
    }

    private boolean isDigit(int index) {
        char c = text.charAt(index);
        return c >= '0' && c <= '9';
    }

    private Optional<Day> at(int start) {
        int end = Math.min(text.length(), start + LONGEST);
        if (dayFirst.region(start, end).lookingAt()) {
            String month = dayFirst.group(3) == null ? dayFirst.group(2) : String.valueOf(month(dayFirst.group(3)));
            return day(start, dayFirst, dayFirst.group(1) + "/" + month + "/" + dayFirst.group(4));
        }
        return yearFirst.region(start, end).lookingAt() ? day(start, yearFirst, yearFirst.group()) : Optional.empty();
    }

    private static Optional<Day> day(int start, Matcher said, String written) {
        return Days.day(written).map(date -> new Day(start, said.end(), date));
    }

    private static int month(String said) {
        String name = said.replaceAll("[. ]", "");
        int english = name.length() < 3 ? -1 : ENGLISH_MONTHS.indexOf(name.substring(0, 3));
        return Math.max(english, Math.max(MONTHS.indexOf(name), SHORT_MONTHS.indexOf(name))) + 1;
    }
}
