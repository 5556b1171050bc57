package prakat;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.util.Set;
import org.h2.api.ErrorCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the program where the embedded database has closed itself, as it does when memory runs out or the disk is full: it
 * would answer nothing but errors until somebody restarts it. Every failure of a statement passes here; see
 * {@code spring.datasource.hikari} in {@code application.yaml}.
 */
public final class ClosedDatabase implements SQLExceptionOverride {

    /** For whatever started the program, to start it again. */
    static final int EXIT_CODE = 75;

    /** Of a statement that was under way, and of a connection that is used afterwards. */
    private static final Set<Integer> CLOSED =
            Set.of(ErrorCode.DATABASE_IS_CLOSED, ErrorCode.DATABASE_CALLED_AT_SHUTDOWN);

    private static final Logger log = LoggerFactory.getLogger(ClosedDatabase.class);

    /** Made by the connection pool. */
    public ClosedDatabase() {}

    @java.lang.Override
    public Override adjudicate(SQLException failure) {
        if (CLOSED.contains(failure.getErrorCode()) && !isStopping()) {
            log.error(
                    "The embedded database has closed itself (error {}): the program ends with exit code {}, to be started anew",
                    failure.getErrorCode(),
                    EXIT_CODE);
            // Not exit: what stops in good order needs the database.
            Runtime.getRuntime().halt(EXIT_CODE);
        }
        return Override.CONTINUE_EVICT;
    }

    private static boolean isStopping() {
        Thread hook = new Thread();
        try {
            Runtime.getRuntime().addShutdownHook(hook);
            Runtime.getRuntime().removeShutdownHook(hook);
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }
}
