package prakat.web.desk.decision;

import java.util.List;
import java.util.Locale;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.GetMapping;
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
import prakat.request.content.PublicationPolicy;
import prakat.request.query.Requests;
import prakat.request.record.ExtensionWish;
import prakat.web.desk.DeskPage;
import prakat.web.desk.FieldErrors;
import prakat.web.desk.decision.ActionForms.Form;
import prakat.web.desk.task.Assignees;

/** The page on which the owner of a publication asks for a later end. */
@DeskPage
@RequestMapping("/desk/requests/{id}/extend")
class ExtensionController {

    private final ActionForms forms;
    private final Requests requests;
    private final RequestCommands commands;
    private final PublicationPolicy policy;
    private final Assignees assignees;

    ExtensionController(
            ActionForms forms,
            Requests requests,
            RequestCommands commands,
            PublicationPolicy policy,
            Assignees assignees) {
        this.forms = forms;
        this.requests = requests;
        this.commands = commands;
        this.policy = policy;
        this.assignees = assignees;
    }

    @GetMapping
    ModelAndView form(@PathVariable String id, Person reader, Locale locale) {
        return forms.show(form(locale), id, reader, new ExtensionWish("", ""));
    }

    @PostMapping
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
                () -> String.join(", ", assignees.ofExtension(commands.extend(id, reader, () -> wish), locale)),
                locale,
                next);
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
