package prakat.process.publication;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Date;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
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
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import prakat.organisation.EngineIdentity;
import prakat.organisation.Person;
import prakat.process.publication.PublicationModel.Variables;
import prakat.request.ProcessView;
import prakat.request.PublicationRequest;

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
        return List.of(tasks().taskAssignee(person.id()), tasks().taskCandidateUser(person.id()));
    }

    @Override
    public Optional<OpenTask> waitingFor(Person person, PublicationRequest request) {
        return identity.asSystem(() -> {
            String[] instances = instancesOf(request);
            return theirs(person).stream()
                    .flatMap(query -> open(query.processInstanceIdIn(instances).listPage(0, MOST)).stream())
                    .filter(task -> task.isOf(request))
                    .findFirst();
        });
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
            return passage(model, taken);
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
                .processDefinitionKeyIn(PublicationModel.PROCESS, PublicationModel.EXTENSION, ReviewModel.REVIEW)
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
                instant(task.getDueDate()));
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

    private static Passage passage(BpmnModelInstance model, List<HistoricActivityInstance> taken) {
        Map<String, State> states = new LinkedHashMap<>();
        Set<String> flows = new LinkedHashSet<>();
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < taken.size(); i++) {
            HistoricActivityInstance instance = taken.get(i);
            // The timer before the end is no step until it has come: it waits beside the stay, and goes with it.
            boolean waitsBeside = PublicationModel.END_NEAR.equals(instance.getActivityId())
                    && (instance.getEndTime() == null || instance.isCanceled());
            if (!waitsBeside && model.getModelElementById(instance.getActivityId()) instanceof FlowNode node) {
                flowInto(node, instance, taken.subList(0, i))
                        .map(SequenceFlow::getId)
                        .ifPresent(flows::add);
                State state = state(instance, node, taken);
                if (!(node instanceof SubProcess)) {
                    states.put(node.getId(), state);
                }
                if (isAStep(node)) {
                    Date at = state == State.ACTIVE ? instance.getStartTime() : instance.getEndTime();
                    steps.add(new Step(node.getId(), name(node), state, instant(at)));
                }
            }
        }
        Set<String> active = with(states, State.ACTIVE::equals);
        steps.addAll(ahead(model, active));
        return new Passage(
                List.copyOf(steps),
                with(states, State.PASSED::equals),
                with(states, State.INTERRUPTED::equals),
                active,
                Collections.unmodifiableSet(flows));
    }

    private static State state(HistoricActivityInstance instance, FlowNode node, List<HistoricActivityInstance> taken) {
        if (instance.getEndTime() == null) {
            return State.ACTIVE;
        }
        // That a timer or a withdrawal ends the stay on the website is what it is there for.
        boolean somebodyHadToDecide = node instanceof UserTask || node instanceof CallActivity;
        return instance.isCanceled() && somebodyHadToDecide && !hasDecidedToWithdraw(instance, node, taken)
                ? State.INTERRUPTED
                : State.PASSED;
    }

    /** A review that withdraws leaves by an error, and was done to its end all the same. */
    private static boolean hasDecidedToWithdraw(
            HistoricActivityInstance instance, FlowNode node, List<HistoricActivityInstance> taken) {
        return taken.stream()
                .filter(other -> PublicationModel.REVIEW_WITHDRAWS.equals(other.getActivityId()))
                .anyMatch(other -> other.getEndTime() != null
                        && !other.getStartTime().before(instance.getEndTime())
                        && node.getModelInstance().getModelElementById(other.getActivityId())
                                instanceof BoundaryEvent leaving
                        && leaving.getAttachedTo().equals(node));
    }

    /**
     * The flow by which it came to a node. The engine keeps no record of flows; but this procedure is in one place at a
     * time, so it came from that neighbour which was the last one to end before.
     */
    private static Optional<SequenceFlow> flowInto(
            FlowNode node, HistoricActivityInstance instance, List<HistoricActivityInstance> before) {
        for (int i = before.size() - 1; i >= 0; i--) {
            HistoricActivityInstance source = before.get(i);
            boolean left = source.getEndTime() != null
                    && !source.isCanceled()
                    && !source.getEndTime().after(instance.getStartTime());
            Optional<SequenceFlow> flow = node.getIncoming().stream()
                    .filter(incoming -> left && incoming.getSource().getId().equals(source.getActivityId()))
                    .findFirst();
            if (flow.isPresent()) {
                return flow;
            }
        }
        return Optional.empty();
    }

    /** What is still to come if all goes well: the shortest way to the website, and from there to the end. */
    private static List<Step> ahead(BpmnModelInstance model, Set<String> active) {
        if (active.isEmpty() || !(model.getModelElementById(PublicationModel.ON_WEBSITE) instanceof FlowNode website)) {
            return List.of();
        }
        List<FlowNode> way = new ArrayList<>();
        for (String element : active) {
            if (way.isEmpty() && model.getModelElementById(element) instanceof FlowNode from) {
                way.addAll(shortestWay(from, website::equals));
            }
        }
        way.addAll(shortestWay(website, node -> node instanceof EndEvent));
        return way.stream()
                .filter(EngineView::isAStep)
                .map(node -> new Step(node.getId(), name(node), State.AHEAD, null))
                .toList();
    }

    /** The nodes after one up to the first that is looked for; empty where no way leads there. */
    private static List<FlowNode> shortestWay(FlowNode from, Predicate<FlowNode> to) {
        Map<FlowNode, FlowNode> cameFrom = new HashMap<>();
        Deque<FlowNode> next = new ArrayDeque<>(List.of(from));
        while (!next.isEmpty()) {
            FlowNode node = next.remove();
            if (node != from && to.test(node)) {
                Deque<FlowNode> way = new ArrayDeque<>();
                for (FlowNode step = node; step != from; step = cameFrom.get(step)) {
                    way.addFirst(step);
                }
                return List.copyOf(way);
            }
            for (FlowNode following : following(node)) {
                if (following != from && cameFrom.putIfAbsent(following, node) == null) {
                    next.add(following);
                }
            }
        }
        return List.of();
    }

    private static List<FlowNode> following(FlowNode node) {
        // Where a part of the procedure ends in itself, the whole part goes on.
        FlowNode leaving = node instanceof EndEvent
                        && node.getParentElement() instanceof SubProcess part
                        && ((EndEvent) node).getEventDefinitions().isEmpty()
                ? part
                : node;
        return leaving.getOutgoing().stream().map(SequenceFlow::getTarget).toList();
    }

    /** What people call a step: neither a split nor where a part begins or ends. */
    private static boolean isAStep(FlowNode node) {
        boolean edgeOfAPart = (node instanceof StartEvent || node instanceof EndEvent)
                && node.getParentElement() instanceof SubProcess;
        return node.getName() != null && !(node instanceof Gateway) && !(node instanceof SubProcess) && !edgeOfAPart;
    }

    private static String name(FlowNode node) {
        return node.getName().strip().replaceAll("\\s+", " ");
    }

    private static Set<String> with(Map<String, State> states, Predicate<State> wanted) {
        return states.entrySet().stream()
                .filter(entry -> wanted.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.collectingAndThen(
                        Collectors.toCollection(LinkedHashSet::new), Collections::unmodifiableSet));
    }

    private static Instant instant(Date date) {
        return date == null ? null : date.toInstant();
    }
}
