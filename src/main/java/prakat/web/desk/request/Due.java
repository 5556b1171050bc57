package prakat.web.desk.request;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import prakat.request.ProcessView;
import prakat.request.ProcessView.OpenTask;
import prakat.request.PublicationRequest;

/**
 * By when a request goes on from where it is.
 *
 * @param at null where nobody said
 * @param late whether somebody should have acted by now; the website's own times keep themselves
 */
public record Due(Instant at, boolean late) {

    /** Reads them. */
    @Component
    static class Dates {

        private final ProcessView process;
        private final Clock clock;

        Dates(ProcessView process, Clock clock) {
            this.process = process;
            this.clock = clock;
        }

        /** By request id, for each of the requests. */
        Map<String, Due> of(Collection<PublicationRequest> requests) {
            Map<String, Instant> byTask = process.openTasks(requests).stream()
                    .filter(task -> task.due() != null)
                    .collect(Collectors.toMap(
                            OpenTask::processInstanceId,
                            OpenTask::due,
                            (one, other) -> one.isBefore(other) ? one : other));
            return requests.stream()
                    .collect(Collectors.toMap(
                            PublicationRequest::id, request -> of(request, byTask.get(request.processInstanceId()))));
        }

        /** Of a task that is due then, or at no time that anybody said. */
        Due of(Instant task) {
            return new Due(task, task != null && task.isBefore(clock.instant()));
        }

        private Due of(PublicationRequest request, Instant task) {
            return switch (request.status()) {
                case SCHEDULED -> new Due(request.publishFrom(), false);
                case PUBLISHED -> new Due(request.publishUntil(), false);
                default -> of(task);
            };
        }
    }
}
