package prakat.web.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import prakat.input.Refusal;
import prakat.input.Texts;
import prakat.organisation.Person;
import prakat.organisation.office.FiscalPeriod;
import prakat.organisation.office.Office;
import prakat.request.record.Milestone;
import prakat.request.record.ReasonCode;
import prakat.statistics.Figures;
import prakat.statistics.Hours;
import prakat.statistics.Statistics;
import prakat.statistics.Tally;

/** {@code GET /api/statistics}: what {@link Statistics} counts in a fiscal year or a quarter of it. */
@RestController
class StatisticsCalls {

    private final Statistics statistics;
    private final Office office;
    private final Clock clock;
    private final Calls calls;

    StatisticsCalls(Statistics statistics, Office office, Clock clock, Calls calls) {
        this.statistics = statistics;
        this.office = office;
        this.clock = clock;
        this.calls = calls;
    }

    /** Hours are null where nothing took any. */
    record TallyAnswer(
            long submitted,
            long returned,
            long certified,
            long permitted,
            long published,
            long takenDown,
            long withdrawn,
            Hours hoursToCertify,
            Hours hoursToVet,
            Hours hoursToPublish) {

        static TallyAnswer of(Tally tally) {
            return new TallyAnswer(
                    tally.count(Milestone.SUBMITTED),
                    tally.count(Milestone.RETURNED),
                    tally.count(Milestone.CERTIFIED),
                    tally.count(Milestone.PERMITTED),
                    tally.count(Milestone.PUBLISHED),
                    tally.count(Milestone.TAKEN_DOWN),
                    tally.count(Milestone.WITHDRAWN),
                    tally.hours(Milestone.CERTIFIED).orElse(null),
                    tally.hours(Milestone.PERMITTED).orElse(null),
                    tally.hours(Milestone.PUBLISHED).orElse(null));
        }
    }

    /**
     * The figures.
     *
     * @param quarter null for the whole year
     * @param group null for all groups
     * @param from the first day
     * @param until the last day
     */
    record StatisticsAnswer(
            int year,
            Integer quarter,
            String group,
            LocalDate from,
            LocalDate until,
            @JsonUnwrapped TallyAnswer all,
            Map<String, TallyAnswer> byGroup,
            Map<String, TallyAnswer> byCategory,
            Map<YearMonth, TallyAnswer> byMonth,
            Map<ReasonCode, Long> returnsByReason) {}

    /** The present fiscal year where none is said. */
    @GetMapping(path = "/api/statistics", produces = MediaType.APPLICATION_JSON_VALUE)
    StatisticsAnswer statistics(
            @RequestParam(required = false) String year,
            @RequestParam(required = false) String quarter,
            @RequestParam(required = false) String group,
            Principal caller) {
        Person reader = calls.staff(caller);
        // Who may ask comes before what is asked for.
        String scope = statistics.scope(group, reader);
        Figures figures = statistics.of(period(year, quarter), scope, reader);
        return new StatisticsAnswer(
                figures.period().year(),
                figures.period().isWhole() ? null : figures.period().quarter(),
                figures.group(),
                figures.period().first(),
                figures.period().last(),
                TallyAnswer.of(figures.all()),
                answers(figures.byGroup()),
                answers(figures.byCategory()),
                answers(figures.byMonth()),
                figures.returnsByReason());
    }

    private FiscalPeriod period(String year, String quarter) {
        FiscalPeriod present = FiscalPeriod.of(office.day(clock.instant()));
        String said = Texts.line(year).isEmpty() ? String.valueOf(present.year()) : year;
        if (FiscalPeriod.read(said, null).isEmpty()) {
            throw Refusal.invalid("year", "fiscal-year");
        }
        return FiscalPeriod.read(said, quarter).orElseThrow(() -> Refusal.invalid("quarter", "quarter"));
    }

    private static <K> Map<K, TallyAnswer> answers(Map<K, Tally> tallies) {
        Map<K, TallyAnswer> answers = new LinkedHashMap<>();
        tallies.forEach((key, tally) -> answers.put(key, TallyAnswer.of(tally)));
        return answers;
    }
}
