package prakat.request.query;

import jakarta.persistence.QueryHint;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.jpa.SpecHints;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;
import org.springframework.data.repository.Repository;
import prakat.request.PublicationRequest;
import prakat.request.Status;
import prakat.search.SearchGate;

/** Reads requests, and only that. */
interface RequestLookup extends Repository<PublicationRequest, String>, JpaSpecificationExecutor<PublicationRequest> {

    Optional<PublicationRequest> findById(String id);

    @Override
    @QueryHints(@QueryHint(name = SpecHints.HINT_SPEC_QUERY_TIMEOUT, value = SearchGate.LONGEST))
    <S extends PublicationRequest, R> R findBy(
            Specification<PublicationRequest> wanted, Function<? super SpecificationFluentQuery<S>, R> read);

    @Override
    @QueryHints(@QueryHint(name = SpecHints.HINT_SPEC_QUERY_TIMEOUT, value = SearchGate.LONGEST))
    long count(Specification<PublicationRequest> wanted);

    List<PublicationRequest> findAllById(Iterable<String> ids);

    /** Those of them that there are, by their ids. */
    default Map<String, PublicationRequest> byId(Collection<String> ids) {
        return findAllById(ids).stream().collect(Collectors.toMap(PublicationRequest::id, Function.identity()));
    }

    @Query(
            "select new prakat.request.query.OpenRequests$Standing(r.id, r.status, r.screened, r.publishFrom, r.publishUntil,"
                    + " r.processInstanceId) from PublicationRequest r where r.status = :status and r.id > :after"
                    + " order by r.id")
    List<OpenRequests.Standing> standings(Status status, String after, Limit limit);

    @Query("select new prakat.request.query.OpenRequests$Disclosing(r.id, r.number, r.ownership.groupCode, r.status,"
            + " v.disclosureItems) from PublicationRequest r join Revision v on v.requestId = r.id and v.round = r.round"
            + " where r.status in :statuses and v.disclosureItems is not null order by r.number")
    List<OpenRequests.Disclosing> disclosing(Collection<Status> statuses);

    /**
     * What holds of a request on which a web officer has to decide: in its present version, on an extension or in a review. Each
     * is an alternative with all other conditions; an "or" in parentheses takes the parsers a second of every start.
     */
    String TO_VET = " request.status = AWAITING_VETTING ";

    String EXTENSION_TO_VET =
            """
             request.status = PUBLISHED and exists (
              select 1 from Extension extension where extension.requestId = request.id and extension.state = AWAITING_VETTING)
            """;

    String TO_REVIEW =
            """
             request.status = PUBLISHED and exists (
              select 1 from HistoryEntry due
              where due.requestId = request.id and due.event = REVIEW_DUE
                and not exists (select 1 from HistoryEntry later
                                where later.requestId = due.requestId and later.id > due.id and later.event = REVIEWED))
            """;

    /** One that the authors own, proposed, asked to extend, or certified. */
    String OF_AUTHORS =
            """
             request.id in (
              select owned.id from PublicationRequest owned where owned.ownership.requester in :authors
              union all
              select entry.requestId from HistoryEntry entry
              where entry.actor in :authors
                and entry.event in (SUBMITTED, REVISED, EXTENSION_REQUESTED, CERTIFICATION, EXTENSION_CERTIFICATION)) and
            """;

    /** For {@link OpenRequests#toDecide}: read in the order of the ids, until the page is full. */
    @Query("select request from PublicationRequest request where "
            + " request.id > :after and request.ownership.groupCode in :certifying and request.status = AWAITING_CERTIFICATION"
            + " or request.id > :after and request.ownership.groupCode in :certifying and request.status = PUBLISHED and exists ("
            + "  select 1 from Extension extension"
            + "  where extension.requestId = request.id and extension.state = AWAITING_CERTIFICATION)"
            + " or request.id > :after and :vetting = true and " + TO_VET
            + " or request.id > :after and :vetting = true and " + EXTENSION_TO_VET
            + " or request.id > :after and :vetting = true and " + TO_REVIEW
            + " order by request.id")
    List<PublicationRequest> toDecide(Collection<String> certifying, boolean vetting, String after, Limit limit);

    /** Requests that wait for a web officer, and that one of those people owns, proposed, asked to extend, or certified. */
    @Query("select request from PublicationRequest request where " + OF_AUTHORS + TO_VET + " or " + OF_AUTHORS
            + EXTENSION_TO_VET + " or " + OF_AUTHORS + TO_REVIEW)
    List<PublicationRequest> toVetOf(Collection<String> authors);

    long countByStatus(Status status);

    long countByStatusAndPublishUntilBefore(Status status, Instant end);

    /**
     * Of that owner's, those on the website whose owner was asked about the present end and has neither chosen nor asked for
     * another, and those that their owner is to bring up to date.
     */
    @Query(
            """
            select request from PublicationRequest request
            where request.ownership.requester = :owner
              and request.status = PUBLISHED
              and request.publishUntil > :now
              and exists (
                select 1 from HistoryEntry asked
                where asked.requestId = request.id
                  and asked.event = END_ANNOUNCED
                  and asked.publishUntil = request.publishUntil
                  and not exists (select 1 from HistoryEntry chosen
                                  where chosen.requestId = request.id
                                    and chosen.event = LAPSE_CHOSEN
                                    and chosen.publishUntil = request.publishUntil)
                  and not exists (select 1 from Extension extension
                                  where extension.requestId = request.id
                                    and extension.state in (AWAITING_CERTIFICATION, AWAITING_VETTING))
                union all
                select 1 from HistoryEntry reviewed
                where reviewed.requestId = request.id
                  and reviewed.event = REVIEWED
                  and reviewed.outcome = UPDATE_REQUESTED
                  and not exists (select 1 from HistoryEntry later
                                  where later.requestId = request.id and later.id > reviewed.id
                                    and later.event in (REVIEWED, REPLACED)))
            order by request.publishUntil, request.number""")
    List<PublicationRequest> asking(String owner, Instant now);

    /** The newer versions of requests that were proposed and are not in that state, the latest last. */
    List<PublicationRequest> findByReplacesInAndStatusNotOrderBySubmittedAt(Collection<String> ids, Status status);
}
