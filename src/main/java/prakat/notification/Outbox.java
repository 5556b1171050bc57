package prakat.notification;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import prakat.notification.Message.Channel;
import prakat.notification.Message.State;
import prakat.notification.mail.NotificationSettings;
import prakat.organisation.office.Office;

/** The messages to people and programs: waiting, delivered and failed. */
@Service
@Transactional
public class Outbox {

    private static final Logger log = LoggerFactory.getLogger(Outbox.class);

    /** What waited longer is no news any more. */
    private static final Duration STALE = Duration.ofDays(7);

    /** In place of what the other side said. */
    private static final String NOT_CONFIGURED = "no webhook of this address is configured";

    private static final int BATCH = 100;

    private static final Sort NEWEST_FIRST = Sort.by(Sort.Direction.DESC, "createdAt", "id");

    private final MessageRepository messages;
    private final EntityManager entities;
    private final DeliveryQueues queues;
    private final MailServer mailServer;
    private final Webhooks webhooks;
    private final NotificationSettings settings;
    private final Office office;
    private final Clock clock;

    Outbox(
            MessageRepository messages,
            EntityManager entities,
            DeliveryQueues queues,
            MailServer mailServer,
            Webhooks webhooks,
            NotificationSettings settings,
            Office office,
            Clock clock) {
        this.messages = messages;
        this.entities = entities;
        this.queues = queues;
        this.mailServer = mailServer;
        this.webhooks = webhooks;
        this.settings = settings;
        this.office = office;
        this.clock = clock;
    }

    /** Keeps new messages, and has those delivered that can be, with the transaction at hand. */
    @Transactional(propagation = Propagation.MANDATORY)
    void post(List<Message> written) {
        written.forEach(entities::persist);
        queues.add(in(State.QUEUED, written));
        in(State.UNDELIVERABLE, written)
                .forEach(message -> log.warn(
                        "A mail about {} cannot be sent, as its reader has no mail address: Admin or the directory can say one",
                        message.number() == null ? "an account" : message.number()));
    }

    private static List<Message> in(State state, List<Message> all) {
        return all.stream().filter(message -> message.state() == state).toList();
    }

    /**
     * Goes through what waits, on each start and every hour: mails that were kept are delivered once there is a mail server,
     * what has become stale or is for a program that is configured no more is given up, and what was said long ago goes; that
     * it was said stays on record.
     */
    @EventListener(ApplicationReadyEvent.class)
    void tidy() {
        Instant now = clock.instant();
        messages.failCallsBeside(webhooks.urls(), now, NOT_CONFIGURED);
        messages.moveOlder(State.KEPT, now.minus(STALE), State.UNDELIVERABLE, now);
        messages.moveOlder(State.QUEUED, now.minus(STALE), State.FAILED, now);
        messages.deleteOlder(now.atZone(office.zone()).minus(settings.keep()).toInstant());
        if (mailServer.isReady()) {
            queueKept();
        }
    }

    private void queueKept() {
        List<Message> kept = messages.findByStateOrderByCreatedAt(State.KEPT, Limit.of(BATCH));
        while (!kept.isEmpty()) {
            kept.forEach(message -> messages.move(message.id(), State.KEPT, State.QUEUED, clock.instant()));
            queues.add(kept);
            kept = messages.findByStateOrderByCreatedAt(State.KEPT, Limit.of(BATCH));
        }
    }

    /**
     * Has a message delivered that the engine of an earlier version was to deliver; one that does not wait is left alone.
     */
    public void takeOver(String messageId) {
        messages.findById(messageId)
                .filter(message -> message.state() == State.QUEUED)
                .ifPresent(queues::addAgain);
    }

    /**
     * What is not delivered.
     *
     * @param waiting how many wait for their first or next try
     * @param oldest since when the first of these waits; null where none does
     * @param failed how many could not be delivered by any of their tries
     */
    public record Backlog(Long waiting, Instant oldest, Long failed) {}

    /** What is not delivered now. */
    @Transactional(readOnly = true)
    public Backlog backlog() {
        return messages.backlog();
    }

    /** Whether mails are shown to everybody on a page: for trying out. */
    public boolean isShown() {
        return settings.shown();
    }

    /** All mails, the newest first. */
    @Transactional(readOnly = true)
    public Page<Message> mails(int page, int size) {
        return messages.findByChannel(Channel.MAIL, PageRequest.of(page, size, NEWEST_FIRST));
    }

    /** The mail of that id, if there is one. */
    @Transactional(readOnly = true)
    public Optional<Message> mail(String id) {
        return messages.findById(id).filter(message -> message.channel() == Channel.MAIL);
    }
}
