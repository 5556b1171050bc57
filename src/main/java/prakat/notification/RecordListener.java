package prakat.notification;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import prakat.background.Rush;
import prakat.background.Schedulers;
import prakat.notification.mail.NotificationRules;
import prakat.request.record.EntryAdded;
import prakat.request.screening.ScreenedLater;

/**
 * Has people told of each new entry of the record: the task for it is written in the entry's own transaction. Few threads are
 * at it, which each tell of many at once: where much happens in one moment, as when many periods end, more of them would
 * only take the time of what happens.
 */
@Component
@DependsOnDatabaseInitialization
class RecordListener {

    private static final int THREADS = 2;

    private final Scheduler scheduler;
    private final Clock clock;

    RecordListener(Schedulers schedulers, Notifier notifier, Rush rush, Clock clock) {
        this.scheduler =
                schedulers.create(Schedulers.TABLE, THREADS, List.of(NotificationTasks.telling(notifier, rush)));
        this.clock = clock;
    }

    @EventListener
    void screened(ScreenedLater version) {
        scheduler.scheduleIfNotExists(
                new TaskInstance<>(NotificationTasks.TELL, String.valueOf(version.proposal())), clock.instant());
        Schedulers.lookAfterCommit(scheduler);
    }

    @EventListener
    void added(EntryAdded entry) {
        if (NotificationRules.tellOf(entry.event())) {
            scheduler.scheduleBatch(
                    List.of(new TaskInstance<>(NotificationTasks.TELL, String.valueOf(entry.id()))), clock.instant());
            Schedulers.lookAfterCommit(scheduler);
        }
    }
}
