package prakat.web.desk.request;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import prakat.organisation.Person;
import prakat.publication.Website;
import prakat.request.Action;
import prakat.request.Extension;
import prakat.request.PublicationRequest;
import prakat.request.Rules;
import prakat.request.Status;
import prakat.request.query.ProcessView;
import prakat.request.query.Requests;
import prakat.request.record.Event;
import prakat.request.record.HistoryEntry;
import prakat.request.record.TaskKind;
import prakat.web.desk.content.HistoryLines;
import prakat.web.desk.content.RequestContent;
import prakat.web.desk.content.RequestContents;
import prakat.web.desk.request.RequestPage.AvailableActions;
import prakat.web.desk.request.RequestPage.RelatedRequest;
import prakat.web.desk.request.RequestPage.RequestedExtension;
import prakat.web.desk.request.RequestPage.Upkeep;
import prakat.web.desk.task.Assignees;
import prakat.web.desk.task.DueDates;
import prakat.web.desk.task.OpenTasks;

/** Builds the page of one request. */
@Component
class RequestPages {

    /** Which decision went against an extension. */
    private static final Map<Extension.State, Event> AGAINST = Map.of(
            Extension.State.RETURNED, Event.EXTENSION_CERTIFICATION,
            Extension.State.REFUSED, Event.EXTENSION_VETTING);

    private static final String COCKPIT = "/camunda/app/cockpit/default/#/process-instance/";

    private final Requests requests;
    private final Rules rules;
    private final Website website;
    private final ProcessView process;
    private final Assignees assignees;
    private final OpenTasks openTasks;
    private final DueDates dueDates;
    private final RequestContents requestContents;
    private final HistoryLines historyLines;
    private final Clock clock;

    RequestPages(
            Requests requests,
            Rules rules,
            Website website,
            ProcessView process,
            Assignees assignees,
            OpenTasks openTasks,
            DueDates dueDates,
            RequestContents requestContents,
            HistoryLines historyLines,
            Clock clock) {
        this.requests = requests;
        this.rules = rules;
        this.website = website;
        this.process = process;
        this.assignees = assignees;
        this.openTasks = openTasks;
        this.dueDates = dueDates;
        this.requestContents = requestContents;
        this.historyLines = historyLines;
        this.clock = clock;
    }

    /**
     * The page of a request for this reader. Needs a transaction; the page can be rendered after it.
     *
     * @param from a round to compare, 0 for the version on the website that it is to replace; null for the one before
     *     the later one
     * @param to the same; null for the present one
     */
    RequestPage page(PublicationRequest request, Integer from, Integer to, Person reader, Locale locale) {
        RequestContent content = requestContents.of(request, from, to, locale);
        String address = publicAddress(request);
        return new RequestPage(
                content,
                RequestRows.standing(request),
                assignees.of(request, locale),
                dueDates.of(List.of(request)).get(request.id()),
                process.passage(request).map(ProcessView.Passage::steps).orElse(List.of()),
                historyLines.returned(request, locale).orElse(null),
                request.extension()
                        .map(extension -> requestedExtension(extension, content, locale))
                        .orElse(null),
                upkeep(request, reader, locale),
                requests.replaced(request)
                        .map(earlier -> other(earlier, request, earlier))
                        .orElse(null),
                requests.updateOf(request)
                        .map(newer -> other(newer, newer, request))
                        .orElse(null),
                address,
                actions(content, address, reader));
    }

    /** @param publicAddress null where readers do not see it */
    private AvailableActions actions(RequestContent content, String publicAddress, Person reader) {
        PublicationRequest request = content.request();
        return new AvailableActions(
                openTasks.inTasklist(request, reader).orElse(null),
                rules.allows(Action.REVISE, request, reader),
                rules.allows(Action.CANCEL, request, reader),
                rules.allows(Action.EXTEND, request, reader)
                        && requests.latestEnd(request)
                                .filter(latest -> latest.isAfter(request.publishUntil()))
                                .isPresent(),
                rules.allows(Action.UPDATE, request, reader),
                !content.screening().unanswered().isEmpty() && rules.allows(Action.ANSWER_FINDINGS, request, reader),
                rules.allows(Action.REASSIGN, request, reader),
                rules.allows(Action.WITHDRAW, request, reader),
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

    private RequestedExtension requestedExtension(Extension extension, RequestContent content, Locale locale) {
        Event against = AGAINST.get(extension.state());
        return new RequestedExtension(
                extension,
                assignees.of(content.request(), TaskKind.ON_EXTENSION, locale),
                against == null ? null : content.last(against.code()));
    }

    private Upkeep upkeep(PublicationRequest request, Person reader, Locale locale) {
        return new Upkeep(
                request.upkeep().isAsked(reader, clock.instant())
                        ? request.upkeep().endAnnounced().orElseThrow()
                        : null,
                request.upkeep()
                        .updateRequest()
                        .map(entry -> historyLines.line(entry, locale))
                        .orElse(null),
                request.openReview().map(HistoryEntry::at).orElse(null),
                assignees.of(request, Set.of(TaskKind.REVIEW), locale),
                request.upkeep()
                        .lastReview()
                        .map(entry -> historyLines.line(entry, locale))
                        .orElse(null));
    }

    private String publicAddress(PublicationRequest request) {
        return website.shown(request.number())
                .map(publication -> "/news/" + publication.address())
                .orElse(null);
    }
}
