package prakat.notification.mail;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import prakat.notification.mail.Notification.Link;
import prakat.notification.mail.TaskLookup.Task;
import prakat.organisation.Candidates;
import prakat.organisation.Organisation;
import prakat.request.PublicationRequest;
import prakat.request.record.Event;
import prakat.request.record.HistoryEntry;
import prakat.request.record.Outcome;
import prakat.request.record.TaskKind;

/** Who is to be told what of an entry of the record, as things are when they are told. */
@Component
public class NotificationRules {

    private static final String SEEN_AT_DESK = "request";

    /** What is seen by what follows, or by those alone who did it. */
    private static final Set<Event> UNTOLD = EnumSet.of(
            Event.CERTIFICATION,
            Event.VETTING,
            Event.EXTENSION_LAPSED,
            Event.LAPSE_CHOSEN,
            Event.REVIEWED,
            Event.CANCELLED);

    private final Organisation organisation;
    private final TaskLookup tasks;

    NotificationRules(Organisation organisation, TaskLookup tasks) {
        this.organisation = organisation;
        this.tasks = tasks;
    }

    /** Whether anybody is ever told of such an entry. */
    public static boolean tellOf(Event event) {
        return !UNTOLD.contains(event);
    }

    /** What is said of the entry; nothing where nobody is told of it, or it is no longer so. */
    public List<Notification> of(HistoryEntry entry, PublicationRequest request) {
        Link atDesk = Link.desk(SEEN_AT_DESK, request, "");
        return switch (entry.event()) {
            case SUBMITTED, REVISED -> waiting(TaskKind.CERTIFY, entry, request);
            case HANDED_OVER -> waiting(TaskKind.VET, entry, request);
            case RETURNED -> waiting(TaskKind.REVISE, entry, request).stream()
                    .map(notification -> notification.because(returnBefore(entry, request)))
                    .toList();
            case EXTENSION_REQUESTED -> waiting(TaskKind.CERTIFY_EXTENSION, entry, request).stream()
                    .map(notification -> notification.until(entry.publishUntil()))
                    .toList();
            case EXTENSION_CERTIFICATION -> entry.outcome() == Outcome.CERTIFIED
                    ? waiting(TaskKind.VET_EXTENSION, entry, request).stream()
                            .map(notification -> notification.until(entry.publishUntil()))
                            .toList()
                    : List.of(Notification.toOwner(MailKind.EXTENSION, "extension-returned", request, atDesk)
                            .until(request.publishUntil())
                            .because(entry));
            case EXTENSION_VETTING -> entry.outcome() == Outcome.PERMITTED
                    ? List.of()
                    : List.of(Notification.toOwner(MailKind.EXTENSION, "extension-refused", request, atDesk)
                            .until(request.publishUntil())
                            .because(entry));
            case EXTENDED -> List.of(
                    Notification.toOwner(MailKind.EXTENSION, "extended", request, atDesk, Link.website(request))
                            .until(entry.publishUntil()));
            case PUBLISHED -> List.of(
                    Notification.toOwner(MailKind.PUBLISHED, "published", request, Link.website(request), atDesk)
                            .until(request.publishUntil()));
            case REPLACED -> List.of(
                    Notification.toOwner(MailKind.PUBLISHED, "replaced", request, Link.website(request), atDesk));
            case END_ANNOUNCED -> List.of(Notification.toOwner(
                            MailKind.ENDING,
                            "ending",
                            request,
                            Link.desk("extend", request, "/extend"),
                            Link.desk("update", request, "/update"),
                            Link.desk("lapse", request, ""))
                    .until(request.publishUntil()));
            case TAKEN_DOWN -> List.of(Notification.toOwner(MailKind.ENDED, "ended", request, atDesk)
                    .until(request.publishUntil()));
            case WITHDRAWN -> List.of(Notification.toOwner(MailKind.WITHDRAWN, "withdrawn", request, atDesk)
                    .because(entry));
            case REASSIGNED -> List.of(Notification.toOwner(MailKind.REASSIGNED, "reassigned", request, atDesk));
            case REVIEW_DUE -> waiting(TaskKind.REVIEW, entry, request);
            case UPDATE_REQUESTED -> List.of(Notification.toOwner(
                            MailKind.WAITING,
                            "update-requested",
                            request,
                            Link.desk("update", request, "/update"),
                            atDesk)
                    .because(entry));
            case REMINDED -> stepNow(request).stream()
                    .flatMap(step -> waiting("reminded", step, entry, request).stream())
                    .toList();
            case ESCALATED -> stepNow(request).stream()
                    .flatMap(step -> Stream.concat(
                            waiting("overdue", step, entry, request).stream(),
                            Stream.of(escalated(step, request, atDesk))))
                    .toList();
            default -> List.of();
        };
    }

    private List<Notification> waiting(TaskKind step, HistoryEntry entry, PublicationRequest request) {
        return waiting(step.code(), step, entry, request);
    }

    /** Nothing where the task is done already. */
    private List<Notification> waiting(String topic, TaskKind step, HistoryEntry entry, PublicationRequest request) {
        if (entry.round() != request.round()) {
            return List.of();
        }
        return tasks
                .openTask(request, step)
                .map(task -> new Notification(
                        MailKind.WAITING,
                        topic,
                        step,
                        organisation.accounts(task.offeredTo()),
                        request,
                        task.due(),
                        null,
                        null,
                        List.of(where(step, task, request))))
                .stream()
                .toList();
    }

    private Notification escalated(TaskKind step, PublicationRequest request, Link atDesk) {
        List<String> deputies =
                organisation.accounts(new Candidates(List.of(Organisation.DEPUTY_DIRECTORS), List.of()));
        return new Notification(
                MailKind.ESCALATED,
                "escalated",
                step,
                deputies,
                request,
                tasks.openTask(request, step).map(Task::due).orElse(null),
                null,
                null,
                List.of(atDesk));
    }

    /** Requesters revise at the desk, everybody else decides in Tasklist, to which the desk leads who has signed in. */
    private static Link where(TaskKind step, Task task, PublicationRequest request) {
        return step == TaskKind.REVISE
                ? Link.desk("task." + step.code(), request, "/revise")
                : Link.desk("task." + step.code(), request, "/tasks/" + task.id());
    }

    /** What the request waits for; a review only where nothing else is to be done. */
    private Optional<TaskKind> stepNow(PublicationRequest request) {
        return request.openTasks().stream()
                .filter(task ->
                        task != TaskKind.REVIEW || tasks.openTask(request, task).isPresent())
                .findFirst();
    }

    /** The decision of which the entry tells the requester. */
    private static Optional<HistoryEntry> returnBefore(HistoryEntry entry, PublicationRequest request) {
        return request.history().entries().stream()
                .takeWhile(other -> other != entry)
                .filter(HistoryEntry::isReturn)
                .reduce((earlier, later) -> later);
    }
}
