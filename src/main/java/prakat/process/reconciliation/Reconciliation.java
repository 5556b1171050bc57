package prakat.process.reconciliation;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import prakat.notification.FailedMessages;
import prakat.organisation.EngineIdentity;
import prakat.process.publication.PublicationModel;
import prakat.process.publication.RequestVariables;
import prakat.process.publication.RestorationContext;
import prakat.process.publication.Timers;
import prakat.publication.Publications;
import prakat.request.LockedRequests;
import prakat.request.OpenRequests;
import prakat.request.OpenRequests.Standing;
import prakat.request.PublicationRequest;
import prakat.request.Status;
import prakat.request.Steps;

/**
 * Compares requests, engine and website on each start and every few minutes. The record is right: where the engine lost
 * an instance, a place or a timer, it gets them back, and the procedure goes on by its own steps. What cannot be put right
 * so is raised as an incident, one for each, until it is no longer found.
 */
@Component
class Reconciliation {

    private static final Logger log = LoggerFactory.getLogger(Reconciliation.class);

    /** How long after it was due nothing may have happened before a suspension is in its way. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Where an instance waits while its request stands there. */
    private static final Map<Status, String> PLACES = new EnumMap<>(Map.of(
            Status.AWAITING_CERTIFICATION, PublicationModel.CERTIFY,
            Status.AWAITING_VETTING, PublicationModel.VET,
            Status.RETURNED, PublicationModel.REVISE,
            Status.SCHEDULED, PublicationModel.PUBLICATION_STARTS,
            Status.PUBLISHED, PublicationModel.ON_WEBSITE));

    private final OpenRequests openRequests;
    private final LockedRequests requests;
    private final Steps steps;
    private final Publications publications;
    private final RequestVariables variables;
    private final Timers timers;
    private final RuntimeService runtimeService;
    private final ManagementService managementService;
    private final EngineIdentity identity;
    private final FailedMessages failedMessages;
    private final Incidents incidents;
    private final Clock clock;
    private final TransactionTemplate each;

    Reconciliation(
            OpenRequests openRequests,
            LockedRequests requests,
            Steps steps,
            Publications publications,
            RequestVariables variables,
            Timers timers,
            RuntimeService runtimeService,
            ManagementService managementService,
            EngineIdentity identity,
            FailedMessages failedMessages,
            Incidents incidents,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.openRequests = openRequests;
        this.requests = requests;
        this.steps = steps;
        this.publications = publications;
        this.variables = variables;
        this.timers = timers;
        this.runtimeService = runtimeService;
        this.managementService = managementService;
        this.identity = identity;
        this.failedMessages = failedMessages;
        this.incidents = incidents;
        this.clock = clock;
        this.each = new TransactionTemplate(transactions);
        this.each.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Bean
    RecurringTask<Void> reconciling(@Value("${prakat.reconciliation.every}") Duration every) {
        return Tasks.recurring("reconciliation", FixedDelay.of(every)).execute((task, context) -> reconcile());
    }

    /** Compares, mends, and raises what is left. */
    void reconcile() {
        identity.asSystem(() -> {
            Map<String, Difference> left = unsettled();
            each.executeWithoutResult(status -> incidents.keep(left));
            return null;
        });
    }

    /** What is left of the differences after what can be mended was mended, by id of the request. */
    private Map<String, Difference> unsettled() {
        Map<String, Difference> left = new HashMap<>();
        Map<String, Standing> open =
                openRequests.all().stream().collect(Collectors.toMap(Standing::id, Function.identity()));
        Seen seen = everything();
        open.values().stream()
                .filter(standing -> difference(standing, seen).isPresent())
                .forEach(
                        standing -> settle(standing.id()).ifPresent(difference -> left.put(standing.id(), difference)));
        publications.differing().forEach(id -> stillDiffering(id).ifPresent(difference -> left.put(id, difference)));
        if (failedMessages.count() > 0) {
            left.put(Incidents.OF_NO_REQUEST, Difference.MESSAGES_FAILED);
        }
        return left;
    }

    /**
     * What the engine has.
     *
     * @param running instances of the procedure, by id
     * @param waiting ids of instances by the element at which they wait
     * @param timers that wait, by element and id of the instance
     */
    private record Seen(
            Map<String, ProcessInstance> running,
            Map<String, Set<String>> waiting,
            Map<String, Map<String, Job>> timers) {

        Optional<Job> timer(String element, Standing standing) {
            return Optional.ofNullable(timers.get(element).get(standing.processInstanceId()));
        }

        boolean waitsAt(String element, Standing standing) {
            return waiting.get(element).contains(standing.processInstanceId());
        }
    }

    private Seen everything() {
        return new Seen(
                runtimeService
                        .createProcessInstanceQuery()
                        .processDefinitionKey(PublicationModel.PROCESS)
                        .list()
                        .stream()
                        .collect(Collectors.toMap(ProcessInstance::getId, Function.identity())),
                PLACES.values().stream()
                        .collect(Collectors.toMap(
                                Function.identity(),
                                element -> instances(runtimeService
                                        .createExecutionQuery()
                                        .processDefinitionKey(PublicationModel.PROCESS)
                                        .activityId(element)
                                        .list()))),
                timed(element -> managementService
                        .createJobQuery()
                        .processDefinitionKey(PublicationModel.PROCESS)
                        .activityId(element)
                        .list()));
    }

    private Seen of(Standing standing) {
        String instance = standing.processInstanceId();
        return new Seen(
                runtimeService.createProcessInstanceQuery().processInstanceId(instance).list().stream()
                        .collect(Collectors.toMap(ProcessInstance::getId, Function.identity())),
                PLACES.values().stream()
                        .collect(Collectors.toMap(
                                Function.identity(),
                                element -> instances(runtimeService
                                        .createExecutionQuery()
                                        .processInstanceId(instance)
                                        .activityId(element)
                                        .list()))),
                timed(element -> timers.timer(instance, element).stream().toList()));
    }

    private static Set<String> instances(List<Execution> executions) {
        return executions.stream().map(Execution::getProcessInstanceId).collect(Collectors.toSet());
    }

    private static Map<String, Map<String, Job>> timed(Function<String, List<Job>> at) {
        return Set.of(PublicationModel.PUBLICATION_STARTS, PublicationModel.PERIOD_ENDS).stream()
                .collect(Collectors.toMap(Function.identity(), element -> at.apply(element).stream()
                        .collect(Collectors.toMap(
                                Job::getProcessInstanceId, Function.identity(), (one, other) -> one))));
    }

    private Optional<Difference> difference(Standing standing, Seen seen) {
        ProcessInstance instance = seen.running().get(standing.processInstanceId());
        if (instance == null) {
            return Optional.of(Difference.INSTANCE_GONE);
        }
        if (!seen.waitsAt(PLACES.get(standing.status()), standing)) {
            return Optional.of(Difference.WRONG_STEP);
        }
        return switch (standing.status()) {
            case SCHEDULED -> difference(
                    seen.timer(PublicationModel.PUBLICATION_STARTS, standing), standing.publishFrom(), instance);
            case PUBLISHED -> difference(
                    seen.timer(PublicationModel.PERIOD_ENDS, standing), standing.publishUntil(), instance);
            default -> Optional.empty();
        };
    }

    private Optional<Difference> difference(Optional<Job> timer, Instant due, ProcessInstance instance) {
        if (timer.isEmpty()) {
            return Optional.of(Difference.WRONG_STEP);
        }
        Job job = timer.get();
        if (job.getRetries() == 0) {
            return Optional.of(Difference.TIMER_FAILED);
        }
        if (instance.isSuspended() || job.isSuspended()) {
            return due.plus(PATIENCE).isBefore(clock.instant()) ? Optional.of(Difference.SUSPENDED) : Optional.empty();
        }
        // After a failed try the engine sets it for the next one.
        return job.getExceptionMessage() == null && !job.getDuedate().equals(Date.from(due))
                ? Optional.of(Difference.TIMER_MOVED)
                : Optional.empty();
    }

    /** Puts one request right; what cannot be put right. */
    private Optional<Difference> settle(String requestId) {
        try {
            return each.execute(status -> {
                // Whoever takes a step with it holds it: what differs now is no step under way.
                PublicationRequest request = requests.find(requestId);
                Standing standing = Standing.of(request);
                return standing.isOpen()
                        ? difference(standing, of(standing)).filter(difference -> !isMended(difference, request))
                        : Optional.<Difference>empty();
            });
        } catch (OptimisticLockingException e) {
            log.info("{} is being worked on and will be looked at again", requestId);
            return Optional.empty();
        } catch (RuntimeException e) {
            log.error("{} cannot be put right", requestId, e);
            return each.execute(status -> {
                Standing standing = Standing.of(requests.find(requestId));
                return difference(standing, of(standing));
            });
        }
    }

    private Optional<Difference> stillDiffering(String requestId) {
        return each.execute(status -> {
            requests.find(requestId);
            return publications.differing().contains(requestId)
                    ? Optional.of(Difference.WEBSITE_DIFFERS)
                    : Optional.<Difference>empty();
        });
    }

    private boolean isMended(Difference difference, PublicationRequest request) {
        switch (difference) {
            case INSTANCE_GONE -> restore(request);
            case WRONG_STEP -> bringBack(request);
            case TIMER_MOVED -> setTimer(request);
            case TIMER_FAILED -> tryAgain(request);
            case SUSPENDED, WEBSITE_DIFFERS, MESSAGES_FAILED -> {
                return false;
            }
        }
        log.warn("Request {} was put right: {}", request.number(), difference.code());
        return true;
    }

    private void restore(PublicationRequest request) {
        RestorationContext.call(request.id(), () -> {
            ProcessInstance instance = runtimeService
                    .createProcessInstanceByKey(PublicationModel.PROCESS)
                    .businessKey(request.id())
                    .setVariables(variables.of(request))
                    .startBeforeActivity(PLACES.get(request.status()))
                    .execute();
            steps.goOnIn(request.id(), instance.getId());
            return null;
        });
    }

    private void bringBack(PublicationRequest request) {
        String instance = request.processInstanceId();
        runtimeService.setVariables(instance, variables.of(request));
        ProcessInstanceModificationBuilder modification = runtimeService
                .createProcessInstanceModification(instance)
                .startBeforeActivity(PLACES.get(request.status()));
        // Leaves alone: what is started in a subprocess that is there already would end with it. What runs beside goes
        // on.
        leaves(runtimeService.getActivityInstance(instance))
                .filter(leaf -> PLACES.containsValue(leaf.getActivityId()))
                .forEach(leaf -> modification.cancelActivityInstance(leaf.getId()));
        modification.execute();
    }

    private static Stream<ActivityInstance> leaves(ActivityInstance parent) {
        return Arrays.stream(parent.getChildActivityInstances())
                .flatMap(child -> child.getChildActivityInstances().length == 0 ? Stream.of(child) : leaves(child));
    }

    private void setTimer(PublicationRequest request) {
        timer(request)
                .ifPresent(timer -> managementService.setJobDuedate(
                        timer.getId(),
                        Date.from(
                                request.status() == Status.SCHEDULED
                                        ? request.publishFrom()
                                        : request.publishUntil())));
        runtimeService.setVariables(request.processInstanceId(), variables.of(request));
    }

    /** Once more each time: where it fails again, the engine raises its own incident. */
    private void tryAgain(PublicationRequest request) {
        timer(request).ifPresent(timer -> managementService.setJobRetries(timer.getId(), 1));
    }

    private Optional<Job> timer(PublicationRequest request) {
        return timers.timer(
                request.processInstanceId(),
                request.status() == Status.SCHEDULED
                        ? PublicationModel.PUBLICATION_STARTS
                        : PublicationModel.PERIOD_ENDS);
    }
}
