package prakat.process.publication;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;
import prakat.organisation.Candidates;
import prakat.organisation.EngineIdentity;
import prakat.organisation.Organisation;
import prakat.organisation.OrganisationChanged;
import prakat.organisation.Person;
import prakat.process.publication.PublicationModel.Variables;
import prakat.request.LockedRequests;
import prakat.request.PublicationRequest;
import prakat.request.Reassignments;

/**
 * Keeps to whom open tasks are offered in step with who is what in the office. The engine settles that when a task is
 * made; people come and go afterwards. Looked at whenever a change is known of, and every minute for those made elsewhere,
 * as in a directory behind the accounts, and for appointments that begin or end.
 */
@Component
class TaskCandidates {

    private static final Set<String> FOR_DIRECTORS =
            Set.of(PublicationModel.CERTIFY, PublicationModel.CERTIFY_EXTENSION);
    private static final Set<String> FOR_WEB_OFFICERS =
            Set.of(PublicationModel.VET, PublicationModel.VET_EXTENSION, ReviewModel.REVIEW_CURRENCY);

    private final TaskService taskService;
    private final RuntimeService runtimeService;
    private final AuthorizationService authorizationService;
    private final Reassignments reassignments;
    private final LockedRequests lockedRequests;
    private final Organisation organisation;
    private final EngineIdentity identity;
    private final TransactionTemplate apart;

    TaskCandidates(
            @Lazy TaskService taskService,
            @Lazy RuntimeService runtimeService,
            @Lazy AuthorizationService authorizationService,
            Reassignments reassignments,
            LockedRequests lockedRequests,
            Organisation organisation,
            EngineIdentity identity,
            PlatformTransactionManager transactions) {
        this.taskService = taskService;
        this.runtimeService = runtimeService;
        this.authorizationService = authorizationService;
        this.reassignments = reassignments;
        this.lockedRequests = lockedRequests;
        this.organisation = organisation;
        this.identity = identity;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** An open task, the group of its request and who is kept from deciding on it. */
    private record Open(Task task, String group, Set<String> authors) {}

    /** Who may see and take a task. */
    private record Entitled(Set<String> groups, Set<String> users) {}

    @Bean
    RecurringTask<Void> offeringTasks() {
        return Tasks.recurring("task-offers", FixedDelay.ofMinutes(1)).execute((task, context) -> keepInStep());
    }

    @TransactionalEventListener(classes = OrganisationChanged.class, fallbackExecution = true)
    void keepInStep() {
        identity.asSystem(() -> {
            // One request at a time: whoever publishes a newer version holds two, and would wait for ever with us.
            outOfStep().forEach(open -> apart.executeWithoutResult(status -> offerAnew(open)));
            return null;
        });
    }

    private List<Open> outOfStep() {
        return apart.execute(status -> {
            Map<String, List<Authorization>> rights = rights();
            return openTasks().stream()
                    .filter(open -> !isInStep(rights.getOrDefault(open.task().getId(), List.of()), entitled(open)))
                    .toList();
        });
    }

    private List<Open> openTasks() {
        List<Task> tasks = taskService
                .createTaskQuery()
                .processDefinitionKeyIn(PublicationModel.PROCESS, PublicationModel.EXTENSION, ReviewModel.REVIEW)
                .list()
                .stream()
                .filter(task -> isForDirectors(task) || FOR_WEB_OFFICERS.contains(task.getTaskDefinitionKey()))
                .toList();
        Map<String, String> groups = variable(tasks, Variables.GROUP);
        Map<String, String> requesters = variable(tasks, Variables.REQUESTER);
        Map<String, String> numbers = variable(tasks, Variables.NUMBER);
        Map<String, Set<String>> reassigned = reassignments.authorsOfReassigned();
        List<Open> open = new ArrayList<>();
        for (Task task : tasks) {
            String instance = task.getProcessInstanceId();
            if (groups.containsKey(instance) && requesters.containsKey(instance)) {
                Set<String> authors = reassigned.get(numbers.get(instance));
                open.add(new Open(
                        task, groups.get(instance), authors == null ? Set.of(requesters.get(instance)) : authors));
            }
        }
        return open;
    }

    private Map<String, String> variable(List<Task> tasks, String name) {
        String[] instances =
                tasks.stream().map(Task::getProcessInstanceId).distinct().toArray(String[]::new);
        return instances.length == 0
                ? Map.of()
                : runtimeService
                        .createVariableInstanceQuery()
                        .variableName(name)
                        .processInstanceIdIn(instances)
                        .disableBinaryFetching()
                        .list()
                        .stream()
                        .filter(variable -> variable.getValue() != null)
                        .collect(Collectors.toMap(
                                VariableInstance::getProcessInstanceId,
                                variable -> variable.getValue().toString(),
                                (one, other) -> one));
    }

    /** The engine's rights to tasks, which it gives with every offer and with every claim, and never takes back. */
    private Map<String, List<Authorization>> rights() {
        return authorizationService.createAuthorizationQuery().resourceType(Resources.TASK).list().stream()
                .filter(right -> right.getAuthorizationType() == Authorization.AUTH_TYPE_GRANT)
                .collect(Collectors.groupingBy(Authorization::getResourceId));
    }

    private Entitled entitled(Open open) {
        Candidates candidates = candidates(open);
        Set<String> users = new HashSet<>(candidates.users());
        assignee(open).ifPresent(users::add);
        return new Entitled(Set.copyOf(candidates.groups()), users);
    }

    private Candidates candidates(Open open) {
        return isForDirectors(open.task())
                ? organisation.certifiers(open.group(), open.authors())
                : organisation.vetters(open.authors());
    }

    /** Who has claimed it, as long as it is theirs to decide. */
    private Optional<String> assignee(Open open) {
        return Optional.ofNullable(open.task().getAssignee())
                .flatMap(organisation::person)
                .filter(person -> mayDecide(person, open))
                .map(Person::id);
    }

    private boolean mayDecide(Person person, Open open) {
        return isForDirectors(open.task())
                ? organisation.certifiesAs(person, open.group(), open.authors()).isPresent()
                : organisation.vetsAs(person, open.authors()).isPresent();
    }

    private static boolean isForDirectors(Task task) {
        return FOR_DIRECTORS.contains(task.getTaskDefinitionKey());
    }

    private static boolean isInStep(List<Authorization> rights, Entitled entitled) {
        return rights.stream()
                        .map(Authorization::getGroupId)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet())
                        .equals(entitled.groups())
                && rights.stream()
                        .map(Authorization::getUserId)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet())
                        .equals(entitled.users());
    }

    private ProcessInstance instance(String id) {
        return runtimeService.createProcessInstanceQuery().processInstanceId(id).singleResult();
    }

    /** Under the request's lock, so that nobody decides meanwhile. */
    private void offerAnew(Open seen) {
        String taskId = seen.task().getId();
        ProcessInstance called = instance(seen.task().getProcessInstanceId());
        if (called == null) {
            return;
        }
        // A review has no key of its own.
        PublicationRequest request =
                lockedRequests.find(instance(called.getRootProcessInstanceId()).getBusinessKey());
        Task task = taskService.createTaskQuery().taskId(taskId).singleResult();
        if (task == null) {
            return;
        }
        Open open = new Open(task, request.groupCode(), request.authors());
        Candidates candidates = candidates(open);
        List<IdentityLink> links = taskService.getIdentityLinksForTask(taskId).stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .toList();
        if (task.getAssignee() != null && assignee(open).isEmpty()) {
            taskService.setAssignee(taskId, null);
        }
        for (IdentityLink link : links) {
            if (link.getGroupId() != null && !candidates.groups().contains(link.getGroupId())) {
                taskService.deleteCandidateGroup(taskId, link.getGroupId());
            }
            if (link.getUserId() != null && !candidates.users().contains(link.getUserId())) {
                taskService.deleteCandidateUser(taskId, link.getUserId());
            }
        }
        candidates.groups().stream()
                .filter(group -> links.stream().noneMatch(link -> group.equals(link.getGroupId())))
                .forEach(group -> taskService.addCandidateGroup(taskId, group));
        candidates.users().stream()
                .filter(user -> links.stream().noneMatch(link -> user.equals(link.getUserId())))
                .forEach(user -> taskService.addCandidateUser(taskId, user));
        Entitled entitled = entitled(open);
        authorizationService.createAuthorizationQuery().resourceType(Resources.TASK).resourceId(taskId).list().stream()
                .filter(right -> right.getGroupId() != null
                        ? !entitled.groups().contains(right.getGroupId())
                        : right.getUserId() != null && !entitled.users().contains(right.getUserId()))
                .forEach(right -> authorizationService.deleteAuthorization(right.getId()));
    }
}
