package prakat.web.desk.mail;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import prakat.notification.mail.MailKind;
import prakat.notification.mail.Preferences;
import prakat.notification.mail.Preferences.Preference;
import prakat.organisation.Organisation;
import prakat.organisation.Person;
import prakat.web.desk.DeskPage;

/** The page on which people choose what they get mails about. */
@DeskPage
class NotificationsController {

    private final Preferences preferences;
    private final Organisation organisation;
    private final MessageSource messages;

    NotificationsController(Preferences preferences, Organisation organisation, MessageSource messages) {
        this.preferences = preferences;
        this.organisation = organisation;
        this.messages = messages;
    }

    @GetMapping("/desk/notifications")
    String choices(Person reader, Model model) {
        model.addAttribute("kinds", kinds(reader));
        model.addAttribute("wishes", preferences.of(reader));
        model.addAttribute("address", organisation.mailAddress(reader.id()).orElse(null));
        return "desk/notifications";
    }

    /** Saves the choices; those that the page did not show stay as they were. */
    @PostMapping("/desk/notifications")
    String choose(
            @RequestParam(defaultValue = "") List<String> on,
            @RequestParam(defaultValue = "") String language,
            Person reader,
            Locale locale,
            RedirectAttributes next) {
        List<MailKind> shown = kinds(reader);
        Preference before = preferences.of(reader);
        Set<MailKind> off = Arrays.stream(MailKind.values())
                .filter(kind -> shown.contains(kind) ? !on.contains(kind.code()) : !before.wants(kind))
                .collect(Collectors.toSet());
        preferences.keep(reader, new Preference(Locale.forLanguageTag(language), off));
        next.addFlashAttribute("said", messages.getMessage("notification.kept", null, locale));
        return "redirect:/desk/notifications";
    }

    private static List<MailKind> kinds(Person reader) {
        return Arrays.stream(MailKind.values())
                .filter(kind -> kind != MailKind.ESCALATED || reader.deputyDirector())
                .toList();
    }
}
