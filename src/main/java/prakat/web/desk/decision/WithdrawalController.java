package prakat.web.desk.decision;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import prakat.input.Refusal;
import prakat.organisation.Organisation;
import prakat.organisation.Person;
import prakat.publication.Publishing;
import prakat.publication.Withdrawal;
import prakat.request.Action;
import prakat.request.PublicationRequest;
import prakat.request.Rules;
import prakat.request.query.Requests;
import prakat.web.desk.DeskPage;
import prakat.web.desk.FieldErrors;

/** The page on which web officers and the group's directors withdraw a publication. */
@DeskPage
@RequestMapping("/desk/requests/{id}/withdraw")
class WithdrawalController {

    private static final List<String> FIELDS = List.of("reason", "publicNotice", "replacementUrl");
    private static final Withdrawal NOTHING_SAID = new Withdrawal("", "", "");

    private final Requests requests;
    private final Rules rules;
    private final Publishing publishing;
    private final Organisation organisation;
    private final FieldErrors fieldErrors;
    private final MessageSource messages;
    private final TransactionTemplate transaction;
    private final Clock clock;

    WithdrawalController(
            Requests requests,
            Rules rules,
            Publishing publishing,
            Organisation organisation,
            FieldErrors fieldErrors,
            MessageSource messages,
            TransactionTemplate transaction,
            Clock clock) {
        this.requests = requests;
        this.rules = rules;
        this.publishing = publishing;
        this.organisation = organisation;
        this.fieldErrors = fieldErrors;
        this.messages = messages;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The form, for those who may withdraw it now. */
    @GetMapping
    ModelAndView form(@PathVariable String id, @ModelAttribute("reader") Person reader) {
        return page(id, reader, NOTHING_SAID, Map.of());
    }

    /** Withdraws it; where something is wrong the form comes back with what was typed. */
    @PostMapping
    ModelAndView withdraw(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String publicNotice,
            @RequestParam(defaultValue = "") String replacementUrl,
            @ModelAttribute("reader") Person reader,
            Locale locale,
            RedirectAttributes next) {
        Withdrawal typed = new Withdrawal(reason, publicNotice, replacementUrl);
        try {
            publishing.withdraw(id, reader, () -> typed);
        } catch (Refusal refusal) {
            return page(id, reader, typed, fieldErrors.of(refusal, FIELDS, locale));
        }
        next.addFlashAttribute("said", messages.getMessage("withdraw.done", null, locale));
        return new ModelAndView("redirect:/desk/requests/{id}");
    }

    private ModelAndView page(String id, Person reader, Withdrawal typed, Map<String, String> errors) {
        ModelAndView page =
                new ModelAndView("desk/withdraw", errors.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST);
        transaction.executeWithoutResult(transacted -> {
            PublicationRequest request = requests.get(id, reader);
            rules.ensure(Action.WITHDRAW, request, reader);
            page.addObject("request", request);
            page.addObject("subject", request.current().title());
        });
        page.addObject("typed", typed);
        page.addObject("errors", errors);
        return page;
    }
}
