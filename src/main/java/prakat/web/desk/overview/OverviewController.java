package prakat.web.desk.overview;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import prakat.organisation.Person;
import prakat.organisation.office.FiscalPeriod;
import prakat.organisation.office.Office;
import prakat.statistics.Statistics;
import prakat.web.desk.DeskPage;

/** What waits where, what is late and what ends, and the figures of a fiscal year or quarter. */
@DeskPage
class OverviewController {

    private final Statistics statistics;
    private final PresentPages presentPages;
    private final FigurePages figurePages;
    private final Office office;
    private final Clock clock;
    private final TransactionTemplate transaction;

    OverviewController(
            Statistics statistics,
            PresentPages presentPages,
            FigurePages figurePages,
            Office office,
            Clock clock,
            TransactionTemplate transaction) {
        this.statistics = statistics;
        this.presentPages = presentPages;
        this.figurePages = figurePages;
        this.office = office;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** The present fiscal year where none is asked for, or none that there is. */
    @GetMapping("/desk/overview")
    String overview(
            @RequestParam(required = false) String year,
            @RequestParam(required = false) String quarter,
            @RequestParam(required = false) String group,
            Person reader,
            Locale locale,
            Model model) {
        String scope = statistics.scope(group, reader);
        LocalDate today = office.day(clock.instant());
        FiscalPeriod present = FiscalPeriod.of(today);
        FiscalPeriod period = FiscalPeriod.read(year, quarter).orElse(present);
        transaction.executeWithoutResult(transacted -> {
            model.addAttribute("present", presentPages.of(scope, today, reader, locale));
            model.addAttribute("page", figurePages.of(statistics.recent(period, scope, reader), locale));
        });
        model.addAttribute("period", period);
        model.addAttribute("years", period.yearsToChoose(present));
        model.addAttribute("scope", scope);
        model.addAttribute("groups", statistics.groupsOf(reader));
        return "desk/overview";
    }
}
