package prakat.web.desk.disclosure;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import prakat.disclosure.Disclosure;
import prakat.disclosure.DisclosureList;
import prakat.disclosure.DisclosureLists;
import prakat.disclosure.Disclosures;
import prakat.disclosure.State;
import prakat.input.Refusal;
import prakat.organisation.Person;
import prakat.organisation.office.WrittenDates;
import prakat.publication.Disclosed;
import prakat.sheet.Sheet;
import prakat.web.PublicAddress;
import prakat.web.SheetDownloads;
import prakat.web.desk.DeskPage;

/** What is disclosed and what is missing, for all staff; the reader's own group first. */
@DeskPage
@RequestMapping("/desk/disclosure")
class DisclosureDeskController {

    private final DisclosureLists lists;
    private final Disclosures disclosures;
    private final DisclosureRows rows;
    private final SheetDownloads downloads;
    private final PublicAddress address;
    private final WrittenDates dates;
    private final MessageSource messages;

    DisclosureDeskController(
            DisclosureLists lists,
            Disclosures disclosures,
            DisclosureRows rows,
            SheetDownloads downloads,
            PublicAddress address,
            WrittenDates dates,
            MessageSource messages) {
        this.lists = lists;
        this.disclosures = disclosures;
        this.rows = rows;
        this.downloads = downloads;
        this.address = address;
        this.dates = dates;
        this.messages = messages;
    }

    /** By the list of a year of the Buddhist Era; of this year where none is given. */
    @GetMapping
    ModelAndView page(@RequestParam(required = false) Integer year, Person reader, Locale locale) {
        int shown = year == null ? lists.thisYear() : year;
        ModelAndView page = new ModelAndView("desk/disclosure", "year", shown);
        DisclosureList list = year == null ? lists.of(shown).orElse(null) : list(shown);
        List<DisclosureRows.Row> all = list == null ? List.of() : rows.of(list, reader, locale);
        page.addObject("list", list);
        page.addObject("years", lists.shownYears());
        page.addObject("own", all.stream().filter(DisclosureRows.Row::own).toList());
        page.addObject("others", all.stream().filter(row -> !row.own()).toList());
        page.addObject("missing", count(all, state -> state == State.LATE || state == State.MISSING));
        page.addObject("endSoon", count(all, state -> state == State.ENDS_SOON));
        page.addObject("published", count(all, state -> state == State.PUBLISHED));
        page.addObject("assessed", list == null || list.assessed() == null ? null : dates.day(list.assessed(), locale));
        return page;
    }

    /** In the form in which assessors ask for it: a row for each item and publication. */
    @GetMapping("/{year:[0-9]{4}}.xlsx")
    void export(@PathVariable int year, Person reader, Locale locale, HttpServletResponse response) throws IOException {
        List<String> headings = Stream.of("code", "name", "address", "explanation")
                .map(column -> messages.getMessage("desk-disclosure.column." + column, null, locale))
                .toList();
        List<List<?>> table = disclosures.of(list(year)).stream()
                .flatMap(disclosure -> lines(disclosure, locale))
                .toList();
        downloads.xlsx(List.of(new Sheet("OIT " + year, headings, table)), "oit-" + year, locale, response);
    }

    private Stream<List<?>> lines(Disclosure disclosure, Locale locale) {
        String code = disclosure.item().code();
        String name = disclosure.item().name().in(locale);
        return disclosure.isMissing()
                ? Stream.of(List.of(code, name, "", messages.getMessage("disclosure.missing", null, locale)))
                : disclosure.published().stream()
                        .map(one -> List.of(
                                code,
                                name,
                                Sheet.Link.to(URI.create(address.base() + "/news/" + one.number())),
                                explanation(one, locale)));
    }

    private String explanation(Disclosed published, Locale locale) {
        Object[] words = {
            published.title(),
            dates.day(published.firstPublishedAt(), locale),
            dates.day(published.publishUntil(), locale)
        };
        return messages.getMessage("desk-disclosure.explanation", words, locale);
    }

    private DisclosureList list(int year) {
        return lists.of(year).orElseThrow(Refusal::notFound);
    }

    private static long count(List<DisclosureRows.Row> rows, Predicate<State> wanted) {
        return rows.stream().map(row -> row.disclosure().state()).filter(wanted).count();
    }
}
