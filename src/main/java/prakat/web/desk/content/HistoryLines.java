package prakat.web.desk.content;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import prakat.input.Coded;
import prakat.organisation.Organisation;
import prakat.organisation.office.Office;
import prakat.request.PublicationRequest;
import prakat.request.Status;
import prakat.request.record.Actor;
import prakat.request.record.Event;
import prakat.request.record.HistoryEntry;
import prakat.request.record.Outcome;

/** Puts a request's history into words. */
@Component
public class HistoryLines {

    /** Outcomes that only repeat the event. */
    private static final Set<Outcome> SAID_BY_THE_EVENT = Set.of(Outcome.RESUBMITTED, Outcome.CANCELLED);

    private final Organisation organisation;
    private final Office office;

    HistoryLines(Organisation organisation, Office office) {
        this.organisation = organisation;
        this.office = office;
    }

    /** The whole history, oldest first. */
    List<HistoryLine> of(PublicationRequest request, Locale locale) {
        return request.history().entries().stream()
                .map(entry -> line(entry, locale))
                .toList();
    }

    /** Why it was returned; empty unless it is with its requester to be revised. */
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
    public HistoryLine line(HistoryEntry entry, Locale locale) {
        String capacity = office.position(entry.capacity()).in(locale);
        boolean bySystem = Actor.SYSTEM.id().equals(entry.actor());
        boolean saidByEvent = entry.outcome() == null || SAID_BY_THE_EVENT.contains(entry.outcome());
        return new HistoryLine(
                entry.at(),
                bySystem ? capacity : entry.actorName(),
                bySystem ? null : capacity,
                entry.event().code(),
                entry.round(),
                saidByEvent ? null : entry.outcome().code(),
                Coded.codeOf(entry.reasonCode()),
                entry.remarksSayReason() ? null : entry.reason(),
                marked(entry, false),
                marked(entry, true),
                remarks(entry),
                entry.isReturn(),
                entry.contentSha256(),
                entry.publishUntil(),
                subject(entry),
                entry.answers());
    }

    private String subject(HistoryEntry entry) {
        return entry.event() == Event.REASSIGNED ? organisation.nameOf(entry.subject()) : entry.subject();
    }

    private static List<String> marked(HistoryEntry entry, boolean met) {
        return entry.checklist().entrySet().stream()
                .filter(mark -> mark.getValue() == met)
                .map(mark -> mark.getKey().code())
                .toList();
    }

    private static Map<String, String> remarks(HistoryEntry entry) {
        return entry.remarks().entrySet().stream()
                .collect(Collectors.toMap(remark -> remark.getKey().code(), Map.Entry::getValue));
    }
}
