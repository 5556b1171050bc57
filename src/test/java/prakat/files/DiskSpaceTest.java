package prakat.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;
import prakat.files.DiskSpace.Level;
import prakat.input.FullDisk;

/** What there is room for, on disks that have less than is asked for. */
public class DiskSpaceTest {

    private static final DataSize LESS = DataSize.ofBytes(1);
    private static final DataSize MORE = DataSize.ofTerabytes(1_000_000);

    @TempDir
    Path directory;

    /** Room for everything. */
    public static DiskSpace enough(FileDirectory files) {
        return new DiskSpace(files, new DiskSpace.Settings("", LESS, LESS, LESS));
    }

    @Test
    void filesAreRefusedBeforeEverythingElseIs() {
        String database = directory.toString();
        assertThat(level(database, LESS, LESS, LESS)).isEqualTo(Level.ENOUGH);
        assertThat(level(database, MORE, LESS, LESS)).isEqualTo(Level.LOW);
        assertThat(level(database, MORE, MORE, LESS)).isEqualTo(Level.NO_UPLOADS);
        assertThat(level(database, MORE, MORE, MORE)).isEqualTo(Level.NO_CHANGES);
    }

    @Test
    void workGoesOnWhereTheDatabaseIsElsewhere() {
        assertThat(level("", MORE, MORE, MORE)).isEqualTo(Level.NO_UPLOADS);
    }

    @Test
    void aDirectoryThatIsGoneHasNoRoom() throws IOException {
        FileDirectory files = new FileDirectory(new FileDirectory.Settings(directory.resolve("files")));
        DiskSpace space = enough(files);
        assertThat(space.level()).isEqualTo(Level.ENOUGH);
        Files.delete(files.incoming());
        assertThat(space.level()).isEqualTo(Level.NO_UPLOADS);
        assertThat(level(directory.resolve("none").toString(), LESS, LESS, LESS))
                .isEqualTo(Level.NO_CHANGES);
    }

    private Level level(String database, DataSize warn, DataSize noUploads, DataSize noChanges) {
        FileDirectory files = new FileDirectory(new FileDirectory.Settings(directory.resolve("files")));
        return new DiskSpace(files, new DiskSpace.Settings(database, warn, noUploads, noChanges)).level();
    }

    @Test
    void aFullDiskIsToldByWhatTheSystemAndTheDatabaseSay() {
        assertThat(FullDisk.isBehind(new UncheckedIOException(new IOException("No space left on device"))))
                .isTrue();
        assertThat(FullDisk.isBehind(new IllegalStateException(new IOException("x: Disk quota exceeded"))))
                .isTrue();
        assertThat(FullDisk.isBehind(new FileNotFoundException("a/b (Read-only file system)")))
                .isTrue();
        assertThat(FullDisk.isBehind(new SQLException("could not extend file", "53100")))
                .isTrue();
        assertThat(FullDisk.isBehind(new NoSuchFileException("a/b"))).isFalse();
        assertThat(FullDisk.isBehind(new IOException())).isFalse();
        assertThat(FullDisk.isBehind(new SQLException("no more connections", "53300")))
                .isFalse();
    }
}
