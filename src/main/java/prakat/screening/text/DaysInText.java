package prakat.screening.text;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import prakat.input.Days;

/** The days that a text names, as Thai offices write them. */
public final class DaysInText {

    private static final Pattern DAY_FIRST = Pattern.compile(
            "([0-9]{1,2})(?: ?[/.-] ?([0-9]{1,2}) ?[/.-] ?|\\s{0,3}(?:เดือน\\s{0,2})?(" + Months.AFTER_A_DAY
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
            String month =
                    dayFirst.group(3) == null ? dayFirst.group(2) : String.valueOf(Months.number(dayFirst.group(3)));
            return day(start, dayFirst, dayFirst.group(1) + "/" + month + "/" + dayFirst.group(4));
        }
        return yearFirst.region(start, end).lookingAt() ? day(start, yearFirst, yearFirst.group()) : Optional.empty();
    }

    private static Optional<Day> day(int start, Matcher said, String written) {
        return Days.day(written).map(date -> new Day(start, said.end(), date));
    }
}
