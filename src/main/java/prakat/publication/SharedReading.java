package prakat.publication;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Something that many read at the same time, and nobody may get from before they asked: those who ask while it is being read
 * share the next reading.
 */
final class SharedReading<T> {

    private final Supplier<T> source;
    private final AtomicLong asked = new AtomicLong();

    /** The last one of those who asked before the last reading began. */
    private long served;

    private T value;
    private RuntimeException failure;

    SharedReading(Supplier<T> source) {
        this.source = source;
    }

    /** @throws RuntimeException that of the source, for all who share the reading */
    T get() {
        long mine = asked.incrementAndGet();
        synchronized (this) {
            if (mine > served) {
                read();
            }
            if (failure != null) {
                throw failure;
            }
            return value;
        }
    }

    private void read() {
        long all = asked.get();
        failure = null;
        try {
            value = source.get();
        } catch (RuntimeException e) {
            failure = e;
        }
        served = all;
    }
}
