package prakat.request.screening;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ScreeningRepository extends Repository<Screening, Long> {

    Screening save(Screening screening);

    Optional<Screening> findFirstByRequestIdAndRoundOrderByIdDesc(String requestId, int round);

    /** Of all rounds, the oldest first. */
    @Query("select s from Screening s where s.requestId in :requestIds order by s.id")
    List<Screening> ofRequests(Collection<String> requestIds);
}
