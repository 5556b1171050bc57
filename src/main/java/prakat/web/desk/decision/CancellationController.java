package prakat.web.desk.decision;

import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import prakat.organisation.Person;
import prakat.request.Action;
import prakat.request.RequestCommands;
import prakat.web.desk.DeskPage;
import prakat.web.desk.decision.ActionForms.Form;
import prakat.web.desk.task.Assignees;

/** Where the requester cancels a request. */
@DeskPage
@RequestMapping("/desk/requests/{id}/cancel")
class CancellationController {

    private final ActionForms forms;
    private final RequestCommands commands;
    private final Assignees assignees;

    CancellationController(ActionForms forms, RequestCommands commands, Assignees assignees) {
        this.forms = forms;
        this.commands = commands;
        this.assignees = assignees;
    }

    @GetMapping
    ModelAndView form(@PathVariable String id, Person reader, Locale locale) {
        return forms.show(form(locale), id, reader, "");
    }

    @PostMapping
    ModelAndView cancel(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            Person reader,
            Locale locale,
            RedirectAttributes next) {
        return forms.send(
                form(locale),
                id,
                reader,
                reason,
                () -> commands.cancel(id, reader, () -> reason).number(),
                locale,
                next);
    }

    private Form form(Locale locale) {
        return new Form(
                "cancel",
                Action.CANCEL,
                List.of("reason"),
                (request, page) -> page.addAttribute("assignees", assignees.of(request, locale)));
    }
}
