package prakat.database;

import java.nio.file.Path;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A copy of the embedded database, made while it is written to. */
public final class DatabaseCopy {

    private DatabaseCopy() {}

    /**
     * Copies the database as it is at some instant between now and when this returns. Whatever was committed before is in it,
     * whole; nobody waits meanwhile.
     *
     * @param zip to be written; its one entry is the database's file
     */
    public static void write(JdbcClient database, Path zip) {
        EndingFile.copy(() -> database.sql("backup to ?").param(zip.toString()).update());
    }
}
