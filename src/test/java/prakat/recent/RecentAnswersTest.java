package prakat.recent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RecentAnswersTest {

    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger asked = new AtomicInteger();

    /** The seconds that a lookup takes are what is asked for. */
    private final RecentAnswers<Double, Integer> answers = new RecentAnswers<>(
            seconds -> {
                pass(seconds);
                return asked.incrementAndGet();
            },
            now::get);

    @Test
    void whatTookLongIsKeptForTenTimesAsLong() {
        assertThat(answers.of(6.0)).isEqualTo(1);
        pass(59);
        assertThat(answers.of(6.0)).isEqualTo(1);
        pass(2);
        assertThat(answers.of(6.0)).isEqualTo(2);
    }

    @Test
    void whatIsCountedQuicklyIsCountedAnewEachTime() {
        assertThat(answers.of(0.9)).isEqualTo(1);
        assertThat(answers.of(0.9)).isEqualTo(2);
    }

    private void pass(double seconds) {
        now.addAndGet(Duration.ofMillis((long) (seconds * 1000)).toNanos());
    }
}
