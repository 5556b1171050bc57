package prakat.web.desk.decision;

import java.text.Collator;
import java.util.Comparator;
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
import prakat.organisation.Organisation;
import prakat.organisation.Person;
import prakat.organisation.Staff;
import prakat.organisation.office.Office;
import prakat.request.Action;
import prakat.request.PublicationRequest;
import prakat.request.RequestCommands;
import prakat.request.record.Reassignment;
import prakat.web.desk.DeskPage;
import prakat.web.desk.decision.ActionForms.Form;

/** The page on which a director gives a request whose owner has left to another member of the group. */
@DeskPage
@RequestMapping("/desk/requests/{id}/owner")
class OwnerController {

    private final ActionForms forms;
    private final RequestCommands commands;
    private final Organisation organisation;
    private final Office office;

    OwnerController(ActionForms forms, RequestCommands commands, Organisation organisation, Office office) {
        this.forms = forms;
        this.commands = commands;
        this.organisation = organisation;
        this.office = office;
    }

    @GetMapping
    ModelAndView form(@PathVariable String id, Person reader, Locale locale) {
        return forms.show(form(locale), id, reader, new Reassignment("", ""));
    }

    @PostMapping
    ModelAndView reassign(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String user,
            @RequestParam(defaultValue = "") String reason,
            Person reader,
            Locale locale,
            RedirectAttributes next) {
        Reassignment typed = new Reassignment(user, reason);
        return forms.send(
                form(locale),
                id,
                reader,
                typed,
                () -> commands.reassign(id, reader, () -> typed).requesterName(),
                locale,
                next);
    }

    private Form form(Locale locale) {
        return new Form(
                "owner", Action.REASSIGN, List.of("user", "reason"), (request, page) -> show(request, page, locale));
    }

    /** Who may become its owner, in the order of the language. */
    private void show(PublicationRequest request, ModelMap page, Locale locale) {
        page.addAttribute("group", office.groupName(request.groupCode(), locale));
        page.addAttribute(
                "staff",
                organisation.staff(request.groupCode()).stream()
                        .filter(staff -> !staff.id().equals(request.requester()))
                        .sorted(Comparator.comparing(Staff::name, Collator.getInstance(locale))
                                .thenComparing(Staff::id))
                        .toList());
    }
}
