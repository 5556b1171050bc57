package prakat.notification;

import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import prakat.request.PublicationRequest;
import prakat.request.record.HistoryEntry;

/** The append-only record, read entry by entry. */
interface RecordRepository extends Repository<HistoryEntry, Long> {

    Optional<HistoryEntry> findById(Long id);

    /** The request that the entry is about. */
    @Query("select request from PublicationRequest request, HistoryEntry entry"
            + " where entry.id = :id and request.id = entry.requestId")
    Optional<PublicationRequest> requestOf(Long id);
}
