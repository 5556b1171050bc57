package prakat.process.publication;

import static org.camunda.bpm.engine.variable.Variables.createVariables;
import static org.springframework.transaction.support.TransactionSynchronizationManager.registerSynchronization;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionTemplate;
import prakat.input.Coded;
import prakat.organisation.EngineIdentity;
import prakat.process.publication.PublicationModel.Variables;
import prakat.request.LockedRequests;
import prakat.request.PublicationRequest;
import prakat.request.Status;
import prakat.request.Steps;
import prakat.request.content.Revision;
import prakat.request.record.Event;
import prakat.request.record.HistoryEntry;
import prakat.request.record.Outcome;
import prakat.request.screening.FileReadings;
import prakat.request.screening.FindingWords;
import prakat.request.screening.ScreenedLater;
import prakat.request.screening.Screenings;
import prakat.screening.Finding;

/**
 * The step {@code screen}. Where all files and links of a version are known it is passed in the transaction that comes to it;
 * others are read and tried after that, in the background: it may take a minute, and holds nothing meanwhile. What is left
 * behind by a node that ends, or fails, goes on after some minutes as not screened; what nobody can look at for viruses
 * waits for that as long, and goes back to its owner then.
 */
@Component
class ScreeningStep {

    private static final Logger log = LoggerFactory.getLogger(ScreeningStep.class);

    /** Until somebody else looks after it. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration SWEEP = Duration.ofMinutes(1);
    private static final int MOST = 100;

    private final LockedRequests requests;
    private final Steps steps;
    private final Screenings screenings;
    private final FileReadings readings;
    private final FindingWords words;
    private final RuntimeService runtimeService;
    private final EngineIdentity identity;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TransactionTemplate each;
    private final Map<String, CompletableFuture<Void>> underWay = new ConcurrentHashMap<>();

    ScreeningStep(
            LockedRequests requests,
            Steps steps,
            Screenings screenings,
            FileReadings readings,
            FindingWords words,
            @Lazy RuntimeService runtimeService,
            EngineIdentity identity,
            ApplicationEventPublisher events,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.requests = requests;
        this.steps = steps;
        this.screenings = screenings;
        this.readings = readings;
        this.words = words;
        this.runtimeService = runtimeService;
        this.identity = identity;
        this.events = events;
        this.clock = clock;
        this.each = new TransactionTemplate(transactions);
    }

    @Bean
    RecurringTask<Void> screeningSweep() {
        return Tasks.recurring("screening", FixedDelay.of(SWEEP)).execute((task, context) -> sweep());
    }

    /** Passes the step, at once or as soon as its files have been read and its links tried. Needs a transaction. */
    void proceed(String requestId) {
        PublicationRequest request = requests.find(requestId);
        Optional<List<Finding>> found = request.isScreened() ? Optional.empty() : screenings.atOnce(request.current());
        found.ifPresent(all -> pass(request, all));
        if (!request.isScreened()) {
            Revision version = request.current();
            registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    read(requestId, version);
                }
            });
        }
    }

    /** The same, once the engine has come to the step. */
    void proceedBeforeCommit(String requestId) {
        registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                proceed(requestId);
            }
        });
    }

    /** Waits until it is passed, where this node is at it. */
    void await(String requestId, Duration most) {
        CompletableFuture<Void> reading = underWay.get(requestId);
        if (reading != null) {
            reading.completeOnTimeout(null, most.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        }
    }

    private void read(String requestId, Revision version) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        if (underWay.putIfAbsent(requestId, done) == null) {
            readings.read(version, found -> {
                try {
                    each.executeWithoutResult(status -> passWithWhatWasRead(requestId, found));
                } catch (RuntimeException e) {
                    log.warn("A version could not be screened, and will be looked at again", e);
                } finally {
                    underWay.remove(requestId);
                    done.complete(null);
                }
            });
        }
    }

    /** Where nobody could look for viruses it waits, and is taken up again. */
    private void passWithWhatWasRead(String requestId, Map<String, List<Finding>> read) {
        PublicationRequest request = requests.find(requestId);
        if (!request.isScreened() && request.status() == Status.AWAITING_CERTIFICATION) {
            screenings.onceRead(request.current(), read).ifPresent(found -> passLater(request, found));
        }
    }

    private void pass(PublicationRequest request, List<Finding> found) {
        steps.screened(request.id(), found, words::of);
        goOn(request);
    }

    /** Those who certify were to be told when it was proposed, and there was nothing to certify yet. */
    private void passLater(PublicationRequest request, List<Finding> found) {
        pass(request, found);
        request.history()
                .last(Event.PROPOSALS.toArray(Event[]::new))
                .ifPresent(proposal -> events.publishEvent(new ScreenedLater(proposal.id())));
    }

    private void goOn(PublicationRequest request) {
        Optional<HistoryEntry> blocked =
                request.history().lastReturn().filter(entry -> request.status() == Status.RETURNED);
        VariableMap variables = blocked.map(entry -> createVariables()
                        .putValue(Variables.OUTCOME, Outcome.BLOCKED.code())
                        .putValue(Variables.REASON_CODE, Coded.codeOf(entry.reasonCode()))
                        .putValue(Variables.REASON, entry.reason()))
                .orElseGet(() -> createVariables().putValue(Variables.OUTCOME, Outcome.PASSED.code()));
        // To all that wait for it, even if there are none: an instance of an older model has no such step.
        identity.asSystem(() -> runtimeService
                .createMessageCorrelation(PublicationModel.SCREENED)
                .processInstanceId(request.processInstanceId())
                .setVariables(variables)
                .correlateAllWithResult());
    }

    /** What was left behind: it is read, or after long goes on without. */
    void sweep() {
        List<ProcessInstance> waiting = identity.asSystem(() -> runtimeService
                .createProcessInstanceQuery()
                .processDefinitionKey(PublicationModel.PROCESS)
                .activityIdIn(PublicationModel.SCREEN)
                .active()
                .listPage(0, MOST));
        waiting.forEach(instance -> {
            try {
                each.executeWithoutResult(status -> takeUp(instance));
            } catch (RuntimeException e) {
                log.warn("A version could not be screened, and will be looked at again", e);
            }
        });
    }

    private void takeUp(ProcessInstance instance) {
        PublicationRequest request = requests.find(instance.getBusinessKey());
        Instant now = clock.instant();
        if (!request.processInstanceId().equals(instance.getId())
                || request.statusSince().plus(PATIENCE).isAfter(now)) {
            return;
        }
        if (request.isScreened()) {
            // By a node of an earlier release, which knows of no screening.
            goOn(request);
        } else if (request.statusSince().plus(LONGEST).isAfter(now)) {
            proceed(request.id());
        } else {
            passLater(request, screenings.asFarAsKnown(request.current()));
        }
    }
}
