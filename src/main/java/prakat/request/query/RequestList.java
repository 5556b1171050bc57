package prakat.request.query;

import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Subquery;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Component;
import prakat.input.Refusal;
import prakat.input.Texts;
import prakat.organisation.Organisation;
import prakat.organisation.Person;
import prakat.request.PublicationRequest;
import prakat.request.Readers;
import prakat.request.content.Revision;
import prakat.request.content.SearchText;
import prakat.search.SearchGate;
import prakat.search.SearchWords;

/** Finds those of the requests that a reader asks for and may see. */
@Component
class RequestList {

    private static final int LARGEST_PAGE = 100;
    private static final int LONGEST_SEARCH = 200;

    private final RequestLookup requests;
    private final Readers readers;
    private final Organisation organisation;
    private final SearchGate gate;

    RequestList(RequestLookup requests, Readers readers, Organisation organisation, SearchGate staffSearches) {
        this.gate = staffSearches;
        this.requests = requests;
        this.readers = readers;
        this.organisation = organisation;
    }

    /** The newest first. */
    Page<PublicationRequest> of(Requests.Filter filter, Person reader) {
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
        Refusal.throwIfAny(faults);
        Sort newestFirst = Sort.by(Sort.Direction.DESC, "submittedAt", "number");
        Specification<PublicationRequest> wanted = visibleTo(reader);
        if (filter.status() != null) {
            wanted = wanted.and((request, query, where) -> where.equal(request.get("status"), filter.status()));
        }
        if (filter.group() != null) {
            wanted = wanted.and((request, query, where) ->
                    where.equal(request.get("ownership").get("groupCode"), Texts.plain(filter.group())));
        }
        if (filter.mine()) {
            wanted = wanted.and(ownedBy(reader));
        }
        Pageable page = PageRequest.of(filter.page(), filter.size(), newestFirst);
        SearchWords words = SearchWords.of(filter.words());
        if (words.isEmpty()) {
            return requests.findAll(wanted, page);
        }
        Specification<PublicationRequest> found = wanted.and(holding(words));
        return gate.search(() -> requests.findAll(found, page));
    }

    long count(boolean mine, Person reader) {
        return requests.count(mine ? visibleTo(reader).and(ownedBy(reader)) : visibleTo(reader));
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

    /** In the present version, as on the website. */
    private static Specification<PublicationRequest> holding(SearchWords words) {
        return (request, query, where) -> {
            Subquery<Long> present = query.subquery(Long.class);
            Root<SearchText> text = present.from(SearchText.class);
            Path<Revision> revision = text.get("revision");
            present.select(text.get("revisionId"))
                    .where(Stream.concat(
                                    Stream.of(
                                            where.equal(revision.get("requestId"), request.get("id")),
                                            where.equal(revision.get("round"), request.get("round"))),
                                    words.patterns().stream()
                                            .map(pattern -> where.like(text.get("content"), pattern, '!')))
                            .toArray(Predicate[]::new));
            return where.exists(present);
        };
    }
}
