package prakat.request;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Embeddable;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hibernate.annotations.OptimisticLock;
import prakat.request.content.Revision;
import prakat.request.record.Answer;
import prakat.request.record.Event;
import prakat.request.record.HistoryEntry;
import prakat.request.record.Outcome;

/** A request's whole record, and what follows from it. Entries are only ever added, and by the request alone. */
@Embeddable
public class History {

    // The entries name their request themselves, so that adding one costs one insert.
    @OneToMany(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "requestId", insertable = false, updatable = false)
    @OrderBy("id")
    @OptimisticLock(excluded = true)
    private List<HistoryEntry> entries = new ArrayList<>();

    void add(HistoryEntry entry) {
        entries.add(entry);
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

    /** What was said last to each warning about the version of that round, by the id of what was found. */
    public Map<String, Answer> answers(int round) {
        Map<String, Answer> answers = new HashMap<>();
        entries.stream()
                .filter(entry -> entry.round() == round)
                .flatMap(entry -> entry.answers().stream())
                .forEach(answer -> answers.put(answer.finding(), answer));
        return answers;
    }

    /** Whether that was decided on exactly that version. */
    boolean isDecided(Event event, Outcome outcome, Revision version) {
        return entries.stream()
                .anyMatch(entry -> entry.event() == event
                        && entry.outcome() == outcome
                        && entry.round() == version.round()
                        && entry.contentSha256().equals(version.contentSha256()));
    }

    /** Who proposed the version of that round. */
    Set<String> authors(int round) {
        return entries.stream()
                .filter(entry -> entry.round() == round && Event.PROPOSALS.contains(entry.event()))
                .map(HistoryEntry::actor)
                .collect(Collectors.toSet());
    }

    private Optional<HistoryEntry> last(Predicate<HistoryEntry> wanted) {
        return entries.stream().filter(wanted).reduce((earlier, later) -> later);
    }
}
