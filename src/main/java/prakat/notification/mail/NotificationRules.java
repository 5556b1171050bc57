package prakat.notification.mail;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import prakat.notification.mail.Notification.Link;
import prakat.organisation.Candidates;
import prakat.organisation.Organisation;
import prakat.organisation.office.Group;
import prakat.request.PublicationRequest;
import prakat.request.TaskOffers;
import prakat.request.query.ProcessView;
import prakat.request.query.ProcessView.OpenTask;
import prakat.request.record.Criterion;
import prakat.request.record.Event;
import prakat.request.record.HistoryEntry;
import prakat.request.record.Outcome;
import prakat.request.record.TaskKind;

/** Who is told what about an entry of the record, as things are at that moment. */
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
    private final TaskOffers offers;
    private final ProcessView process;

    NotificationRules(Organisation organisation, TaskOffers offers, ProcessView process) {
        this.organisation = organisation;
        this.offers = offers;
        this.process = process;
    }

    /** Whether anybody is ever told of such an entry. */
    public static boolean tellOf(Event event) {
        return !UNTOLD.contains(event);
    }

    /** What is said of the entry; nothing where nobody is told of it, or it is no longer so. */
    public List<Notification> of(HistoryEntry entry, PublicationRequest request) {
        Link atDesk = Link.desk(SEEN_AT_DESK, request, "");
        return switch (entry.event()) {
            case SUBMITTED, REVISED -> decision(TaskKind.CERTIFY, entry, request)
                    .toList();
            case HANDED_OVER -> decision(TaskKind.VET, entry, request).toList();
            case RETURNED -> list(waiting(TaskKind.REVISE, entry, request)
                    .map(notification -> notification.because(returnBefore(entry, request))));
            case EXTENSION_REQUESTED -> decision(TaskKind.CERTIFY_EXTENSION, entry, request)
                    .map(notification -> notification.until(entry.publishUntil()))
                    .toList();
            case EXTENSION_CERTIFICATION -> entry.outcome() == Outcome.CERTIFIED
                    ? decision(TaskKind.VET_EXTENSION, entry, request)
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
            case PERIOD_MISSED -> List.of(
                    Notification.toOwner(MailKind.WAITING, "period-missed", request, atDesk)
                            .until(entry.publishUntil()),
                    periodMissed(entry, request, atDesk));
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
            case REVIEW_DUE -> list(waiting(TaskKind.REVIEW, entry, request));
            case UPDATE_REQUESTED -> List.of(Notification.toOwner(
                            MailKind.WAITING,
                            "update-requested",
                            request,
                            Link.desk("update", request, "/update"),
                            atDesk)
                    .because(entry));
            case REMINDED -> list(stepNow(request).flatMap(step -> waiting("reminded", step, entry, request)));
            case ESCALATED -> stepNow(request).stream()
                    .flatMap(step -> Stream.concat(
                            waiting("overdue", step, entry, request).stream(),
                            Stream.of(escalated(step, request, atDesk))))
                    .toList();
            default -> List.of();
        };
    }

    private static List<Notification> list(Optional<Notification> notification) {
        return notification.stream().toList();
    }

    private Optional<Notification> waiting(TaskKind step, HistoryEntry entry, PublicationRequest request) {
        return waiting(step.code(), step, entry, request);
    }

    /** Those who decide; and those who are to appoint somebody, where there is nobody of whom the procedure thinks first. */
    private Stream<Notification> decision(TaskKind step, HistoryEntry entry, PublicationRequest request) {
        return waiting(step, entry, request).stream()
                .flatMap(waiting -> Stream.concat(Stream.of(waiting), vacancy(step, waiting, request).stream()));
    }

    private Optional<Notification> vacancy(TaskKind step, Notification waiting, PublicationRequest request) {
        boolean certifies = step.criteria().equals(Criterion.AT_CERTIFICATION);
        boolean nobody = waiting.recipients().isEmpty();
        if (!nobody && !(certifies && organisation.isWithoutDirector(request.groupCode()))) {
            return Optional.empty();
        }
        String topic = !certifies ? "no-vetter" : nobody ? "no-certifier" : "no-director";
        return Optional.of(new Notification(
                MailKind.WAITING,
                topic,
                step,
                organisation.accounts(new Candidates(
                        nobody ? List.of(Group.ADMINISTRATORS, Group.DEPUTY_DIRECTORS) : List.of(Group.ADMINISTRATORS),
                        List.of())),
                request,
                waiting.due(),
                null,
                null,
                List.of(Link.desk(SEEN_AT_DESK, request, ""))));
    }

    /** Empty where the task is done already. */
    private Optional<Notification> waiting(
            String topic, TaskKind step, HistoryEntry entry, PublicationRequest request) {
        return process.openTask(request, step)
                .filter(task -> entry.round() == request.round())
                .map(task -> new Notification(
                        MailKind.WAITING,
                        topic,
                        step,
                        offers.takers(step, request),
                        request,
                        task.due(),
                        null,
                        null,
                        List.of(where(step, task, request))));
    }

    private Notification periodMissed(HistoryEntry entry, PublicationRequest request, Link atDesk) {
        return new Notification(
                MailKind.WAITING,
                "period-missed-officer",
                null,
                organisation.accounts(Candidates.group(Group.WEB_OFFICERS)),
                request,
                null,
                entry.publishUntil(),
                null,
                List.of(atDesk));
    }

    private Notification escalated(TaskKind step, PublicationRequest request, Link atDesk) {
        return new Notification(
                MailKind.ESCALATED,
                "escalated",
                step,
                organisation.accounts(Candidates.group(Group.DEPUTY_DIRECTORS)),
                request,
                process.openTask(request, step).map(OpenTask::due).orElse(null),
                null,
                null,
                List.of(atDesk));
    }

    /** Requesters revise at the desk; everybody else decides in Tasklist, to which the desk leads after signing in. */
    private static Link where(TaskKind step, OpenTask task, PublicationRequest request) {
        return step == TaskKind.REVISE
                ? Link.desk("task." + step.code(), request, "/revise")
                : Link.desk("task." + step.code(), request, "/tasks/" + task.id());
    }

    /** What the request waits for; a review only where nothing else is to be done. */
    private Optional<TaskKind> stepNow(PublicationRequest request) {
        return request.openTasks().stream()
                .filter(task -> task != TaskKind.REVIEW
                        || process.openTask(request, task).isPresent())
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
