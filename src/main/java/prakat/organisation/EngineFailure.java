package prakat.organisation;

import java.util.Optional;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Why the engine failed last in the HTTP call at hand: on the way out, its own REST loses it. */
public final class EngineFailure {

    private static final String NAME = EngineFailure.class.getName();

    private EngineFailure() {}

    /** Keeps the failure until the end of the call; does nothing outside of one. */
    public static void remember(RuntimeException failure) {
        RequestAttributes call = RequestContextHolder.getRequestAttributes();
        if (call != null) {
            call.setAttribute(NAME, failure, RequestAttributes.SCOPE_REQUEST);
        }
    }

    /** The last failure; empty where there was none. */
    public static Optional<RuntimeException> last() {
        RequestAttributes call = RequestContextHolder.getRequestAttributes();
        return call == null
                ? Optional.empty()
                : Optional.ofNullable((RuntimeException) call.getAttribute(NAME, RequestAttributes.SCOPE_REQUEST));
    }
}
