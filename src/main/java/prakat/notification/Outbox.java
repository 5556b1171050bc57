package prakat.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import prakat.notification.Message.Channel;
import prakat.notification.Message.State;
import prakat.organisation.Office;

/** What is to be said, kept until it was taken; the engine calls {@link #deliver}, and calls again where that fails. */
@Service
public class Outbox {

    private static final Logger log = LoggerFactory.getLogger(Outbox.class);

    /** Of the engine's threads, which have timers to fire, no more than these wait for other machines. */
    private static final int AT_ONCE = 2;

    private static final Duration LONGEST_WAIT_FOR_A_PLACE = Duration.ofSeconds(2);

    /** What waited longer for a mail server to be configured tells nobody anything new. */
    private static final Duration STALE = Duration.ofDays(7);

    private static final int BATCH = 100;

    private final MessageRepository messages;
    private final Mails mails;
    private final Webhooks webhooks;
    private final NotificationProcess process;
    private final Settings settings;
    private final Office office;
    private final Clock clock;
    private final TransactionTemplate apart;
    private final Semaphore places = new Semaphore(AT_ONCE);

    Outbox(
            MessageRepository messages,
            Mails mails,
            Webhooks webhooks,
            NotificationProcess process,
            Settings settings,
            Office office,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.messages = messages;
        this.mails = mails;
        this.webhooks = webhooks;
        this.process = process;
        this.settings = settings;
        this.office = office;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Keeps a message, and has it delivered if it can be, with the transaction at hand. */
    @Transactional(propagation = Propagation.MANDATORY)
    void post(Message message) {
        messages.saveAndFlush(message);
        if (message.state() == State.HANDED_ON) {
            process.deliver(message.id(), message.number());
        } else if (message.state() == State.UNDELIVERABLE) {
            log.warn("{} has no mail address: Admin or the directory can say one", message.recipient());
        }
    }

    /**
     * Sends a message, unless it was sent before.
     *
     * @throws RuntimeException where nobody took it: it is to be tried again
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void deliver(String messageId) {
        Message message = messages.findById(messageId)
                .orElseThrow(() -> new IllegalStateException("there is no message " + messageId));
        if (message.state() == State.SENT) {
            return;
        }
        boolean placed = false;
        try {
            placed = places.tryAcquire(LONGEST_WAIT_FOR_A_PLACE.toMillis(), TimeUnit.MILLISECONDS);
            if (!placed) {
                throw new IllegalStateException("other messages are being sent; this one is tried again");
            }
            send(message);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (RuntimeException failure) {
            apart.executeWithoutResult(transaction -> messages.countAttempt(messageId));
            throw failure;
        } finally {
            if (placed) {
                places.release();
            }
        }
        message.sent(clock.instant());
    }

    private void send(Message message) {
        if (message.channel() == Channel.MAIL) {
            mails.send(message);
        } else {
            webhooks.call(message);
        }
    }

    /** Has delivered what was kept until a mail server was configured. */
    void handOnWhatWasKept() {
        if (!mails.areReady()) {
            return;
        }
        for (Message kept : messages.findByStateOrderByCreatedAt(State.KEPT, Limit.of(BATCH))) {
            boolean stale = kept.createdAt().isBefore(clock.instant().minus(STALE));
            apart.executeWithoutResult(transaction -> {
                State next = stale ? State.UNDELIVERABLE : State.HANDED_ON;
                if (messages.move(kept.id(), State.KEPT, next) == 1 && !stale) {
                    process.deliver(kept.id(), kept.number());
                }
            });
        }
    }

    /** What was said long ago goes; that it was said stays on record. */
    @Scheduled(fixedDelayString = "PT24H", initialDelayString = "PT10M")
    void clearOut() {
        Instant before =
                clock.instant().atZone(office.zone()).minus(settings.keep()).toInstant();
        apart.executeWithoutResult(transaction -> messages.deleteOlder(before, State.UNDELIVERABLE));
    }

    /** Whether mails are shown to everybody on a page: for trying out. */
    public boolean isShown() {
        return settings.shown();
    }

    /** All mails, the newest first. */
    @Transactional(readOnly = true)
    public Page<Message> mails(int page, int size) {
        Sort newestFirst = Sort.by(Sort.Direction.DESC, "createdAt", "id");
        return messages.findByChannel(Channel.MAIL, PageRequest.of(page, size, newestFirst));
    }

    /** The mail of that id, if there is one. */
    @Transactional(readOnly = true)
    public Optional<Message> mail(String id) {
        return messages.findById(id).filter(message -> message.channel() == Channel.MAIL);
    }
}
