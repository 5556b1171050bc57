package prakat.notification;

import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import prakat.notification.mail.MailComposer;
import prakat.notification.mail.Preferences;
import prakat.organisation.Organisation;
import prakat.organisation.PasswordGuessed;

/** Tells the owner of an account what others tried with it. */
@Component
class AccountListener {

    private final Organisation organisation;
    private final Preferences preferences;
    private final MailComposer composer;
    private final Outbox outbox;

    AccountListener(Organisation organisation, Preferences preferences, MailComposer composer, Outbox outbox) {
        this.organisation = organisation;
        this.preferences = preferences;
        this.composer = composer;
        this.outbox = outbox;
    }

    @EventListener
    @Transactional
    void guessed(PasswordGuessed guessed) {
        Optional<String> owner = organisation.person(guessed.account()).map(person -> person.id());
        owner.ifPresent(account -> outbox.post(List.of(Message.ofAccount(
                account,
                organisation.mailAddress(account).orElse(null),
                composer.compose(guessed, preferences.of(account).language()),
                guessed.at()))));
    }
}
