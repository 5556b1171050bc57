package prakat.request;

import java.util.Optional;
import org.slf4j.MDC;

/**
 * The request that this thread works on, whose number structured logs say on each line until the work is over. Who begins
 * another piece of work in a thread (a call, a task, a job) clears the context of the log.
 */
public final class LoggedRequest {

    private static final String NUMBER = "prakat.number";

    private LoggedRequest() {}

    /** From now on it is the request of that number; null, about which nothing is said, leaves it as it is. */
    public static void is(String number) {
        if (number != null) {
            MDC.put(NUMBER, number);
        }
    }

    /** Its number; empty where nothing was said yet. */
    public static Optional<String> number() {
        return Optional.ofNullable(MDC.get(NUMBER));
    }
}
