package prakat.request;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import prakat.organisation.Candidates;
import prakat.organisation.Organisation;
import prakat.organisation.Person;
import prakat.request.record.TaskKind;

/** Who is offered the tasks on a request. */
@Component
public class TaskOffers {

    private final Organisation organisation;

    TaskOffers(Organisation organisation) {
        this.organisation = organisation;
    }

    /** Who is offered such a task on that request. */
    public Candidates candidates(TaskKind task, PublicationRequest request) {
        return Action.of(task).role().candidates(organisation, request);
    }

    /** The accounts that may take such a task on that request at this moment; empty where nobody may. */
    public List<String> takers(TaskKind task, PublicationRequest request) {
        Role role = Action.of(task).role();
        return organisation.accounts(role.candidates(organisation, request)).stream()
                .filter(account -> !role.isClosedTo(account, request))
                .toList();
    }

    /** The engine's groups and accounts that are offered the open ones of those tasks; empty if none is open. */
    public List<String> candidates(PublicationRequest request, Set<TaskKind> tasks) {
        return request.openTasks().stream()
                .filter(tasks::contains)
                .flatMap(task -> candidates(task, request).all().stream())
                .distinct()
                .toList();
    }

    /** Whether the person may take such a task on that request, open or not. */
    public boolean isOfferedTo(Person person, TaskKind task, PublicationRequest request) {
        return Action.of(task).role().capacity(organisation, request, person).isPresent();
    }

    /** Whether any task that is open on the request is offered to the person. */
    boolean isAnyOfferedTo(Person person, PublicationRequest request) {
        return request.openTasks().stream().anyMatch(task -> isOfferedTo(person, task, request));
    }
}
