package prakat.statistics;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import prakat.request.record.Milestone;

/** What was counted of one group, category or month, or of all; see {@link Statistics} for what counts. */
public final class Tally {

    /** What is counted in hours, too. */
    public static final List<Milestone> TIMED = List.of(Milestone.CERTIFIED, Milestone.PERMITTED, Milestone.PUBLISHED);

    private final Map<Milestone, Long> counts = new EnumMap<>(Milestone.class);
    private final Map<Milestone, IntStream.Builder> seconds = new EnumMap<>(Milestone.class);
    private final Map<Milestone, Hours> hours = new EnumMap<>(Milestone.class);

    Tally() {}

    void add(Milestone milestone) {
        counts.merge(milestone, 1L, Long::sum);
    }

    void took(Milestone milestone, Duration time) {
        seconds.computeIfAbsent(milestone, none -> IntStream.builder()).add((int) time.toSeconds());
    }

    /** Keeps of the times only what people are told. */
    void conclude() {
        seconds.forEach((milestone, times) ->
                hours.put(milestone, Hours.ofSorted(times.build().sorted().toArray())));
        seconds.clear();
    }

    /** How many requests passed it. */
    public long count(Milestone milestone) {
        return counts.getOrDefault(milestone, 0L);
    }

    /** How long it took until then; empty where none passed it, and for all but those that are {@link #TIMED}. */
    public Optional<Hours> hours(Milestone milestone) {
        return Optional.ofNullable(hours.get(milestone));
    }
}
