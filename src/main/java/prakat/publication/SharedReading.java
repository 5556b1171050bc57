package prakat.publication;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Something that many read at the same time, and nobody may get from before they asked: those who ask while it is being read
 * share the next reading.
 */
final class SharedReading<T> {

    private final Supplier<T> source;

    /** Held by whoever reads. */
    private final Object turn = new Object();

    /** What those wait for who ask now; null where nobody does. */
    private final AtomicReference<CompletableFuture<T>> next = new AtomicReference<>();

    SharedReading(Supplier<T> source) {
        this.source = source;
    }

    /** @throws RuntimeException that of the source, for all who share the reading */
    T get() {
        CompletableFuture<T> fresh = new CompletableFuture<>();
        CompletableFuture<T> others = next.compareAndExchange(null, fresh);
        if (others == null) {
            readInto(fresh);
        }
        try {
            return (others == null ? fresh : others).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    private void readInto(CompletableFuture<T> reading) {
        T value;
        try {
            synchronized (turn) {
                // Whoever asks from here on may have to be told something newer.
                next.set(null);
                value = source.get();
            }
        } catch (RuntimeException | Error e) {
            reading.completeExceptionally(e);
            return;
        }
        // The next one reads already while these are woken.
        reading.complete(value);
    }
}
