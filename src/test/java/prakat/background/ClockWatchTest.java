package prakat.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import prakat.MovableClock;

class ClockWatchTest {

    private final MovableClock clock = new MovableClock();
    private final List<Object> told = new ArrayList<>();
    private final ClockWatch watch = new ClockWatch(clock, told::add);

    @BeforeEach
    void begin() {
        watch.note();
    }

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    @Test
    void aClockThatIsSetBackIsNoticedOnce() {
        clock.advance(Duration.ofDays(1));
        watch.look();
        watch.look();
        assertThat(told).as("forward, everything that waits is due by itself").isEmpty();

        clock.advance(Duration.ofDays(-1));
        watch.look();
        watch.look();
        assertThat(told).containsExactly(new ClockSetBack());
    }

    @Test
    void aClockThatIsKeptRightIsNoMatter() {
        clock.advance(Duration.ofSeconds(-3));
        watch.look();
        assertThat(told).isEmpty();
    }
}
