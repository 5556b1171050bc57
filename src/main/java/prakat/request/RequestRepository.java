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
}
