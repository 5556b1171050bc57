package prakat.web.desk.request;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import prakat.organisation.Capacity;
import prakat.organisation.Office;
import prakat.organisation.Organisation;
import prakat.organisation.Person;
import prakat.organisation.Text;
import prakat.request.Criterion;
import prakat.request.HistoryEntry;
import prakat.request.Outcome;
import prakat.request.PublicationRequest;
import prakat.request.Status;

/** Puts a request's history into words. */
@Component
public class HistoryLines {

    /** Outcomes that say nothing which the event does not say already. */
    private static final Set<String> SAID_BY_THE_EVENT = Set.of(Outcome.RESUBMITTED.code(), Outcome.CANCELLED.code());

    private final Organisation organisation;
    private final Office office;

    HistoryLines(Organisation organisation, Office office) {
        this.organisation = organisation;
        this.office = office;
    }

    /** The whole history, oldest first. */
    List<HistoryLine> of(PublicationRequest request, Locale locale) {
        return request.history().stream().map(entry -> line(entry, locale)).toList();
    }

    /** Why it came back, where it is back with its requester. */
    public Optional<HistoryLine> returned(PublicationRequest request, Locale locale) {
        return request.status() == Status.RETURNED
                ? Optional.ofNullable(lastReturn(of(request, locale), request.round()))
                : Optional.empty();
    }

    /** The last decision that sent the version of that round back; null where the history has none. */
    static HistoryLine lastReturn(List<HistoryLine> history, int round) {
        return history.stream()
                .filter(line -> line.round() == round && line.sentBack())
                .reduce((first, second) -> second)
                .orElse(null);
    }

    /** One entry in words. */
    HistoryLine line(HistoryEntry entry, Locale locale) {
        Text position = office.positions().get(entry.capacity());
        String capacity = position == null ? entry.capacity() : position.in(locale);
        boolean bySystem = Capacity.SYSTEM.code().equals(entry.actor());
        return new HistoryLine(
                entry.at(),
                bySystem ? capacity : entry.actorName(),
                bySystem ? null : capacity,
                entry.event(),
                entry.round(),
                SAID_BY_THE_EVENT.contains(String.valueOf(entry.outcome())) ? null : entry.outcome(),
                entry.reasonCode(),
                isSaidByRemarks(entry) ? null : entry.reason(),
                marked(entry, false),
                marked(entry, true),
                entry.remarks(),
                entry.isReturn(),
                entry.contentSha256(),
                entry.publishUntil(),
                subject(entry));
    }

    private String subject(HistoryEntry entry) {
        return HistoryEntry.Event.REASSIGNED.code().equals(entry.event())
                ? organisation.person(entry.subject()).map(Person::name).orElse(entry.subject())
                : entry.subject();
    }

    /** The forms in Tasklist put the remarks together as the reason: once is enough for a reader. */
    private static boolean isSaidByRemarks(HistoryEntry entry) {
        return entry.reason() != null
                && !entry.remarks().isEmpty()
                && entry.remarks().values().stream().allMatch(entry.reason()::contains);
    }

    private static List<String> marked(HistoryEntry entry, boolean met) {
        Map<String, Boolean> checklist = entry.checklist();
        return Arrays.stream(Criterion.values())
                .map(Criterion::code)
                .filter(criterion -> Boolean.valueOf(met).equals(checklist.get(criterion)))
                .toList();
    }
}
