package prakat.request.query;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.data.support.PageableExecutionUtils;
import org.springframework.stereotype.Component;
import prakat.input.Refusal;
import prakat.input.Texts;
import prakat.organisation.Organisation;
import prakat.organisation.Person;
import prakat.recent.LargeCounts;
import prakat.request.PublicationRequest;
import prakat.request.Readers;
import prakat.search.DocumentSearch;
import prakat.search.Hits;
import prakat.search.SearchGate;
import prakat.search.SearchWords;

/** Finds those of the requests that a reader asks for and may see. */
@Component
class RequestList {

    private static final int LARGEST_PAGE = 100;
    private static final int LONGEST_SEARCH = 200;

    private final LargeCounts<Counted> counts = new LargeCounts<>();

    private final RequestLookup requests;
    private final Readers readers;
    private final Organisation organisation;
    private final Narrowing narrowing;
    private final DocumentSearch search;
    private final SearchGate gate;
    private final RequestHits requestHits;

    /** What is counted, and for whom. */
    private record Counted(Requests.Filter filter, Person reader) {}

    RequestList(
            RequestLookup requests,
            Readers readers,
            Organisation organisation,
            Narrowing narrowing,
            DocumentSearch search,
            SearchGate staffSearches,
            RequestHits requestHits) {
        this.requests = requests;
        this.readers = readers;
        this.organisation = organisation;
        this.narrowing = narrowing;
        this.search = search;
        this.gate = staffSearches;
        this.requestHits = requestHits;
    }

    Requests.Listed of(Requests.Filter filter, Person reader) {
        String order = order(filter);
        Specification<PublicationRequest> wanted = wanted(filter, reader);
        SearchWords words = SearchWords.of(filter.words());
        return words.isEmpty()
                ? page(wanted, order, filter, () -> count(wanted, filter, reader), null)
                : gate.search(() -> found(words, wanted, order, filter));
    }

    /** The filter's order, if all that the filter says can be asked for. */
    private static String order(Requests.Filter filter) {
        List<Refusal.Field> faults = new ArrayList<>();
        if (filter.page() < 0) {
            faults.add(Refusal.Field.of("page", "page"));
        }
        if ((long) filter.page() * filter.size() > Integer.MAX_VALUE) {
            faults.add(Refusal.Field.of("page", "parameter"));
        }
        if (filter.size() < 1 || filter.size() > LARGEST_PAGE) {
            faults.add(Refusal.Field.of("size", "size", LARGEST_PAGE));
        }
        if (filter.words() != null && Texts.length(filter.words()) > LONGEST_SEARCH) {
            faults.add(Refusal.Field.of("words", "too-long", LONGEST_SEARCH));
        }
        String order = filter.sort() == null ? Requests.NEWEST_FIRST : filter.sort();
        if (!Requests.NEAREST_FIRST.equals(order) && !Requests.ORDERS.contains(property(order))) {
            faults.add(Refusal.Field.of(
                    "sort", "sort", String.join(", ", Requests.ORDERS) + ", " + Requests.NEAREST_FIRST));
        }
        if (filter.event() != null && !Requests.EVENTS.contains(filter.event())) {
            faults.add(Refusal.Field.of("event", "event", String.join(", ", Requests.EVENTS)));
        }
        Refusal.throwIfAny(faults);
        return order;
    }

    private Requests.Listed page(
            Specification<PublicationRequest> wanted,
            String order,
            Requests.Filter filter,
            LongSupplier total,
            Instant since) {
        PageRequest asked = PageRequest.of(filter.page(), filter.size());
        List<PublicationRequest> found = requests.findBy(
                wanted.and(sorted(order)), query -> query.slice(asked).getContent());
        Page<PublicationRequest> page = PageableExecutionUtils.getPage(found, asked, total);
        return new Requests.Listed(found, page.getTotalElements(), since);
    }

    private Requests.Listed found(
            SearchWords words, Specification<PublicationRequest> wanted, String order, Requests.Filter filter) {
        boolean newestFirst = Requests.NEWEST_FIRST.equals(order);
        Hits<RequestHit> hits = search.find(
                words,
                new SearchedRequests(requestHits, wanted, words),
                newestFirst ? Hits.enough(filter.page(), filter.size()) : Hits.ENOUGH_TO_SORT);
        if (!newestFirst && !Requests.NEAREST_FIRST.equals(order)) {
            List<String> ids = hits.found().stream().map(RequestHit::id).toList();
            return page(those(ids), order, filter, ids::size, hits.since());
        }
        List<String> onPage = (newestFirst ? hits : hits.nearestFirst(words, RequestHit::heading))
                .page(filter.page(), filter.size()).stream().map(RequestHit::id).toList();
        Map<String, PublicationRequest> byId = requests.byId(onPage);
        return new Requests.Listed(
                onPage.stream().map(byId::get).toList(), hits.found().size(), hits.since());
    }

    /** The ids of all pages in the filter's order, as far as a search has looked; at most that many. */
    List<String> ids(Requests.Filter filter, Person reader, int most) {
        String order = order(filter);
        Specification<PublicationRequest> wanted = wanted(filter, reader);
        SearchWords words = SearchWords.of(filter.words());
        if (words.isEmpty()) {
            return requestHits.ids(wanted.and(sorted(order)), most);
        }
        return gate.search(() -> {
            Hits<RequestHit> hits = search.find(words, new SearchedRequests(requestHits, wanted, words), most);
            List<String> ids = hits.nearestFirst(words, RequestHit::heading).found().stream()
                    .map(RequestHit::id)
                    .toList();
            return Requests.NEAREST_FIRST.equals(order)
                    ? ids
                    : requestHits.ids(those(ids).and(sorted(order)), most);
        });
    }

    private static Specification<PublicationRequest> those(List<String> ids) {
        return (request, query, where) -> request.get("id").in(ids);
    }

    long count(boolean mine, Person reader) {
        Requests.Filter all = Requests.Filter.all(mine);
        return count(wanted(all, reader), all, reader);
    }

    private long count(Specification<PublicationRequest> wanted, Requests.Filter filter, Person reader) {
        return counts.of(new Counted(filter.onFirstPage(), reader), () -> requests.count(wanted));
    }

    private Specification<PublicationRequest> wanted(Requests.Filter filter, Person reader) {
        Specification<PublicationRequest> wanted = visibleTo(reader).and(narrowing.of(filter));
        return filter.mine() ? wanted.and(ownedBy(reader)) : wanted;
    }

    private static String property(String order) {
        return order.startsWith("-") ? order.substring(1) : order;
    }

    /** As the order says, and then the newest number first. Nearness says nothing where no words were asked for. */
    private static Specification<PublicationRequest> sorted(String said) {
        String order = Requests.NEAREST_FIRST.equals(said) ? Requests.NEWEST_FIRST : said;
        return (request, query, where) -> {
            // A count is in no order.
            if (query.getResultType() != Long.class) {
                Expression<?> by = property(order).equals(Requests.TITLE)
                        ? inThaiOrder(Narrowing.present(request, query, where, Requests.TITLE), where)
                        : request.get(property(order));
                query.orderBy(
                        order.startsWith("-") ? where.desc(by) : where.asc(by), where.desc(request.get("number")));
            }
            return null;
        };
    }

    /** A vowel that is written before its consonant is sorted after it. */
    private static Expression<String> inThaiOrder(Expression<String> text, CriteriaBuilder where) {
        return where.function(
                "regexp_replace",
                String.class,
                text,
                where.literal("([เแโใไ])([ก-ฮ])"),
                where.literal("\\2\\1"),
                where.literal("g"));
    }

    private static Specification<PublicationRequest> ownedBy(Person reader) {
        return (request, query, where) -> where.equal(request.get("ownership").get("requester"), reader.id());
    }

    /** As {@link Readers} says of a single request. */
    private Specification<PublicationRequest> visibleTo(Person reader) {
        if (reader.seesAllGroups()) {
            return (request, query, where) -> where.conjunction();
        }
        Set<String> groups = new HashSet<>(reader.staffOf());
        groups.addAll(reader.actingFor());
        List<String> standingIn = standingIn(reader);
        return (request, query, where) -> where.or(
                where.equal(request.get("ownership").get("requester"), reader.id()),
                groups.isEmpty()
                        ? where.disjunction()
                        : request.get("ownership").get("groupCode").in(groups),
                standingIn.isEmpty() ? where.disjunction() : request.get("id").in(standingIn));
    }

    /**
     * Ids of the requests of other groups that fall to the reader because the web officers have a part in them: few, and
     * none for most readers. Directors and deputy directors see what falls to them for who they are.
     */
    private List<String> standingIn(Person reader) {
        Set<String> webOfficers = organisation.standsInForOfficers(reader);
        return webOfficers.isEmpty()
                ? List.of()
                : requests.toVetOf(webOfficers).stream()
                        .filter(request -> readers.maySee(request, reader))
                        .map(PublicationRequest::id)
                        .toList();
    }
}
