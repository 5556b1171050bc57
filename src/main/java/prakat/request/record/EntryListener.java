package prakat.request.record;

import jakarta.persistence.PostPersist;
import org.springframework.context.ApplicationEventPublisher;

/** Publishes each new entry of the record to the rest of the program. */
class EntryListener {

    private final ApplicationEventPublisher events;

    EntryListener(ApplicationEventPublisher events) {
        this.events = events;
    }

    @PostPersist
    void added(HistoryEntry entry) {
        events.publishEvent(new EntryAdded(entry.id(), entry.event(), entry.outcome()));
    }
}
