package prakat.demo;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/** What people are going to do, and when; the program's clock goes along with it, and the engine's timers fire on the way. */
final class Agenda {

    private final DemoClock clock;
    private final EngineTimers timers;
    private final PriorityQueue<Item> items =
            new PriorityQueue<>(Comparator.comparing(Item::at).thenComparing(Item::n));
    private long count;

    private record Item(Instant at, long n, Runnable what) {}

    Agenda(DemoClock clock, EngineTimers timers) {
        this.clock = clock;
        this.timers = timers;
    }

    /** Somebody will do that. */
    void add(Instant at, Runnable what) {
        items.add(new Item(at, count++, what));
    }

    /** Does what is due until then, in its order; what comes later is never done. */
    void liveUntil(Instant end) {
        for (Item next = items.poll(); next != null && next.at().isBefore(end); next = items.poll()) {
            fireUntil(next.at());
            clock.advanceTo(next.at());
            next.what().run();
        }
        fireUntil(end);
    }

    private void fireUntil(Instant end) {
        timers.fireUntil(end, clock::advanceTo);
    }
}
