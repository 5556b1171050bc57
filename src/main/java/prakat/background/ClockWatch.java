package prakat.background;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Notices that the machine's clock was set, by comparing it with one that nobody sets. Times that were written by a clock that
 * was ahead would keep work waiting: where it is set back, {@link ClockSetBack} tells those who wrote them.
 */
@Component
class ClockWatch extends Watch {

    private static final Logger log = LoggerFactory.getLogger(ClockWatch.class);

    /** What keeps clocks right moves them by less at a time. */
    private static final Duration LEAST = Duration.ofSeconds(5);

    private final Clock clock;
    private final ApplicationEventPublisher events;

    private Instant before;
    private long nanosBefore;

    ClockWatch(Clock clock, ApplicationEventPublisher events) {
        super("clock-watch", Duration.ofSeconds(5));
        this.clock = clock;
        this.events = events;
    }

    @Override
    void start() {
        note();
        super.start();
    }

    @Override
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
