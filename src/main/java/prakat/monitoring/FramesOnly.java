package prakat.monitoring;

import java.io.IOException;
import java.sql.SQLException;
import org.springframework.boot.logging.StackTracePrinter;
import org.springframework.boot.logging.StandardStackTracePrinter;

/**
 * What a structured log says of a failure: of which kind it was and where it came up. Not its message, which repeats what
 * somebody typed, a database's key or a mail server's words about a person; plain logs have that. While the program starts
 * nobody has said anything yet, and the message is what has to be mended.
 */
final class FramesOnly implements StackTracePrinter {

    /** That of the start, which ends with it. */
    private static final String STARTING = "main";

    private static final StandardStackTracePrinter WHOLE = StandardStackTracePrinter.rootLast();
    private static final StandardStackTracePrinter FRAMES = WHOLE.withFormatter(FramesOnly::kind);

    @Override
    public void printStackTrace(Throwable failure, Appendable out) throws IOException {
        boolean starting = Thread.currentThread().getName().equals(STARTING);
        (starting ? WHOLE : FRAMES).printStackTrace(failure, out);
    }

    private static String kind(Throwable failure) {
        String kind = failure.getClass().getName();
        return failure instanceof SQLException sql
                ? kind + " (SQLSTATE " + sql.getSQLState() + ", code " + sql.getErrorCode() + ")"
                : kind;
    }
}
