package prakat.process.publication;

import java.util.Objects;
import java.util.function.Supplier;

/**
 * The request whose instance is being made anew on this thread: until the request knows the new one, {@link Procedure}
 * would take it for an instance that somebody made under the request's key.
 */
public final class Restored {

    private static final ThreadLocal<String> ON_THIS_THREAD = new ThreadLocal<>();

    private Restored() {}

    /** Makes the instance of that request. */
    public static <T> T through(String requestId, Supplier<T> engine) {
        ON_THIS_THREAD.set(requestId);
        try {
            return engine.get();
        } finally {
            ON_THIS_THREAD.remove();
        }
    }

    /** Whether that request's instance is being made on this thread. */
    static boolean is(String requestId) {
        return Objects.equals(requestId, ON_THIS_THREAD.get());
    }
}
