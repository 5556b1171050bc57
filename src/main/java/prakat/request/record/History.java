package prakat.request.record;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Embeddable;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hibernate.annotations.OptimisticLock;

/** A request's whole record, and what follows from it. Entries are only ever added. */
@Embeddable
public class History {

    // The entries name their request themselves, so that adding one costs one insert.
    @OneToMany(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "requestId", insertable = false, updatable = false)
    @OrderBy("id")
    @OptimisticLock(excluded = true)
    private List<HistoryEntry> entries = new ArrayList<>();

    /**
     * Adds an entry.
     *
     * @param round the round of the version that it is about
     * @param contentSha256 that version's digest
     */
    public HistoryEntry add(String requestId, int round, String contentSha256, Fact fact, Instant at) {
        HistoryEntry entry = new HistoryEntry(requestId, round, contentSha256, fact, at);
        entries.add(entry);
        return entry;
    }

    /** All entries, oldest first. */
    public List<HistoryEntry> entries() {
        return List.copyOf(entries);
    }

    /** The last one of those events; empty where none of them ever happened. */
    public Optional<HistoryEntry> last(Event... events) {
        List<Event> wanted = Arrays.asList(events);
        return last(entry -> wanted.contains(entry.event()));
    }

    /** The last decision that sent it back; empty where none did. */
    public Optional<HistoryEntry> lastReturn() {
        return last(HistoryEntry::isReturn);
    }

    /** Whether that was decided in that round on exactly that content. */
    public boolean isDecided(Event event, Outcome outcome, int round, String contentSha256) {
        return entries.stream()
                .anyMatch(entry -> entry.event() == event
                        && entry.outcome() == outcome
                        && entry.round() == round
                        && entry.contentSha256().equals(contentSha256));
    }

    /** Who proposed the version of that round. */
    public Set<String> authors(int round) {
        return entries.stream()
                .filter(entry -> entry.round() == round && Event.PROPOSALS.contains(entry.event()))
                .map(HistoryEntry::actor)
                .collect(Collectors.toSet());
    }

    private Optional<HistoryEntry> last(Predicate<HistoryEntry> wanted) {
        return entries.stream().filter(wanted).reduce((earlier, later) -> later);
    }
}
