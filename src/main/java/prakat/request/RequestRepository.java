package prakat.request;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface RequestRepository
        extends JpaRepository<PublicationRequest, String>, JpaSpecificationExecutor<PublicationRequest> {

    /** For a step: whoever comes second waits, and then finds the request as the first one left it. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select request from PublicationRequest request where request.id = :id")
    Optional<PublicationRequest> lock(String id);

    @Query("select new prakat.request.OpenRequests$Standing(r.id, r.number, r.status, r.publishFrom, r.publishUntil,"
            + " r.processInstanceId) from PublicationRequest r where r.status in :statuses")
    List<OpenRequests.Standing> standings(Collection<Status> statuses);

    long countByStatusAndPublishUntilBefore(Status status, Instant end);

    /**
     * Of that owner's, those on the website whose owner was asked about the present end and has neither chosen nor asked for
     * another, and those that their owner is to bring up to date.
     */
    @Query(
            """
            select request from PublicationRequest request
            where request.requester = :owner
              and request.status = prakat.request.Status.PUBLISHED
              and request.publishUntil > :now
              and (exists (select 1 from HistoryEntry asked
                           where asked.request = request
                             and asked.event = 'end-announced' and asked.publishUntil = request.publishUntil)
                   and not exists (select 1 from HistoryEntry chosen
                                   where chosen.request = request
                                     and chosen.event = 'lapse-chosen' and chosen.publishUntil = request.publishUntil)
                   and not exists (select 1 from Extension extension
                                   where extension.request = request
                                     and extension.state in (prakat.request.Extension.State.AWAITING_CERTIFICATION,
                                                             prakat.request.Extension.State.AWAITING_VETTING))
                   or exists (select 1 from HistoryEntry reviewed
                              where reviewed.request = request
                                and reviewed.event = 'reviewed' and reviewed.outcome = 'update-requested'
                                and not exists (select 1 from HistoryEntry later
                                                where later.request = request and later.id > reviewed.id
                                                  and later.event in ('reviewed', 'replaced'))))
            order by request.publishUntil, request.number""")
    List<PublicationRequest> asking(String owner, Instant now);

    /** The newer versions of a request that were ever proposed, the latest first. */
    List<PublicationRequest> findByReplacesOrderBySubmittedAtDesc(String id);

    /** Whether a newer version of a request is in one of those states. */
    boolean existsByReplacesAndStatusIn(String id, Collection<Status> statuses);

    /** Those in one of those states that have had another owner. */
    @Query("select request from PublicationRequest request where request.status in :statuses and exists"
            + " (select 1 from HistoryEntry entry where entry.request = request and entry.event = :event)")
    List<PublicationRequest> withEvent(String event, Collection<Status> statuses);
}
