package prakat.web.desk.decision;

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
import prakat.organisation.Person;
import prakat.request.Action;
import prakat.request.PublicationRequest;
import prakat.request.RequestCommands;
import prakat.request.Rules;
import prakat.request.query.Requests;
import prakat.web.desk.DeskPage;
import prakat.web.desk.FieldErrors;
import prakat.web.desk.task.Assignees;

/** Where the requester cancels a request. */
@DeskPage
@RequestMapping("/desk/requests/{id}/cancel")
class CancellationController {

    private static final List<String> FIELDS = List.of("reason");

    private final Requests requests;
    private final RequestCommands commands;
    private final Rules rules;
    private final Assignees assignees;
    private final FieldErrors fieldErrors;
    private final MessageSource messages;
    private final TransactionTemplate transaction;

    CancellationController(
            Requests requests,
            RequestCommands commands,
            Rules rules,
            Assignees assignees,
            FieldErrors fieldErrors,
            MessageSource messages,
            TransactionTemplate transaction) {
        this.requests = requests;
        this.commands = commands;
        this.rules = rules;
        this.assignees = assignees;
        this.fieldErrors = fieldErrors;
        this.messages = messages;
        this.transaction = transaction;
    }

    /** The form, for the requester while the request can be cancelled. */
    @GetMapping
    ModelAndView form(@PathVariable String id, @ModelAttribute("reader") Person reader, Locale locale) {
        return page(id, reader, "", Map.of(), locale);
    }

    /** Cancels it; where something is wrong the form comes back with what was typed. */
    @PostMapping
    ModelAndView cancel(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            @ModelAttribute("reader") Person reader,
            Locale locale,
            RedirectAttributes next) {
        try {
            PublicationRequest request = commands.cancel(id, reader, () -> reason);
            next.addFlashAttribute("said", messages.getMessage("cancel.done", new Object[] {request.number()}, locale));
        } catch (Refusal refusal) {
            return page(id, reader, reason, fieldErrors.of(refusal, FIELDS, locale), locale);
        }
        return new ModelAndView("redirect:/desk/requests/{id}");
    }

    private ModelAndView page(String id, Person reader, String reason, Map<String, String> errors, Locale locale) {
        ModelAndView page = new ModelAndView("desk/cancel", errors.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST);
        transaction.executeWithoutResult(transacted -> {
            PublicationRequest request = requests.get(id, reader);
            rules.ensure(Action.CANCEL, request, reader);
            page.addObject("request", request);
            page.addObject("subject", request.current().title());
            page.addObject("assignees", assignees.of(request, locale));
        });
        page.addObject("reason", reason);
        page.addObject("errors", errors);
        return page;
    }
}
