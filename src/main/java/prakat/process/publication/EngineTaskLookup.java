package prakat.process.publication;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import prakat.notification.mail.TaskLookup;
import prakat.organisation.Candidates;
import prakat.organisation.EngineIdentity;
import prakat.request.PublicationRequest;
import prakat.request.query.ProcessView;
import prakat.request.record.TaskKind;

/** Looks up open tasks in the engine, for the mails about them. */
@Component
class EngineTaskLookup implements TaskLookup {

    private final TaskService taskService;
    private final ProcessView view;
    private final EngineIdentity identity;

    EngineTaskLookup(@Lazy TaskService taskService, ProcessView view, EngineIdentity identity) {
        this.taskService = taskService;
        this.view = view;
        this.identity = identity;
    }

    @Override
    public Optional<Task> openTask(PublicationRequest request, TaskKind step) {
        return step == TaskKind.REVIEW ? review(request) : openTask(request, step.element());
    }

    private Optional<Task> openTask(PublicationRequest request, String element) {
        return view.openTasks(List.of(request)).stream()
                .filter(task -> task.element().equals(element))
                .findFirst()
                .map(task -> new Task(task.id(), offeredTo(task.id()), task.due()));
    }

    /** An instance of a review bears no request's key, but its number. */
    private Optional<Task> review(PublicationRequest request) {
        return identity.asSystem(() -> taskService
                .createTaskQuery()
                .processDefinitionKey(ReviewModel.REVIEW)
                .processVariableValueEquals(PublicationModel.Variables.NUMBER, request.number())
                .active()
                .list()
                .stream()
                .findFirst()
                .map(task -> new Task(
                        task.getId(),
                        offeredTo(task.getId()),
                        task.getDueDate() == null ? null : task.getDueDate().toInstant())));
    }

    /** The candidates, whoever of them has claimed it; where it was given to somebody, that one. */
    private Candidates offeredTo(String taskId) {
        List<IdentityLink> links = identity.asSystem(() -> taskService.getIdentityLinksForTask(taskId));
        Candidates candidates = new Candidates(
                links(links, IdentityLinkType.CANDIDATE, IdentityLink::getGroupId),
                links(links, IdentityLinkType.CANDIDATE, IdentityLink::getUserId));
        return candidates.all().isEmpty()
                ? new Candidates(List.of(), links(links, IdentityLinkType.ASSIGNEE, IdentityLink::getUserId))
                : candidates;
    }

    private static List<String> links(List<IdentityLink> links, String type, Function<IdentityLink, String> whom) {
        return links.stream()
                .filter(link -> type.equals(link.getType()))
                .map(whom)
                .filter(Objects::nonNull)
                .toList();
    }
}
