package prakat.web.desk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import prakat.organisation.Capacity;
import prakat.organisation.Office;
import prakat.organisation.Text;
import prakat.publication.Publications;
import prakat.request.Criterion;
import prakat.request.HistoryEntry;
import prakat.request.Outcome;
import prakat.request.PublicationPolicy;
import prakat.request.PublicationRequest;
import prakat.request.Revision;
import prakat.request.Status;
import prakat.web.desk.Sheet.Earlier;
import prakat.web.desk.Sheet.Line;

/** Puts requests into the shapes that the desk's pages show. */
@Component
class Sheets {

    private static final Set<String> RETURNS = Set.of(Outcome.RETURNED.code(), Outcome.REFUSED.code());

    private final Publications publications;
    private final PublicationPolicy policy;
    private final Office office;
    private final Holders holders;

    Sheets(Publications publications, PublicationPolicy policy, Office office, Holders holders) {
        this.publications = publications;
        this.policy = policy;
        this.office = office;
        this.holders = holders;
    }

    Row row(PublicationRequest request, Locale locale) {
        return new Row(
                request.id(),
                request.number(),
                request.current().title(),
                request.status().code(),
                groupName(request, locale),
                request.requesterName(),
                holders.of(request, locale),
                request.statusSince());
    }

    Sheet sheet(PublicationRequest request, Locale locale) {
        // Read here, within the transaction: a page is made after it.
        List<Revision> revisions = request.revisions();
        revisions.forEach(Revision::attachments);
        List<Line> history =
                request.history().stream().map(entry -> line(entry, locale)).toList();
        return new Sheet(
                request,
                request.current(),
                policy.category(request.current().category())
                        .map(category -> category.name().in(locale))
                        .orElse(request.current().category()),
                groupName(request, locale),
                holders.of(request, locale),
                request.status() == Status.RETURNED ? lastReturn(history, request.round()) : null,
                history,
                earlier(revisions, history),
                publicAddress(request));
    }

    private static List<Earlier> earlier(List<Revision> revisions, List<Line> history) {
        List<Earlier> earlier = new ArrayList<>(revisions.stream()
                .limit(revisions.size() - 1L)
                .map(revision -> new Earlier(revision, lastReturn(history, revision.round())))
                .toList());
        Collections.reverse(earlier);
        return List.copyOf(earlier);
    }

    private static Line lastReturn(List<Line> history, int round) {
        return history.stream()
                .filter(line -> line.round() == round && line.outcome() != null && RETURNS.contains(line.outcome()))
                .reduce((first, second) -> second)
                .orElse(null);
    }

    private Line line(HistoryEntry entry, Locale locale) {
        Text position = office.positions().get(entry.capacity());
        String capacity = position == null ? entry.capacity() : position.in(locale);
        boolean bySystem = Capacity.SYSTEM.code().equals(entry.actor());
        return new Line(
                entry.at(),
                bySystem ? capacity : entry.actorName(),
                bySystem ? null : capacity,
                entry.event(),
                entry.round(),
                entry.outcome(),
                entry.reasonCode(),
                entry.reason(),
                inOrder(entry.checklist()),
                entry.contentSha256());
    }

    private static Map<String, Boolean> inOrder(Map<String, Boolean> checklist) {
        Map<String, Boolean> marks = new LinkedHashMap<>();
        for (Criterion criterion : Criterion.values()) {
            if (checklist.containsKey(criterion.code())) {
                marks.put(criterion.code(), checklist.get(criterion.code()));
            }
        }
        return marks;
    }

    private String publicAddress(PublicationRequest request) {
        return publications
                .byNumber(request.number())
                .filter(answer -> !answer.gone())
                .map(answer -> "/news/" + request.number())
                .orElse(null);
    }

    private String groupName(PublicationRequest request, Locale locale) {
        return office.group(request.groupCode())
                .map(group -> group.name().in(locale))
                .orElse(request.groupCode());
    }
}
