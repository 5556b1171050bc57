package prakat.web.kept;

import io.micrometer.common.KeyValue;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.http.server.observation.DefaultServerRequestObservationConvention;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.http.server.observation.ServerRequestObservationConvention;
import org.springframework.stereotype.Component;

/** Counts calls that Spring's observation does not see, under the name and by the tags by which it counts all others. */
@Component
class CallTimes {

    private static final ServerRequestObservationConvention CONVENTION =
            new DefaultServerRequestObservationConvention();

    /** What Spring's observation adds to the tags. */
    private static final String ERROR = "error";

    private final MeterRegistry metrics;
    private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();

    CallTimes(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    /** Calls that are counted together. */
    private record Kind(String pattern, Class<?> failure, String method, int status) {}

    /**
     * Counts one that has been answered.
     *
     * @param pattern of the door that would have answered; null where that is not known
     * @param failure null for none
     * @param begun by {@link System#nanoTime()}
     */
    void count(
            String pattern, Exception failure, HttpServletRequest request, HttpServletResponse response, long begun) {
        Class<?> failed = failure == null ? null : failure.getClass();
        timers.computeIfAbsent(new Kind(pattern, failed, request.getMethod(), response.getStatus()), kind -> {
                    ServerRequestObservationContext context = new ServerRequestObservationContext(request, response);
                    context.setPathPattern(pattern);
                    context.setError(failure);
                    return timer(context);
                })
                .record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
    }

    private Timer timer(ServerRequestObservationContext context) {
        Timer.Builder timer = Timer.builder(CONVENTION.getName());
        CONVENTION.getLowCardinalityKeyValues(context).forEach(tag -> timer.tag(tag.getKey(), tag.getValue()));
        Throwable failure = context.getError();
        return timer.tag(
                        ERROR,
                        failure == null
                                ? KeyValue.NONE_VALUE
                                : failure.getClass().getSimpleName())
                .register(metrics);
    }
}
