package prakat.request;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Requests for steps of the procedure: nobody else takes one until the transaction ends. */
@Component
class LockedRequests {

    private final EntityManager entities;

    LockedRequests(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * The request of that id; empty where there is none. Whoever comes second waits, and then finds it as the first one left
     * it; a transaction that has it already goes on with it.
     */
    Optional<PublicationRequest> find(String id) {
        return Optional.ofNullable(entities.find(PublicationRequest.class, id, LockModeType.PESSIMISTIC_WRITE));
    }
}
