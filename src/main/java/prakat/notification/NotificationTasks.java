package prakat.notification;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import prakat.background.Rush;

/** What is done in the background about people and programs that are to be told. */
@Configuration
class NotificationTasks {

    /** Name of the task that tells of an entry of the record; an instance has the entry's id. */
    static final String TELL = "tell";

    private static final Duration FIRST_RETRY = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

    /** What tells of an entry. */
    static OneTimeTask<Void> telling(Notifier notifier, Rush rush) {
        return Tasks.oneTime(TELL).onFailure(againLaterAndLater()).execute((task, context) -> {
            rush.giveWay();
            notifier.tell(Long.parseLong(task.getId()));
        });
    }

    /** After 1, 2, 4, 8 minutes and so on, and every day in the end: nobody is to be left untold. */
    private static FailureHandler<Void> againLaterAndLater() {
        return (failed, operations) -> {
            int doublings = Math.min(failed.getExecution().consecutiveFailures, 20);
            Duration pause = FIRST_RETRY.multipliedBy(1L << doublings);
            operations.reschedule(
                    failed, failed.getTimeDone().plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE));
        };
    }

    @Bean
    RecurringTask<Void> tidyingOutbox(Outbox outbox) {
        return Tasks.recurring("outbox", FixedDelay.ofHours(1)).execute((task, context) -> outbox.tidy());
    }
}
