package prakat.request;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface RequestRepository extends JpaRepository<PublicationRequest, String> {

    /** Whether a newer version of a request is in one of those states. */
    boolean existsByReplacesAndStatusIn(String id, Collection<Status> statuses);

    @Query("select r.id from PublicationRequest r where r.ownership.requester = :requester order by r.id")
    List<String> idsOf(String requester);

    /** How many former people had an account whose id begins so. */
    @Query("select count(distinct r.ownership.requester) from PublicationRequest r"
            + " where r.ownership.requester like concat(:start, '%') escape '!'")
    long countRequesters(String start);
}
