package prakat.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SharedReadingTest {

    private static final int READERS = 20;

    private final AtomicInteger source = new AtomicInteger();
    private final AtomicInteger readings = new AtomicInteger();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch allAsked = new CountDownLatch(1);

    private final SharedReading<Integer> shared = new SharedReading<>(() -> {
        int value = source.get();
        if (readings.incrementAndGet() == 1) {
            begun.countDown();
            await(allAsked);
        }
        return value;
    });

    @Test
    void whoAsksWhileItIsReadGetsTheNextReadingAndSharesIt() throws Exception {
        CompletableFuture<Integer> first = CompletableFuture.supplyAsync(shared::get);
        await(begun);
        source.set(1);
        List<CompletableFuture<Integer>> others = IntStream.range(0, READERS)
                .mapToObj(reader -> {
                    CompletableFuture<Integer> answer = new CompletableFuture<>();
                    new Thread(() -> answer.complete(shared.get())).start();
                    return answer;
                })
                .toList();
        TimeUnit.MILLISECONDS.sleep(200);
        allAsked.countDown();

        assertThat(first.get()).isZero();
        for (CompletableFuture<Integer> other : others) {
            assertThat(other.get()).as("not from before it was asked").isEqualTo(1);
        }
        assertThat(readings.get()).as("far fewer than readers").isLessThan(READERS / 2);
        source.set(2);
        assertThat(shared.get()).isEqualTo(2);
    }

    @Test
    void aFailureIsToldAndTheNextReadingIsOfItsOwn() {
        AtomicInteger times = new AtomicInteger();
        SharedReading<Integer> failing = new SharedReading<>(() -> {
            if (times.incrementAndGet() == 1) {
                throw new IllegalStateException("away");
            }
            return 7;
        });

        assertThatThrownBy(failing::get).hasMessage("away");
        assertThat(failing.get()).isEqualTo(7);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
