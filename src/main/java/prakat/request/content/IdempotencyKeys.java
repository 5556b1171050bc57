package prakat.request.content;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import prakat.input.Refusal;
import prakat.organisation.AccountMade;

/** Which submission was sent under which {@code Idempotency-Key}; each requester has keys of their own. */
@Component
public class IdempotencyKeys {

    private static final int LONGEST = 200;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final Lock[] turns = Stream.generate(ReentrantLock::new).limit(64).toArray(Lock[]::new);

    IdempotencyKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Use(String fingerprint, String requestId) {}

    /**
     * Takes the key for that request, or tells which request took it before. Of several at once one wins; the others wait
     * until it is committed.
     *
     * @return the request that was made under the key before; empty where the key is now taken for this one
     * @throws Refusal where it can be no key, or where something else was sent under it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<String> claim(
            String requester,
            String key,
            Optional<String> replaced,
            Submission submission,
            List<Upload> uploads,
            String requestId,
            Instant at) {
        if (key.isBlank()) {
            throw Refusal.invalid("Idempotency-Key", "needed");
        }
        if (key.length() > LONGEST) {
            throw Refusal.invalid("Idempotency-Key", "too-long", LONGEST);
        }
        String fingerprint = fingerprint(replaced, submission, uploads);
        awaitTurn(requester, key);
        int claimed = jdbc.sql(
                        """
                        insert into idempotency_key (requester, idempotency_key, fingerprint, request_id, used_at)
                        values (?, ?, ?, ?, ?) on conflict do nothing""")
                .params(requester, key, fingerprint, requestId, OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
        if (claimed == 1) {
            return Optional.empty();
        }
        Use use = jdbc.sql(
                        "select fingerprint, request_id from idempotency_key where requester = ? and idempotency_key = ?")
                .params(requester, key)
                .query(Use.class)
                .single();
        if (!use.fingerprint().equals(fingerprint)) {
            throw Refusal.conflict("idempotency-key");
        }
        return Optional.of(use.requestId());
    }

    /**
     * One after the other: H2 would have all who wait for the first one's row try again and again until it is committed. Only
     * for a while: somebody who has a turn may wait for a row that somebody has who waits for a turn.
     */
    private void awaitTurn(String requester, String key) {
        Lock turn = turns[Math.floorMod(Objects.hash(requester, key), turns.length)];
        try {
            if (!turn.tryLock(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                turn.unlock();
            }
        });
    }

    /** The request that was made under the key; empty where none was. */
    public Optional<String> requestOf(String requester, String key) {
        return jdbc.sql("select request_id from idempotency_key where requester = ? and idempotency_key = ?")
                .params(requester, key)
                .query(String.class)
                .optional();
    }

    @EventListener
    @Transactional
    void forget(AccountMade made) {
        jdbc.sql("delete from idempotency_key where requester = ?")
                .param(made.account())
                .update();
    }

    private static String fingerprint(Optional<String> replaced, Submission said, List<Upload> uploads) {
        List<String> all = new ArrayList<>();
        replaced.ifPresent(id -> Collections.addAll(all, id, String.valueOf(said.keepAttachments())));
        Collections.addAll(all, said.title(), said.summary(), said.body(), said.category());
        Collections.addAll(all, said.publishFrom(), said.publishUntil(), said.group(), said.note());
        all.add(said.externalLinks() == null ? null : Digest.of(said.externalLinks()));
        if (said.disclosureItems() != null) {
            all.add(Digest.of(said.disclosureItems()));
        }
        for (Upload upload : uploads) {
            Collections.addAll(all, upload.name(), upload.file().sha256());
        }
        if (said.attachments() != null && !said.attachments().isEmpty()) {
            List<String> described = new ArrayList<>();
            for (Submission.Described one : said.attachments()) {
                if (one != null) {
                    Collections.addAll(described, one.name(), one.alternativeText(), one.caption(), one.cover() + "");
                }
            }
            all.add(Digest.of(described));
        }
        return Digest.of(all);
    }
}
