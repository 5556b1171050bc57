package prakat.background;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Notices that the machine's clock was set, by comparing it with one that nobody sets. Times that were written by a clock that
 * was ahead would keep work waiting: where it is set back, {@link ClockSetBack} tells those who wrote them.
 */
@Component
class ClockWatch {

    private static final Logger log = LoggerFactory.getLogger(ClockWatch.class);

    private static final int SECONDS = 5;

    /** What keeps clocks right moves them by less at a time. */
    private static final Duration LEAST = Duration.ofSeconds(5);

    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread made = new Thread(work, "clock-watch");
        made.setDaemon(true);
        return made;
    });

    private Instant before;
    private long nanosBefore;

    ClockWatch(Clock clock, ApplicationEventPublisher events) {
        this.clock = clock;
        this.events = events;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        note();
        thread.scheduleWithFixedDelay(this::look, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        thread.shutdownNow();
    }

    void look() {
        Instant expected = before.plusNanos(System.nanoTime() - nanosBefore);
        note();
        Duration set = Duration.between(expected, before);
        if (set.abs().compareTo(LEAST) > 0) {
            log.warn(
                    "The clock was set {} by {}",
                    set.isNegative() ? "back" : "forward",
                    set.abs().truncatedTo(ChronoUnit.SECONDS));
        }
        if (set.negated().compareTo(LEAST) > 0) {
            try {
                events.publishEvent(new ClockSetBack());
            } catch (RuntimeException e) {
                // A later look would not see it.
                log.error("What waits for times that were ahead could not be put right: start the program again", e);
            }
        }
    }

    void note() {
        before = clock.instant();
        nanosBefore = System.nanoTime();
    }
}
