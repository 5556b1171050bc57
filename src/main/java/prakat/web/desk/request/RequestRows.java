package prakat.web.desk.request;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import prakat.organisation.office.Office;
import prakat.publication.TakedownReason;
import prakat.request.PublicationRequest;
import prakat.request.Status;
import prakat.web.desk.task.Assignees;
import prakat.web.desk.task.DueDates;
import prakat.web.desk.task.DueDates.DueDate;

/** Puts requests into the rows of a list. */
@Component
class RequestRows {

    /** The final states. */
    static final Set<Status> ENDED = Set.of(Status.TAKEN_DOWN, Status.WITHDRAWN, Status.CANCELLED);

    private final Assignees assignees;
    private final DueDates dueDates;
    private final Office office;

    RequestRows(Assignees assignees, DueDates dueDates, Office office) {
        this.assignees = assignees;
        this.dueDates = dueDates;
        this.office = office;
    }

    /**
     * A request as the desk's list shows it.
     *
     * @param status its code, or how it ended: {@code replaced} or {@code period-missed}
     * @param assignees who has to act; empty where nobody has to
     * @param since when its status began
     * @param due the due date; null where there is none
     * @param late whether somebody should have acted by now
     * @param over whether its state is final
     */
    record RequestRow(
            String id,
            String number,
            String title,
            String status,
            String group,
            String requester,
            List<String> assignees,
            Instant since,
            Instant due,
            boolean late,
            boolean over) {}

    /** In the same order; within a transaction. */
    List<RequestRow> of(List<PublicationRequest> requests, Locale locale) {
        Map<String, DueDate> due = dueDates.of(requests);
        return requests.stream()
                .map(request -> new RequestRow(
                        request.id(),
                        request.number(),
                        request.current().title(),
                        standing(request),
                        office.groupName(request.groupCode(), locale),
                        request.requesterName(),
                        assignees.inAll(request, locale),
                        request.statusSince(),
                        due.get(request.id()).at(),
                        due.get(request.id()).late(),
                        ENDED.contains(request.status())))
                .toList();
    }

    /** The status's code; where the status does not tell endings apart, that of the reason. */
    static String standing(PublicationRequest request) {
        if (request.periodMissed().isPresent()) {
            return TakedownReason.PERIOD_MISSED.code();
        }
        return request.isReplaced()
                ? TakedownReason.REPLACED.code()
                : request.status().code();
    }
}
