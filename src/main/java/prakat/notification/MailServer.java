package prakat.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.StreamProvider;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Locale;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import prakat.notification.mail.NotificationSettings;
import prakat.organisation.Organisation;
import prakat.organisation.office.Office;

/** Hands mails to the office's mail server. */
@Component
class MailServer {

    private static final Logger log = LoggerFactory.getLogger(MailServer.class);

    static {
        // Else it is looked for in every jar for each part of each mail, which takes longer than the rest of the mail.
        System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
    }

    private final ObjectProvider<JavaMailSender> server;
    private final MailConnections connections;
    private final Organisation organisation;
    private final Office office;
    private final NotificationSettings settings;

    MailServer(
            ObjectProvider<JavaMailSender> server,
            MailConnections connections,
            Organisation organisation,
            Office office,
            NotificationSettings settings) {
        this.server = server;
        this.connections = connections;
        this.organisation = organisation;
        this.office = office;
        this.settings = settings;
    }

    /** Whether mails can be sent, or are shown instead; until then they are kept. */
    boolean isReady() {
        return isServed() || settings.shown();
    }

    private boolean isServed() {
        return server.getIfAvailable() != null && !settings.from().isEmpty();
    }

    @EventListener(ApplicationReadyEvent.class)
    void sayWhatIsMissing() {
        if (!isReady()) {
            log.warn("Mails are kept and not sent: set SPRING_MAIL_HOST and PRAKAT_MAIL_FROM in the environment.");
        } else if (!isServed()) {
            log.info("Mails are not sent, but shown at /desk/mails.");
        }
        if (isServed() && settings.deskAddress().isEmpty()) {
            log.warn("Mails name paths only, which nobody can click: set PRAKAT_ADDRESS in the environment, or"
                    + " PRAKAT_DESK_ADDRESS where staff reach the desk by another address than the public.");
        }
    }

    /**
     * Has the mail server take it; where mails are only shown, nothing needs to be done.
     *
     * @throws org.springframework.mail.MailException where it was not taken
     */
    void send(Message message) {
        if (isServed()) {
            connections.send(mime(message, server.getObject().createMimeMessage()));
        }
    }

    private MimeMessage mime(Message message, MimeMessage mime) {
        // An address that was corrected meanwhile counts at once.
        String to = organisation.mailAddress(message.recipient()).orElse(message.address());
        try {
            MimeMessageHelper helper = new MimeMessageHelper(mime, true, StandardCharsets.UTF_8.name());
            helper.setFrom(new InternetAddress(
                    settings.from(),
                    office.shortName().in(Locale.forLanguageTag(message.language())),
                    StandardCharsets.UTF_8.name()));
            helper.setTo(to);
            helper.setSubject(message.subject());
            helper.setText(message.plain(), message.html());
            helper.setSentDate(Date.from(message.createdAt()));
            // Gives it an id, which is replaced by the message's.
            mime.saveChanges();
            // Where it was taken and the answer was lost, it comes again as the same mail.
            mime.setHeader("Message-ID", "<" + message.id() + "@" + domain() + ">");
            mime.setHeader("Content-Language", message.language());
            // So that no automatic reply comes back.
            mime.setHeader("Auto-Submitted", "auto-generated");
            return mime;
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new IllegalArgumentException("no mail can be made of " + message.id(), e);
        }
    }

    private String domain() {
        return settings.from().replaceAll("^.*@", "").replaceAll("[^A-Za-z0-9.-]", "");
    }
}
