package prakat.process.publication;

import java.util.function.Supplier;

/**
 * The request whose process instance is being created again. Until the request knows the new instance,
 * {@link RequestResolver} would refuse it as one that somebody started under the request's business key.
 */
public final class RestorationContext {

    private static final ThreadLocal<String> CURRENT = new ThreadLocal<>();

    private RestorationContext() {}

    /** Calls the engine to create that request's instance, and returns what it returns. */
    public static <T> T call(String requestId, Supplier<T> engine) {
        CURRENT.set(requestId);
        try {
            return engine.get();
        } finally {
            CURRENT.remove();
        }
    }

    /** Whether that request's instance is being created on this thread. */
    static boolean isRestoring(String requestId) {
        return requestId.equals(CURRENT.get());
    }
}
