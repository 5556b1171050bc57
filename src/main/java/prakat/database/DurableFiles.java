package prakat.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * The embedded database's files, where each write is on the disk before the next one begins: left alone, the database writes
 * each commit at once and leaves it to the system when it reaches the disk, so that a machine that stops loses what was
 * answered a moment before. Addresses of the database begin with {@code jdbc:h2:durable:} in place of {@code jdbc:h2:file:}.
 */
public final class DurableFiles extends FilePathWrapper {

    static final String SCHEME = "durable";

    private static final String DATABASE = ".mv.db";
    private static final String RESERVE = ".reserve";

    /** Made by the database. */
    public DurableFiles() {}

    /** Makes the scheme known to the database. */
    public static void register() {
        FilePath.register(new DurableFiles());
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        FileChannel file = super.open("rw".equals(mode) ? "rwd" : mode);
        String path = getBase().toString();
        boolean written = "rw".equals(mode) && path.endsWith(DATABASE);
        return new EndingFile(file, written ? new Reserve(Path.of(path + RESERVE)) : null);
    }
}
