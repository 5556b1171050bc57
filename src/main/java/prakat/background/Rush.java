package prakat.background;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Time in which more is due on this node than it can do, as where many periods end in one moment. What may come a little later
 * gives way to what is late: telling people of a takedown takes longer than the takedown.
 */
@Component
public class Rush {

    /** Both are done beside each other then: nobody waits for longer than that. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Duration longest;

    private boolean isOn;
    private boolean isStopped;
    private long since;

    /** Made by Spring; also for tests. */
    public Rush() {
        this(LONGEST);
    }

    Rush(Duration longest) {
        this.longest = longest;
    }

    /** Whether more is due at this moment than can be done. */
    public synchronized void is(boolean on) {
        if (on && !isOn) {
            since = System.nanoTime();
        }
        isOn = on;
        notifyAll();
    }

    /** Waits until it is over, or has lasted for long. */
    public synchronized void giveWay() {
        try {
            for (long left = left(); left > 0; left = left()) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** In nanoseconds, for how long others have to wait for it. */
    public synchronized long left() {
        return isOn && !isStopped ? longest.toNanos() - (System.nanoTime() - since) : 0;
    }

    /** Before schedulers stop, which wait for what is under way. */
    @EventListener(ContextClosedEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    synchronized void stop() {
        isStopped = true;
        notifyAll();
    }
}
