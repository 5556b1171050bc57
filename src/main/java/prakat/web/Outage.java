package prakat.web;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import prakat.input.Refusal;

/** Tells failures that come from a database that is away, and are over when it is back, from those of the program. */
public final class Outage {

    /** Classes of SQLSTATE: connection, resources, shutdown of the server by somebody. */
    private static final Set<String> CLASSES = Set.of("08", "53", "57");

    /** A statement that was cancelled, which is of class 57 and no outage. */
    private static final String CANCELLED = "57014";

    private Outage() {}

    /** Whether the database was away. */
    public static boolean isBehind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException
                    || cause instanceof SQLNonTransientConnectionException
                    || cause instanceof SQLException sql && isOutage(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** What callers are told: whether anything was stored is not known where the answer to a commit is what was lost. */
    public static Refusal refusal() {
        return Refusal.busy("database-away");
    }

    private static boolean isOutage(String state) {
        return state != null
                && state.length() == 5
                && !CANCELLED.equals(state)
                && CLASSES.contains(state.substring(0, 2));
    }
}
