package prakat.demo;

import java.time.LocalDate;
import java.time.chrono.ThaiBuddhistChronology;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import prakat.demo.Plan.Proposal;
import prakat.input.Days;
import prakat.organisation.office.FiscalPeriod;

/** The words of a topic with their blanks filled in, for a day. */
final class Wording {

    private static final Locale THAI = Locale.forLanguageTag("th");
    private static final DateTimeFormatter DAY = written("d MMMM y");
    private static final DateTimeFormatter MONTH = written("MMMM y");
    private static final Pattern BLANK = Pattern.compile("\\{(\\w+)}");

    private static final int SCHOOL_YEAR_BEGINS = 5;

    private final Map<String, String> blanks;

    Wording(Proposal proposal, Topics topics, Random random) {
        LocalDate day = proposal.day();
        LocalDate schoolYear = day.minusMonths(SCHOOL_YEAR_BEGINS - 1L);
        blanks = Map.ofEntries(
                Map.entry("month", MONTH.format(day.minusMonths(1))),
                Map.entry("thisMonth", MONTH.format(day)),
                Map.entry("year", year(day)),
                Map.entry("fiscalYear", fiscalYear(day)),
                Map.entry("schoolYear", year(schoolYear)),
                Map.entry("quarter", quarter(day.minusMonths(1))),
                Map.entry("event", DAY.format(day.plusDays(8 + random.nextInt(14)))),
                Map.entry("district", pick(topics.districts(), random)),
                Map.entry("post", pick(topics.posts(), random)),
                Map.entry("n", String.valueOf(proposal.n())),
                Map.entry("count", String.valueOf(12 + random.nextInt(70))),
                Map.entry("amount", String.format(Locale.ROOT, "%,d.00", (20 + random.nextInt(4800)) * 500)));
    }

    String fill(String words) {
        return BLANK.matcher(words).replaceAll(blank -> Matcher.quoteReplacement(blanks.get(blank.group(1))));
    }

    static <T> T pick(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }

    private static String quarter(LocalDate day) {
        long months = ChronoUnit.MONTHS.between(FiscalPeriod.of(day).first(), day);
        return "ไตรมาสที่ " + (months / 3 + 1) + " ปีงบประมาณ พ.ศ. " + fiscalYear(day);
    }

    private static String fiscalYear(LocalDate day) {
        return String.valueOf(FiscalPeriod.of(day).year());
    }

    private static String year(LocalDate day) {
        return String.valueOf(Days.buddhistYear(day.getYear()));
    }

    private static DateTimeFormatter written(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, THAI).withChronology(ThaiBuddhistChronology.INSTANCE);
    }
}
