package prakat.notification;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import prakat.background.Schedulers;
import prakat.notification.mail.NotificationRules;
import prakat.request.record.EntryAdded;
import prakat.request.screening.ScreenedLater;

/** Has people told of each new entry of the record: the task for it is written in the entry's own transaction. */
@Component
class RecordListener {

    private final Scheduler scheduler;
    private final Clock clock;

    RecordListener(Scheduler scheduler, Clock clock) {
        this.scheduler = scheduler;
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
