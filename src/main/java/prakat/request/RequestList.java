package prakat.request;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Subquery;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Component;
import prakat.input.Refusal;
import prakat.input.Texts;
import prakat.organisation.Organisation;
import prakat.organisation.Person;
import prakat.request.content.Revision;
import prakat.request.record.Event;
import prakat.request.record.HistoryEntry;

/** Finds those of the requests that a reader asks for and may see. */
@Component
class RequestList {

    private static final int LARGEST_PAGE = 100;
    private static final int LONGEST_SEARCH = 200;

    private final RequestRepository requests;
    private final Organisation organisation;

    RequestList(RequestRepository requests, Organisation organisation) {
        this.requests = requests;
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
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
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
        for (String word : Texts.line(filter.words()).split(" ")) {
            if (!word.isEmpty()) {
                wanted = wanted.and(naming(word));
            }
        }
        return requests.findAll(wanted, PageRequest.of(filter.page(), filter.size(), newestFirst));
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
        Optional<String> officer = organisation.standsInForOfficer(reader);
        return (request, query, where) -> where.or(
                where.equal(request.get("ownership").get("requester"), reader.id()),
                groups.isEmpty()
                        ? where.disjunction()
                        : request.get("ownership").get("groupCode").in(groups),
                officer.isEmpty()
                        ? where.disjunction()
                        : where.and(
                                where.or(
                                        where.equal(request.get("ownership").get("requester"), officer.get()),
                                        where.exists(proposedBy(officer.get(), request, query, where))),
                                where.equal(request.get("status"), Status.AWAITING_VETTING)));
    }

    /** That somebody proposed the present version, who may no longer be its owner. */
    private static Subquery<Integer> proposedBy(
            String author, Root<PublicationRequest> request, CriteriaQuery<?> query, CriteriaBuilder where) {
        Subquery<Integer> proposal = query.subquery(Integer.class);
        Root<HistoryEntry> entry = proposal.from(HistoryEntry.class);
        return proposal.select(entry.get("round"))
                .where(
                        where.equal(entry.get("requestId"), request.get("id")),
                        where.equal(entry.get("round"), request.get("round")),
                        entry.get("event").in(Event.PROPOSALS),
                        where.equal(entry.get("actor"), author));
    }

    /** Found anywhere, not word by word: Thai has no spaces between words. */
    private static Specification<PublicationRequest> naming(String word) {
        String lower = word.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1");
        String number = "%" + Texts.arabicDigits(lower) + "%";
        String title = "%" + lower + "%";
        return (request, query, where) -> {
            Subquery<Integer> present = query.subquery(Integer.class);
            Root<Revision> revision = present.from(Revision.class);
            present.select(revision.get("round"))
                    .where(
                            where.equal(revision.get("requestId"), request.get("id")),
                            where.equal(revision.get("round"), request.get("round")),
                            where.like(where.lower(revision.get("title")), title, '!'));
            return where.or(where.like(request.get("number"), number, '!'), where.exists(present));
        };
    }
}
