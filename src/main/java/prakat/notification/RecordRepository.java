package prakat.notification;

import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import prakat.request.HistoryEntry;
import prakat.request.PublicationRequest;

/** The append-only record, read entry by entry. */
interface RecordRepository extends Repository<HistoryEntry, Long> {

    Optional<HistoryEntry> findById(Long id);

    /** The request that the entry is about. */
    @Query("select entry.request from HistoryEntry entry where entry.id = :id")
    Optional<PublicationRequest> requestOf(Long id);
}
