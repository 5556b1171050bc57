package prakat.process.reconciliation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;
import org.camunda.bpm.engine.runtime.ProcessInstantiationBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import prakat.process.publication.PublicationModel;
import prakat.process.publication.RequestVariables;
import prakat.process.publication.RestorationContext;
import prakat.process.publication.Timers;
import prakat.publication.Publications;
import prakat.request.LockedRequests;
import prakat.request.PublicationRequest;
import prakat.request.Status;
import prakat.request.Steps;
import prakat.request.query.OpenRequests.Standing;
import prakat.request.record.TaskKind;

/** Gives the engine back what it lost of a request. Each request in a transaction of its own, under its lock. */
@Component
public class Repairs {

    private static final Logger log = LoggerFactory.getLogger(Repairs.class);

    private final LockedRequests requests;
    private final Steps steps;
    private final Publications publications;
    private final RequestVariables variables;
    private final Timers timers;
    private final InstanceStates states;
    private final RuntimeService runtimeService;
    private final ManagementService managementService;
    private final Clock clock;
    private final TransactionTemplate each;

    Repairs(
            LockedRequests requests,
            Steps steps,
            Publications publications,
            RequestVariables variables,
            Timers timers,
            InstanceStates states,
            RuntimeService runtimeService,
            ManagementService managementService,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.requests = requests;
        this.steps = steps;
        this.publications = publications;
        this.variables = variables;
        this.timers = timers;
        this.states = states;
        this.runtimeService = runtimeService;
        this.managementService = managementService;
        this.clock = clock;
        this.each = new TransactionTemplate(transactions);
        this.each.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Repairs what differs between a request and the engine; answers what could not be repaired. */
    Optional<Difference> repair(String requestId) {
        try {
            return each.execute(status -> {
                // Whoever takes a step with it holds its lock: what differs now is no step under way.
                PublicationRequest request = requests.find(requestId);
                return difference(request).filter(difference -> !isRepaired(difference, request));
            });
        } catch (OptimisticLockingException e) {
            log.info("{} is being worked on and will be looked at again", requestId);
            return Optional.empty();
        } catch (RuntimeException e) {
            log.error("{} cannot be repaired", requestId, e);
            return each.execute(status -> difference(requests.find(requestId)));
        }
    }

    /**
     * Ends the instance that runs the procedure for a request, as it cannot go on, and starts another at the same step in
     * the newest model. Where this fails, nothing has changed.
     *
     * @return whether it was done; not to any other instance, and not to one in which an extension or a review is under
     *     way, which would end with it
     */
    public boolean startAnew(ProcessInstance instance) {
        String requestId = instance.getBusinessKey();
        return requestId != null
                && Boolean.TRUE.equals(each.execute(status -> {
                    PublicationRequest request = requests.find(requestId);
                    if (!request.processInstanceId().equals(instance.getId())
                            || request.status().isEnded()
                            || (request.status() == Status.PUBLISHED
                                    && !request.openTasks().isEmpty())) {
                        return false;
                    }
                    // Without the listeners of its model: what they call may be gone.
                    runtimeService.deleteProcessInstance(instance.getId(), "started anew", true, true, true);
                    restore(request);
                    return true;
                }));
    }

    /** What request, engine and website disagree on now. */
    List<Difference> differences(String requestId) {
        return each.execute(status -> {
            List<Difference> found = new ArrayList<>(
                    difference(requests.find(requestId)).stream().toList());
            if (publications.differs(requestId)) {
                found.add(Difference.WEBSITE_DIFFERS);
            }
            return found;
        });
    }

    private Optional<Difference> difference(PublicationRequest request) {
        Standing standing = Standing.of(request);
        String instance = standing.processInstanceId();
        return standing.isOpen()
                ? Difference.between(standing, states.of(Set.of(instance)).get(instance), clock.instant())
                : Optional.empty();
    }

    private boolean isRepaired(Difference difference, PublicationRequest request) {
        switch (difference) {
            case INSTANCE_GONE -> restore(request);
            case WRONG_STEP -> bringBack(request);
            case TIMER_MOVED -> setTimer(request);
            case SUSPENDED, WEBSITE_DIFFERS, MESSAGES_FAILED, BACKUP_FAILED, NOT_TOLD -> {
                return false;
            }
        }
        log.warn("Request {} was repaired: {}", request.number(), difference.code());
        return true;
    }

    private void restore(PublicationRequest request) {
        ProcessInstance instance = RestorationContext.call(request.id(), () -> {
            ProcessInstantiationBuilder start = runtimeService
                    .createProcessInstanceByKey(PublicationModel.PROCESS)
                    .businessKey(request.id())
                    .setVariables(variables.of(request))
                    .startBeforeActivity(Standing.of(request).element().orElseThrow());
            Set<TaskKind> open = request.openTasks();
            if (open.stream().anyMatch(TaskKind.ON_EXTENSION::contains)) {
                start.startBeforeActivity(PublicationModel.EXTEND);
            }
            if (open.contains(TaskKind.REVIEW)) {
                start.startBeforeActivity(PublicationModel.REVIEW);
            }
            ProcessInstance restored = start.execute();
            if (open.contains(TaskKind.VET_EXTENSION)) {
                skipCertification(restored);
            }
            return restored;
        });
        steps.goOnIn(request.id(), instance.getId());
    }

    /** Of an extension, which was certified before. */
    private void skipCertification(ProcessInstance restored) {
        ProcessInstance extension = runtimeService
                .createProcessInstanceQuery()
                .superProcessInstanceId(restored.getId())
                .processDefinitionKey(PublicationModel.EXTENSION)
                .singleResult();
        runtimeService
                .createProcessInstanceModification(extension.getId())
                .startBeforeActivity(TaskKind.VET_EXTENSION.element())
                .cancelAllForActivity(TaskKind.CERTIFY_EXTENSION.element())
                .execute();
    }

    private void bringBack(PublicationRequest request) {
        String instance = request.processInstanceId();
        runtimeService.setVariables(instance, variables.of(request));
        ProcessInstanceModificationBuilder modification = runtimeService
                .createProcessInstanceModification(instance)
                .startBeforeActivity(Standing.of(request).element().orElseThrow());
        // Leaves alone: what is started in a subprocess that is there already would end with it. What runs beside goes
        // on.
        leaves(runtimeService.getActivityInstance(instance))
                .filter(leaf -> Status.elements().contains(leaf.getActivityId()))
                .forEach(leaf -> modification.cancelActivityInstance(leaf.getId()));
        RestorationContext.run(request.id(), modification::execute);
    }

    private static Stream<ActivityInstance> leaves(ActivityInstance parent) {
        return Arrays.stream(parent.getChildActivityInstances())
                .flatMap(child -> child.getChildActivityInstances().length == 0 ? Stream.of(child) : leaves(child));
    }

    private void setTimer(PublicationRequest request) {
        boolean starts = request.status() == Status.SCHEDULED;
        Date due = Date.from(starts ? request.publishFrom() : request.publishUntil());
        timers.timer(
                        request.processInstanceId(),
                        starts ? PublicationModel.PUBLICATION_STARTS : PublicationModel.PERIOD_ENDS)
                .ifPresent(timer -> managementService.setJobDuedate(timer.getId(), due));
        runtimeService.setVariables(request.processInstanceId(), variables.of(request));
    }
}
