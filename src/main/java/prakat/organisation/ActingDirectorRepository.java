package prakat.organisation;

import java.time.Instant;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface ActingDirectorRepository extends JpaRepository<ActingDirector, String> {

    /** The accounts that act for the group's director at that instant. */
    @Query(
            """
            select a.person from ActingDirector a
            where a.groupCode = :group and a.endedBy is null and a.actsFrom <= :at and a.actsUntil > :at""")
    List<String> actingFor(String group, Instant at);

    /** The groups for whose directors the account acts at that instant. */
    @Query(
            """
            select a.groupCode from ActingDirector a
            where a.person = :person and a.endedBy is null and a.actsFrom <= :at and a.actsUntil > :at""")
    List<String> groupsOf(String person, Instant at);

    /** The account's appointments in force at that instant, the one that ends first before the others. */
    @Query(
            """
            select a from ActingDirector a
            where a.person = :person and a.endedBy is null and a.actsFrom <= :at and a.actsUntil > :at
            order by a.actsUntil, a.groupCode""")
    List<ActingDirector> inForce(String person, Instant at);

    /** The group's appointments that are not over at that instant. */
    @Query(
            """
            select a from ActingDirector a
            where a.groupCode = :group and a.endedBy is null and a.actsUntil > :at
            order by a.actsFrom, a.appointedAt""")
    List<ActingDirector> notOver(String group, Instant at);
}
