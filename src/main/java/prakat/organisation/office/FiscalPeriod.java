package prakat.organisation.office;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import prakat.input.Days;
import prakat.input.Texts;

/**
 * The government's year (ปีงบประมาณ), or a quarter (ไตรมาส) of it. It begins on 1 October and carries the year of the Buddhist
 * Era in which it ends: 2570 goes from 1 October 2026 to 30 September 2027.
 *
 * @param year in the Buddhist Era
 * @param quarter from 1, which begins in October, to 4; {@link #WHOLE} for the whole year
 */
public record FiscalPeriod(int year, int quarter) {

    /** The whole year. */
    public static final int WHOLE = 0;

    /** How many quarters a year has. */
    public static final int QUARTERS = 4;

    private static final Pattern YEAR = Pattern.compile("2[4-9][0-9]{2}");
    private static final Pattern QUARTER = Pattern.compile("[1-4]?");
    private static final int MONTHS = 12;

    private static final int YEARS_BEFORE = 4;

    /** By which it begins before the calendar's year. */
    private static final int MONTHS_AHEAD = 3;

    /** @throws IllegalArgumentException for a quarter that no year has */
    public FiscalPeriod {
        if (quarter < WHOLE || quarter > QUARTERS) {
            throw new IllegalArgumentException("no quarter: " + quarter);
        }
    }

    /** The whole year of that name. */
    public static FiscalPeriod year(int year) {
        return new FiscalPeriod(year, WHOLE);
    }

    /** The whole year in which the day lies. */
    public static FiscalPeriod of(LocalDate day) {
        return year(Days.buddhistYear(day.plusMonths(MONTHS_AHEAD).getYear()));
    }

    /**
     * The period that was said, such as {@code 2570} and {@code 1}, in Arabic or Thai digits.
     *
     * @param quarter null or empty for the whole year
     * @return empty where either is none
     */
    public static Optional<FiscalPeriod> read(String year, String quarter) {
        String said = Texts.arabicDigits(Texts.line(year));
        String part = Texts.arabicDigits(Texts.line(quarter));
        return YEAR.matcher(said).matches() && QUARTER.matcher(part).matches()
                ? Optional.of(new FiscalPeriod(Integer.parseInt(said), part.isEmpty() ? WHOLE : Integer.parseInt(part)))
                : Optional.empty();
    }

    /** The years from which another one is chosen: the present one, those before it, and this one; the latest first. */
    public List<Integer> yearsToChoose(FiscalPeriod present) {
        return IntStream.concat(
                        IntStream.of(year), IntStream.rangeClosed(present.year() - YEARS_BEFORE, present.year()))
                .distinct()
                .boxed()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /** Whether it is the whole year. */
    public boolean isWhole() {
        return quarter == WHOLE;
    }

    /** The first day. */
    public LocalDate first() {
        return months().get(0).atDay(1);
    }

    /** The last day. */
    public LocalDate last() {
        List<YearMonth> months = months();
        return months.get(months.size() - 1).atEndOfMonth();
    }

    /** The months, of the calendar's years, in their order. */
    public List<YearMonth> months() {
        YearMonth october = Year.of(year - Days.buddhistYear(0)).atMonth(1).minusMonths(MONTHS_AHEAD);
        int length = isWhole() ? MONTHS : MONTHS / QUARTERS;
        int start = isWhole() ? 0 : (quarter - 1) * length;
        return IntStream.range(start, start + length)
                .mapToObj(october::plusMonths)
                .toList();
    }
}
