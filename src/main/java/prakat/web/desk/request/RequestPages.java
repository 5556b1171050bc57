package prakat.web.desk.request;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import prakat.organisation.Office;
import prakat.organisation.Organisation;
import prakat.organisation.Person;
import prakat.publication.Publications;
import prakat.request.Extension;
import prakat.request.HistoryEntry;
import prakat.request.ProcessView;
import prakat.request.PublicationRequest;
import prakat.request.Requests;
import prakat.request.Status;
import prakat.request.content.PublicationPolicy;
import prakat.request.content.Revision;
import prakat.web.desk.request.RequestPage.EarlierVersion;
import prakat.web.desk.request.RequestPage.RelatedRequest;
import prakat.web.desk.request.RequestPage.RequestedExtension;
import prakat.web.desk.request.RequestPage.Upkeep;

/** Reads all that the page of one request shows. */
@Component
class RequestPages {

    /** Which decision went against an extension. */
    private static final Map<Extension.State, HistoryEntry.Event> AGAINST = Map.of(
            Extension.State.RETURNED, HistoryEntry.Event.EXTENSION_CERTIFICATION,
            Extension.State.REFUSED, HistoryEntry.Event.EXTENSION_VETTING);

    private static final String COCKPIT = "/camunda/app/cockpit/default/#/process-instance/";

    private final Requests requests;
    private final Publications publications;
    private final PublicationPolicy policy;
    private final ProcessView process;
    private final Organisation organisation;
    private final Office office;
    private final Assignees assignees;
    private final OpenTasks openTasks;
    private final DueDates dueDates;
    private final HistoryLines historyLines;
    private final Clock clock;

    RequestPages(
            Requests requests,
            Publications publications,
            PublicationPolicy policy,
            ProcessView process,
            Organisation organisation,
            Office office,
            Assignees assignees,
            OpenTasks openTasks,
            DueDates dueDates,
            HistoryLines historyLines,
            Clock clock) {
        this.requests = requests;
        this.publications = publications;
        this.policy = policy;
        this.process = process;
        this.organisation = organisation;
        this.office = office;
        this.assignees = assignees;
        this.openTasks = openTasks;
        this.dueDates = dueDates;
        this.historyLines = historyLines;
        this.clock = clock;
    }

    /** The page of a request, as this reader may see it; within a transaction, which the page itself is not. */
    RequestPage page(PublicationRequest request, Person reader, Locale locale) {
        // Read here, within the transaction: a page is made after it.
        List<Revision> revisions = request.revisions();
        revisions.forEach(Revision::attachments);
        List<HistoryLine> history = historyLines.of(request, locale);
        String address = publicAddress(request);
        return new RequestPage(
                request,
                RequestRows.standing(request),
                request.current(),
                policy.categoryName(request.current().category(), locale),
                office.groupName(request.groupCode(), locale),
                assignees.of(request, locale),
                dueDates.of(List.of(request)).get(request.id()),
                process.passage(request).map(ProcessView.Passage::steps).orElse(List.of()),
                historyLines.returned(request, locale).orElse(null),
                request.extension()
                        .map(extension -> requestedExtension(extension, request, history, locale))
                        .orElse(null),
                upkeep(request, reader, locale),
                requests.replaced(request)
                        .map(earlier -> other(earlier, request, earlier))
                        .orElse(null),
                requests.updateOf(request)
                        .map(newer -> other(newer, newer, request))
                        .orElse(null),
                history,
                earlier(revisions, history),
                address,
                actions(request, address, reader));
    }

    /** @param publicAddress null where readers do not see it */
    private AvailableActions actions(PublicationRequest request, String publicAddress, Person reader) {
        return new AvailableActions(
                openTasks.inTasklist(request, reader).orElse(null),
                request.isRevisableBy(reader),
                request.isCancellableBy(reader),
                request.isExtendableBy(reader, clock.instant())
                        && requests.latestEnd(request)
                                .filter(latest -> latest.isAfter(request.publishUntil()))
                                .isPresent(),
                request.isUpdatableBy(reader, clock.instant())
                        && requests.openUpdateOf(request).isEmpty(),
                requests.isReassignableBy(request, reader),
                publicAddress != null
                        && organisation.withdrawsAs(reader, request.groupCode()).isPresent(),
                reader.administrator() && !RequestRows.ENDED.contains(request.status())
                        ? COCKPIT + request.processInstanceId()
                        : null);
    }

    private static RelatedRequest other(
            PublicationRequest shown, PublicationRequest newer, PublicationRequest earlier) {
        return new RelatedRequest(
                shown.id(),
                shown.number(),
                shown.current().title(),
                RequestRows.standing(shown),
                newer.isOpen() && earlier.status() == Status.PUBLISHED);
    }

    private static List<EarlierVersion> earlier(List<Revision> revisions, List<HistoryLine> history) {
        List<EarlierVersion> earlier = new ArrayList<>(revisions.stream()
                .limit(revisions.size() - 1L)
                .map(revision -> new EarlierVersion(revision, HistoryLines.lastReturn(history, revision.round())))
                .toList());
        Collections.reverse(earlier);
        return List.copyOf(earlier);
    }

    private RequestedExtension requestedExtension(
            Extension extension, PublicationRequest request, List<HistoryLine> history, Locale locale) {
        HistoryEntry.Event against = AGAINST.get(extension.state());
        return new RequestedExtension(
                extension.state().code(),
                extension.publishUntil(),
                extension.reason(),
                extension.requestedAt(),
                assignees.ofExtension(request, locale),
                extension.stateSince(),
                history.stream()
                        .filter(line -> against != null && against.code().equals(line.event()))
                        .reduce((first, second) -> second)
                        .orElse(null));
    }

    private Upkeep upkeep(PublicationRequest request, Person reader, Locale locale) {
        return new Upkeep(
                request.isAskedBeforeEnd(reader, clock.instant())
                        ? request.endAnnounced().orElseThrow()
                        : null,
                request.updateRequest()
                        .map(entry -> historyLines.line(entry, locale))
                        .orElse(null),
                request.openReview().map(HistoryEntry::at).orElse(null),
                assignees.ofReview(request, locale),
                request.lastReview()
                        .map(entry -> historyLines.line(entry, locale))
                        .orElse(null));
    }

    private String publicAddress(PublicationRequest request) {
        return publications
                .shown(request.number())
                .map(publication -> "/news/" + publication.address())
                .orElse(null);
    }
}
