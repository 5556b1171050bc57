package prakat.process.publication;

import java.util.function.Supplier;

/**
 * The request whose process instance is being created again, or brought back to its step. Until the request knows a new
 * instance, {@link RequestResolver} would refuse it as one that somebody started under the request's business key. Nothing but
 * the repair is done meanwhile: what is due, and may fail, comes after it.
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

    /** Does that with the request's instance. */
    public static void run(String requestId, Runnable engine) {
        call(requestId, () -> {
            engine.run();
            return null;
        });
    }

    /**
     * Whether that request's instance is being created or brought back on this thread.
     *
     * @param requestId null for an instance of no request
     */
    public static boolean isRestoring(String requestId) {
        return requestId != null && requestId.equals(CURRENT.get());
    }
}
