package prakat.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RushTest {

    private static final Duration SHORT = Duration.ofMillis(200);

    private final Rush rush = new Rush();

    @Test
    void whatMayComeLaterWaitsUntilItIsOver() throws Exception {
        rush.giveWay();
        rush.is(true);
        CompletableFuture<Void> later = CompletableFuture.runAsync(rush::giveWay);
        TimeUnit.MILLISECONDS.sleep(SHORT.toMillis());
        assertThat(later).isNotDone();

        rush.is(false);
        later.get();
    }

    @Test
    void whatWaitsGoesOnWhereItLasts() {
        Rush lasting = new Rush(SHORT);
        long begin = System.nanoTime();
        lasting.is(true);
        lasting.is(true);

        lasting.giveWay();

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(SHORT);
    }

    @Test
    void nothingWaitsWhileTheProgramStops() throws Exception {
        rush.is(true);
        CompletableFuture<Void> later = CompletableFuture.runAsync(rush::giveWay);

        rush.stop();

        later.get();
        rush.is(true);
        rush.giveWay();
    }
}
