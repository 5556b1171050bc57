package prakat.request.screening;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.transaction.annotation.Transactional;

interface FileScreeningRepository extends JpaRepository<FileScreening, String> {

    /** Forgets what was found in files that are no longer there. */
    @Modifying
    @Transactional
    @Query(
            nativeQuery = true,
            value = "delete from file_screening where not exists"
                    + " (select 1 from stored_file f where f.sha256 = substring(file_screening.id, 1, 64))")
    void deleteOfFilesThatAreGone();
}
