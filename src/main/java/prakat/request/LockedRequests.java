package prakat.request;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import prakat.input.Refusal;
import prakat.organisation.Person;

/**
 * Requests for steps of the procedure: nobody else takes one until the transaction ends. A repository, so that a lock that
 * is not to be had is a {@code ConcurrencyFailureException}, which people are told of as a conflict.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class LockedRequests {

    private final EntityManager entities;
    private final Readers readers;

    LockedRequests(EntityManager entities, Readers readers) {
        this.entities = entities;
        this.readers = readers;
    }

    /**
     * The request of that id, for the procedure. A second transaction waits, and then finds it as the first one left it; one
     * that has it already goes on with it.
     *
     * @throws Refusal if there is none
     */
    public PublicationRequest find(String id) {
        return locked(id).orElseThrow(Refusal::notFound);
    }

    /**
     * The same, for a person.
     *
     * @throws Refusal if there is none that this person may see
     */
    public PublicationRequest find(String id, Person actor) {
        return readers.visible(locked(id), actor);
    }

    /** Writes what has changed, before the engine goes on with it. */
    void flush() {
        entities.flush();
    }

    private Optional<PublicationRequest> locked(String id) {
        Optional<PublicationRequest> found =
                Optional.ofNullable(entities.find(PublicationRequest.class, id, LockModeType.PESSIMISTIC_WRITE));
        found.filter(PublicationRequest::isNumbered)
                .map(PublicationRequest::number)
                .ifPresent(LoggedRequest::is);
        return found;
    }
}
