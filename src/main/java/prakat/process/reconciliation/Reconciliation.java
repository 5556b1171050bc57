package prakat.process.reconciliation;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import prakat.backup.Backups;
import prakat.files.DiskSpace;
import prakat.notification.FailedMessages;
import prakat.organisation.EngineIdentity;
import prakat.publication.Publications;
import prakat.request.Status;
import prakat.request.query.OpenRequests;
import prakat.request.query.OpenRequests.Standing;

/**
 * Compares requests, engine and website every few minutes, some hundred at a time. The record is right: where the engine
 * lost an instance, a step or a timer, it gets them back, and the procedure goes on by its own steps. What cannot be
 * repaired so is raised as an incident, until it is no longer found.
 */
@Component
class Reconciliation {

    private static final int PAGE = 500;

    private final OpenRequests openRequests;
    private final InstanceStates states;
    private final Repairs repairs;
    private final FailedTimers failedTimers;
    private final FailedMessages failedMessages;
    private final DiskSpace diskSpace;
    private final Backups backups;
    private final Incidents incidents;
    private final Publications publications;
    private final EngineIdentity identity;
    private final Clock clock;

    Reconciliation(
            OpenRequests openRequests,
            InstanceStates states,
            Repairs repairs,
            FailedTimers failedTimers,
            FailedMessages failedMessages,
            DiskSpace diskSpace,
            Backups backups,
            Incidents incidents,
            Publications publications,
            EngineIdentity identity,
            Clock clock) {
        this.openRequests = openRequests;
        this.states = states;
        this.repairs = repairs;
        this.failedTimers = failedTimers;
        this.failedMessages = failedMessages;
        this.diskSpace = diskSpace;
        this.backups = backups;
        this.incidents = incidents;
        this.publications = publications;
        this.identity = identity;
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> reconciling(@Value("${prakat.reconciliation.every}") Duration every) {
        return Tasks.recurring("reconciliation", FixedDelay.of(every)).execute((task, context) -> reconcile());
    }

    /** Compares, repairs, and raises what is left. */
    void reconcile() {
        identity.asSystem(() -> {
            failedTimers.tryAgain(PAGE);
            Status.NOT_ENDED.forEach(this::compareWithEngine);
            compareWithWebsite();
            ofNoRequest().forEach(difference -> incidents.raise(Incidents.OF_NO_REQUEST, difference));
            Set<String> untold = Set.copyOf(failedMessages.untold());
            untold.forEach(requestId -> incidents.raise(requestId, Difference.NOT_TOLD));
            incidents.settle(requestId -> differences(requestId, untold), PAGE);
            return null;
        });
    }

    private List<Difference> differences(String requestId, Set<String> untold) {
        if (requestId.equals(Incidents.OF_NO_REQUEST)) {
            return ofNoRequest();
        }
        List<Difference> found = new ArrayList<>(repairs.differences(requestId));
        if (untold.contains(requestId)) {
            found.add(Difference.NOT_TOLD);
        }
        return found;
    }

    private List<Difference> ofNoRequest() {
        List<Difference> found = new ArrayList<>();
        if (failedMessages.count() > 0) {
            found.add(Difference.MESSAGES_FAILED);
        }
        if (diskSpace.level() != DiskSpace.Level.ENOUGH) {
            found.add(Difference.DISK_FILLS_UP);
        }
        if (backups.isFailing()) {
            found.add(Difference.BACKUP_FAILED);
        }
        return found;
    }

    private void compareWithEngine(Status status) {
        String last = "";
        List<Standing> page;
        do {
            page = openRequests.page(status, last, PAGE);
            for (Standing standing : differing(page)) {
                repairs.repair(standing.id()).ifPresent(difference -> incidents.raise(standing.id(), difference));
            }
            last = page.isEmpty() ? last : page.get(page.size() - 1).id();
        } while (page.size() == PAGE);
    }

    private List<Standing> differing(List<Standing> page) {
        Map<String, InstanceState> found =
                states.of(page.stream().map(Standing::processInstanceId).collect(Collectors.toSet()));
        Instant now = clock.instant();
        return page.stream()
                .filter(standing -> Difference.between(standing, found.get(standing.processInstanceId()), now)
                        .isPresent())
                .toList();
    }

    private void compareWithWebsite() {
        String last = "";
        List<String> page;
        do {
            page = publications.differing(last, PAGE);
            page.stream()
                    .filter(requestId -> repairs.differences(requestId).contains(Difference.WEBSITE_DIFFERS))
                    .forEach(requestId -> incidents.raise(requestId, Difference.WEBSITE_DIFFERS));
            last = page.isEmpty() ? last : page.get(page.size() - 1);
        } while (page.size() == PAGE);
    }
}
