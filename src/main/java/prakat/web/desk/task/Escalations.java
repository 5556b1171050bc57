package prakat.web.desk.task;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import prakat.calendar.Holidays;
import prakat.calendar.WorkingDays;
import prakat.organisation.Office;
import prakat.organisation.Person;
import prakat.request.PublicationRequest;
import prakat.request.query.ProcessView;
import prakat.request.query.ProcessView.OpenTask;
import prakat.request.query.Requests;

/** Overdue tasks that were escalated to the deputy directors, who follow them up but do not decide in others' place. */
@Component
public class Escalations {

    /** More than should ever be overdue. */
    private static final int MOST = 50;

    private final ProcessView process;
    private final Requests requests;
    private final Assignees assignees;
    private final Holidays holidays;
    private final Office office;
    private final MessageSource messages;
    private final Clock clock;

    Escalations(
            ProcessView process,
            Requests requests,
            Assignees assignees,
            Holidays holidays,
            Office office,
            MessageSource messages,
            Clock clock) {
        this.process = process;
        this.requests = requests;
        this.assignees = assignees;
        this.holidays = holidays;
        this.office = office;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * The overdue tasks.
     *
     * @param first those due first, at most {@link #MOST}
     * @param total how many there are
     */
    public record All(List<Escalation> first, long total) {}

    /**
     * A request with an overdue task.
     *
     * @param step in words
     * @param assignees who has to act
     * @param since when the task was created
     * @param due its due date
     * @param daysLate how many working days ago that was
     */
    public record Escalation(
            String id,
            String number,
            String title,
            String requester,
            String group,
            String step,
            List<String> assignees,
            Instant since,
            Instant due,
            int daysLate) {}

    /** The overdue tasks, for a deputy director; empty for everybody else. */
    public Optional<All> of(Person reader, Locale locale) {
        if (!reader.deputyDirector()) {
            return Optional.empty();
        }
        ProcessView.Waiting late = process.escalated(MOST);
        Map<String, PublicationRequest> byId =
                requests.those(late.tasks().stream().map(OpenTask::requestId).toList(), reader).stream()
                        .collect(Collectors.toMap(PublicationRequest::id, Function.identity()));
        WorkingDays days = holidays.workingDays();
        return Optional.of(new All(
                late.tasks().stream()
                        .filter(task -> byId.containsKey(task.requestId()) && task.isOf(byId.get(task.requestId())))
                        .map(task -> escalation(task, byId.get(task.requestId()), days, locale))
                        .toList(),
                late.total()));
    }

    private Escalation escalation(OpenTask task, PublicationRequest request, WorkingDays days, Locale locale) {
        return new Escalation(
                request.id(),
                request.number(),
                request.current().title(),
                request.requesterName(),
                office.groupName(request.groupCode(), locale),
                messages.getMessage(
                        "step." + task.element(), null, messages.getMessage("desk.task-other", null, locale), locale),
                assignees.inAll(request, locale),
                task.since(),
                task.due(),
                days.between(task.due(), clock.instant()));
    }
}
