package prakat.request.content.migration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;

/** A migration of much data, which commits as it goes. Where it is interrupted, the next start goes on with what is left. */
public abstract class ResumableMigration implements JavaMigration {

    private final String version;
    private final String description;
    private final String failure;

    /** @param failure what to tell the one who starts the program where not everything could be done */
    ResumableMigration(String version, String description, String failure) {
        this.version = version;
        this.description = description;
        this.failure = failure;
    }

    /**
     * Not everything could be done. An error, since Flyway takes a migration that throws an exception for one that is to be
     * mended by hand, and does not try it again.
     */
    public static final class Interrupted extends Error {
        Interrupted(String failure, Exception cause) {
            super(failure + " (" + cause + "). What was done stays so: start the program again to go on.", cause);
        }
    }

    /** Does what is left, and commits each part of it. */
    abstract void goOn(Connection connection) throws SQLException, IOException;

    @Override
    public final MigrationVersion getVersion() {
        return MigrationVersion.fromVersion(version);
    }

    @Override
    public final String getDescription() {
        return description;
    }

    @Override
    public final Integer getChecksum() {
        return null;
    }

    @Override
    public final boolean canExecuteInTransaction() {
        return false;
    }

    @Override
    public final void migrate(Context context) {
        resume(context.getConnection());
    }

    /** @throws Interrupted where not everything could be done */
    final void resume(Connection connection) {
        try {
            connection.setAutoCommit(false);
            goOn(connection);
            connection.setAutoCommit(true);
        } catch (SQLException | IOException | UncheckedIOException e) {
            throw new Interrupted(failure, e);
        }
    }
}
