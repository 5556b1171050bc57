package prakat.web.desk.report;

import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import prakat.organisation.office.FiscalPeriod;
import prakat.organisation.office.Office;
import prakat.organisation.office.WrittenDates;
import prakat.report.Report;
import prakat.report.ReportedRequest;
import prakat.report.ReportedRequest.Step;
import prakat.request.record.Milestone;
import prakat.sheet.Sheet;
import prakat.web.desk.report.ReportPaper.Blank;
import prakat.web.desk.report.ReportPaper.Cell;
import prakat.web.desk.report.ReportPaper.Drawing;
import prakat.web.desk.report.ReportPaper.Line;
import prakat.web.desk.report.ReportPaper.Section;
import prakat.web.desk.report.ReportPaper.Signature;
import prakat.web.desk.report.ReportPaper.Table;

/** Puts a report into the words of the memorandum. */
@Component
class ReportPapers {

    private static final List<String> SIGN = List.of("author", "deputy", "head");

    private final ReportSheets sheets;
    private final Office office;
    private final WrittenDates dates;
    private final MessageSource messages;

    ReportPapers(ReportSheets sheets, Office office, WrittenDates dates, MessageSource messages) {
        this.sheets = sheets;
        this.office = office;
        this.dates = dates;
        this.messages = messages;
    }

    /**
     * The memorandum.
     *
     * @param filledIn what was written in, problems before suggestions
     */
    ReportPaper of(Report report, FilledIn filledIn, Locale locale) {
        String period = period(report.period(), locale);
        String name = office.name().in(locale);
        String subject = word("report.subject", locale, word("report.title", locale), period);
        return new ReportPaper(
                subject,
                head(report, subject, locale),
                opening(report, period, locale),
                new Section(
                        word("report.measures", locale),
                        word("report.measures.words", locale, name),
                        word("report.measures.steps", locale).lines().toList()),
                new Section(word("report.results", locale), results(report, period, locale), List.of()),
                sheets.figures(report, locale).stream()
                        .map(sheet -> table(sheet, locale))
                        .toList(),
                List.of(
                        new Blank("problems", word("report.problems", locale), filledIn.problems()),
                        new Blank("suggestions", word("report.suggestions", locale), filledIn.suggestions())),
                word("report.closing", locale),
                SIGN.stream()
                        .map(who -> new Signature(
                                messages.getMessage("report.opinion." + who, null, "", locale),
                                word("report.sign." + who, locale)))
                        .toList(),
                new Drawing(word("report.drawing", locale), word("report.drawing-how", locale)),
                listed(report, period, locale));
    }

    private List<Line> head(Report report, String subject, Locale locale) {
        String name = office.name().in(locale);
        String from = Optional.ofNullable(report.group())
                .map(group -> office.groupName(group, locale) + " " + name)
                .orElse(name);
        return List.of(
                new Line(word("report.from", locale), from),
                new Line(word("report.number", locale), ""),
                new Line(word("report.date", locale), dates.day(report.at(), locale)),
                new Line(word("report.about", locale), subject),
                new Line(word("report.to", locale), word("report.addressee", locale, name)));
    }

    private String opening(Report report, String period, Locale locale) {
        String first = dates.day(report.period().first(), locale);
        String last = dates.day(report.period().last(), locale);
        String opening = word("report.opening", locale, office.name().in(locale), period, first, last);
        boolean isOver = report.at().isAfter(office.start(report.period().last().plusDays(1)));
        return isOver ? opening : opening + " " + word("report.not-over", locale, dates.moment(report.at(), locale));
    }

    private String period(FiscalPeriod period, Locale locale) {
        return period.isWhole()
                ? word("report.year", locale, String.valueOf(period.year()))
                : word("report.quarter", locale, String.valueOf(period.quarter()), String.valueOf(period.year()));
    }

    private String results(Report report, String period, Locale locale) {
        Object[] counts = Stream.concat(
                        Stream.<Object>of(period),
                        Stream.of(Milestone.values()).map(report.figures().all()::count))
                .toArray();
        return word("report.results.words", locale, counts);
    }

    private Table table(Sheet sheet, Locale locale) {
        return new Table(
                sheet.title(),
                sheet.headings(),
                StreamSupport.stream(sheet.rows().spliterator(), false)
                        .map(row ->
                                row.stream().map(value -> cell(value, locale)).toList())
                        .toList());
    }

    private static Cell cell(Object value, Locale locale) {
        if (value instanceof Number number) {
            return new Cell(List.of(NumberFormat.getInstance(locale).format(number)), true);
        }
        return value == null ? new Cell(List.of("–"), true) : Cell.of(value.toString());
    }

    /** For paper: what belongs together stands in one column. */
    private Table listed(Report report, String period, Locale locale) {
        return new Table(
                word("report.listed-in", locale, period, report.requests().size()),
                Stream.of(
                                "desk.number",
                                "desk.request-title",
                                "report.proposed",
                                "report.certified",
                                "report.vetted",
                                "report.website")
                        .map(heading -> word(heading, locale))
                        .toList(),
                report.requests().stream()
                        .map(request -> List.of(
                                Cell.of(request.number()),
                                Cell.of(
                                        request.title(),
                                        office.groupName(request.group(), locale) + " · "
                                                + word("printed.state." + request.state(), locale),
                                        "SHA-256 " + request.contentSha256()),
                                step(request.proposed(), locale),
                                step(request.certified(), locale),
                                step(request.vetted(), locale),
                                website(request, locale)))
                        .toList());
    }

    private Cell step(Step step, Locale locale) {
        return step == null
                ? Cell.of("–")
                : Cell.of(step.name(), office.position(step.capacity()).in(locale), dates.day(step.at(), locale));
    }

    private Cell website(ReportedRequest request, Locale locale) {
        return request.publishedAt() == null
                ? Cell.of("–")
                : Cell.of(
                        word("report.from-day", locale, dates.day(request.publishedAt(), locale)),
                        word("report.until-day", locale, dates.day(request.until(), locale)),
                        sheets.website(request.address()));
    }

    private String word(String key, Locale locale, Object... words) {
        return messages.getMessage(key, words, locale);
    }
}
