package prakat.input;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** Tells failures of a disk on which nothing more can be written from those of the program. */
public final class FullDisk {

    /** The system's words, which the JDK passes on: no bytes or no names left, one's share is used up, not to be written to. */
    private static final List<String> WORDS = List.of(
            "No space left on device",
            "Disk quota exceeded",
            "Read-only file system",
            "There is not enough space on the disk");

    /** PostgreSQL's own. */
    private static final String DISK_FULL = "53100";

    private FullDisk() {}

    /** Whether a full disk, of this machine or of the database's, is behind the failure. */
    public static boolean isBehind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException written && isFull(written)
                    || cause instanceof SQLException sql && DISK_FULL.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFull(IOException failure) {
        return failure.getMessage() != null && WORDS.stream().anyMatch(failure.getMessage()::contains);
    }
}
