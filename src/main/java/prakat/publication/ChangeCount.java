package prakat.publication;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.api.Trigger;

/** H2's trigger on what is on the website: each change counts. PostgreSQL has one in its own language. */
public final class ChangeCount implements Trigger {

    /** In one row for all of a transaction, so that no two wait for each other. */
    private static final String COUNT =
            "update website_change set changes = changes + 1 where slot = mod(session_id(), 16)";

    /** Made by H2. */
    public ChangeCount() {}

    @Override
    public void fire(Connection connection, Object[] before, Object[] after) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(COUNT);
        }
    }
}
