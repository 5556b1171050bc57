package prakat.web.desk.mail;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import prakat.notification.Kind;
import prakat.notification.NotificationProcess;
import prakat.notification.Preferences;
import prakat.notification.Preferences.Preference;
import prakat.organisation.Organisation;
import prakat.organisation.Person;
import prakat.request.Requests;
import prakat.web.desk.DeskPage;
import prakat.web.desk.request.OpenTasks;

/** Where people choose of what they are told by mail, and where the mails' links to tasks lead. */
@DeskPage
class NotificationsController {

    private final Preferences preferences;
    private final NotificationProcess process;
    private final Requests requests;
    private final Organisation organisation;
    private final MessageSource messages;

    NotificationsController(
            Preferences preferences,
            NotificationProcess process,
            Requests requests,
            Organisation organisation,
            MessageSource messages) {
        this.preferences = preferences;
        this.process = process;
        this.requests = requests;
        this.organisation = organisation;
        this.messages = messages;
    }

    @GetMapping("/desk/notifications")
    String choices(@ModelAttribute("reader") Person reader, Model model) {
        model.addAttribute("kinds", kinds(reader));
        model.addAttribute("wishes", preferences.of(reader));
        model.addAttribute("address", organisation.mailAddress(reader.id()).orElse(null));
        return "desk/notifications";
    }

    /** Keeps what was chosen; what was not on the page stays as it was. */
    @PostMapping("/desk/notifications")
    String choose(
            @RequestParam(defaultValue = "") List<String> on,
            @RequestParam(defaultValue = "") String language,
            @ModelAttribute("reader") Person reader,
            Locale locale,
            RedirectAttributes word) {
        List<Kind> shown = kinds(reader);
        Preference before = preferences.of(reader);
        Set<Kind> off = Arrays.stream(Kind.values())
                .filter(kind -> shown.contains(kind) ? !on.contains(kind.code()) : !before.wants(kind))
                .collect(Collectors.toSet());
        preferences.keep(reader, new Preference(Locale.forLanguageTag(language), off));
        word.addFlashAttribute("said", messages.getMessage("notification.kept", null, locale));
        return "redirect:/desk/notifications";
    }

    /**
     * Where a mail says that something waits: by way of the desk, so that who has to sign in first still comes to the very
     * task, and who comes too late learns where the request stands.
     */
    @GetMapping("/desk/requests/{id}/tasks/{task:[0-9a-f-]{36}}")
    String open(
            @PathVariable String id,
            @PathVariable String task,
            @ModelAttribute("reader") Person reader,
            Locale locale,
            RedirectAttributes word) {
        requests.get(id, reader);
        if (process.isOpen(task)) {
            return "redirect:" + OpenTasks.TASKLIST + task;
        }
        word.addFlashAttribute("said", messages.getMessage("notification.task-done", null, locale));
        return "redirect:/desk/requests/{id}";
    }

    private static List<Kind> kinds(Person reader) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind != Kind.ESCALATED || reader.deputyDirector())
                .toList();
    }
}
