package prakat.web.desk.report;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import prakat.organisation.office.Office;
import prakat.organisation.office.WrittenDates;
import prakat.report.Report;
import prakat.report.ReportedRequest;
import prakat.report.ReportedRequest.Step;
import prakat.request.content.PublicationPolicy;
import prakat.request.record.Milestone;
import prakat.sheet.Sheet;
import prakat.statistics.Tally;
import prakat.web.PublicAddress;

/** The report's figures and its list as tables. */
@Component
class ReportSheets {

    private static final List<String> LIST_HEADINGS = List.of(
            "desk.number",
            "desk.request-title",
            "publication.group",
            "report.state",
            "report.proposed",
            "report.position",
            "report.day",
            "report.certified",
            "report.position",
            "report.day",
            "report.vetted",
            "report.position",
            "report.day",
            "report.published",
            "report.until",
            "report.address",
            "report.digest");

    private final Office office;
    private final PublicationPolicy policy;
    private final PublicAddress address;
    private final WrittenDates dates;
    private final MessageSource messages;

    ReportSheets(
            Office office,
            PublicationPolicy policy,
            PublicAddress address,
            WrittenDates dates,
            MessageSource messages) {
        this.office = office;
        this.policy = policy;
        this.address = address;
        this.dates = dates;
        this.messages = messages;
    }

    /** What was counted, a table for each way to look at it. */
    List<Sheet> figures(Report report, Locale locale) {
        var figures = report.figures();
        List<Sheet> sheets = new ArrayList<>();
        sheets.add(new Sheet(
                word("report.all", locale),
                List.of(word("report.counted", locale), word("report.count", locale)),
                Stream.of(Milestone.values())
                        .map(milestone -> List.of(
                                milestone(milestone, locale), figures.all().count(milestone)))
                        .toList()));
        sheets.add(new Sheet(
                word("report.time", locale),
                List.of(word("report.counted", locale), word("report.median", locale), word("report.p90", locale)),
                Tally.TIMED.stream()
                        .map(milestone -> hours(milestone, figures.all(), locale))
                        .toList()));
        sheets.add(tallies("group", figures.byGroup(), code -> office.groupName(code, locale), locale));
        sheets.add(tallies("category", figures.byCategory(), code -> policy.categoryName(code, locale), locale));
        sheets.add(tallies("month", figures.byMonth(), month -> dates.month(month, locale), locale));
        sheets.add(new Sheet(
                word("overview.reasons", locale),
                List.of(word("overview.reason", locale), word("report.count", locale)),
                figures.returnsByReason().entrySet().stream()
                        .map(reason ->
                                List.of(word("desk.reason." + reason.getKey().code(), locale), reason.getValue()))
                        .toList()));
        return sheets;
    }

    private List<Object> hours(Milestone milestone, Tally tally, Locale locale) {
        return Arrays.asList(
                word("report.time." + milestone.code(), locale),
                tally.hours(milestone).map(hours -> hours.median()).orElse(null),
                tally.hours(milestone).map(hours -> hours.p90()).orElse(null));
    }

    private <K> Sheet tallies(String by, Map<K, Tally> tallies, Function<K, String> name, Locale locale) {
        return new Sheet(
                word("overview.by." + by, locale),
                Stream.concat(
                                Stream.of(word("overview." + by, locale)),
                                Stream.of(Milestone.values()).map(milestone -> milestone(milestone, locale)))
                        .toList(),
                tallies.entrySet().stream()
                        .map(one -> Stream.concat(
                                        Stream.<Object>of(name.apply(one.getKey())),
                                        Stream.of(Milestone.values()).map(one.getValue()::count))
                                .toList())
                        .toList());
    }

    /** All requests, with a column for everything that is known of each. */
    Sheet listed(Report report, Locale locale) {
        return new Sheet(
                word("report.listed", locale),
                LIST_HEADINGS.stream().map(heading -> word(heading, locale)).toList(),
                report.requests().stream().map(request -> line(request, locale)).toList());
    }

    private List<?> line(ReportedRequest request, Locale locale) {
        List<Object> line = new ArrayList<>(Arrays.asList(
                request.number(),
                request.title(),
                office.groupName(request.group(), locale),
                word("printed.state." + request.state(), locale)));
        Stream.of(request.proposed(), request.certified(), request.vetted())
                .map(step -> step(step, locale))
                .forEach(line::addAll);
        line.add(day(request.publishedAt()));
        line.add(day(request.until()));
        line.add(Optional.ofNullable(request.address())
                .map(number -> Sheet.Link.to(URI.create(website(number))))
                .orElse(null));
        line.add(request.contentSha256());
        return line;
    }

    private List<?> step(Step step, Locale locale) {
        return step == null
                ? Arrays.asList(null, null, null)
                : List.of(step.name(), office.position(step.capacity()).in(locale), day(step.at()));
    }

    /** Where the public finds what has that number. */
    String website(String number) {
        return address.base() + "/news/" + number;
    }

    private LocalDate day(Instant instant) {
        return instant == null ? null : office.day(instant);
    }

    private String milestone(Milestone milestone, Locale locale) {
        return word("milestone." + milestone.code(), locale);
    }

    private String word(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
