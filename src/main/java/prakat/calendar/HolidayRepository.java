package prakat.calendar;

import jakarta.persistence.QueryHint;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.hibernate.jpa.HibernateHints;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;

interface HolidayRepository extends JpaRepository<Holiday, LocalDate> {

    /** Those from one day to another, both included, the earliest first. */
    List<Holiday> findByFallsOnBetweenOrderByFallsOn(LocalDate first, LocalDate last);

    boolean existsByFallsOnBetween(LocalDate first, LocalDate last);

    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("delete from Holiday holiday where holiday.fallsOn between :first and :last")
    void deleteBetween(LocalDate first, LocalDate last);

    /**
     * All days. Asked in the midst of each decision: Hibernate would first compare all that the decision has read, for changes
     * to holidays that it never makes.
     */
    @QueryHints(@QueryHint(name = HibernateHints.HINT_FLUSH_MODE, value = "COMMIT"))
    @Query("select holiday.fallsOn from Holiday holiday")
    Set<LocalDate> days();
}
