package prakat.recent;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.function.Function;

/**
 * Answers that may take long. One that did is given again until it is ten times as old as it took; who asks meanwhile waits for the
 * one who is at it. What was answered within a second is looked up anew each time.
 */
public final class RecentAnswers<K, V> {

    private static final Duration LONG = Duration.ofSeconds(1);
    private static final int TIMES = 10;
    private static final int MOST = 100;

    private final LoadingCache<K, Answer<V>> answers;

    private record Answer<V>(V answer, Duration kept) {}

    /** @param lookup what gives the answers; what it throws, who asks gets */
    public RecentAnswers(Function<K, V> lookup) {
        this(lookup, Ticker.systemTicker());
    }

    RecentAnswers(Function<K, V> lookup, Ticker ticker) {
        answers = Caffeine.newBuilder()
                .maximumSize(MOST)
                .ticker(ticker)
                .expireAfter(Expiry.<K, Answer<V>>creating((key, answer) -> answer.kept()))
                .build(key -> answer(key, lookup, ticker));
    }

    /** The answer, which may be as old as that. */
    public V of(K key) {
        return answers.get(key).answer();
    }

    private static <K, V> Answer<V> answer(K key, Function<K, V> lookup, Ticker ticker) {
        long begun = ticker.read();
        V answer = lookup.apply(key);
        Duration took = Duration.ofNanos(ticker.read() - begun);
        return new Answer<>(answer, took.compareTo(LONG) < 0 ? Duration.ZERO : took.multipliedBy(TIMES));
    }
}
