package prakat.statistics;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import prakat.organisation.office.FiscalPeriod;
import prakat.request.record.Milestone;
import prakat.request.record.ReasonCode;
import prakat.statistics.FiguresQuery.Passed;

/** Counts what requests passed, one request after the other. */
final class Counting {

    private final ZoneId zone;
    private final Tally all = new Tally();
    private final Map<String, Tally> byGroup;
    private final Map<String, Tally> byCategory;
    private final Map<YearMonth, Tally> byMonth;
    private final Map<ReasonCode, Long> reasons = new EnumMap<>(ReasonCode.class);

    /** The request that is being counted, and for what it counted already. */
    private String request = "";

    private final Set<Object> counted = new HashSet<>();

    /**
     * @param groups codes, in the order of the figures
     * @param categories the same
     */
    Counting(FiscalPeriod period, Stream<String> groups, Stream<String> categories, ZoneId zone) {
        this.zone = zone;
        this.byGroup = tallies(groups);
        this.byCategory = tallies(categories);
        this.byMonth = tallies(period.months().stream());
        Stream.of(ReasonCode.values()).forEach(reason -> reasons.put(reason, 0L));
    }

    private static <K> Map<K, Tally> tallies(Stream<K> keys) {
        Map<K, Tally> tallies = new LinkedHashMap<>();
        keys.forEach(key -> tallies.put(key, new Tally()));
        return tallies;
    }

    void add(Passed passed) {
        if (!request.equals(passed.requestId())) {
            request = passed.requestId();
            counted.clear();
        }
        Milestone milestone = passed.milestone();
        YearMonth month = YearMonth.from(passed.at().atZone(zone));
        // What the office no longer has comes last.
        Tally group = byGroup.computeIfAbsent(passed.group(), former -> new Tally());
        Tally category = byCategory.computeIfAbsent(passed.category(), former -> new Tally());
        if (counted.add(milestone)) {
            Stream.of(all, group, category).forEach(tally -> tally.add(milestone));
        }
        if (counted.add(List.of(milestone, month))) {
            byMonth.get(month).add(milestone);
        }
        if (milestone == Milestone.RETURNED && passed.reason() != null && counted.add(passed.reason())) {
            reasons.merge(passed.reason(), 1L, Long::sum);
        }
        if (Tally.TIMED.contains(milestone) && !isForLater(passed)) {
            Duration time = Duration.between(passed.proposedAt(), passed.at());
            Stream.of(all, group, category, byMonth.get(month)).forEach(tally -> tally.took(milestone, time));
        }
    }

    private static boolean isForLater(Passed passed) {
        return passed.milestone() == Milestone.PUBLISHED && passed.wantedFrom().isAfter(passed.proposedAt());
    }

    /**
     * What came out.
     *
     * @param at as of when
     * @param group code of the only group that was counted; null for all
     */
    Figures figures(FiscalPeriod period, Instant at, String group) {
        Stream.of(Stream.of(all), byGroup.values().stream(), byCategory.values().stream(), byMonth.values().stream())
                .flatMap(tallies -> tallies)
                .forEach(Tally::conclude);
        return new Figures(period, at, group, all, byGroup, byCategory, byMonth, reasons);
    }
}
