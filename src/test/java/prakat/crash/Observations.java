package prakat.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was seen while nodes were lost: how often what happened, and what must never be. */
final class Observations {

    private final Map<String, Integer> counts = new TreeMap<>();
    private final List<String> violations = new ArrayList<>();

    /**
     * Counts one more.
     *
     * @return how many there are now
     */
    synchronized int add(String what) {
        return counts.merge(what, 1, Integer::sum);
    }

    synchronized void set(String what, int count) {
        counts.put(what, count);
    }

    /** Keeps the largest value that was seen. */
    synchronized void atLeast(String what, int value) {
        counts.merge(what, value, Math::max);
    }

    /** How often it was counted. */
    synchronized int count(String what) {
        return counts.getOrDefault(what, 0);
    }

    synchronized void violation(String what) {
        violations.add(what);
    }

    synchronized List<String> violations() {
        return List.copyOf(violations);
    }

    /** The counts, by name. */
    @Override
    public synchronized String toString() {
        return counts.toString();
    }
}
