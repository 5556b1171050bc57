package prakat.recent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LargeCountsTest {

    private final AtomicLong now = new AtomicLong();
    private final LargeCounts<String> counts = new LargeCounts<>(now::get);

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 9_999})
    void aPersonsOwnNumbersAreAlwaysTheLast(long few) {
        assertThat(counts.of("mine", () -> few)).isEqualTo(few);
        assertThat(counts.of("mine", () -> few + 1)).isEqualTo(few + 1);
    }

    @Test
    void aLargeOneIsHalfAMinuteOldAtMost() {
        assertThat(counts.of("all", () -> 10_000)).isEqualTo(10_000);
        pass(29);
        assertThat(counts.of("all", () -> 10_001)).isEqualTo(10_000);
        pass(2);
        assertThat(counts.of("all", () -> 10_002))
                .as("not prolonged by being read")
                .isEqualTo(10_002);
    }

    @Test
    void nobodyGetsWhatWasCountedForSomebodyElse() {
        assertThat(counts.of("mine", () -> 20_000)).isEqualTo(20_000);
        assertThat(counts.of("theirs", () -> 30_000)).isEqualTo(30_000);
    }

    private void pass(int seconds) {
        now.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }
}
