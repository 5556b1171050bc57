package prakat.web.desk.decision;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import prakat.organisation.Person;
import prakat.request.RequestCommands;
import prakat.web.desk.DeskPage;

/** Lets a publication end with its period, by its owner's choice. */
@DeskPage
class LapseController {

    private final RequestCommands commands;
    private final MessageSource messages;

    LapseController(RequestCommands commands, MessageSource messages) {
        this.commands = commands;
        this.messages = messages;
    }

    /** Records the choice; an extension may still be asked for. */
    @PostMapping("/desk/requests/{id}/lapse")
    String lapse(@PathVariable String id, Person reader, Locale locale, RedirectAttributes next) {
        commands.lapse(id, reader);
        next.addFlashAttribute("said", messages.getMessage("ending.done", null, locale));
        return "redirect:/desk/requests/{id}";
    }
}
