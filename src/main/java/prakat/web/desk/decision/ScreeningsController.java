package prakat.web.desk.decision;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.data.domain.Slice;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import prakat.organisation.Person;
import prakat.organisation.office.Office;
import prakat.request.Action;
import prakat.request.PublicationRequest;
import prakat.request.Rules;
import prakat.request.rescreening.PublicFindings;
import prakat.request.rescreening.Rescreening;
import prakat.request.rescreening.Rescreenings;
import prakat.web.ListAddress;
import prakat.web.desk.DeskPage;
import prakat.web.desk.content.FindingLine;
import prakat.web.desk.content.ScreeningLines;

/** What was found in what is public: administrators have everything screened again, web officers withdraw or answer. */
@DeskPage
@RequestMapping("/desk/screenings")
class ScreeningsController {

    private final Rescreenings rescreenings;
    private final ScreeningLines screening;
    private final Rules rules;
    private final Office office;
    private final MessageSource messages;

    ScreeningsController(
            Rescreenings rescreenings, ScreeningLines screening, Rules rules, Office office, MessageSource messages) {
        this.rescreenings = rescreenings;
        this.screening = screening;
        this.rules = rules;
        this.office = office;
        this.messages = messages;
    }

    /**
     * Something public with what was found in it.
     *
     * @param at when it was found
     * @param withdraw whether the reader may withdraw it, or answer
     */
    record Row(
            String id,
            String number,
            String title,
            String group,
            Instant at,
            List<FindingLine> lines,
            boolean withdraw) {}

    @GetMapping
    @Transactional(readOnly = true)
    public String list(@RequestParam(required = false) String page, Person reader, Locale locale, Model model) {
        int number = ListAddress.page(page);
        Slice<PublicFindings> found = rescreenings.unanswered(reader, number - 1);
        model.addAttribute("runs", rescreenings.last(reader));
        model.addAttribute("coverage", rescreenings.coverage(reader));
        model.addAttribute("found", found.map(one -> row(one, reader, locale)).getContent());
        model.addAttribute("page", number);
        model.addAttribute("more", found.hasNext());
        return "desk/screenings";
    }

    @PostMapping
    public String begin(Person reader, Locale locale, RedirectAttributes next) {
        Rescreening begun = rescreenings.begin(reader);
        next.addFlashAttribute("said", messages.getMessage("screenings.begun", new Object[] {begun.total()}, locale));
        return "redirect:/desk/screenings";
    }

    private Row row(PublicFindings found, Person reader, Locale locale) {
        PublicationRequest request = found.request();
        return new Row(
                request.id(),
                request.number(),
                request.current().title(),
                office.groupName(request.groupCode(), locale),
                found.at(),
                screening.of(found.screening(), request, locale).unanswered(),
                rules.allows(Action.WITHDRAW, request, reader));
    }
}
