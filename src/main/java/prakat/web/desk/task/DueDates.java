package prakat.web.desk.task;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import prakat.request.PublicationRequest;
import prakat.request.query.ProcessView;
import prakat.request.query.ProcessView.OpenTask;

/** Finds the due dates of requests. */
@Component
public class DueDates {

    private final ProcessView process;
    private final Clock clock;

    DueDates(ProcessView process, Clock clock) {
        this.process = process;
        this.clock = clock;
    }

    /**
     * When a request is due to move on.
     *
     * @param at null where there is no due date
     * @param late whether somebody should have acted by now; false for the dates that timers keep
     */
    public record DueDate(Instant at, boolean late) {}

    /** The due date of each request, by its id. */
    public Map<String, DueDate> of(Collection<PublicationRequest> requests) {
        Map<String, Instant> byTask = process.openTasks(requests).stream()
                .filter(task -> task.due() != null)
                .collect(Collectors.toMap(
                        OpenTask::processInstanceId, OpenTask::due, (one, other) -> one.isBefore(other) ? one : other));
        return requests.stream()
                .collect(Collectors.toMap(
                        PublicationRequest::id, request -> of(request, byTask.get(request.processInstanceId()))));
    }

    private DueDate of(PublicationRequest request, Instant task) {
        return switch (request.status()) {
            case SCHEDULED -> new DueDate(request.publishFrom(), false);
            case PUBLISHED -> new DueDate(request.publishUntil(), false);
            default -> new DueDate(task, task != null && task.isBefore(clock.instant()));
        };
    }
}
