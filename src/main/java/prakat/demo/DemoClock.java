package prakat.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** The program's clock and the engine's, together set back while requests of the past are made; it never stands still. */
final class DemoClock extends Clock {

    private final Clock real;
    private volatile Duration ahead = Duration.ZERO;

    DemoClock(Clock real) {
        this.real = real;
    }

    /** It is that time now. */
    void set(Instant now) {
        ahead = Duration.between(real.instant(), now);
        ClockUtil.offset(ahead.toMillis());
    }

    /** It is that time now, unless it is later already. */
    void advanceTo(Instant now) {
        if (now.isAfter(instant())) {
            set(now);
        }
    }

    /** Back to the real time, for good. */
    void release() {
        ahead = Duration.ZERO;
        ClockUtil.reset();
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(real.withZone(zone), ahead);
    }
}
