package prakat.crash;

import java.util.Map;
import java.util.TreeMap;

/** How often things happened, by their name. */
final class Counts {

    private final Map<String, Integer> counts = new TreeMap<>();

    /** Once more. */
    synchronized int add(String what) {
        return counts.merge(what, 1, Integer::sum);
    }

    synchronized void set(String what, int count) {
        counts.put(what, count);
    }

    @Override
    public synchronized String toString() {
        return counts.toString();
    }
}
