package prakat.request;

import jakarta.persistence.LockModeType;
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
}
