package prakat.web.desk.overview;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import prakat.organisation.office.Office;
import prakat.organisation.office.WrittenDates;
import prakat.request.content.PublicationPolicy;
import prakat.request.record.Milestone;
import prakat.statistics.Figures;
import prakat.statistics.Hours;
import prakat.statistics.Tally;

/** Puts the figures of a period into tables, each figure with its list. */
@Component
class FigurePages {

    /** From which on hours are said as days. */
    private static final int LONG = 48;

    private static final double HOURS_OF_DAY = 24;

    private final Office office;
    private final PublicationPolicy policy;
    private final WrittenDates dates;
    private final MessageSource messages;

    FigurePages(Office office, PublicationPolicy policy, WrittenDates dates, MessageSource messages) {
        this.office = office;
        this.policy = policy;
        this.dates = dates;
        this.messages = messages;
    }

    /**
     * The figures.
     *
     * @param at when they were counted
     * @param milestones codes, in the order of the lines' figures
     * @param timed codes of those with hours, in the order of the lines' hours
     * @param all of the whole period
     * @param parts by month, group and category; without groups where there is only one
     * @param reasons by code
     */
    record FigurePage(
            Instant at,
            List<String> milestones,
            List<String> timed,
            Line all,
            List<Part> parts,
            Map<String, Figure> reasons) {}

    /**
     * A table.
     *
     * @param name in keys of messages
     */
    record Part(String name, List<Line> lines) {}

    /**
     * A line of it.
     *
     * @param took null where nothing took any time
     */
    record Line(String name, List<Figure> figures, List<Took> took) {}

    /** How long something took, in words. */
    record Took(String median, String p90) {}

    FigurePage of(Figures figures, Locale locale) {
        Map<String, Figure> reasons = new LinkedHashMap<>();
        figures.returnsByReason()
                .forEach((reason, number) -> reasons.put(
                        reason.code(),
                        Figure.of(number, ListLinks.returnedFor(reason, figures.group(), figures.period()))));
        return new FigurePage(
                figures.at(),
                Stream.of(Milestone.values()).map(Milestone::code).toList(),
                Tally.TIMED.stream().map(Milestone::code).toList(),
                line(null, figures.all(), milestone -> passed(milestone, figures.group(), null, figures), locale),
                parts(figures, locale),
                reasons);
    }

    private List<Part> parts(Figures figures, Locale locale) {
        String group = figures.group();
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(
                "month",
                lines(
                        figures.byMonth(),
                        month -> dates.month(month, locale),
                        (milestone, month) ->
                                ListLinks.passed(milestone, group, null, month.atDay(1), month.atEndOfMonth()),
                        locale)));
        if (group == null) {
            parts.add(new Part(
                    "group",
                    lines(
                            figures.byGroup(),
                            code -> office.groupName(code, locale),
                            (milestone, code) -> passed(milestone, code, null, figures),
                            locale)));
        }
        parts.add(new Part(
                "category",
                lines(
                        figures.byCategory(),
                        code -> policy.categoryName(code, locale),
                        (milestone, code) -> passed(milestone, group, code, figures),
                        locale)));
        return parts;
    }

    private static String passed(Milestone milestone, String group, String category, Figures figures) {
        return ListLinks.passed(
                milestone,
                group,
                category,
                figures.period().first(),
                figures.period().last());
    }

    private <K> List<Line> lines(
            Map<K, Tally> tallies, Function<K, String> name, BiFunction<Milestone, K, String> href, Locale locale) {
        return tallies.entrySet().stream()
                .map(one -> line(
                        name.apply(one.getKey()),
                        one.getValue(),
                        milestone -> href.apply(milestone, one.getKey()),
                        locale))
                .toList();
    }

    private Line line(String name, Tally tally, Function<Milestone, String> href, Locale locale) {
        return new Line(
                name,
                Stream.of(Milestone.values())
                        .map(milestone -> Figure.of(tally.count(milestone), href.apply(milestone)))
                        .toList(),
                Tally.TIMED.stream()
                        .map(milestone -> tally.hours(milestone)
                                .map(hours -> took(hours, locale))
                                .orElse(null))
                        .toList());
    }

    private Took took(Hours hours, Locale locale) {
        return new Took(time(hours.median(), locale), time(hours.p90(), locale));
    }

    private String time(double hours, Locale locale) {
        return hours < LONG
                ? messages.getMessage("overview.hours", new Object[] {hours}, locale)
                : messages.getMessage("overview.days", new Object[] {hours / HOURS_OF_DAY}, locale);
    }
}
