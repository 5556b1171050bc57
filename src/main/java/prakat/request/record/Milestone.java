package prakat.request.record;

import java.util.List;
import prakat.input.Coded;

/**
 * What is counted of requests: what they pass on the way to the website and off it, as their record says. An extension, a
 * review and a new owner are none.
 */
public enum Milestone implements Coded {
    /** Proposed for the first time. A newer version of something is a request of its own; a revision is none. */
    SUBMITTED(on(Event.SUBMITTED, null)),
    /** Sent back to its requester with a reason: by the screening, a director or a web officer. */
    RETURNED(
            on(Event.SCREENED, Outcome.BLOCKED),
            on(Event.CERTIFICATION, Outcome.RETURNED),
            on(Event.VETTING, Outcome.REFUSED)),
    /** Certified by a director, in any of its rounds. */
    CERTIFIED(on(Event.CERTIFICATION, Outcome.CERTIFIED)),
    /** Permitted by a web officer. */
    PERMITTED(on(Event.VETTING, Outcome.PERMITTED)),
    /** Put on the website; not what came too late for its whole period. */
    PUBLISHED(on(Event.PUBLISHED, null)),
    /** Off the website because its period ended or a newer version took its place; not what was never there. */
    TAKEN_DOWN(on(Event.TAKEN_DOWN, null), on(Event.REPLACED, null)),
    /** Taken off the website by a person before its period ended. */
    WITHDRAWN(on(Event.WITHDRAWN, null));

    private final List<Sign> signs;

    Milestone(Sign... signs) {
        this.signs = List.of(signs);
    }

    /**
     * An entry that says that it was passed.
     *
     * @param outcome null for any
     */
    public record Sign(Event event, Outcome outcome) {}

    private static Sign on(Event event, Outcome outcome) {
        return new Sign(event, outcome);
    }

    /** The entries that say so, any of them. */
    public List<Sign> signs() {
        return signs;
    }

    /** Whether the entry says so. */
    boolean isPassedBy(HistoryEntry entry) {
        return signs.stream()
                .anyMatch(sign ->
                        sign.event() == entry.event() && (sign.outcome() == null || sign.outcome() == entry.outcome()));
    }
}
