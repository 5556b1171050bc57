package prakat.request.query;

import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.jpa.SpecHints;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Repository;
import prakat.request.PublicationRequest;
import prakat.request.content.Revision;
import prakat.request.content.SearchText;
import prakat.search.SearchGate;
import prakat.search.SearchWords;

/** Reads which requests hold words in their present versions, in the order of their submission. */
@Repository
class RequestHits {

    private static final String SUBMITTED = "submittedAt";

    private final EntityManager entities;

    RequestHits(EntityManager entities) {
        this.entities = entities;
    }

    /** The ids of at most that many, in the order that they say. */
    List<String> ids(Specification<PublicationRequest> wanted, int most) {
        CriteriaBuilder where = entities.getCriteriaBuilder();
        CriteriaQuery<String> query = where.createQuery(String.class);
        Root<PublicationRequest> request = query.from(PublicationRequest.class);
        query.select(request.get("id")).where(wanted.toPredicate(request, query, where));
        return entities.createQuery(query)
                .setHint(SpecHints.HINT_SPEC_QUERY_TIMEOUT, SearchGate.LONGEST)
                .setMaxResults(most)
                .getResultList();
    }

    Optional<Instant> nthBefore(Specification<PublicationRequest> wanted, Instant before, int n) {
        CriteriaBuilder where = entities.getCriteriaBuilder();
        CriteriaQuery<Instant> query = where.createQuery(Instant.class);
        Root<PublicationRequest> request = query.from(PublicationRequest.class);
        query.select(request.get(SUBMITTED))
                .where(wanted.and(submitted(null, before)).toPredicate(request, query, where))
                .orderBy(where.desc(request.get(SUBMITTED)));
        return entities.createQuery(query)
                .setHint(SpecHints.HINT_SPEC_QUERY_TIMEOUT, SearchGate.LONGEST)
                .setFirstResult(n - 1)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    List<RequestHit> holding(
            SearchWords words, Specification<PublicationRequest> wanted, Instant from, Instant before) {
        return hits(wanted.and(submitted(from, before)), (text, where) -> words.words().stream()
                .map(word -> where.gt(where.locate(text.get("content"), word), 0))
                .toList());
    }

    List<RequestHit> ofVersions(Specification<PublicationRequest> wanted, List<Long> revisionIds) {
        return revisionIds.isEmpty()
                ? List.of()
                : hits(wanted, (text, where) -> List.of(text.get("revisionId").in(revisionIds)));
    }

    /** What is asked of the searched copy of a version. */
    private interface Asked {
        List<Predicate> of(Root<SearchText> text, CriteriaBuilder where);
    }

    private List<RequestHit> hits(Specification<PublicationRequest> some, Asked asked) {
        CriteriaBuilder where = entities.getCriteriaBuilder();
        CriteriaQuery<RequestHit> query = where.createQuery(RequestHit.class);
        Root<PublicationRequest> request = query.from(PublicationRequest.class);
        Root<SearchText> text = query.from(SearchText.class);
        Path<Revision> revision = text.join("revision");
        List<Predicate> all = new ArrayList<>(asked.of(text, where));
        all.add(where.equal(revision.get("requestId"), request.get("id")));
        all.add(where.equal(revision.get("round"), request.get("round")));
        all.add(some.toPredicate(request, query, where));
        query.select(where.construct(RequestHit.class, request.get("id"), text.get("heading")))
                .where(all.toArray(Predicate[]::new))
                .orderBy(where.desc(request.get(SUBMITTED)), where.desc(request.get("number")));
        return entities.createQuery(query)
                .setHint(SpecHints.HINT_SPEC_QUERY_TIMEOUT, SearchGate.LONGEST)
                .getResultList();
    }

    private static Specification<PublicationRequest> submitted(Instant from, Instant before) {
        return (request, query, where) -> where.and(
                from == null ? where.conjunction() : where.greaterThanOrEqualTo(request.get(SUBMITTED), from),
                before == null ? where.conjunction() : where.lessThan(request.get(SUBMITTED), before));
    }
}
