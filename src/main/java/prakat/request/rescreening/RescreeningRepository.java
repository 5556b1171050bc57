package prakat.request.rescreening;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import prakat.request.Status;

interface RescreeningRepository extends Repository<Rescreening, Long> {

    Rescreening save(Rescreening rescreening);

    Optional<Rescreening> findById(Long id);

    List<Rescreening> findAllByOrderByIdDesc(Limit limit);

    boolean existsByUnderWayTrue();

    /** Requests whose present version was screened, in those states. */
    String SCREENED = "from PublicationRequest r where r.status in :statuses and r.screened";

    @Query("select count(r) " + SCREENED)
    long count(Collection<Status> statuses);

    @Query("select r.id " + SCREENED + " and r.id > :after order by r.id")
    List<String> after(String after, Collection<Status> statuses, Limit limit);

    /** The last look at each version that is public. */
    String OF_WHAT_IS_PUBLIC = "from PublicationRequest r join Screening s on s.requestId = r.id and s.round = r.round"
            + " where r.status = prakat.request.Status.PUBLISHED"
            + " and not exists (select 1 from Screening t where t.requestId = r.id and t.round = r.round and t.id > s.id)";

    /** What was found since it is public: what was found before was answered by those who let it go on. */
    @Query("select new prakat.request.rescreening.PublicFindings(r, s) " + OF_WHAT_IS_PUBLIC
            + " and s.unanswered > 0 and s.at >= r.statusSince order by s.id desc")
    Slice<PublicFindings> unanswered(Pageable page);

    @Query("select count(r) " + OF_WHAT_IS_PUBLIC + " and s.rules = :rules")
    long countUnder(String rules);
}
