package prakat.notification;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import prakat.notification.Notice.Link;
import prakat.notification.TaskLookup.Step;
import prakat.notification.TaskLookup.Task;
import prakat.organisation.Candidates;
import prakat.organisation.Organisation;
import prakat.request.Extension;
import prakat.request.PublicationRequest;
import prakat.request.record.Event;
import prakat.request.record.HistoryEntry;
import prakat.request.record.Outcome;

/** Who is to be told what of an entry of the record, as things are when they are told. */
@Component
class Notices {

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

    Notices(Organisation organisation, TaskLookup tasks) {
        this.organisation = organisation;
        this.tasks = tasks;
    }

    /** Whether anybody is ever told of such an entry. */
    static boolean areGivenOf(Event event) {
        return !UNTOLD.contains(event);
    }

    /** What is said of the entry; nothing where nobody is told of it, or it is no longer so. */
    List<Notice> of(HistoryEntry entry, PublicationRequest request) {
        Link atDesk = Link.desk(SEEN_AT_DESK, request, "");
        return switch (entry.event()) {
            case SUBMITTED, REVISED -> waiting(Step.CERTIFY, entry, request);
            case HANDED_OVER -> waiting(Step.VET, entry, request);
            case RETURNED -> waiting(Step.REVISE, entry, request).stream()
                    .map(notice -> notice.because(returnBefore(entry, request)))
                    .toList();
            case EXTENSION_REQUESTED -> waiting(Step.CERTIFY_EXTENSION, entry, request).stream()
                    .map(notice -> notice.until(entry.publishUntil()))
                    .toList();
            case EXTENSION_CERTIFICATION -> entry.outcome() == Outcome.CERTIFIED
                    ? waiting(Step.VET_EXTENSION, entry, request).stream()
                            .map(notice -> notice.until(entry.publishUntil()))
                            .toList()
                    : List.of(Notice.toOwner(Kind.EXTENSION, "extension-returned", request, atDesk)
                            .until(request.publishUntil())
                            .because(entry));
            case EXTENSION_VETTING -> entry.outcome() == Outcome.PERMITTED
                    ? List.of()
                    : List.of(Notice.toOwner(Kind.EXTENSION, "extension-refused", request, atDesk)
                            .until(request.publishUntil())
                            .because(entry));
            case EXTENDED -> List.of(Notice.toOwner(Kind.EXTENSION, "extended", request, atDesk, Link.website(request))
                    .until(entry.publishUntil()));
            case PUBLISHED -> List.of(
                    Notice.toOwner(Kind.PUBLISHED, "published", request, Link.website(request), atDesk)
                            .until(request.publishUntil()));
            case REPLACED -> List.of(
                    Notice.toOwner(Kind.PUBLISHED, "replaced", request, Link.website(request), atDesk));
            case END_ANNOUNCED -> List.of(Notice.toOwner(
                            Kind.ENDING,
                            "ending",
                            request,
                            Link.desk("extend", request, "/extend"),
                            Link.desk("update", request, "/update"),
                            Link.desk("lapse", request, ""))
                    .until(request.publishUntil()));
            case TAKEN_DOWN -> List.of(
                    Notice.toOwner(Kind.ENDED, "ended", request, atDesk).until(request.publishUntil()));
            case WITHDRAWN -> List.of(
                    Notice.toOwner(Kind.WITHDRAWN, "withdrawn", request, atDesk).because(entry));
            case REASSIGNED -> List.of(Notice.toOwner(Kind.REASSIGNED, "reassigned", request, atDesk));
            case REVIEW_DUE -> waiting(Step.REVIEW, entry, request);
            case UPDATE_REQUESTED -> List.of(Notice.toOwner(
                            Kind.WAITING, "update-requested", request, Link.desk("update", request, "/update"), atDesk)
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

    private List<Notice> waiting(Step step, HistoryEntry entry, PublicationRequest request) {
        return waiting(step.code(), step, entry, request);
    }

    /** Nothing where the task is done already. */
    private List<Notice> waiting(String topic, Step step, HistoryEntry entry, PublicationRequest request) {
        if (entry.round() != request.round()) {
            return List.of();
        }
        return tasks
                .openTask(request, step)
                .map(task -> new Notice(
                        Kind.WAITING,
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

    private Notice escalated(Step step, PublicationRequest request, Link atDesk) {
        List<String> deputies =
                organisation.accounts(new Candidates(List.of(Organisation.DEPUTY_DIRECTORS), List.of()));
        return new Notice(
                Kind.ESCALATED,
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
    private static Link where(Step step, Task task, PublicationRequest request) {
        return step == Step.REVISE
                ? Link.desk("task." + step.code(), request, "/revise")
                : Link.desk("task." + step.code(), request, "/tasks/" + task.id());
    }

    /** What is to be done about the request at this moment; empty where nothing is. */
    private Optional<Step> stepNow(PublicationRequest request) {
        return switch (request.status()) {
            case AWAITING_CERTIFICATION -> Optional.of(Step.CERTIFY);
            case AWAITING_VETTING -> Optional.of(Step.VET);
            case RETURNED -> Optional.of(Step.REVISE);
            case PUBLISHED -> request.extension().flatMap(Notices::stepOf).or(() -> Optional.of(Step.REVIEW)
                    .filter(review -> tasks.openTask(request, review).isPresent()));
            case SCHEDULED, TAKEN_DOWN, WITHDRAWN, CANCELLED -> Optional.empty();
        };
    }

    /** Empty where it was decided on, or came to nothing. */
    private static Optional<Step> stepOf(Extension extension) {
        return switch (extension.state()) {
            case AWAITING_CERTIFICATION -> Optional.of(Step.CERTIFY_EXTENSION);
            case AWAITING_VETTING -> Optional.of(Step.VET_EXTENSION);
            case PERMITTED, RETURNED, REFUSED, LAPSED -> Optional.empty();
        };
    }

    /** The decision of which the entry tells the requester. */
    private static Optional<HistoryEntry> returnBefore(HistoryEntry entry, PublicationRequest request) {
        return request.history().stream()
                .takeWhile(other -> other != entry)
                .filter(HistoryEntry::isReturn)
                .reduce((earlier, later) -> later);
    }
}
