package prakat.process.publication;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import prakat.request.query.ProcessView.Passage;
import prakat.request.query.ProcessView.State;
import prakat.request.query.ProcessView.Step;

/** Works out the way that a request has taken through its model, from the engine's history. */
final class Passages {

    private Passages() {}

    /**
     * The passage of one instance.
     *
     * @param taken its activity instances, in the order in which they began
     */
    static Passage of(BpmnModelInstance model, List<HistoricActivityInstance> taken) {
        Map<String, State> states = new LinkedHashMap<>();
        Set<String> flows = new LinkedHashSet<>();
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < taken.size(); i++) {
            HistoricActivityInstance instance = taken.get(i);
            if (model.getModelElementById(instance.getActivityId()) instanceof FlowNode node
                    && !neverCame(instance, node)) {
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
        Set<String> active = with(states, State.ACTIVE);
        steps.addAll(ahead(model, active));
        return new Passage(
                List.copyOf(steps),
                with(states, State.PASSED),
                with(states, State.INTERRUPTED),
                active,
                Collections.unmodifiableSet(flows));
    }

    /** An event that was waited for until something else ended the wait. */
    private static boolean neverCame(HistoricActivityInstance instance, FlowNode node) {
        return node instanceof CatchEvent && instance.isCanceled();
    }

    private static State state(HistoricActivityInstance instance, FlowNode node, List<HistoricActivityInstance> taken) {
        if (instance.getEndTime() == null) {
            return State.ACTIVE;
        }
        // The stay on the website is there to be ended by a timer or a withdrawal.
        boolean hadToBeDone = node instanceof UserTask || node instanceof CallActivity || node instanceof ServiceTask;
        return instance.isCanceled() && hadToBeDone && !hasDecidedToWithdraw(instance, node, taken)
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
                .filter(Passages::isAStep)
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

    private static Set<String> with(Map<String, State> states, State wanted) {
        return states.entrySet().stream()
                .filter(entry -> entry.getValue() == wanted)
                .map(Map.Entry::getKey)
                .collect(Collectors.collectingAndThen(
                        Collectors.toCollection(LinkedHashSet::new), Collections::unmodifiableSet));
    }

    private static Instant instant(Date date) {
        return date == null ? null : date.toInstant();
    }
}
