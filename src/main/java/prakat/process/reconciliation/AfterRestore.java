package prakat.process.reconciliation;

import java.time.Clock;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import prakat.backup.Restorations;
import prakat.backup.Restorations.Restored;
import prakat.notification.FailedMessages;
import prakat.organisation.EngineIdentity;
import prakat.request.Numbers;

/**
 * The first start after a restore, before anybody gets in: does everything that fell due meanwhile, and holds back what there
 * is to be said of all that. The program that was backed up may have done and said the same. From then on everything is new.
 */
@Component
class AfterRestore implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(AfterRestore.class);

    private static final int PAGE = 500;
    private static final int MOST_ROUNDS = 1000;

    private final Restorations restorations;
    private final FailedMessages messages;
    private final Numbers numbers;
    private final ManagementService managementService;
    private final EngineIdentity identity;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AfterRestore(
            Restorations restorations,
            FailedMessages messages,
            Numbers numbers,
            ManagementService managementService,
            EngineIdentity identity,
            TransactionTemplate transaction,
            Clock clock) {
        this.restorations = restorations;
        this.messages = messages;
        this.numbers = numbers;
        this.managementService = managementService;
        this.identity = identity;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        restorations.notice().ifPresent(this::settle);
    }

    private void settle(Restored restored) {
        identity.asSystem(() -> {
            catchUp();
            messages.writeUntold();
            transaction.executeWithoutResult(status -> {
                if (restorations.claim()) {
                    numbers.leaveGap(restored.lastRecordedAt(), clock.instant());
                    restorations.settle(restored, messages.holdBack());
                }
            });
            return null;
        });
    }

    /** Until nothing is due any more; what fails is tried again later, as ever. */
    private void catchUp() {
        int rounds = 0;
        List<Job> due;
        do {
            due = managementService.createJobQuery().active().executable().listPage(0, PAGE).stream()
                    .filter(job -> job.getProcessInstanceId() != null)
                    .toList();
            due.forEach(this::execute);
            rounds++;
        } while (!due.isEmpty() && rounds < MOST_ROUNDS);
    }

    private void execute(Job job) {
        try {
            managementService.executeJob(job.getId());
        } catch (RuntimeException e) {
            // The engine's own threads may have been faster.
            log.debug("{} was not executed", job.getId(), e);
        }
    }
}
