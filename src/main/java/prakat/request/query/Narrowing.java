package prakat.request.query;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Subquery;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Component;
import prakat.input.Coded;
import prakat.input.Texts;
import prakat.organisation.office.Office;
import prakat.request.PublicationRequest;
import prakat.request.Status;
import prakat.request.content.Revision;
import prakat.request.query.ProcessView.OpenTask;
import prakat.request.record.HistoryEntry;
import prakat.request.record.Milestone;
import prakat.request.record.ReasonCode;

/** Which requests a filter lets through, but for its words and who reads them. */
@Component
class Narrowing {

    /** More than should ever be late. */
    private static final int MOST_LATE = 2000;

    private final ProcessView process;
    private final Office office;
    private final Clock clock;

    Narrowing(ProcessView process, Office office, Clock clock) {
        this.process = process;
        this.office = office;
        this.clock = clock;
    }

    Specification<PublicationRequest> of(Requests.Filter filter) {
        List<Specification<PublicationRequest>> all = new ArrayList<>();
        if (filter.status() != null) {
            all.add((request, query, where) -> where.equal(request.get("status"), filter.status()));
        }
        if (filter.group() != null) {
            all.add((request, query, where) ->
                    where.equal(request.get("ownership").get("groupCode"), Texts.plain(filter.group())));
        }
        if (filter.category() != null) {
            all.add((request, query, where) ->
                    where.equal(present(request, query, where, "category"), Texts.plain(filter.category())));
        }
        if (filter.late()) {
            List<String> late = process.overdue(clock.instant(), MOST_LATE).stream()
                    .map(OpenTask::processInstanceId)
                    .toList();
            all.add((request, query, where) -> request.get("processInstanceId").in(late));
        }
        all.add(happened(filter));
        return Specification.allOf(all);
    }

    /** What the present version of a request has there. */
    static Subquery<String> present(
            Root<PublicationRequest> request, CriteriaQuery<?> query, CriteriaBuilder where, String property) {
        Subquery<String> present = query.subquery(String.class);
        Root<Revision> revision = present.from(Revision.class);
        return present.select(revision.get(property))
                .where(
                        where.equal(revision.get("requestId"), request.get("id")),
                        where.equal(revision.get("round"), request.get("round")));
    }

    /** What happened, or is to happen, within the filter's days. */
    private Specification<PublicationRequest> happened(Requests.Filter filter) {
        Instant from = filter.from() == null ? null : office.start(filter.from());
        Instant before =
                filter.until() == null ? null : office.start(filter.until().plusDays(1));
        if (filter.reason() != null) {
            return passed(Milestone.RETURNED, filter.reason(), from, before);
        }
        if (Requests.STARTS.equals(filter.event())) {
            return planned(Set.of(Status.SCHEDULED), "publishFrom", from, before)
                    .or(passed(Milestone.PUBLISHED, null, from, before));
        }
        if (Requests.ENDS.equals(filter.event())) {
            Specification<PublicationRequest> planned =
                    planned(Set.of(Status.SCHEDULED, Status.PUBLISHED), "publishUntil", from, before);
            return filter.status() != null && !filter.status().isEnded()
                    ? planned
                    : planned.or(passed(Milestone.TAKEN_DOWN, null, from, before))
                            .or(passed(Milestone.WITHDRAWN, null, from, before));
        }
        return Coded.of(Milestone.class, filter.event())
                .filter(milestone -> milestone != Milestone.SUBMITTED)
                .map(milestone -> passed(milestone, null, from, before))
                .orElse((request, query, where) -> within(request.get("submittedAt"), from, before, where));
    }

    private static Specification<PublicationRequest> planned(
            Set<Status> statuses, String property, Instant from, Instant before) {
        return (request, query, where) ->
                where.and(request.get("status").in(statuses), within(request.get(property), from, before, where));
    }

    /** By each request's own entries: "in" as an alternative of another condition is looked for anew for each request. */
    private static Specification<PublicationRequest> passed(
            Milestone milestone, ReasonCode reason, Instant from, Instant before) {
        return (request, query, where) -> {
            Subquery<Long> those = query.subquery(Long.class);
            Root<HistoryEntry> entry = those.from(HistoryEntry.class);
            Predicate[] signs = milestone.signs().stream()
                    .map(sign -> where.and(
                            where.equal(entry.get("event"), sign.event()),
                            sign.outcome() == null
                                    ? where.conjunction()
                                    : where.equal(entry.get("outcome"), sign.outcome())))
                    .toArray(Predicate[]::new);
            those.select(entry.get("id"))
                    .where(
                            where.equal(entry.get("requestId"), request.get("id")),
                            where.or(signs),
                            reason == null ? where.conjunction() : where.equal(entry.get("reasonCode"), reason),
                            within(entry.get("at"), from, before, where));
            return where.exists(those);
        };
    }

    /**
     * Not before one instant and before another.
     *
     * @param from null for any
     * @param before null for any
     */
    private static Predicate within(Expression<Instant> at, Instant from, Instant before, CriteriaBuilder where) {
        return where.and(
                from == null ? where.conjunction() : where.greaterThanOrEqualTo(at, from),
                before == null ? where.conjunction() : where.lessThan(at, before));
    }
}
