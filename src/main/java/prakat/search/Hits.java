package prakat.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What a search found.
 *
 * @param found the newest first
 * @param since the instant of the oldest document that was looked at; null where all were, so that nothing is missing
 */
public record Hits<H>(List<H> found, Instant since) {

    /** Of words that many documents hold, so many of the newest at least are put in another order. */
    public static final int ENOUGH_TO_SORT = 100;

    /**
     * How many have to be found for a page of the newest: one more than it shows, to tell whether there is another.
     *
     * @param page from 0
     */
    public static int enough(int page, int size) {
        return (int) Math.min(Integer.MAX_VALUE, (page + 1L) * size + 1);
    }

    /** Whether every document was looked at. */
    public boolean isComplete() {
        return since == null;
    }

    /** Some of them. */
    public Hits<H> those(Predicate<H> wanted) {
        return new Hits<>(found.stream().filter(wanted).toList(), since);
    }

    /**
     * The nearest to the words first: how many of them the heading names, where all of them one after the other count double.
     * Those that are as near as each other stay as they are.
     *
     * @param heading of a hit, folded
     */
    public Hits<H> nearestFirst(SearchWords words, Function<H, String> heading) {
        Map<H, Integer> nearness = new IdentityHashMap<>();
        found.forEach(hit -> nearness.put(hit, words.nearness(heading.apply(hit))));
        List<H> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparing(nearness::get, Comparator.reverseOrder()));
        return new Hits<>(sorted, since);
    }

    /** @param page from 0; empty where there is none */
    public List<H> page(int page, int size) {
        return found.stream().skip((long) page * size).limit(size).toList();
    }
}
