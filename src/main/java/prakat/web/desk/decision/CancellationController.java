package prakat.web.desk.decision;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import prakat.input.Refusal;
import prakat.organisation.Person;
import prakat.request.PublicationRequest;
import prakat.request.Requests;
import prakat.web.desk.DeskPage;
import prakat.web.desk.draft.SubmissionPage.Fault;
import prakat.web.desk.draft.SubmissionPages;
import prakat.web.desk.request.Sheets;

/** Where the requester gives a request up. */
@DeskPage
class CancellationController {

    private final Requests requests;
    private final Sheets sheets;
    private final SubmissionPages pages;
    private final MessageSource messages;
    private final TransactionTemplate transaction;

    CancellationController(
            Requests requests,
            Sheets sheets,
            SubmissionPages pages,
            MessageSource messages,
            TransactionTemplate transaction) {
        this.requests = requests;
        this.sheets = sheets;
        this.pages = pages;
        this.messages = messages;
        this.transaction = transaction;
    }

    @GetMapping("/desk/requests/{id}/cancel")
    ModelAndView ask(@PathVariable String id, @ModelAttribute("reader") Person reader, Locale locale) {
        requests.get(id, reader).ensureCancellable(reader);
        return page(id, "", List.of(), reader, locale);
    }

    @PostMapping("/desk/requests/{id}/cancel")
    ModelAndView cancel(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            @ModelAttribute("reader") Person reader,
            Locale locale,
            RedirectAttributes word) {
        try {
            PublicationRequest request = requests.cancel(id, reader, () -> reason);
            word.addFlashAttribute("said", messages.getMessage("cancel.done", new Object[] {request.number()}, locale));
            return new ModelAndView("redirect:/desk/requests/" + id);
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.INVALID) {
                throw refusal;
            }
            return page(id, reason, pages.faults(refusal, locale), reader, locale);
        }
    }

    private ModelAndView page(String id, String reason, List<Fault> faults, Person reader, Locale locale) {
        ModelAndView page = new ModelAndView("desk/cancel");
        page.addObject("row", transaction.execute(status -> sheets.rows(List.of(requests.get(id, reader)), locale)
                .get(0)));
        page.addObject("reason", reason);
        page.addObject("faults", faults);
        if (!faults.isEmpty()) {
            page.setStatus(HttpStatus.BAD_REQUEST);
        }
        return page;
    }
}
