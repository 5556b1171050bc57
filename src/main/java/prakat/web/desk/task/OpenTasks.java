package prakat.web.desk.task;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import prakat.calendar.Holidays;
import prakat.calendar.WorkingDays;
import prakat.organisation.Person;
import prakat.organisation.office.Office;
import prakat.request.Action;
import prakat.request.PublicationRequest;
import prakat.request.Rules;
import prakat.request.query.ProcessView;
import prakat.request.query.ProcessView.OpenTask;
import prakat.request.query.Requests;
import prakat.request.record.HistoryEntry;
import prakat.request.record.TaskKind;

/**
 * The open tasks of a person, each with a link to where it is done: in Tasklist for approvers, at the desk for requesters
 * and owners. For deputy directors also those that were escalated to them: they follow them up, but do not decide in
 * others' place.
 */
@Component
public class OpenTasks {

    /** More than anybody does in a day, and more than should ever be overdue; Tasklist shows the others. */
    private static final int MOST = 50;

    /** As many are looked through for one group's. */
    private static final int MOST_LATE = 500;

    private static final String TASKLIST = "/camunda/app/tasklist/default/#/?task=";

    private final ProcessView process;
    private final Requests requests;
    private final Rules rules;
    private final Assignees assignees;
    private final Holidays holidays;
    private final Office office;
    private final MessageSource messages;
    private final Clock clock;

    OpenTasks(
            ProcessView process,
            Requests requests,
            Rules rules,
            Assignees assignees,
            Holidays holidays,
            Office office,
            MessageSource messages,
            Clock clock) {
        this.process = process;
        this.requests = requests;
        this.rules = rules;
        this.assignees = assignees;
        this.holidays = holidays;
        this.office = office;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * A part of a longer list.
     *
     * @param first at most {@link #MOST}
     * @param total how many there are
     */
    public record First<T>(List<T> first, long total) {}

    /**
     * An open task.
     *
     * @param certification whether it is one in which a director certifies
     * @param what has to be done, in words
     * @param since when it was created
     * @param due the due date; null where there is none
     * @param late whether the due date has passed
     * @param href where a reader to whom it is offered does it
     */
    public record TaskRow(
            String id,
            String number,
            String title,
            boolean certification,
            String what,
            String group,
            String requester,
            Instant since,
            Instant due,
            boolean late,
            String href) {}

    /**
     * An overdue task of somebody.
     *
     * @param assignees who has to act
     * @param daysLate how many working days ago it was due
     */
    public record Escalation(TaskRow task, List<String> assignees, int daysLate) {}

    /** The reader's open tasks, and what the reader is asked about publications of their own; the oldest first. */
    public First<TaskRow> of(Person reader, Locale locale) {
        ProcessView.Waiting waiting = process.waitingFor(reader, MOST);
        List<TaskRow> tasks = rows(waiting, reader, (task, request) -> row(task, request, reader, locale));
        List<TaskRow> asked = requests.askedOf(reader).stream()
                .map(request -> asked(request, reader, locale))
                .toList();
        return new First<>(
                Stream.concat(tasks.stream(), asked.stream())
                        .sorted(Comparator.comparing(TaskRow::since))
                        .limit(MOST)
                        .toList(),
                Math.max(waiting.total(), tasks.size()) + asked.size());
    }

    /** The overdue tasks, those due first before the others, for a deputy director; empty for everybody else. */
    public Optional<First<Escalation>> escalated(Person reader, Locale locale) {
        if (!reader.deputyDirector()) {
            return Optional.empty();
        }
        ProcessView.Waiting late = process.escalated(MOST);
        WorkingDays days = holidays.workingDays();
        return Optional.of(new First<>(
                rows(late, reader, (task, request) -> escalation(task, request, days, reader, locale)), late.total()));
    }

    /**
     * The tasks that should have been done by now, those due first before the others.
     *
     * @param group code of the group of which they are wanted; null for all that the reader sees
     * @param most how many at most
     */
    public List<Escalation> late(String group, int most, Person reader, Locale locale) {
        WorkingDays days = holidays.workingDays();
        return requests.of(process.overdue(clock.instant(), MOST_LATE), reader).entrySet().stream()
                .filter(entry -> group == null || entry.getValue().groupCode().equals(group))
                .limit(most)
                .map(entry -> escalation(entry.getKey(), entry.getValue(), days, reader, locale))
                .toList();
    }

    private Escalation escalation(
            OpenTask task, PublicationRequest request, WorkingDays days, Person reader, Locale locale) {
        return new Escalation(
                row(task, request, reader, locale),
                assignees.inAll(request, locale),
                days.between(task.due(), clock.instant()));
    }

    /** The link to the reader's task in Tasklist; empty where there is none for this reader. */
    public Optional<String> inTasklist(PublicationRequest request, Person reader) {
        return rules.allows(Action.REVISE, request, reader)
                ? Optional.empty()
                : process.offeredTo(reader, request).stream()
                        .filter(task -> !task.isClaimedByOther(reader))
                        .findFirst()
                        .map(task -> TASKLIST + task.id());
    }

    private <T> List<T> rows(
            ProcessView.Waiting waiting, Person reader, BiFunction<OpenTask, PublicationRequest, T> row) {
        return requests.of(waiting.tasks(), reader).entrySet().stream()
                .map(entry -> row.apply(entry.getKey(), entry.getValue()))
                .toList();
    }

    private TaskRow row(OpenTask task, PublicationRequest request, Person reader, Locale locale) {
        return new TaskRow(
                request.id(),
                request.number(),
                request.current().title(),
                TaskKind.of(task.element())
                        .filter(TaskKind.CERTIFICATIONS::contains)
                        .isPresent(),
                messages.getMessage(
                        "step." + task.element(), null, messages.getMessage("desk.task-other", null, locale), locale),
                office.groupName(request.groupCode(), locale),
                request.requesterName(),
                task.since(),
                task.due(),
                task.due() != null && task.due().isBefore(clock.instant()),
                rules.allows(Action.REVISE, request, reader)
                        ? "/desk/requests/" + request.id() + "/revise"
                        : TASKLIST + task.id());
    }

    /** What the reader is asked about the reader's own publication. */
    private TaskRow asked(PublicationRequest request, Person reader, Locale locale) {
        Optional<HistoryEntry> update = request.upkeep().updateRequest();
        return new TaskRow(
                request.id(),
                request.number(),
                request.current().title(),
                false,
                messages.getMessage(update.isPresent() ? "desk.task-update" : "desk.task-end", null, locale),
                office.groupName(request.groupCode(), locale),
                request.requesterName(),
                update.map(HistoryEntry::at)
                        .or(() -> request.upkeep().endAnnounced())
                        .orElseThrow(),
                update.isPresent() && !request.upkeep().isAsked(reader, clock.instant())
                        ? null
                        : request.publishUntil(),
                false,
                "/desk/requests/" + request.id() + (update.isPresent() ? "#update" : "#ending"));
    }
}
