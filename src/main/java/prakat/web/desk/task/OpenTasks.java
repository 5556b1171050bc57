package prakat.web.desk.task;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import prakat.organisation.Office;
import prakat.organisation.Person;
import prakat.request.Action;
import prakat.request.PublicationRequest;
import prakat.request.Rules;
import prakat.request.query.ProcessView;
import prakat.request.query.ProcessView.OpenTask;
import prakat.request.query.Requests;
import prakat.request.record.HistoryEntry;

/**
 * The open tasks of a person, each with a link to where it is done: in Tasklist for approvers, at the desk for requesters
 * and owners.
 */
@Component
public class OpenTasks {

    /** More than anybody does in a day; Tasklist shows the others. */
    private static final int MOST = 50;

    /** Where Tasklist opens the task whose id follows. */
    public static final String TASKLIST = "/camunda/app/tasklist/default/#/?task=";

    private final ProcessView process;
    private final Requests requests;
    private final Rules rules;
    private final Office office;
    private final DueDates dues;
    private final MessageSource messages;
    private final Clock clock;

    OpenTasks(
            ProcessView process,
            Requests requests,
            Rules rules,
            Office office,
            DueDates dues,
            MessageSource messages,
            Clock clock) {
        this.process = process;
        this.requests = requests;
        this.rules = rules;
        this.office = office;
        this.dues = dues;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * The open tasks of somebody.
     *
     * @param first the oldest, at most {@link #MOST}
     * @param total how many there are
     */
    public record All(List<TaskRow> first, long total) {}

    /** What waits for the reader, with what the reader is asked about the own publications; the oldest first. */
    public All of(Person reader, Locale locale) {
        ProcessView.Waiting waiting = process.waitingFor(reader, MOST);
        Map<String, PublicationRequest> byId =
                requests.those(waiting.tasks().stream().map(OpenTask::requestId).toList(), reader).stream()
                        .collect(Collectors.toMap(PublicationRequest::id, Function.identity()));
        List<TaskRow> openTasks = waiting.tasks().stream()
                .filter(task -> byId.containsKey(task.requestId()) && task.isOf(byId.get(task.requestId())))
                .map(task -> row(task, byId.get(task.requestId()), reader, locale))
                .toList();
        List<TaskRow> asked = requests.askedOf(reader).stream()
                .map(request -> asked(request, reader, locale))
                .toList();
        return new All(
                Stream.concat(openTasks.stream(), asked.stream())
                        .sorted(Comparator.comparing(TaskRow::since))
                        .limit(MOST)
                        .toList(),
                Math.max(waiting.total(), openTasks.size()) + asked.size());
    }

    /** What the reader is asked about the reader's own publication. */
    private TaskRow asked(PublicationRequest request, Person reader, Locale locale) {
        Optional<HistoryEntry> update = request.upkeep().updateRequest();
        return new TaskRow(
                request.id(),
                request.number(),
                request.current().title(),
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

    /** The link to the reader's task in Tasklist; empty where there is none for this reader. */
    public Optional<String> inTasklist(PublicationRequest request, Person reader) {
        return rules.allows(Action.REVISE, request, reader)
                ? Optional.empty()
                : process.offeredTo(reader, request).stream()
                        .filter(task -> !task.isClaimedByOther(reader))
                        .findFirst()
                        .map(task -> TASKLIST + task.id());
    }

    private TaskRow row(OpenTask task, PublicationRequest request, Person reader, Locale locale) {
        DueDate due = dues.of(task.due());
        return new TaskRow(
                request.id(),
                request.number(),
                request.current().title(),
                messages.getMessage(
                        "step." + task.element(), null, messages.getMessage("desk.task-other", null, locale), locale),
                office.groupName(request.groupCode(), locale),
                request.requesterName(),
                task.since(),
                due.at(),
                due.late(),
                rules.allows(Action.REVISE, request, reader)
                        ? "/desk/requests/" + request.id() + "/revise"
                        : TASKLIST + task.id());
    }
}
