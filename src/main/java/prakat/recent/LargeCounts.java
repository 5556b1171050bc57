package prakat.recent;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Counts, of which a database has to look at everything that it counts. Of ten thousand or more nobody needs the last one: such a
 * count is given again for half a minute. What is less is counted anew each time.
 *
 * @param <K> what was counted, and for whom
 */
public final class LargeCounts<K> {

    private static final long LARGE = 10_000;
    private static final Duration KEPT = Duration.ofSeconds(30);

    /** A key holds all that was asked for, which may be long. */
    private static final int MOST = 100;

    private final Cache<K, Long> counts;

    public LargeCounts() {
        this(Ticker.systemTicker());
    }

    LargeCounts(Ticker ticker) {
        counts = Caffeine.newBuilder()
                .maximumSize(MOST)
                .ticker(ticker)
                .expireAfterWrite(KEPT)
                .build();
    }

    /** The count: the recent one, if there is one, or what is counted now. */
    public long of(K key, LongSupplier count) {
        return recent(key).orElseGet(() -> {
            long counted = count.getAsLong();
            put(key, counted);
            return counted;
        });
    }

    /** What was counted in the last half minute; empty where nothing was, or where it is not large. */
    public Optional<Long> recent(K key) {
        return Optional.ofNullable(counts.getIfPresent(key));
    }

    /** To be given again, if it is large. */
    public void put(K key, long counted) {
        if (counted >= LARGE) {
            counts.put(key, counted);
        }
    }
}
