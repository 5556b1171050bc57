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
import prakat.publication.Publishing;
import prakat.publication.Withdrawal;
import prakat.request.Action;
import prakat.web.desk.DeskPage;
import prakat.web.desk.decision.ActionForms.Form;

/** The page on which web officers and the group's directors withdraw a publication. */
@DeskPage
@RequestMapping("/desk/requests/{id}/withdraw")
class WithdrawalController {

    private static final Form FORM = new Form(
            "withdraw", Action.WITHDRAW, List.of("reason", "publicNotice", "replacementUrl"), (request, page) -> {});

    private final ActionForms forms;
    private final Publishing publishing;

    WithdrawalController(ActionForms forms, Publishing publishing) {
        this.forms = forms;
        this.publishing = publishing;
    }

    @GetMapping
    ModelAndView form(@PathVariable String id, Person reader) {
        return forms.show(FORM, id, reader, new Withdrawal("", "", ""));
    }

    @PostMapping
    ModelAndView withdraw(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String publicNotice,
            @RequestParam(defaultValue = "") String replacementUrl,
            Person reader,
            Locale locale,
            RedirectAttributes next) {
        Withdrawal typed = new Withdrawal(reason, publicNotice, replacementUrl);
        return forms.send(
                FORM,
                id,
                reader,
                typed,
                () -> publishing.withdraw(id, reader, () -> typed).number(),
                locale,
                next);
    }
}
