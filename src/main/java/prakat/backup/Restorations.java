package prakat.backup;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import prakat.input.Refusal;
import prakat.organisation.Person;

/**
 * Tells a restored database from one whose program was only stopped or killed. A copy of the embedded database says that a
 * backup is under way that was made elsewhere; PostgreSQL gives each database an identity, which no dump carries.
 */
@Service
public class Restorations {

    private static final Logger log = LoggerFactory.getLogger(Restorations.class);

    private static final int SHOWN = 5;
    private static final int LONGEST_LIST = 4000;
    private static final String IDENTITY =
            """
            select (select system_identifier from pg_control_system()) || '/' || oid
            from pg_database where datname = current_database()""";

    private final BackupRecords records;
    private final StoredFiles storedFiles;
    private final JdbcClient jdbc;
    private final boolean embedded;
    private final Clock clock;

    Restorations(
            BackupRecords records,
            StoredFiles storedFiles,
            JdbcClient jdbc,
            JdbcConnectionDetails database,
            Clock clock) {
        this.records = records;
        this.storedFiles = storedFiles;
        this.jdbc = jdbc;
        this.embedded = DatabaseDriver.fromJdbcUrl(database.getJdbcUrl()) == DatabaseDriver.H2;
        this.clock = clock;
    }

    /**
     * A database that was restored, before anything is done with it.
     *
     * @param backup null where it is not known
     * @param lastEntry id of the last entry of the record
     */
    public record Restored(String backup, Instant lastRecordedAt, long lastEntry) {}

    /** Whether this start is the first one after a restore, and of what. */
    @Transactional
    public Optional<Restored> notice() {
        return embedded ? brokenOffElsewhere() : otherIdentity() ? Optional.of(restored(null)) : Optional.empty();
    }

    private Optional<Restored> brokenOffElsewhere() {
        Optional<String> brokenOff = records.brokenOff();
        if (brokenOff.filter(records::wasMadeHere).isPresent()) {
            records.fail(brokenOff.get(), clock.instant(), "the program ended in the midst of it");
            return Optional.empty();
        }
        return brokenOff.map(this::restored);
    }

    private boolean otherIdentity() {
        Optional<String> before = jdbc.sql("select identity from database_identity")
                .query(String.class)
                .optional();
        if (before.isEmpty()) {
            jdbc.sql("insert into database_identity select identity from (" + IDENTITY
                            + ") now (identity) on conflict do nothing")
                    .update();
            return false;
        }
        return !before.get().equals(jdbc.sql(IDENTITY).query(String.class).single());
    }

    private Restored restored(String backup) {
        return jdbc.sql("select coalesce(max(id), 0), max(at) from history_entry")
                .query((row, n) -> new Restored(
                        backup,
                        row.getObject(2) == null
                                ? clock.instant()
                                : row.getObject(2, OffsetDateTime.class).toInstant(),
                        row.getLong(1)))
                .single();
    }

    /**
     * Whether it falls to this node to deal with the restore: of several that start at once, to one. Whoever was signed in is
     * signed out; the next start is one like any other.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean claim() {
        if (embedded) {
            records.forgetUnderWay();
        } else if (jdbc.sql("update database_identity set identity = (" + IDENTITY + ") where identity <> (" + IDENTITY
                                + ")")
                        .update()
                == 0) {
            return false;
        }
        jdbc.sql("delete from spring_session").update();
        return true;
    }

    /** Puts on record, and into the log, what was made of it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void settle(Restored restored, int messagesHeld) {
        Restoration done = new Restoration(
                clock.instant(),
                restored.backup(),
                restored.lastRecordedAt(),
                count("publication_request where status in"
                        + " ('AWAITING_CERTIFICATION', 'AWAITING_VETTING', 'RETURNED', 'SCHEDULED')"),
                since(restored, "'published', 'replaced'"),
                since(restored, "'taken-down', 'period-missed'"),
                messagesHeld,
                null,
                null);
        jdbc.sql(
                        """
                        insert into restoration (noticed_at, backup, last_recorded_at, in_flight, published, taken_down,
                            messages_held) values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        time(done.noticedAt()),
                        done.backup(),
                        time(done.lastRecordedAt()),
                        done.inFlight(),
                        done.published(),
                        done.takenDown(),
                        done.messagesHeld())
                .update();
        log.warn(
                """
                This database was restored ({}). The last thing on its record happened at {}; what came later is lost.
                {} requests are in flight and go on. Meanwhile {} had their start, and {} were over: taken down, or never shown.
                {} mails and calls of programs may have been sent before: they wait at /desk/failed-messages.
                Everybody is signed out. New numbers begin after a gap. The files are being checked.""",
                done.backup() == null ? "by PostgreSQL's tools" : "from backup " + done.backup(),
                done.lastRecordedAt(),
                done.inFlight(),
                done.published(),
                done.takenDown(),
                done.messagesHeld());
    }

    @Bean
    RecurringTask<Void> checkingRestoredFiles() {
        return Tasks.recurring("restored-files", FixedDelay.ofHours(24)).execute((task, context) -> checkFiles());
    }

    /** Once after each restore: whether every file is there, to the byte. */
    void checkFiles() {
        if (count("restoration where files_checked_at is null") == 0) {
            return;
        }
        String missing = storedFiles.described(storedFiles.missing());
        jdbc.sql("update restoration set files_checked_at = ?, files_missing = ? where files_checked_at is null")
                .params(
                        time(clock.instant()),
                        missing == null ? null : missing.substring(0, Math.min(missing.length(), LONGEST_LIST)))
                .update();
        if (missing == null) {
            log.info("Every file that the restored database names is there, to the byte");
        } else {
            log.error("After the restore, these files are missing or damaged: {}", missing);
        }
    }

    /**
     * The last ones, the newest first.
     *
     * @throws Refusal where the reader is no administrator
     */
    public List<Restoration> list(Person reader) {
        if (!reader.administrator()) {
            throw Refusal.forbidden("not-administrator");
        }
        return jdbc.sql(
                        """
                        select noticed_at, backup, last_recorded_at, in_flight, published, taken_down, messages_held,
                            files_checked_at, files_missing from restoration order by id desc limit ?""")
                .param(SHOWN)
                .query(Restoration.class)
                .list();
    }

    private int since(Restored restored, String events) {
        return count("history_entry where id > " + restored.lastEntry() + " and event in (" + events + ")");
    }

    private int count(String rows) {
        return jdbc.sql("select count(*) from " + rows).query(Integer.class).single();
    }

    private static OffsetDateTime time(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
