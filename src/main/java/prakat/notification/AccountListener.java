package prakat.notification;

import java.time.Duration;
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

    /** However many guess, from however many addresses and at whichever node. */
    private static final Duration AT_MOST_EVERY = Duration.ofDays(1);

    private final Organisation organisation;
    private final Preferences preferences;
    private final MailComposer composer;
    private final MessageRepository messages;
    private final Outbox outbox;

    AccountListener(
            Organisation organisation,
            Preferences preferences,
            MailComposer composer,
            MessageRepository messages,
            Outbox outbox) {
        this.organisation = organisation;
        this.preferences = preferences;
        this.composer = composer;
        this.messages = messages;
        this.outbox = outbox;
    }

    @EventListener
    @Transactional
    void guessed(PasswordGuessed guessed) {
        Optional<String> owner = organisation
                .person(guessed.account())
                .map(person -> person.id())
                .filter(account ->
                        !messages.isToldOfAccount(account, guessed.at().minus(AT_MOST_EVERY)));
        owner.ifPresent(account -> outbox.post(List.of(Message.ofAccount(
                account,
                organisation.mailAddress(account).orElse(null),
                composer.compose(guessed, preferences.of(account).language()),
                guessed.at()))));
    }
}
