package prakat.web.desk.mail;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.data.domain.Page;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import prakat.notification.FailedMessages;
import prakat.notification.Message;
import prakat.organisation.Person;
import prakat.web.ListAddress;
import prakat.web.desk.DeskPage;

/** The messages that could not be delivered, for administrators to send again or to discard. */
@DeskPage
@RequestMapping("/desk/failed-messages")
class FailedMessagesController {

    private static final int SIZE = 50;

    private final FailedMessages failedMessages;
    private final MessageSource messages;

    FailedMessagesController(FailedMessages failedMessages, MessageSource messages) {
        this.failedMessages = failedMessages;
        this.messages = messages;
    }

    @GetMapping
    String list(@RequestParam(required = false) String page, Person reader, Model model) {
        int number = ListAddress.page(page);
        Page<Message> found = failedMessages.page(number - 1, SIZE, reader);
        model.addAttribute("failed", found.getContent());
        model.addAttribute("total", found.getTotalElements());
        model.addAttribute("page", number);
        model.addAttribute("pages", found.getTotalPages());
        return "desk/failed-messages";
    }

    @PostMapping("/{id}/retry")
    String retry(@PathVariable String id, Person reader, Locale locale, RedirectAttributes next) {
        failedMessages.retry(id, reader);
        return back(messages.getMessage("failed.retried", new Object[] {1}, locale), next);
    }

    @PostMapping("/retry")
    String retryAll(Person reader, Locale locale, RedirectAttributes next) {
        Object[] count = {failedMessages.retryAll(reader)};
        return back(messages.getMessage("failed.retried", count, locale), next);
    }

    @PostMapping("/{id}/discard")
    String discard(@PathVariable String id, Person reader, Locale locale, RedirectAttributes next) {
        failedMessages.discard(id, reader);
        return back(messages.getMessage("failed.discarded", null, locale), next);
    }

    @PostMapping("/discard")
    String discardAll(Person reader, Locale locale, RedirectAttributes next) {
        Object[] count = {failedMessages.discardAll(reader)};
        return back(messages.getMessage("failed.discarded-all", count, locale), next);
    }

    private static String back(String said, RedirectAttributes next) {
        next.addFlashAttribute("said", said);
        return "redirect:/desk/failed-messages";
    }
}
