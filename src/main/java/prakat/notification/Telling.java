package prakat.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import prakat.organisation.Organisation;
import prakat.request.PublicationRequest;
import prakat.request.record.HistoryEntry;

/**
 * Follows the append-only record: what is new there is told. An entry, its messages and their delivery by the engine become
 * true in one transaction, so that nothing is told before it is committed, nothing is forgotten and nothing is told twice.
 */
@Component
class Telling {

    private static final Logger log = LoggerFactory.getLogger(Telling.class);

    private static final int BATCH = 100;

    /** Entries get their numbers before their commit: the next ones may be told first, but never so many. */
    private static final int LATE = 10_000;

    private static final Duration UNTIL_TRIED_AGAIN = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final RecordRepository records;
    private final Notices notices;
    private final Letters letters;
    private final Webhooks webhooks;
    private final Preferences preferences;
    private final Organisation organisation;
    private final Outbox outbox;
    private final Mails mails;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final Map<Long, Instant> failed = new ConcurrentHashMap<>();

    Telling(
            JdbcClient jdbc,
            RecordRepository records,
            Notices notices,
            Letters letters,
            Webhooks webhooks,
            Preferences preferences,
            Organisation organisation,
            Outbox outbox,
            Mails mails,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.records = records;
        this.notices = notices;
        this.letters = letters;
        this.webhooks = webhooks;
        this.preferences = preferences;
        this.organisation = organisation;
        this.outbox = outbox;
        this.mails = mails;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Tells of what is new. */
    @Scheduled(fixedDelayString = "${prakat.notification.every}", initialDelayString = "${prakat.notification.every}")
    void tellOfWhatIsNew() {
        outbox.handOnWhatWasKept();
        failed.values().removeIf(at -> at.plus(UNTIL_TRIED_AGAIN).isBefore(clock.instant()));
        for (Long entry : untold()) {
            if (!failed.containsKey(entry)) {
                tell(entry);
            }
        }
    }

    private List<Long> untold() {
        return jdbc.sql(
                        """
                        select entry.id from history_entry entry
                        where entry.id > (select coalesce(max(history_entry_id), 0) from told) - ?
                        and not exists (select 1 from told where told.history_entry_id = entry.id)
                        order by entry.id
                        fetch first ? rows only""")
                .params(LATE, BATCH)
                .query(Long.class)
                .list();
    }

    private void tell(long entryId) {
        try {
            transaction.executeWithoutResult(status -> {
                jdbc.sql("insert into told (history_entry_id, told_at) values (?, ?)")
                        .params(entryId, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                        .update();
                PublicationRequest request = records.requestOf(entryId).orElseThrow();
                HistoryEntry entry = records.findById(entryId).orElseThrow();
                tell(entryId, entry, request);
                webhooks.callsFor(entryId, entry, request).forEach(outbox::post);
            });
        } catch (DuplicateKeyException e) {
            log.debug("another node tells of {}", entryId);
        } catch (RuntimeException e) {
            // One that cannot be told does not keep back the others.
            failed.put(entryId, clock.instant());
            log.error("nobody is told of entry {} of the record; tried again later", entryId, e);
        }
    }

    /** Nobody is told of what they did themselves, and nobody twice of the same. */
    private void tell(long entryId, HistoryEntry entry, PublicationRequest request) {
        Set<String> told = new HashSet<>(Set.of(entry.actor()));
        for (Notice notice : notices.of(entry, request)) {
            for (String account : notice.recipients()) {
                if (told.add(account) && organisation.person(account).isPresent()) {
                    write(entryId, notice, account);
                }
            }
        }
    }

    private void write(long entryId, Notice notice, String account) {
        Preferences.Preference preference = preferences.of(account);
        if (preference.wants(notice.kind())) {
            outbox.post(Message.mail(
                    notice.kind(),
                    entryId,
                    notice.request().number(),
                    account,
                    organisation.mailAddress(account).orElse(null),
                    letters.compose(notice, preference.language()),
                    mails.areReady(),
                    clock.instant()));
        }
    }
}
