package prakat.request;

import java.util.Collection;
import org.springframework.data.jpa.repository.JpaRepository;

interface RequestRepository extends JpaRepository<PublicationRequest, String> {

    /** Whether a newer version of a request is in one of those states. */
    boolean existsByReplacesAndStatusIn(String id, Collection<Status> statuses);
}
