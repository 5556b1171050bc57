package prakat.web.desk.decision;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import prakat.input.Refusal;
import prakat.organisation.Organisation;
import prakat.organisation.Person;
import prakat.request.PublicationRequest;
import prakat.request.query.ProcessView;
import prakat.request.query.ProcessView.OpenTask;
import prakat.request.query.Requests;
import prakat.request.record.TaskKind;
import prakat.web.desk.content.RequestContent;
import prakat.web.desk.content.RequestContents;
import prakat.web.desk.decision.DecisionPage.Review;
import prakat.web.desk.task.OpenTasks.First;

/** Finds the open tasks that a reader may do, with what the reader decides on. */
@Component
@Transactional(readOnly = true)
class DecisionPages {

    /** More than anybody decides in a day. */
    private static final int MOST = 200;

    private final Requests requests;
    private final ProcessView process;
    private final RequestContents contents;
    private final Organisation organisation;
    private final Clock clock;

    DecisionPages(
            Requests requests, ProcessView process, RequestContents contents, Organisation organisation, Clock clock) {
        this.requests = requests;
        this.process = process;
        this.contents = contents;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** What the task with that id is about; empty where it is done, or not this reader's to see. */
    public Optional<DecisionPage> ofTask(String task, Person reader, Locale locale) {
        return process.openTask(task).flatMap(open -> requestOf(open, reader)
                .flatMap(request -> page(request, open.element(), reader, locale)));
    }

    /**
     * The request that the task with that id is about, for all who may see it.
     *
     * @throws Refusal where the task is done
     */
    public RequestContent contentOf(String task, Person reader, Locale locale) {
        return process.openTask(task)
                .flatMap(open -> requestOf(open, reader))
                .map(request -> contents.of(request, locale))
                .orElseThrow(() -> Refusal.conflict("somebody-was-faster"));
    }

    /** The decisions that wait for the reader, the oldest first. */
    public List<OpenTask> waiting(Person reader) {
        return waiting(reader, EnumSet.complementOf(EnumSet.of(TaskKind.REVISE)));
    }

    /** What waits for the reader to be certified, the oldest first; at most that many, and how many there are. */
    public First<DecisionPage> toCertify(Person reader, int most, Locale locale) {
        List<OpenTask> tasks = waiting(reader, TaskKind.CERTIFICATIONS);
        List<OpenTask> first = tasks.subList(0, Math.min(most, tasks.size()));
        return new First<>(
                requests.of(first, reader).entrySet().stream()
                        .map(entry -> page(
                                TaskKind.of(entry.getKey().element()).orElseThrow(),
                                entry.getKey(),
                                contents.of(entry.getValue(), locale),
                                reader))
                        .toList(),
                tasks.size());
    }

    /** Number and title of those of the requests that the reader may see, by their ids. */
    public Map<String, String> names(Collection<String> ids, Person reader) {
        return requests.those(ids, reader).stream()
                .collect(Collectors.toMap(
                        PublicationRequest::id,
                        request -> request.number() + " " + request.current().title()));
    }

    private List<OpenTask> waiting(Person reader, Set<TaskKind> kinds) {
        return process.waitingFor(reader, MOST).tasks().stream()
                .filter(task ->
                        TaskKind.of(task.element()).filter(kinds::contains).isPresent())
                .toList();
    }

    private Optional<PublicationRequest> requestOf(OpenTask open, Person reader) {
        return requests.of(List.of(open), reader).values().stream().findFirst();
    }

    /**
     * What the reader may decide on that request.
     *
     * @param step id of one of its tasks in the models; null for the one that has waited longest
     */
    public Optional<DecisionPage> ofRequest(String id, String step, Person reader, Locale locale) {
        return page(requests.get(id, reader), step, reader, locale);
    }

    private Optional<DecisionPage> page(PublicationRequest request, String step, Person reader, Locale locale) {
        return process.offeredTo(reader, request).stream()
                .filter(task -> step == null || task.element().equals(step))
                .min(Comparator.comparing(task -> task.isClaimedByOther(reader)))
                .flatMap(task -> TaskKind.of(task.element())
                        .map(found -> page(found, task, contents.of(request, locale), reader)));
    }

    private DecisionPage page(TaskKind step, OpenTask task, RequestContent content, Person reader) {
        return new DecisionPage(
                task.id(),
                step,
                content,
                task.isClaimedByOther(reader) ? organisation.nameOf(task.assignee()) : null,
                TaskKind.ON_EXTENSION.contains(step)
                        ? content.request().extension().orElse(null)
                        : null,
                step == TaskKind.REVIEW ? review(content) : null);
    }

    private Review review(RequestContent content) {
        Instant since = content.last("published").at();
        return new Review(since, Duration.between(since, clock.instant()).toDays(), content.last("reviewed"));
    }
}
