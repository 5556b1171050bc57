package prakat.web.desk.request;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import prakat.organisation.Capacity;
import prakat.organisation.Office;
import prakat.organisation.Organisation;
import prakat.organisation.Person;
import prakat.organisation.Text;
import prakat.publication.Publications;
import prakat.publication.TakedownReason;
import prakat.request.Criterion;
import prakat.request.Extension;
import prakat.request.HistoryEntry;
import prakat.request.Outcome;
import prakat.request.ProcessView;
import prakat.request.PublicationRequest;
import prakat.request.Requests;
import prakat.request.Status;
import prakat.request.content.PublicationPolicy;
import prakat.request.content.Revision;
import prakat.web.Dates;
import prakat.web.desk.request.Sheet.Doors;
import prakat.web.desk.request.Sheet.Earlier;
import prakat.web.desk.request.Sheet.Line;
import prakat.web.desk.request.Sheet.Other;
import prakat.web.desk.request.Sheet.Upkeep;
import prakat.web.desk.request.Sheet.Wish;

/** Puts requests into the shapes that the desk's pages show. */
@Component
public class Sheets {

    /** Outcomes that say nothing which the event does not say already. */
    private static final Set<String> SAID_BY_THE_EVENT = Set.of(Outcome.RESUBMITTED.code(), Outcome.CANCELLED.code());

    private static final Set<Status> ENDED = Set.of(Status.TAKEN_DOWN, Status.WITHDRAWN, Status.CANCELLED);

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
    private final Holders holders;
    private final Duties duties;
    private final Due.Dates dues;
    private final Dates dates;
    private final MessageSource messages;
    private final Clock clock;

    Sheets(
            Requests requests,
            Publications publications,
            PublicationPolicy policy,
            ProcessView process,
            Organisation organisation,
            Office office,
            Holders holders,
            Duties duties,
            Due.Dates dues,
            Dates dates,
            MessageSource messages,
            Clock clock) {
        this.requests = requests;
        this.publications = publications;
        this.policy = policy;
        this.process = process;
        this.organisation = organisation;
        this.office = office;
        this.holders = holders;
        this.duties = duties;
        this.dues = dues;
        this.dates = dates;
        this.messages = messages;
        this.clock = clock;
    }

    public List<Row> rows(List<PublicationRequest> requests, Locale locale) {
        Map<String, Due> due = dues.of(requests);
        return requests.stream()
                .map(request -> new Row(
                        request.id(),
                        request.number(),
                        request.current().title(),
                        standing(request),
                        office.groupName(request.groupCode(), locale),
                        request.requesterName(),
                        holders.inAll(request, locale),
                        request.statusSince(),
                        due.get(request.id()).at(),
                        due.get(request.id()).late(),
                        ENDED.contains(request.status())))
                .toList();
    }

    Sheet sheet(PublicationRequest request, Person reader, Locale locale) {
        // Read here, within the transaction: a page is made after it.
        List<Revision> revisions = request.revisions();
        revisions.forEach(Revision::attachments);
        List<Line> history = history(request, locale);
        String address = publicAddress(request);
        return new Sheet(
                request,
                standing(request),
                request.current(),
                policy.categoryName(request.current().category(), locale),
                office.groupName(request.groupCode(), locale),
                holders.of(request, locale),
                dues.of(List.of(request)).get(request.id()),
                process.passage(request).map(ProcessView.Passage::steps).orElse(List.of()),
                returned(request, locale).orElse(null),
                request.extension()
                        .map(extension -> wish(extension, request, history, locale))
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
                new Doors(
                        duties.inTasklist(request, reader).orElse(null),
                        request.isRevisableBy(reader),
                        request.isCancellableBy(reader),
                        request.isExtendableBy(reader, clock.instant())
                                && requests.latestEnd(request)
                                        .filter(latest -> latest.isAfter(request.publishUntil()))
                                        .isPresent(),
                        request.isUpdatableBy(reader, clock.instant())
                                && requests.openUpdateOf(request).isEmpty(),
                        requests.isReassignableBy(request, reader),
                        address != null
                                && organisation
                                        .withdrawsAs(reader, request.groupCode())
                                        .isPresent(),
                        reader.administrator() && !ENDED.contains(request.status())
                                ? COCKPIT + request.processInstanceId()
                                : null));
    }

    /** What ended by a newer version did not end by its period, which is all that the status says. */
    private static String standing(PublicationRequest request) {
        return request.isReplaced()
                ? TakedownReason.REPLACED.code()
                : request.status().code();
    }

    private static Other other(PublicationRequest shown, PublicationRequest newer, PublicationRequest earlier) {
        return new Other(
                shown.id(),
                shown.number(),
                shown.current().title(),
                standing(shown),
                newer.isOpen() && earlier.status() == Status.PUBLISHED);
    }

    /** Why it came back, where it is back with its requester. */
    public Optional<Line> returned(PublicationRequest request, Locale locale) {
        return request.status() == Status.RETURNED
                ? Optional.ofNullable(lastReturn(history(request, locale), request.round()))
                : Optional.empty();
    }

    /**
     * Two versions compared; empty where there is only one.
     *
     * @param from a round, 0 for the version on the website that it is to replace; null for the one before the later one
     * @param to the same; null for the present one
     */
    Optional<Comparison> comparison(PublicationRequest request, Integer from, Integer to, Locale locale) {
        Optional<PublicationRequest> replaced = requests.replaced(request);
        int first = replaced.isPresent() ? 0 : 1;
        if (request.round() <= first) {
            return Optional.empty();
        }
        int one = within(to == null ? request.round() : to, first, request);
        int other = within(from == null ? one - 1 : from, first, request);
        Comparison.Version earlier = version(Math.min(one, other), request, replaced);
        Comparison.Version later = version(Math.max(one, other), request, replaced);
        Revision before = earlier.content();
        Revision after = later.content();
        return Optional.of(Comparison.of(
                earlier,
                later,
                lastReturn(history(request, locale), earlier.round()),
                new Comparison.Names(
                        revision -> policy.categoryName(revision.category(), locale),
                        revision -> revision.startsAtOnce()
                                ? messages.getMessage("submit.at-once", null, locale)
                                : dates.moment(revision.publishFrom(), locale),
                        revision -> dates.moment(
                                isSamePeriodAtOnce(before, after) ? after.publishUntil() : revision.publishUntil(),
                                locale))));
    }

    /** The later version's end lies later only because it was proposed later: its owner changed nothing. */
    private static boolean isSamePeriodAtOnce(Revision before, Revision after) {
        return before.startsAtOnce()
                && after.startsAtOnce()
                && before.duration().equals(after.duration());
    }

    private static Comparison.Version version(
            int round, PublicationRequest request, Optional<PublicationRequest> replaced) {
        return round == 0
                ? new Comparison.Version(
                        0, replaced.orElseThrow(), replaced.orElseThrow().current())
                : new Comparison.Version(round, request, request.revisions().get(round - 1));
    }

    private static int within(int round, int first, PublicationRequest request) {
        return Math.max(first, Math.min(round, request.round()));
    }

    private List<Line> history(PublicationRequest request, Locale locale) {
        return request.history().stream().map(entry -> line(entry, locale)).toList();
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
                .filter(line -> line.round() == round && line.sentBack())
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

    private Wish wish(Extension extension, PublicationRequest request, List<Line> history, Locale locale) {
        HistoryEntry.Event against = AGAINST.get(extension.state());
        return new Wish(
                extension.state().code(),
                extension.publishUntil(),
                extension.reason(),
                extension.requestedAt(),
                holders.ofExtension(request, locale),
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
                request.updateRequest().map(entry -> line(entry, locale)).orElse(null),
                request.openReview().map(HistoryEntry::at).orElse(null),
                holders.ofReview(request, locale),
                request.lastReview().map(entry -> line(entry, locale)).orElse(null));
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

    private String publicAddress(PublicationRequest request) {
        return publications
                .shown(request.number())
                .map(publication -> "/news/" + publication.address())
                .orElse(null);
    }
}
