package prakat.process.publication;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import prakat.organisation.EngineIdentity;
import prakat.organisation.Person;
import prakat.organisation.office.Group;
import prakat.process.publication.PublicationModel.Variables;
import prakat.request.PublicationRequest;
import prakat.request.query.ProcessView;
import prakat.request.record.TaskKind;

/** The engine's tasks and its history, as the domain asks for them. */
@Component
class EngineView implements ProcessView {

    /** More steps than any request takes; the engine answers no question without a limit. */
    private static final int MOST = 2000;

    private final TaskService taskService;
    private final RuntimeService runtimeService;
    private final HistoryService historyService;
    private final RepositoryService repositoryService;
    private final EngineIdentity identity;

    EngineView(
            @Lazy TaskService taskService,
            @Lazy RuntimeService runtimeService,
            @Lazy HistoryService historyService,
            @Lazy RepositoryService repositoryService,
            EngineIdentity identity) {
        this.taskService = taskService;
        this.runtimeService = runtimeService;
        this.historyService = historyService;
        this.repositoryService = repositoryService;
        this.identity = identity;
    }

    @Override
    public Waiting waitingFor(Person person, int most) {
        return identity.asSystem(() -> {
            List<Task> tasks = new ArrayList<>();
            long total = 0;
            // Not one query with an "or": each of these finds its tasks by an index.
            for (TaskQuery theirs : theirs(person)) {
                List<Task> first = theirs.orderByTaskCreateTime().asc().listPage(0, most);
                total += first.size() < most ? first.size() : theirs.count();
                tasks.addAll(first);
            }
            tasks.sort(Comparator.comparing(Task::getCreateTime));
            return new Waiting(open(tasks.subList(0, Math.min(most, tasks.size()))), total);
        });
    }

    /** What the person has taken, and what is offered to the person and taken by nobody. */
    private List<TaskQuery> theirs(Person person) {
        return List.of(tasks().taskAssignee(person.id()), offered(person, UnaryOperator.identity()));
    }

    /** What is offered to the person; the engine itself does not know who acts for a director. */
    private TaskQuery offered(Person person, UnaryOperator<TaskQuery> further) {
        if (person.actingFor().isEmpty()) {
            return further.apply(tasks().taskCandidateUser(person.id()));
        }
        // The engine adds the person's own groups to this list.
        List<String> groups = person.actingFor().stream()
                .map(group -> Group.directors(group))
                .collect(Collectors.toCollection(ArrayList::new));
        return further.apply(tasks().or().taskCandidateUser(person.id()).taskCandidateGroupIn(groups))
                .endOr();
    }

    @Override
    public List<OpenTask> offeredTo(Person person, PublicationRequest request) {
        return identity.asSystem(() -> {
            String[] instances = instancesOf(request);
            TaskQuery claimed = tasks().processInstanceIdIn(instances).taskAssignee(person.id());
            TaskQuery offered = offered(person, TaskQuery::includeAssignedTasks).processInstanceIdIn(instances);
            return Stream.of(claimed, offered)
                    .flatMap(query -> open(query.listPage(0, MOST)).stream())
                    .filter(task -> task.isOf(request))
                    .distinct()
                    .sorted(Comparator.comparing(OpenTask::since))
                    .toList();
        });
    }

    @Override
    public Optional<OpenTask> openTask(String id) {
        return identity.asSystem(
                () -> open(tasks().taskId(id).listPage(0, 1)).stream().findFirst());
    }

    @Override
    public Optional<OpenTask> openTask(PublicationRequest request, TaskKind kind) {
        return identity.asSystem(
                () -> open(tasks().processInstanceIdIn(instancesOf(request))
                                .taskDefinitionKey(kind.element())
                                .listPage(0, 1))
                        .stream()
                        .findFirst());
    }

    @Override
    public List<OpenTask> openTasks(Collection<PublicationRequest> requests) {
        if (requests.isEmpty()) {
            return List.of();
        }
        Map<String, PublicationRequest> byId =
                requests.stream().collect(Collectors.toMap(PublicationRequest::id, Function.identity()));
        Map<String, String> ids = requests.stream()
                .collect(Collectors.toMap(PublicationRequest::processInstanceId, PublicationRequest::id));
        String[] keys = byId.keySet().toArray(String[]::new);
        return identity.asSystem(() -> {
            Map<Boolean, List<Task>> found = tasks().processInstanceBusinessKeyIn(keys).listPage(0, MOST).stream()
                    .collect(Collectors.partitioningBy(task -> ids.containsKey(task.getProcessInstanceId())));
            return Stream.concat(
                            found.get(true).stream()
                                    .map(task -> open(
                                            task, ids.get(task.getProcessInstanceId()), task.getProcessInstanceId())),
                            open(found.get(false)).stream().filter(task -> task.isOf(byId.get(task.requestId()))))
                    .toList();
        });
    }

    @Override
    public Waiting escalated(int most) {
        return identity.asSystem(() -> {
            TaskQuery late = taskService
                    .createTaskQuery()
                    .taskVariableValueEquals(Variables.ESCALATED, true)
                    .active();
            return new Waiting(open(late.orderByDueDate().asc().listPage(0, most)), late.count());
        });
    }

    @Override
    public List<OpenTask> overdue(Instant at, int most) {
        return identity.asSystem(() ->
                open(tasks().dueBefore(Date.from(at)).orderByDueDate().asc().listPage(0, Math.min(most, MOST))));
    }

    @Override
    public Optional<Passage> passage(PublicationRequest request) {
        return identity.asSystem(() -> definition(request).map(definition -> {
            BpmnModelInstance model = repositoryService.getBpmnModelInstance(definition);
            List<HistoricActivityInstance> taken = historyService
                    .createHistoricActivityInstanceQuery()
                    .processInstanceId(request.processInstanceId())
                    .orderByHistoricActivityInstanceStartTime()
                    .asc()
                    .orderPartiallyByOccurrence()
                    .asc()
                    .listPage(0, MOST);
            return Passages.of(model, taken);
        }));
    }

    @Override
    public Optional<String> model(PublicationRequest request) {
        return identity.asSystem(() -> definition(request).map(definition -> {
            try (InputStream model = repositoryService.getProcessModel(definition)) {
                return new String(model.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }));
    }

    /** Of the whole procedure, and of what it called. */
    private String[] instancesOf(PublicationRequest request) {
        return Stream.concat(
                        Stream.of(request.processInstanceId()),
                        runtimeService
                                .createProcessInstanceQuery()
                                .superProcessInstanceId(request.processInstanceId())
                                .listPage(0, MOST)
                                .stream()
                                .map(ProcessInstance::getId))
                .toArray(String[]::new);
    }

    private TaskQuery tasks() {
        return taskService
                .createTaskQuery()
                .processDefinitionKeyIn(PublicationModel.PROCESS, PublicationModel.EXTENSION, PublicationModel.REVIEW)
                .active();
    }

    private List<OpenTask> open(List<Task> tasks) {
        if (tasks.isEmpty()) {
            return List.of();
        }
        Map<String, ProcessInstance> byId =
                instances(tasks.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet()));
        // Extensions and reviews run in instances of their own, called by the request's.
        Map<String, ProcessInstance> whole = new HashMap<>(byId);
        whole.putAll(instances(byId.values().stream()
                .map(ProcessInstance::getRootProcessInstanceId)
                .filter(root -> !byId.containsKey(root))
                .collect(Collectors.toSet())));
        List<OpenTask> open = new ArrayList<>();
        for (Task task : tasks) {
            ProcessInstance instance = byId.get(task.getProcessInstanceId());
            ProcessInstance root = instance == null ? null : whole.get(instance.getRootProcessInstanceId());
            if (root != null && root.getBusinessKey() != null) {
                open.add(open(task, root.getBusinessKey(), root.getId()));
            }
        }
        return open;
    }

    private static OpenTask open(Task task, String requestId, String processInstanceId) {
        return new OpenTask(
                task.getId(),
                requestId,
                processInstanceId,
                task.getTaskDefinitionKey(),
                instant(task.getCreateTime()),
                instant(task.getDueDate()),
                task.getAssignee());
    }

    private Map<String, ProcessInstance> instances(Set<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return runtimeService.createProcessInstanceQuery().processInstanceIds(ids).listPage(0, MOST).stream()
                .collect(Collectors.toMap(ProcessInstance::getId, Function.identity()));
    }

    private Optional<String> definition(PublicationRequest request) {
        return Optional.ofNullable(historyService
                        .createHistoricProcessInstanceQuery()
                        .processInstanceId(request.processInstanceId())
                        .singleResult())
                .map(HistoricProcessInstance::getProcessDefinitionId);
    }

    private static Instant instant(Date date) {
        return date == null ? null : date.toInstant();
    }
}
