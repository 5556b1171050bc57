package prakat.backup;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.context.annotation.Bean;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import prakat.database.DatabaseCopy;
import prakat.files.FileDirectory;
import prakat.input.Refusal;
import prakat.input.SetupException;
import prakat.organisation.Person;
import prakat.organisation.office.Office;

/**
 * Backups of the embedded database and the files, while the program runs: every night, and whenever an administrator wants
 * one. First the database, then the files, so that each file which the copy names is there. One that fails changes nothing
 * about the earlier ones, and is told to administrators. PostgreSQL has tools of its own.
 */
@Service
public class Backups implements MeterBinder {

    private static final Logger log = LoggerFactory.getLogger(Backups.class);

    /** In seconds. */
    private static final String AGE = "prakat.backup.age";

    private static final LocalTime AT_NIGHT = LocalTime.of(1, 0);
    private static final int SHOWN = 50;

    private final BackupDirectory backups;
    private final BackupRecords records;
    private final StoredFiles storedFiles;
    private final JdbcClient jdbc;
    private final boolean embedded;
    private final Duration keep;
    private final Office office;
    private final Clock clock;
    private final Lock oneAtATime = new ReentrantLock();

    Backups(
            BackupSettings settings,
            FileDirectory.Settings files,
            BackupRecords records,
            StoredFiles storedFiles,
            JdbcClient jdbc,
            JdbcConnectionDetails database,
            Office office,
            Clock clock) {
        this.records = records;
        this.storedFiles = storedFiles;
        this.jdbc = jdbc;
        this.embedded = DatabaseDriver.fromJdbcUrl(database.getJdbcUrl()) == DatabaseDriver.H2;
        this.keep = settings.keep();
        this.office = office;
        this.clock = clock;
        this.backups =
                settings.directory() == null ? null : new BackupDirectory(apart(settings.directory(), files.files()));
        if (embedded && backups == null) {
            log.info("No backups are made: PRAKAT_BACKUP_DIRECTORY says where they are to go");
        }
    }

    private static Path apart(Path directory, Path files) {
        Path to = directory.toAbsolutePath().normalize();
        Path from = files.toAbsolutePath().normalize();
        if (to.startsWith(from) || from.startsWith(to)) {
            throw new SetupException("prakat.backup.directory (" + to + ") and prakat.files (" + from
                    + ") must not lie within each other.");
        }
        return to;
    }

    @Bean
    RecurringTask<Void> backingUp() {
        return Tasks.recurring("backup", FixedDelay.ofHours(1)).execute((task, context) -> makeWhereDue());
    }

    /** One after each night's hour; what failed is tried again an hour later. */
    private void makeWhereDue() {
        if (!isOn()
                || records.lastWhole()
                        .filter(last -> !last.isBefore(lastNight()))
                        .isPresent()) {
            return;
        }
        try {
            make();
        } catch (Refusal e) {
            // Told already.
            log.debug("no backup", e);
        }
    }

    private Instant lastNight() {
        ZonedDateTime now = clock.instant().atZone(office.zone());
        ZonedDateTime today = now.with(AT_NIGHT);
        return (today.isAfter(now) ? today.minusDays(1) : today).toInstant();
    }

    /** Whether this program makes backups. */
    public boolean isOn() {
        return embedded && backups != null;
    }

    /** Whether the last backup failed, or found files missing. */
    public boolean isFailing() {
        return isOn()
                && records.newest(SHOWN).stream()
                        .filter(backup -> backup.endedAt() != null)
                        .findFirst()
                        .filter(last -> last.problem() != null)
                        .isPresent();
    }

    /**
     * The last ones, the newest first.
     *
     * @throws Refusal where the reader is no administrator
     */
    public List<Backup> list(Person reader) {
        ensureAdministrator(reader);
        return records.newest(SHOWN);
    }

    /**
     * Makes one now; returns when it is there.
     *
     * @throws Refusal where the person is no administrator, this program makes no backups, one is under way, or it failed
     */
    public Backup make(Person by) {
        ensureAdministrator(by);
        if (!embedded) {
            throw Refusal.conflict("backup-not-embedded");
        }
        if (!isOn()) {
            throw Refusal.conflict("backup-off");
        }
        return make();
    }

    private Backup make() {
        if (!oneAtATime.tryLock()) {
            throw Refusal.conflict("backup-under-way");
        }
        try {
            Backup made = attempt(BackupDirectory.name(clock.instant()));
            log.info("Backup {}: {} files, {} bytes were written", made.name(), made.files(), made.bytes());
            removeOld(made);
            return made;
        } finally {
            oneAtATime.unlock();
        }
    }

    private Backup attempt(String name) {
        try {
            records.begin(name, clock.instant());
            BackupRecords.Written written = write(name);
            return records.end(name, clock.instant(), written);
        } catch (IOException | UncheckedIOException | DataAccessException e) {
            Throwable cause = NestedExceptionUtils.getMostSpecificCause(e);
            log.error("Backup {} failed", name, e);
            abandon(name);
            records.fail(name, clock.instant(), cause.toString());
            throw Refusal.failed("backup-failed", cause.toString());
        }
    }

    private BackupRecords.Written write(String name) throws IOException {
        Path directory = backups.begin(name);
        Path database = directory.resolve(BackupDirectory.DATABASE);
        DatabaseCopy.write(jdbc, database);
        long bytes = Files.size(database);
        FileDirectory copies = backups.files();
        List<String> there = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (StoredFiles.Row file : storedFiles.all()) {
            boolean isNew = !copies.has(file.sha256());
            if (storedFiles.copy(file.sha256(), copies)) {
                there.add(file.sha256());
                bytes += isNew ? file.size() : 0;
            } else {
                missing.add(file.sha256());
            }
        }
        backups.finish(name, there);
        return new BackupRecords.Written(bytes, there.size(), storedFiles.described(missing));
    }

    private void abandon(String name) {
        try {
            backups.abandon(name);
        } catch (IOException e) {
            log.warn("What there is of backup {} cannot be removed: {}", name, e.toString());
        }
    }

    private void removeOld(Backup newest) {
        Instant before = clock.instant().minus(keep);
        try {
            backups.removeOlder(before, newest.name());
            records.forgetOlder(before, newest.name());
        } catch (IOException | UncheckedIOException e) {
            log.error("Old backups cannot be removed", e);
        }
    }

    private static void ensureAdministrator(Person person) {
        if (!person.administrator()) {
            throw Refusal.forbidden("not-administrator");
        }
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder(AGE, this, Backups::age)
                .baseUnit("seconds")
                .description("How old the last whole backup is; NaN where none is made by the program")
                .register(registry);
    }

    private double age() {
        Optional<Instant> last = isOn() ? records.lastWhole() : Optional.empty();
        return last.map(begun ->
                        (double) Duration.between(begun, clock.instant()).toSeconds())
                .orElse(Double.NaN);
    }
}
