package prakat.web.desk.report;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import prakat.organisation.Person;
import prakat.organisation.office.FiscalPeriod;
import prakat.organisation.office.Office;
import prakat.report.Report;
import prakat.report.Reports;
import prakat.statistics.Statistics;
import prakat.web.Downloads;
import prakat.web.SheetDownloads;
import prakat.web.desk.DeskPage;

/** The report of a fiscal year or quarter, for those who see its figures. */
@DeskPage
class ReportController {

    private static final String DRAWING = "processes/publication.svg";

    private static final MediaType SVG = MediaType.valueOf("image/svg+xml");

    private final Reports reports;
    private final ReportPapers papers;
    private final ReportSheets sheets;
    private final ReportDrafts drafts;
    private final Statistics statistics;
    private final SheetDownloads downloads;
    private final Office office;
    private final MessageSource messages;
    private final Clock clock;

    ReportController(
            Reports reports,
            ReportPapers papers,
            ReportSheets sheets,
            ReportDrafts drafts,
            Statistics statistics,
            SheetDownloads downloads,
            Office office,
            MessageSource messages,
            Clock clock) {
        this.reports = reports;
        this.papers = papers;
        this.sheets = sheets;
        this.drafts = drafts;
        this.statistics = statistics;
        this.downloads = downloads;
        this.office = office;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Which report is asked for, as it was said; each may be null.
     *
     * @param year in the Buddhist Era; the present one for what is none
     * @param quarter empty for the whole year
     */
    record Asked(String year, String quarter, String group) {}

    @GetMapping("/desk/report")
    String page(Asked asked, Person reader, Locale locale, Model model) {
        Report report = report(asked, reader);
        FiscalPeriod period = report.period();
        model.addAttribute("paper", papers.of(report, new FilledIn("", ""), locale));
        model.addAttribute("period", period);
        model.addAttribute("scope", report.group());
        model.addAttribute("groups", statistics.groupsOf(reader));
        model.addAttribute("years", period.yearsToChoose(present()));
        model.addAttribute("requests", report.requests().size());
        return "desk/report";
    }

    @GetMapping("/desk/report.xlsx")
    void xlsx(Asked asked, Person reader, Locale locale, HttpServletResponse response) throws IOException {
        Report report = report(asked, reader);
        downloads.xlsx(
                Stream.concat(sheets.figures(report, locale).stream(), Stream.of(sheets.listed(report, locale)))
                        .toList(),
                name(report.period()),
                locale,
                response);
    }

    @PostMapping("/desk/report.docx")
    void docx(Asked asked, FilledIn filledIn, Person reader, Locale locale, HttpServletResponse response)
            throws IOException {
        Report report = report(asked, reader);
        ReportPaper paper = papers.of(report, filledIn.checked(), locale);
        Downloads.describe(name(report.period()) + ".docx", ReportDocument.MEDIA_TYPE, response);
        ReportDocument.write(paper, word("report.memo", locale), response.getOutputStream());
    }

    @PostMapping("/desk/report/draft")
    String draft(Asked asked, FilledIn filledIn, Person reader, Locale locale, RedirectAttributes next)
            throws IOException {
        Report report = report(asked, reader);
        String draft = drafts.of(papers.of(report, filledIn.checked(), locale), name(report.period()), reader, locale);
        next.addFlashAttribute("said", word("report.drafted", locale));
        return "redirect:/desk/new/" + draft;
    }

    /** The procedure's model, drawn. */
    @GetMapping("/desk/report/procedure.svg")
    ResponseEntity<Resource> drawing() {
        return ResponseEntity.ok().contentType(SVG).body(new ClassPathResource(DRAWING));
    }

    private Report report(Asked asked, Person reader) {
        FiscalPeriod period = FiscalPeriod.read(asked.year(), asked.quarter()).orElseGet(this::present);
        return reports.of(period, asked.group(), reader);
    }

    private FiscalPeriod present() {
        return FiscalPeriod.of(office.day(clock.instant()));
    }

    private static String name(FiscalPeriod period) {
        return "report-" + period.year() + (period.isWhole() ? "" : "-" + period.quarter());
    }

    private String word(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
