package prakat.process.reconciliation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;
import prakat.process.publication.PublicationModel;
import prakat.process.reconciliation.InstanceState.Timer;

/** Asks the engine what it has, for some instances at a time. */
@Component
class InstanceStates {

    /** The elements at which an instance waits, by the element of the timer that ends the wait. */
    private static final Map<String, String> WAITS_FOR_TIMER = Map.of(
            PublicationModel.PUBLICATION_STARTS, PublicationModel.PUBLICATION_STARTS,
            PublicationModel.PERIOD_ENDS, PublicationModel.ON_WEBSITE);

    private final RuntimeService runtimeService;
    private final TaskService taskService;
    private final ManagementService managementService;

    InstanceStates(RuntimeService runtimeService, TaskService taskService, ManagementService managementService) {
        this.runtimeService = runtimeService;
        this.taskService = taskService;
        this.managementService = managementService;
    }

    /** The states by id of the instance; none for those that the engine has not, or not as the procedure. */
    Map<String, InstanceState> of(Set<String> instanceIds) {
        if (instanceIds.isEmpty()) {
            return Map.of();
        }
        Map<String, Set<String>> waitingAt = new HashMap<>();
        taskService
                .createTaskQuery()
                .processInstanceIdIn(instanceIds.toArray(String[]::new))
                .list()
                .forEach(task -> waitingAt
                        .computeIfAbsent(task.getProcessInstanceId(), id -> new HashSet<>())
                        .add(task.getTaskDefinitionKey()));
        runtimeService
                .createProcessInstanceQuery()
                .processInstanceIds(instanceIds)
                .activityIdIn(PublicationModel.SCREEN)
                .list()
                .forEach(instance -> waitingAt
                        .computeIfAbsent(instance.getId(), id -> new HashSet<>())
                        .add(PublicationModel.SCREEN));
        Map<String, Map<String, Timer>> timers = new HashMap<>();
        Map<String, String> elements = elementsOfTimers();
        // By instance alone: the engine 7.24.0 forgets an "and" before this condition.
        for (Job job : managementService
                .createJobQuery()
                .processInstanceIds(instanceIds)
                .list()) {
            String element = elements.get(job.getJobDefinitionId());
            if (element != null) {
                timers.computeIfAbsent(job.getProcessInstanceId(), id -> new HashMap<>())
                        .put(element, timer(job));
                waitingAt
                        .computeIfAbsent(job.getProcessInstanceId(), id -> new HashSet<>())
                        .add(WAITS_FOR_TIMER.get(element));
            }
        }
        return runtimeService
                .createProcessInstanceQuery()
                .processInstanceIds(instanceIds)
                .processDefinitionKey(PublicationModel.PROCESS)
                .list()
                .stream()
                .collect(Collectors.toMap(
                        ProcessInstance::getId,
                        instance -> new InstanceState(
                                instance.isSuspended(),
                                waitingAt.getOrDefault(instance.getId(), Set.of()),
                                timers.getOrDefault(instance.getId(), Map.of()))));
    }

    private Map<String, String> elementsOfTimers() {
        return managementService
                .createJobDefinitionQuery()
                .processDefinitionKey(PublicationModel.PROCESS)
                .activityIdIn(WAITS_FOR_TIMER.keySet().toArray(String[]::new))
                .list()
                .stream()
                .collect(Collectors.toMap(JobDefinition::getId, JobDefinition::getActivityId));
    }

    private static Timer timer(Job job) {
        return new Timer(job.getDuedate().toInstant(), job.isSuspended(), job.getExceptionMessage() != null);
    }
}
