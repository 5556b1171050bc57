package prakat.web.desk.decision;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import prakat.input.Refusal;
import prakat.organisation.Person;
import prakat.request.Action;
import prakat.request.PublicationRequest;
import prakat.request.RequestCommands;
import prakat.request.content.PublicationPolicy;
import prakat.request.query.Requests;
import prakat.request.record.ExtensionWish;
import prakat.request.record.TaskKind;
import prakat.web.desk.DeskPage;
import prakat.web.desk.FieldErrors;
import prakat.web.desk.decision.ActionForms.Form;
import prakat.web.desk.task.Assignees;

/** What the owner of a publication says about its end: the page to ask for a later one, or that it may come. */
@DeskPage
class ExtensionController {

    private final ActionForms forms;
    private final Requests requests;
    private final RequestCommands commands;
    private final PublicationPolicy policy;
    private final Assignees assignees;
    private final MessageSource messages;

    ExtensionController(
            ActionForms forms,
            Requests requests,
            RequestCommands commands,
            PublicationPolicy policy,
            Assignees assignees,
            MessageSource messages) {
        this.forms = forms;
        this.requests = requests;
        this.commands = commands;
        this.policy = policy;
        this.assignees = assignees;
        this.messages = messages;
    }

    @GetMapping("/desk/requests/{id}/extend")
    ModelAndView form(@PathVariable String id, Person reader, Locale locale) {
        return forms.show(form(locale), id, reader, new ExtensionWish("", ""));
    }

    @PostMapping("/desk/requests/{id}/extend")
    ModelAndView extend(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String publishUntil,
            @RequestParam(defaultValue = "") String reason,
            Person reader,
            Locale locale,
            RedirectAttributes next) {
        ExtensionWish wish = new ExtensionWish(FieldErrors.day(publishUntil), reason);
        return forms.send(
                form(locale),
                id,
                reader,
                new ExtensionWish(publishUntil, reason),
                () -> String.join(
                        ", ", assignees.of(commands.extend(id, reader, () -> wish), TaskKind.ON_EXTENSION, locale)),
                locale,
                next);
    }

    /** Records the choice; an extension may still be asked for. */
    @PostMapping("/desk/requests/{id}/lapse")
    String lapse(@PathVariable String id, Person reader, Locale locale, RedirectAttributes next) {
        commands.lapse(id, reader);
        next.addFlashAttribute("said", messages.getMessage("ending.done", null, locale));
        return "redirect:/desk/requests/{id}";
    }

    private Form form(Locale locale) {
        return new Form(
                "extend",
                Action.EXTEND,
                List.of("publishUntil", "reason"),
                (request, page) -> show(request, page, locale));
    }

    /** How late an end may be asked for. */
    private void show(PublicationRequest request, ModelMap page, Locale locale) {
        PublicationPolicy.Category category =
                policy.category(request.current().category()).orElseThrow(() -> Refusal.conflict("category-gone"));
        page.addAttribute("category", category.name().in(locale));
        page.addAttribute("latest", requests.latestEnd(request).orElseThrow());
        page.addAttribute("longestDays", category.longestDays());
    }
}
