package prakat.web.desk.decision;

import java.time.Clock;
import java.time.Instant;
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
import prakat.request.content.PublicationPolicy;
import prakat.request.query.Requests;
import prakat.request.record.ExtensionWish;
import prakat.web.desk.DeskPage;
import prakat.web.desk.FieldErrors;
import prakat.web.desk.task.Assignees;

/** The page on which the owner of a publication asks for a later end. */
@DeskPage
@RequestMapping("/desk/requests/{id}/extend")
class ExtensionController {

    private static final List<String> FIELDS = List.of("publishUntil", "reason");
    private static final ExtensionWish NOTHING_SAID = new ExtensionWish("", "");

    private final Requests requests;
    private final RequestCommands commands;
    private final Rules rules;
    private final PublicationPolicy policy;
    private final Assignees assignees;
    private final FieldErrors fieldErrors;
    private final MessageSource messages;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ExtensionController(
            Requests requests,
            RequestCommands commands,
            Rules rules,
            PublicationPolicy policy,
            Assignees assignees,
            FieldErrors fieldErrors,
            MessageSource messages,
            TransactionTemplate transaction,
            Clock clock) {
        this.requests = requests;
        this.commands = commands;
        this.rules = rules;
        this.policy = policy;
        this.assignees = assignees;
        this.fieldErrors = fieldErrors;
        this.messages = messages;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * What the owner sees before asking.
     *
     * @param until the present end
     * @param latest to which it may be extended
     * @param longestDays from its first day on the website
     */
    record Limits(
            String id,
            String number,
            String title,
            String category,
            Instant from,
            Instant until,
            Instant latest,
            int longestDays) {

        /** Whether there is a later end to ask for. */
        public boolean leaveRoom() {
            return latest.isAfter(until);
        }
    }

    /** The form, for the owner of what is on the website now. */
    @GetMapping
    ModelAndView form(@PathVariable String id, @ModelAttribute("reader") Person reader, Locale locale) {
        return page(id, reader, NOTHING_SAID, Map.of(), locale);
    }

    /** Asks for it; where something is wrong the form comes back with what was typed. */
    @PostMapping
    ModelAndView extend(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String publishUntil,
            @RequestParam(defaultValue = "") String reason,
            @ModelAttribute("reader") Person reader,
            Locale locale,
            RedirectAttributes next) {
        ExtensionWish wish = new ExtensionWish(FieldErrors.day(publishUntil), reason);
        try {
            List<String> with = transaction.execute(
                    transacted -> assignees.ofExtension(commands.extend(id, reader, () -> wish), locale));
            next.addFlashAttribute(
                    "said", messages.getMessage("extend.done", new Object[] {String.join(", ", with)}, locale));
        } catch (Refusal refusal) {
            return page(
                    id,
                    reader,
                    new ExtensionWish(publishUntil, reason),
                    fieldErrors.of(refusal, FIELDS, locale),
                    locale);
        }
        return new ModelAndView("redirect:/desk/requests/{id}");
    }

    private ModelAndView page(String id, Person reader, ExtensionWish wish, Map<String, String> errors, Locale locale) {
        ModelAndView page = new ModelAndView("desk/extend", errors.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST);
        page.addObject("limits", transaction.execute(transacted -> limits(requests.get(id, reader), reader, locale)));
        page.addObject("wish", wish);
        page.addObject("errors", errors);
        return page;
    }

    private Limits limits(PublicationRequest request, Person reader, Locale locale) {
        rules.ensure(Action.EXTEND, request, reader);
        PublicationPolicy.Category category =
                policy.category(request.current().category()).orElseThrow(() -> Refusal.conflict("category-gone"));
        return new Limits(
                request.id(),
                request.number(),
                request.current().title(),
                category.name().in(locale),
                request.publishFrom(),
                request.publishUntil(),
                requests.latestEnd(request).orElseThrow(),
                category.longestDays());
    }
}
