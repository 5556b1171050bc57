package prakat.monitoring;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import prakat.request.LoggedRequest;
import prakat.request.record.EntryAdded;
import prakat.request.record.Event;
import prakat.request.record.Outcome;
import prakat.request.record.TaskKind;

/**
 * Counts and logs what was added to the record, once it is committed: submissions, decisions, takedowns and the rest. Each
 * is counted by the node that did it, so that of several nodes the sum counts.
 */
@Component
class RecordLog {

    private static final Logger log = LoggerFactory.getLogger(RecordLog.class);

    private static final String NO_OUTCOME = "none";

    private final MeterRegistry metrics;

    /** Begins at 0 what may happen, so that the first one is seen to come. */
    RecordLog(MeterRegistry metrics) {
        this.metrics = metrics;
        Set<Event> others = EnumSet.allOf(Event.class);
        for (TaskKind task : TaskKind.values()) {
            others.remove(task.event());
            counter(task.event(), task.yes());
            counter(task.event(), task.no());
        }
        others.forEach(event -> counter(event, null));
    }

    @TransactionalEventListener
    void added(EntryAdded entry) {
        counter(entry.event(), entry.outcome()).increment();
        log.info(
                "On the record of {}: {}{}",
                LoggedRequest.number().orElse("a request"),
                entry.event().code(),
                entry.outcome() == null ? "" : " " + entry.outcome().code());
    }

    private Counter counter(Event event, Outcome outcome) {
        return Counter.builder("prakat.record.entries")
                .description("Entries of the record: what happened to requests")
                .tag("event", event.code())
                .tag("outcome", outcome == null ? NO_OUTCOME : outcome.code())
                .register(metrics);
    }
}
