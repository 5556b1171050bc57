package prakat.notification;

import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import prakat.input.Refusal;
import prakat.notification.Message.State;
import prakat.organisation.Person;

/** The messages that could not be delivered by any of their tries: administrators send them again or discard them. */
@Service
@Transactional
public class FailedMessages {

    private static final Logger log = LoggerFactory.getLogger(FailedMessages.class);

    /** In place of what the other side said. */
    static final String HELD_BACK = "held back after a restore";

    private static final Sort LAST_FAILED_FIRST = Sort.by(Sort.Direction.DESC, "stateSince", "id");
    private static final int BATCH = 100;

    /** Which takes some four hours. */
    private static final int FAILURES = 8;

    private final MessageRepository messages;
    private final DeliveryQueues queues;
    private final Notifier notifier;
    private final Clock clock;

    FailedMessages(MessageRepository messages, DeliveryQueues queues, Notifier notifier, Clock clock) {
        this.messages = messages;
        this.queues = queues;
        this.notifier = notifier;
        this.clock = clock;
    }

    /**
     * A page of them, the last one first.
     *
     * @throws Refusal where the reader is no administrator
     */
    @Transactional(readOnly = true)
    public Page<Message> page(int page, int size, Person reader) {
        ensureAdministrator(reader);
        return messages.findByState(State.FAILED, PageRequest.of(page, size, LAST_FAILED_FIRST));
    }

    /** How many there are. */
    @Transactional(readOnly = true)
    public long count() {
        return messages.countByState(State.FAILED);
    }

    /**
     * Ids of the requests of which people were to be told something, and could not be for hours: no message could be
     * written. It is tried every day.
     */
    @Transactional(readOnly = true)
    public List<String> untold() {
        return messages.untold(NotificationTasks.TELL, FAILURES);
    }

    /**
     * Sends one again, with all its tries.
     *
     * @throws Refusal where there is none of that id, it is not failed, or the person is no administrator
     */
    public void retry(String id, Person by) {
        ensureAdministrator(by);
        move(id, State.QUEUED);
        queues.addAgain(messages.findById(id).orElseThrow());
    }

    /**
     * Sends all of them again.
     *
     * @return how many
     * @throws Refusal where the person is no administrator
     */
    public int retryAll(Person by) {
        int count = 0;
        Page<Message> failed = page(0, BATCH, by);
        while (failed.hasContent()) {
            failed.map(Message::id).forEach(id -> retry(id, by));
            count += failed.getNumberOfElements();
            failed = page(0, BATCH, by);
        }
        return count;
    }

    /**
     * Discards one.
     *
     * @throws Refusal where there is none of that id, it is not failed, or the person is no administrator
     */
    public void discard(String id, Person by) {
        ensureAdministrator(by);
        move(id, State.DISCARDED);
    }

    /**
     * Discards all of them.
     *
     * @return how many
     * @throws Refusal where the person is no administrator
     */
    public int discardAll(Person by) {
        ensureAdministrator(by);
        return messages.moveOlder(State.FAILED, clock.instant(), State.DISCARDED, clock.instant());
    }

    /** Writes the messages about everything on record of which nobody was told yet; what cannot be written is tried later. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void writeUntold() {
        for (String entry : messages.untoldEntries(NotificationTasks.TELL)) {
            try {
                notifier.tell(Long.parseLong(entry));
            } catch (RuntimeException e) {
                log.warn("Nobody is told of entry {} of the record yet", entry, e);
            }
        }
    }

    /**
     * Sends nothing of what waits: after a restore it may have been sent before. An administrator says so of each.
     *
     * @return how many messages that are
     */
    public int holdBack() {
        return messages.holdBack(clock.instant(), HELD_BACK);
    }

    private void move(String id, State to) {
        if (messages.move(id, State.FAILED, to, clock.instant()) == 0) {
            throw messages.existsById(id) ? Refusal.conflict("message-not-failed") : Refusal.notFound();
        }
    }

    private static void ensureAdministrator(Person person) {
        if (!person.administrator()) {
            throw Refusal.forbidden("not-administrator");
        }
    }
}
