package prakat.request;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;

/** H2's trigger on the tables of the record: what is written there stays. PostgreSQL has one in its own language. */
public final class AppendOnly implements Trigger {

    /** Made by H2. */
    public AppendOnly() {}

    @Override
    public void fire(Connection connection, Object[] before, Object[] after) throws SQLException {
        throw new SQLException("append-only: the record is never changed or deleted");
    }
}
