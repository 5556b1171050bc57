package prakat.input;

import com.zaxxer.hikari.pool.ProxyConnection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;

/** What a failure says of the database, whoever wrapped it. */
public final class DatabaseFailure {

    /** Classes of SQLSTATE: connection, and shutdown of the server by somebody. */
    private static final Set<String> AWAY = Set.of("08", "57");

    /** The class of what a server lacks that is there. */
    private static final Set<String> OVERLOADED = Set.of("53");

    /** A statement that was cancelled, which is of class 57 and no outage. */
    private static final String CANCELLED = "57014";

    /** All that the pool says where a connection broke within a transaction: that hides what broke it. */
    private static final String BROKEN = "Connection is closed";

    /** Every commit passes there, whoever asks for it. */
    private static final String POOLED_CONNECTION = ProxyConnection.class.getName();

    private DatabaseFailure() {}

    /** Whether the database was away, or had no room for one more: it is over when that is. */
    public static boolean isOutage(Throwable failure) {
        return isAbsence(failure)
                || any(
                        failure,
                        cause -> cause instanceof SQLTransientConnectionException
                                || cause instanceof SQLNonTransientConnectionException
                                || cause instanceof SQLException sql && isOf(OVERLOADED, sql));
    }

    /** Whether the database was away. */
    public static boolean isAbsence(Throwable failure) {
        return any(
                failure,
                cause -> cause instanceof SQLException sql && (isOf(AWAY, sql) || BROKEN.equals(sql.getMessage())));
    }

    /**
     * Whether nobody knows if what was sent is stored: the answer to a commit is what was lost. After any other failure nothing
     * is, as each call is one transaction.
     */
    public static boolean isStorageUnknown(Throwable failure) {
        return any(
                failure,
                cause -> cause instanceof SQLException sql
                        && Arrays.stream(sql.getStackTrace())
                                .anyMatch(frame -> "commit".equals(frame.getMethodName())
                                        && POOLED_CONNECTION.equals(frame.getClassName())));
    }

    private static boolean any(Throwable failure, Predicate<Throwable> wanted) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (wanted.test(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOf(Set<String> classes, SQLException failure) {
        String state = failure.getSQLState();
        return state != null
                && state.length() == 5
                && !CANCELLED.equals(state)
                && classes.contains(state.substring(0, 2));
    }
}
