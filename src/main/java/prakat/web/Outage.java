package prakat.web;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import prakat.input.Refusal;
import prakat.request.content.FullDisk;

/** Tells failures that come from a database that is away or a disk that is full from those of the program. */
public final class Outage {

    /** Classes of SQLSTATE: connection, resources, shutdown of the server by somebody. */
    private static final Set<String> CLASSES = Set.of("08", "53", "57");

    /** A statement that was cancelled, which is of class 57 and no outage. */
    private static final String CANCELLED = "57014";

    /** All that the pool says where a connection broke within a transaction: that hides what broke it. */
    private static final String BROKEN = "Connection is closed";

    private Outage() {}

    /**
     * What callers are told of such a failure; empty where it is another. Where the answer to a commit is what was lost, it
     * is not known whether anything was stored.
     */
    public static Optional<Refusal> refusal(Throwable failure) {
        if (FullDisk.isBehind(failure)) {
            return Optional.of(Refusal.full("disk-full"));
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException
                    || cause instanceof SQLNonTransientConnectionException
                    || cause instanceof SQLException sql
                            && (isOutage(sql.getSQLState()) || BROKEN.equals(sql.getMessage()))) {
                return Optional.of(Refusal.busy("database-away"));
            }
        }
        return Optional.empty();
    }

    private static boolean isOutage(String state) {
        return state != null
                && state.length() == 5
                && !CANCELLED.equals(state)
                && CLASSES.contains(state.substring(0, 2));
    }
}
