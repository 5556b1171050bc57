package prakat.web.desk.overview;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import prakat.organisation.Person;
import prakat.organisation.office.Office;
import prakat.organisation.office.WrittenDates;
import prakat.request.query.Requests;
import prakat.statistics.Situation;
import prakat.statistics.Situation.Change;
import prakat.statistics.Statistics;
import prakat.web.desk.DeskPage;

/** A month with what starts and what ends on each day. */
@DeskPage
class CalendarController {

    /** On one day; the lists behind its figures have all. */
    private static final int SHOWN = 4;

    private static final int WEEK = 7;

    private final Statistics statistics;
    private final Situation situation;
    private final WrittenDates dates;
    private final Office office;
    private final Clock clock;

    CalendarController(Statistics statistics, Situation situation, WrittenDates dates, Office office, Clock clock) {
        this.statistics = statistics;
        this.situation = situation;
        this.dates = dates;
        this.office = office;
        this.clock = clock;
    }

    /**
     * A day.
     *
     * @param inMonth whether it is one of the month's; a week has others too, without what happens on them
     * @param first of what starts and ends
     * @param starts how many start, where not all are shown; null where all are
     * @param ends the same for what ends
     */
    record Day(LocalDate day, boolean inMonth, boolean today, List<Change> first, Figure starts, Figure ends) {}

    /** @param month such as {@code 2026-11}; the present one for what is none */
    @GetMapping("/desk/overview/calendar")
    String calendar(
            @RequestParam(required = false) String month,
            @RequestParam(required = false) String group,
            Person reader,
            Locale locale,
            Model model) {
        String scope = statistics.scope(group, reader);
        LocalDate today = office.day(clock.instant());
        YearMonth shown = month != null && month.matches("(19|2[0-3])[0-9]{2}-(0[1-9]|1[0-2])")
                ? YearMonth.parse(month)
                : YearMonth.from(today);
        Map<LocalDate, List<Change>> changes = situation.changes(shown.atDay(1), shown.atEndOfMonth(), scope).stream()
                .collect(Collectors.groupingBy(change -> office.day(change.at())));
        LocalDate sunday = shown.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
        LocalDate end = shown.atEndOfMonth().with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY));
        List<Day> days = sunday.datesUntil(end.plusDays(1))
                .map(day -> day(day, shown, today, changes.getOrDefault(day, List.of()), scope))
                .toList();
        model.addAttribute(
                "weeks",
                IntStream.range(0, days.size() / WEEK)
                        .mapToObj(n -> days.subList(n * WEEK, (n + 1) * WEEK))
                        .toList());
        model.addAttribute("weekdays", weekdays(locale));
        model.addAttribute("monthName", dates.month(shown, locale));
        model.addAttribute("month", shown);
        model.addAttribute("nothing", changes.isEmpty());
        model.addAttribute("scope", scope);
        model.addAttribute("groups", statistics.groupsOf(reader));
        return "desk/calendar";
    }

    private static Day day(LocalDate day, YearMonth month, LocalDate today, List<Change> changes, String group) {
        Map<Boolean, Long> counts =
                changes.stream().collect(Collectors.partitioningBy(Change::starts, Collectors.counting()));
        boolean all = changes.size() <= SHOWN;
        return new Day(
                day,
                YearMonth.from(day).equals(month),
                day.equals(today),
                changes.stream().limit(SHOWN).toList(),
                all ? null : Figure.of(counts.get(true), ListLinks.happening(Requests.STARTS, group, day, day)),
                all ? null : Figure.of(counts.get(false), ListLinks.happening(Requests.ENDS, group, day, day)));
    }

    private static List<String> weekdays(Locale locale) {
        return Stream.iterate(DayOfWeek.SUNDAY, day -> day.plus(1))
                .limit(WEEK)
                .map(day -> day.getDisplayName(TextStyle.FULL, locale))
                .toList();
    }
}
