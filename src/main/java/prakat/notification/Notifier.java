package prakat.notification;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import prakat.notification.mail.MailComposer;
import prakat.notification.mail.Notification;
import prakat.notification.mail.NotificationRules;
import prakat.notification.mail.Preferences;
import prakat.organisation.Organisation;
import prakat.request.LoggedRequest;
import prakat.request.PublicationRequest;
import prakat.request.record.HistoryEntry;

/**
 * Writes the messages about an entry of the record, to everybody who is told of it. A message and the task that delivers it
 * are written in one transaction; nobody gets a second message about the same entry.
 */
@Component
class Notifier {

    private static final Logger log = LoggerFactory.getLogger(Notifier.class);

    /** Entries of which people are told in one transaction. */
    private static final int TOGETHER = 100;

    private final EntityManager entities;
    private final NotificationRules rules;
    private final MailComposer composer;
    private final Webhooks webhooks;
    private final Preferences preferences;
    private final Organisation organisation;
    private final MessageRepository messages;
    private final Outbox outbox;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Notifier(
            EntityManager entities,
            NotificationRules rules,
            MailComposer composer,
            Webhooks webhooks,
            Preferences preferences,
            Organisation organisation,
            MessageRepository messages,
            Outbox outbox,
            Clock clock,
            TransactionTemplate transaction) {
        this.entities = entities;
        this.rules = rules;
        this.composer = composer;
        this.webhooks = webhooks;
        this.preferences = preferences;
        this.organisation = organisation;
        this.messages = messages;
        this.outbox = outbox;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * Tells of an entry, and with it of others that wait for that: what has to be looked up is much the same for all of them.
     *
     * @throws RuntimeException where somebody could not be told: it is to be called again
     */
    void tell(long entryId) {
        try {
            transaction.executeWithoutResult(status -> tell(withOthers(entryId), everybody -> true));
        } catch (RuntimeException e) {
            log.debug("Entry {} of the record is told of alone", entryId, e);
            tellAlone(entryId);
        }
    }

    /** Whose tasks are done with the transaction at hand. */
    private List<Long> withOthers(long entryId) {
        List<String> others =
                messages.othersUntold(NotificationTasks.TELL, String.valueOf(entryId), clock.instant(), TOGETHER - 1);
        if (!others.isEmpty()) {
            messages.deleteTasks(NotificationTasks.TELL, others);
        }
        return Stream.concat(Stream.of(entryId), others.stream().map(Long::valueOf))
                .toList();
    }

    private void tellAlone(long entryId) {
        try {
            transaction.executeWithoutResult(status -> tell(List.of(entryId), everybody -> true));
        } catch (RuntimeException e) {
            // The others are not kept waiting: one by one, each in a transaction of their own.
            recipients(entryId).forEach(recipient -> tellAlone(entryId, recipient));
            throw e;
        }
    }

    private void tellAlone(long entryId, String recipient) {
        try {
            transaction.executeWithoutResult(status -> tell(List.of(entryId), recipient::equals));
        } catch (RuntimeException e) {
            log.warn("Somebody is not told of entry {} of the record, and will be tried again", entryId);
        }
    }

    private Set<String> recipients(long entryId) {
        return transaction.execute(status -> {
            HistoryEntry entry = entities.find(HistoryEntry.class, entryId);
            PublicationRequest request = entities.find(PublicationRequest.class, entry.requestId());
            Set<String> all = rules.of(entry, request).stream()
                    .flatMap(notification -> notification.recipients().stream())
                    .collect(Collectors.toSet());
            all.addAll(webhooks.urls());
            return all;
        });
    }

    private void tell(List<Long> entryIds, Predicate<String> wanted) {
        List<HistoryEntry> entries = entities.createQuery(
                        "from HistoryEntry e where e.id in :ids order by e.id", HistoryEntry.class)
                .setParameter("ids", entryIds)
                .getResultList();
        Map<String, PublicationRequest> requests = entities.createQuery(
                        "from PublicationRequest r where r.id in :ids", PublicationRequest.class)
                .setParameter(
                        "ids", entries.stream().map(HistoryEntry::requestId).collect(Collectors.toSet()))
                .getResultStream()
                .collect(Collectors.toMap(PublicationRequest::id, Function.identity()));
        Map<Long, Set<String>> told = messages.told(entryIds).stream()
                .collect(Collectors.groupingBy(
                        MessageRepository.Told::entry,
                        Collectors.mapping(MessageRepository.Told::recipient, Collectors.toSet())));
        outbox.post(entries.stream()
                .flatMap(entry -> messages(
                        entry,
                        requests.get(entry.requestId()),
                        new HashSet<>(told.getOrDefault(entry.id(), Set.of())),
                        wanted)
                        .stream())
                .toList());
    }

    private List<Message> messages(
            HistoryEntry entry, PublicationRequest request, Set<String> told, Predicate<String> wanted) {
        LoggedRequest.is(request.number());
        List<Message> written = new ArrayList<>();
        webhooks.callsFor(entry.id(), entry, request).stream()
                .filter(call -> wanted.test(call.recipient()) && told.add(call.recipient()))
                .forEach(written::add);
        // Nobody is told of what they did themselves, and nobody twice of the same.
        told.add(entry.actor());
        for (Notification notification : rules.of(entry, request)) {
            notification.recipients().stream()
                    .filter(account -> wanted.test(account) && told.add(account))
                    .filter(account -> organisation.person(account).isPresent())
                    .flatMap(account -> mail(entry.id(), notification, account).stream())
                    .forEach(written::add);
        }
        return written;
    }

    /** Empty where the account turned such mails off. */
    private Optional<Message> mail(long entryId, Notification notification, String account) {
        return Optional.of(preferences.of(account))
                .filter(preference -> preference.wants(notification.kind()))
                .map(preference -> Message.mail(
                        entryId,
                        notification,
                        account,
                        organisation.mailAddress(account).orElse(null),
                        composer.compose(notification, preference.language()),
                        clock.instant()));
    }
}
