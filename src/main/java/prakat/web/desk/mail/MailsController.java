package prakat.web.desk.mail;

import java.nio.charset.StandardCharsets;
import org.springframework.data.domain.Page;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import prakat.input.Refusal;
import prakat.notification.Message;
import prakat.notification.Outbox;
import prakat.web.ListAddress;
import prakat.web.desk.DeskPage;

/** The mails, shown to all staff in the profile {@code demo} and never otherwise. */
@DeskPage
@RequestMapping("/desk/mails")
class MailsController {

    private static final int SIZE = 50;

    /** Allows the mail's own styles and nothing else. */
    private static final String MAIL_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    private final Outbox outbox;

    MailsController(Outbox outbox) {
        this.outbox = outbox;
    }

    @GetMapping
    String list(@RequestParam(required = false) String page, Model model) {
        ensureShown();
        int number = ListAddress.page(page);
        Page<Message> found = outbox.mails(number - 1, SIZE);
        model.addAttribute("mails", found.getContent());
        model.addAttribute("page", number);
        model.addAttribute("pages", found.getTotalPages());
        return "desk/mails";
    }

    @GetMapping("/{id}")
    String mail(@PathVariable String id, Model model) {
        model.addAttribute("mail", shown(id));
        return "desk/mail";
    }

    /** The mail as a mail program shows it. */
    @GetMapping("/{id}/html")
    ResponseEntity<byte[]> html(@PathVariable String id) {
        return ResponseEntity.ok()
                .header("Content-Security-Policy", MAIL_POLICY)
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(shown(id).html().getBytes(StandardCharsets.UTF_8));
    }

    private Message shown(String id) {
        ensureShown();
        return outbox.mail(id).orElseThrow(Refusal::notFound);
    }

    private void ensureShown() {
        if (!outbox.isShown()) {
            throw Refusal.notFound();
        }
    }
}
