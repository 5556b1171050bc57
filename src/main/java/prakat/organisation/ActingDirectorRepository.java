package prakat.organisation;

import java.time.Instant;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface ActingDirectorRepository extends JpaRepository<ActingDirector, String> {

    /** All appointments in force at that instant, in no order. */
    @Query(
            """
            select a from ActingDirector a
            where a.endedBy is null and a.actsFrom <= :at and a.actsUntil > :at""")
    List<ActingDirector> inForce(Instant at);

    /** The person's appointments that nobody has ended. */
    List<ActingDirector> findByPersonAndEndedByIsNull(String person);

    /** The group's appointments that are not over at that instant. */
    @Query(
            """
            select a from ActingDirector a
            where a.groupCode = :group and a.endedBy is null and a.actsUntil > :at
            order by a.actsFrom, a.appointedAt""")
    List<ActingDirector> notOver(String group, Instant at);
}
