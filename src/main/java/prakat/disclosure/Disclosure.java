package prakat.disclosure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import prakat.publication.Disclosed;

/**
 * An item and what readers find of it now.
 *
 * @param published what discloses it, the newest first; empty where nothing does
 * @param end from when on nothing of that is public any more; null where nothing is now
 * @param due the day by whose end it has to be public: its own, or that of the assessment; null for none
 */
public record Disclosure(DisclosureItem item, List<Disclosed> published, State state, Instant end, LocalDate due) {

    /** Whether nothing of it is public. */
    public boolean isMissing() {
        return published.isEmpty();
    }
}
