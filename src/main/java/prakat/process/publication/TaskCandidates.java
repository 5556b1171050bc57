package prakat.process.publication;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import prakat.organisation.Candidates;
import prakat.organisation.Organisation;
import prakat.organisation.Person;
import prakat.request.LockedRequests;
import prakat.request.PublicationRequest;
import prakat.request.TaskOffers;
import prakat.request.record.TaskKind;

/** Who is offered an open task, and who has the engine's rights to it. */
@Component
class TaskCandidates {

    private final TaskService taskService;
    private final AuthorizationService authorizationService;
    private final LockedRequests lockedRequests;
    private final TaskOffers offers;
    private final Organisation organisation;

    TaskCandidates(
            @Lazy TaskService taskService,
            @Lazy AuthorizationService authorizationService,
            LockedRequests lockedRequests,
            TaskOffers offers,
            Organisation organisation) {
        this.taskService = taskService;
        this.authorizationService = authorizationService;
        this.lockedRequests = lockedRequests;
        this.offers = offers;
        this.organisation = organisation;
    }

    /** An open task, and the request on which it decides. */
    record Open(Task task, PublicationRequest request) {

        /** Which decision it is; empty for all other tasks. */
        Optional<TaskKind> decision() {
            return TaskKind.of(task.getTaskDefinitionKey()).filter(kind -> kind != TaskKind.REVISE);
        }
    }

    /** Whether those hold rights to it who may decide on it, and nobody else; of other tasks always. */
    boolean areRight(Open open) {
        if (open.decision().isEmpty()) {
            return true;
        }
        List<Authorization> rights = rights(open.task().getId());
        Candidates entitled = entitled(open);
        return areHeld(rights, Authorization::getGroupId, entitled.groups())
                && areHeld(rights, Authorization::getUserId, entitled.users());
    }

    private static boolean areHeld(
            List<Authorization> rights, Function<Authorization, String> holder, List<String> entitled) {
        return rights.stream()
                .map(holder)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet())
                .equals(Set.copyOf(entitled));
    }

    /** Offers it to those who may decide on it, under the request's lock, so that nobody decides meanwhile. */
    void putRight(String requestId, String taskId) {
        PublicationRequest request = lockedRequests.find(requestId);
        Task task = taskService.createTaskQuery().taskId(taskId).singleResult();
        if (task == null) {
            return;
        }
        Open open = new Open(task, request);
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
        Candidates entitled = entitled(open);
        rights(taskId).stream()
                .filter(right -> right.getGroupId() != null
                        ? !entitled.groups().contains(right.getGroupId())
                        : right.getUserId() != null && !entitled.users().contains(right.getUserId()))
                .forEach(right -> authorizationService.deleteAuthorization(right.getId()));
    }

    /** The engine's rights to a task, which it gives with every offer and with every claim, and never takes back. */
    private List<Authorization> rights(String taskId) {
        return authorizationService
                .createAuthorizationQuery()
                .resourceType(Resources.TASK)
                .resourceId(taskId)
                .list()
                .stream()
                .filter(right -> right.getAuthorizationType() == Authorization.AUTH_TYPE_GRANT)
                .toList();
    }

    /** Who may see and take it. */
    private Candidates entitled(Open open) {
        Candidates candidates = candidates(open);
        return new Candidates(
                candidates.groups(),
                Stream.concat(candidates.users().stream(), assignee(open).stream())
                        .distinct()
                        .toList());
    }

    private Candidates candidates(Open open) {
        return offers.candidates(open.decision().orElseThrow(), open.request());
    }

    /** Who has claimed it, as long as it is theirs to decide. */
    private Optional<String> assignee(Open open) {
        return Optional.ofNullable(open.task().getAssignee())
                .flatMap(organisation::person)
                .filter(person -> offers.isOfferedTo(person, open.decision().orElseThrow(), open.request()))
                .map(Person::id);
    }
}
