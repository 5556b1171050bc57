package prakat.web.desk.office;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import prakat.backup.Backup;
import prakat.backup.Backups;
import prakat.backup.Restorations;
import prakat.organisation.Person;
import prakat.web.desk.DeskPage;

/** The backups, for administrators, who can have one made. */
@DeskPage
@RequestMapping("/desk/backups")
class BackupsController {

    private final Backups backups;
    private final Restorations restorations;
    private final MessageSource messages;

    BackupsController(Backups backups, Restorations restorations, MessageSource messages) {
        this.backups = backups;
        this.restorations = restorations;
        this.messages = messages;
    }

    @GetMapping
    String list(Person reader, Model model) {
        model.addAttribute("backups", backups.list(reader));
        model.addAttribute("restorations", restorations.list(reader));
        model.addAttribute("on", backups.isOn());
        return "desk/backups";
    }

    @PostMapping
    String make(Person reader, Locale locale, RedirectAttributes next) {
        Backup made = backups.make(reader);
        next.addFlashAttribute("said", messages.getMessage("backups.made", new Object[] {made.name()}, locale));
        return "redirect:/desk/backups";
    }
}
