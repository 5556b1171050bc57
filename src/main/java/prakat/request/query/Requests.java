package prakat.request.query;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import prakat.input.Refusal;
import prakat.organisation.Person;
import prakat.organisation.office.Office;
import prakat.request.LoggedRequest;
import prakat.request.PublicationRequest;
import prakat.request.Readers;
import prakat.request.Status;
import prakat.request.content.Attachments;
import prakat.request.content.Period;
import prakat.request.content.PublicationPolicy;
import prakat.request.content.StoredFile;
import prakat.request.query.ProcessView.OpenTask;
import prakat.request.record.Milestone;
import prakat.request.record.ReasonCode;

/** The requests, for those who read them: shows a person only what that person may see. */
@Service
@Transactional(readOnly = true)
public class Requests {

    /** The order of a list in which the nearest to the words come first. */
    public static final String NEAREST_FIRST = "nearness";

    /** The event of a filter by which requests are found whose time on the website begins, or began, within its days. */
    public static final String STARTS = "starts";

    /** The same for those whose time there ends, or ended. */
    public static final String ENDS = "ends";

    /** What days can be of. */
    public static final List<String> EVENTS = Stream.concat(
                    Stream.of(Milestone.values()).map(Milestone::code), Stream.of(STARTS, ENDS))
            .toList();

    static final String TITLE = "title";

    /** What a list is sorted by, other than the nearness to words; {@code -} before it for the other way. */
    public static final List<String> ORDERS = List.of("number", "submittedAt", "publishUntil", TITLE);

    /** The order where none is said. */
    public static final String NEWEST_FIRST = "-submittedAt";

    private final RequestLookup requests;
    private final RequestList list;
    private final Readers readers;
    private final Attachments attachments;
    private final PublicationPolicy policy;
    private final Office office;
    private final Clock clock;

    Requests(
            RequestLookup requests,
            RequestList list,
            Readers readers,
            Attachments attachments,
            PublicationPolicy policy,
            Office office,
            Clock clock) {
        this.requests = requests;
        this.list = list;
        this.readers = readers;
        this.attachments = attachments;
        this.policy = policy;
        this.office = office;
        this.clock = clock;
    }

    /** The newer version that was proposed last and not cancelled; empty where there is none. */
    public Optional<PublicationRequest> updateOf(PublicationRequest request) {
        return Optional.ofNullable(updatesOf(List.of(request)).get(request.id()));
    }

    /** The same for each of the requests, by its id. */
    public Map<String, PublicationRequest> updatesOf(Collection<PublicationRequest> replaced) {
        List<String> ids = replaced.stream()
                .filter(request -> !request.isOpen())
                .map(PublicationRequest::id)
                .toList();
        return ids.isEmpty()
                ? Map.of()
                : requests.findByReplacesInAndStatusNotOrderBySubmittedAt(ids, Status.CANCELLED).stream()
                        .collect(Collectors.toMap(
                                newer -> newer.replaces().orElseThrow(),
                                Function.identity(),
                                (earlier, later) -> later));
    }

    /** The request that it is to replace on the website, or replaced; empty for the first version of something. */
    public Optional<PublicationRequest> replaced(PublicationRequest request) {
        return Optional.ofNullable(replaced(List.of(request)).get(request.id()));
    }

    /** The same for each of the requests, by its id. */
    public Map<String, PublicationRequest> replaced(Collection<PublicationRequest> newer) {
        Map<String, String> ids = newer.stream()
                .filter(request -> request.replaces().isPresent())
                .collect(Collectors.toMap(
                        PublicationRequest::id, request -> request.replaces().orElseThrow()));
        Map<String, PublicationRequest> byId = requests.byId(Set.copyOf(ids.values()));
        return ids.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> byId.get(entry.getValue())));
    }

    /**
     * The latest end to which it may be extended: the policy's longest period, counted from its first day on the website;
     * empty where the policy no longer has its category.
     */
    public Optional<Instant> latestEnd(PublicationRequest request) {
        return policy.category(request.current().category())
                .map(rules -> Period.latest(request.publishFrom(), rules, office.zone()));
    }

    /** The person's own publications about which the person is asked now: what becomes of it, or for a newer version. */
    public List<PublicationRequest> askedOf(Person owner) {
        return requests.asking(owner.id(), clock.instant());
    }

    /** The request of that id, if there is one that the person may see. */
    public PublicationRequest get(String id, Person reader) {
        PublicationRequest request = readers.visible(requests.findById(id), reader);
        LoggedRequest.is(request.number());
        return request;
    }

    /** The file of that number in the present version. */
    public StoredFile attachment(String id, int n, Person reader) {
        return attachments.file(get(id, reader).current(), n);
    }

    /** The file of that number in the version of an earlier round. */
    public StoredFile attachment(String id, int round, int n, Person reader) {
        return get(id, reader).revisions().stream()
                .filter(revision -> revision.round() == round)
                .findFirst()
                .map(revision -> attachments.file(revision, n))
                .orElseThrow(Refusal::notFound);
    }

    /**
     * Which requests are asked for.
     *
     * @param status null for any
     * @param group code; null for any
     * @param category code, of the present version; null for any
     * @param mine only the reader's own
     * @param event what happened to them within the days: the code of a {@link prakat.request.record.Milestone},
     *     {@link #STARTS} or {@link #ENDS}; null for that they were submitted
     * @param reason for which they were returned within the days, whatever the event; null for any
     * @param late only those of which a task should have been done by now
     * @param from the first day on which that happened; null for any
     * @param until the last such day; null for any
     * @param words each of which the present version holds, as {@link prakat.search.SearchWords} says; null or blank for any
     * @param sort {@code number}, {@code submittedAt}, {@code publishUntil} or {@code title}, with {@code -} before it for
     *     the other way, or {@code nearness} to the words; null for the newest first
     * @param page from 0
     * @param size from 1 to 100
     */
    public record Filter(
            Status status,
            String group,
            String category,
            boolean mine,
            String event,
            ReasonCode reason,
            boolean late,
            LocalDate from,
            LocalDate until,
            String words,
            String sort,
            int page,
            int size) {

        /** Which finds all, or all of the reader's own. */
        static Filter all(boolean mine) {
            return new Filter(null, null, null, mine, null, null, false, null, null, null, null, 0, 1);
        }

        /** Which finds as many without looking for words, wherever it begins. */
        Filter onFirstPage() {
            return new Filter(status, group, category, mine, event, reason, late, from, until, null, null, 0, 1);
        }
    }

    /**
     * A page of a list.
     *
     * @param total how many there are on all pages, as far as a search has looked; of ten thousand or more, how many there
     *     were in the last half minute
     * @param since when the oldest was submitted that was looked at for the words; null where all were
     */
    public record Listed(List<PublicationRequest> page, long total, Instant since) {}

    /** The requests that the reader may see. */
    public Listed list(Filter filter, Person reader) {
        return list.of(filter, reader);
    }

    /**
     * The ids of the requests on all pages, in the filter's order, as far as a search has looked.
     *
     * @param most how many at most
     */
    public List<String> ids(Filter filter, Person reader, int most) {
        return list.ids(filter, reader, most);
    }

    /**
     * How many requests the reader may see; of ten thousand or more, how many there were in the last half minute.
     *
     * @param mine only the reader's own
     */
    public long count(boolean mine, Person reader) {
        return list.count(mine, reader);
    }

    /** Those of the requests that the reader may see, in the order of the ids. */
    public List<PublicationRequest> those(Collection<String> ids, Person reader) {
        Map<String, PublicationRequest> byId = requests.byId(ids);
        return ids.stream()
                .map(byId::get)
                .filter(request -> request != null && readers.maySee(request, reader))
                .toList();
    }

    /** The request of each task, in their order; without tasks on requests that the reader may not see. */
    public Map<OpenTask, PublicationRequest> of(List<OpenTask> tasks, Person reader) {
        Map<String, PublicationRequest> byId =
                requests.byId(tasks.stream().map(OpenTask::requestId).toList());
        Map<OpenTask, PublicationRequest> all = new LinkedHashMap<>();
        for (OpenTask task : tasks) {
            PublicationRequest request = byId.get(task.requestId());
            if (request != null && task.isOf(request) && readers.maySee(request, reader)) {
                all.put(task, request);
            }
        }
        return all;
    }
}
