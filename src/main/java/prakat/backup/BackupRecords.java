package prakat.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import prakat.files.FileDirectory;

/**
 * What is on record of backups. While one is under way its row says so, and a mark beside the files; the copy has the row
 * and never the mark. So a start tells a database that was restored from one whose
 * program was killed in the middle of a backup.
 */
@Component
class BackupRecords {

    private static final String MARK = "backup-under-way";
    private static final int LONGEST_PROBLEM = 2000;
    private static final String COLUMNS = "name, begun_at, ended_at, whole, bytes, files, problem";

    private final JdbcClient jdbc;
    private final Path mark;

    /**
     * What a backup consists of.
     *
     * @param bytes that were written
     * @param problem what it lacks; null where nothing
     */
    record Written(long bytes, int files, String problem) {}

    BackupRecords(JdbcClient jdbc, FileDirectory.Settings files) {
        this.jdbc = jdbc;
        this.mark = files.files().resolve(MARK);
    }

    /** A backup is under way; the mark comes first, so that the row is never without it in this place. */
    void begin(String name, Instant at) throws IOException {
        Files.writeString(mark, name);
        jdbc.sql("insert into backup (name, begun_at, whole, bytes, files) values (?, ?, false, 0, 0)")
                .params(name, time(at))
                .update();
    }

    Backup end(String name, Instant at, Written written) throws IOException {
        return end(name, at, true, written);
    }

    void fail(String name, Instant at, String problem) {
        try {
            end(name, at, false, new Written(0, 0, problem));
        } catch (IOException e) {
            throw new IllegalStateException("A mark is left: " + mark, e);
        }
    }

    private Backup end(String name, Instant at, boolean whole, Written written) throws IOException {
        String problem = written.problem() == null
                ? null
                : written.problem().substring(0, Math.min(written.problem().length(), LONGEST_PROBLEM));
        jdbc.sql("update backup set ended_at = ?, whole = ?, bytes = ?, files = ?, problem = ? where name = ?")
                .params(time(at), whole, written.bytes(), written.files(), problem, name)
                .update();
        Files.deleteIfExists(mark);
        return jdbc.sql("select " + COLUMNS + " from backup where name = ?")
                .param(name)
                .query(Backup.class)
                .single();
    }

    /** The newest first. */
    List<Backup> newest(int most) {
        return jdbc.sql("select " + COLUMNS + " from backup order by begun_at desc limit ?")
                .param(most)
                .query(Backup.class)
                .list();
    }

    /** When the last one was begun from which everything can be restored. */
    Optional<Instant> lastWhole() {
        return jdbc.sql("select " + COLUMNS + " from backup where whole order by begun_at desc limit 1")
                .query(Backup.class)
                .optional()
                .map(Backup::begunAt);
    }

    /** The one that is on record as under way though nobody is at it, as at a start. */
    Optional<String> brokenOff() {
        return jdbc.sql("select name from backup where ended_at is null order by begun_at desc limit 1")
                .query(String.class)
                .optional();
    }

    /** Whether a backup was under way here, and not where this database was copied from. */
    boolean wasMadeHere(String name) {
        try {
            return Files.readString(mark).equals(name);
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** None is under way any more. */
    void forgetUnderWay() {
        jdbc.sql("delete from backup where ended_at is null").update();
    }

    void forgetOlder(Instant before, String kept) {
        jdbc.sql("delete from backup where begun_at < ? and name <> ?")
                .params(time(before), kept)
                .update();
    }

    private static OffsetDateTime time(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
