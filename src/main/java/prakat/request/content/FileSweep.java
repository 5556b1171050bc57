package prakat.request.content;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import prakat.files.FileDirectory;
import prakat.organisation.office.Office;

/**
 * Removes files that nobody needs, once they are a day old: of drafts that were thrown away, of calls and transactions that
 * did not come to their end, and what a power cut left half written.
 */
@Component
class FileSweep {

    private static final Logger log = LoggerFactory.getLogger(FileSweep.class);

    private static final LocalTime AT_NIGHT = LocalTime.of(4, 0);
    private static final Duration SPARED = Duration.ofDays(1);
    private static final int AT_ONCE = 500;

    private final FileDirectory directory;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FileSweep(FileDirectory directory, JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.directory = directory;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> sweepingFiles(Office office) {
        return Tasks.recurring("unneeded-files", Schedules.daily(office.zone(), AT_NIGHT))
                .execute((task, context) -> sweep());
    }

    void sweep() {
        forgetUnneeded();
        // By the clock that dates files.
        Instant before = Instant.now().minus(SPARED);
        directory.discardIncoming(before);
        List<String> some = new ArrayList<>();
        directory.forEach(before, sha256 -> {
            some.add(sha256);
            if (some.size() == AT_ONCE) {
                removeUnnamed(some, before);
                some.clear();
            }
        });
        removeUnnamed(some, before);
    }

    /** Rows that neither a version nor a draft names. A caller that keeps such a file again has touched its row before. */
    private void forgetUnneeded() {
        jdbc.sql(
                        """
                        delete from stored_file where stored_at < ?
                        and not exists (select 1 from attachment a where a.sha256 = stored_file.sha256)
                        and not exists (select 1 from draft_file d where d.sha256 = stored_file.sha256)""")
                .param(OffsetDateTime.ofInstant(clock.instant().minus(SPARED), ZoneOffset.UTC))
                .update();
    }

    private void removeUnnamed(List<String> files, Instant before) {
        if (files.isEmpty()) {
            return;
        }
        Set<String> unnamed = new HashSet<>(files);
        jdbc.sql("select sha256 from stored_file where sha256 in (:files)")
                .param("files", files)
                .query(String.class)
                .list()
                .forEach(unnamed::remove);
        unnamed.forEach(sha256 -> remove(sha256, before));
    }

    /** Takes the row for itself meanwhile, so that nobody keeps the same file again between the check and the removal. */
    private void remove(String sha256, Instant before) {
        transaction.executeWithoutResult(status -> {
            boolean taken = jdbc.sql("insert into stored_file (sha256, size, stored_at) values (?, 0, ?)"
                                    + " on conflict do nothing")
                            .params(sha256, OffsetDateTime.ofInstant(before, ZoneOffset.UTC))
                            .update()
                    == 1;
            status.setRollbackOnly();
            if (taken && directory.remove(sha256, before)) {
                log.info("Removed a file that nothing names: {}", sha256);
            }
        });
    }
}
