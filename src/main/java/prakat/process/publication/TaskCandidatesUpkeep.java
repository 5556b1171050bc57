package prakat.process.publication;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
import prakat.organisation.TaskHandedOut;
import prakat.organisation.office.Group;
import prakat.organisation.office.Office;
import prakat.process.publication.TaskCandidates.Open;
import prakat.request.LockedRequests;
import prakat.request.PublicationRequest;
import prakat.request.query.OpenRequests;
import prakat.request.query.ProcessView;

/**
 * Keeps the candidates of open tasks in step with who is what in the office. The engine sets them when a task is
 * made; people come and go afterwards. Looked at whenever a change is known of, and every minute for those made elsewhere,
 * as in a directory behind the accounts, and for appointments that begin or end. Tasks are looked at only where those have
 * changed who may decide on them, and a page at a time.
 */
@Component
class TaskCandidatesUpkeep {

    private static final Logger log = LoggerFactory.getLogger(TaskCandidatesUpkeep.class);

    private static final int PAGE = 100;

    private final TaskService taskService;
    private final RuntimeService runtimeService;
    private final ProcessView process;
    private final TaskCandidates candidates;
    private final OpenRequests openRequests;
    private final LockedRequests lockedRequests;
    private final Organisation organisation;
    private final Office office;
    private final OfferedGroups offered;
    private final EngineIdentity identity;
    private final TransactionTemplate apart;

    TaskCandidatesUpkeep(
            @Lazy TaskService taskService,
            @Lazy RuntimeService runtimeService,
            ProcessView process,
            TaskCandidates candidates,
            OpenRequests openRequests,
            LockedRequests lockedRequests,
            Organisation organisation,
            Office office,
            OfferedGroups offered,
            EngineIdentity identity,
            PlatformTransactionManager transactions) {
        this.taskService = taskService;
        this.runtimeService = runtimeService;
        this.process = process;
        this.candidates = candidates;
        this.openRequests = openRequests;
        this.lockedRequests = lockedRequests;
        this.organisation = organisation;
        this.office = office;
        this.offered = offered;
        this.identity = identity;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** A request has other authors than before. */
    record AuthorsChanged(String requestId) {}

    @Bean
    RecurringTask<Void> offeringTasks() {
        return Tasks.recurring("task-offers", FixedDelay.ofMinutes(1)).execute((task, context) -> keepInStep());
    }

    @TransactionalEventListener(classes = OrganisationChanged.class, fallbackExecution = true)
    void keepInStep() {
        identity.asSystem(() -> {
            Map<String, List<String>> deciders = deciders();
            Set<String> changed = apart.execute(status -> offered.changed(deciders));
            if (!changed.isEmpty() && putRight(changed)) {
                note(changed, deciders);
            }
            return null;
        });
    }

    private void note(Set<String> groups, Map<String, List<String>> deciders) {
        try {
            apart.executeWithoutResult(status -> offered.note(groups, deciders));
        } catch (ProcessEngineException e) {
            log.info(
                    "The tasks of {} are looked at again in a minute, another node may be at it: {}",
                    groups,
                    e.getMessage());
        }
    }

    @TransactionalEventListener(fallbackExecution = true)
    void keepInStep(AuthorsChanged changed) {
        identity.asSystem(() -> putRight(() -> List.of(lockedRequests.find(changed.requestId()))));
    }

    @TransactionalEventListener(fallbackExecution = true)
    void keepInStep(TaskHandedOut handedOut) {
        identity.asSystem(() -> putRight(() -> process.openTask(handedOut.taskId()).stream()
                .map(task -> lockedRequests.find(task.requestId()))
                .toList()));
    }

    private Map<String, List<String>> deciders() {
        return apart.execute(status -> Stream.concat(
                        office.groups().stream().map(group -> group.directors()),
                        Stream.of(Group.WEB_OFFICERS, Group.DEPUTY_DIRECTORS))
                .collect(Collectors.toMap(
                        Function.identity(), group -> organisation.accounts(Candidates.group(group)))));
    }

    /** Whether all went well. */
    private boolean putRight(Set<String> changed) {
        Set<String> certifying = office.groups().stream()
                .map(Group::code)
                .filter(group -> changed.contains(Group.DEPUTY_DIRECTORS) || changed.contains(Group.directors(group)))
                .collect(Collectors.toSet());
        boolean vetting =
                changed.contains(Group.WEB_OFFICERS) || changed.contains(Group.directors(office.webOfficersGroup()));
        AtomicReference<String> last = new AtomicReference<>("");
        boolean done = true;
        while (last.get() != null) {
            done &= putRight(() -> {
                List<PublicationRequest> page = openRequests.toDecide(certifying, vetting, last.get(), PAGE);
                last.set(page.size() < PAGE ? null : page.get(PAGE - 1).id());
                return page;
            });
        }
        return done;
    }

    /** Whether all went well; what does not keeps back no other. */
    private boolean putRight(Supplier<List<PublicationRequest>> page) {
        boolean done = true;
        for (Open open : apart.execute(status -> wrong(page.get()))) {
            try {
                // One request at a time: a transaction that publishes a newer version holds two, and would wait for
                // ever with us.
                apart.executeWithoutResult(status ->
                        candidates.putRight(open.request().id(), open.task().getId()));
            } catch (RuntimeException e) {
                log.warn(
                        "The candidates of task {} are looked at again in a minute",
                        open.task().getId(),
                        e);
                done = false;
            }
        }
        return done;
    }

    private List<Open> wrong(List<PublicationRequest> page) {
        Map<String, PublicationRequest> byInstance = new HashMap<>();
        for (PublicationRequest request : page) {
            byInstance.put(request.processInstanceId(), request);
            if (request.extension().isPresent() || request.openReview().isPresent()) {
                runtimeService
                        .createProcessInstanceQuery()
                        .superProcessInstanceId(request.processInstanceId())
                        .list()
                        .forEach(called -> byInstance.put(called.getId(), request));
            }
        }
        return byInstance.isEmpty()
                ? List.of()
                : taskService
                        .createTaskQuery()
                        .processInstanceIdIn(byInstance.keySet().toArray(String[]::new))
                        .list()
                        .stream()
                        .map(task -> new Open(task, byInstance.get(task.getProcessInstanceId())))
                        .filter(open -> !candidates.areRight(open))
                        .toList();
    }
}
