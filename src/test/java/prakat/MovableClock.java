package prakat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** The real time, moved: for the procedure and for the engine alike. */
public final class MovableClock extends Clock {

    private Duration offset = Duration.ZERO;

    /** Moves time on. */
    public synchronized void advance(Duration by) {
        offset = offset.plus(by);
        ClockUtil.offset(offset.toMillis());
    }

    /** Moves time to that instant, with an offset as ISO 8601 has it. */
    public void advanceTo(String time) {
        advance(Duration.between(instant(), OffsetDateTime.parse(time).toInstant()));
    }

    /** Back to the real time. */
    public synchronized void reset() {
        offset = Duration.ZERO;
        ClockUtil.reset();
    }

    @Override
    public synchronized Instant instant() {
        return Instant.now().plus(offset).truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }
}
