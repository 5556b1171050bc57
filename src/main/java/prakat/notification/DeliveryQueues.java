package prakat.notification;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.task.FailureHandler.ExponentialBackoffFailureHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler.MaxRetriesFailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Component;
import prakat.background.Rush;
import prakat.background.Schedulers;

/**
 * Where messages wait until they are delivered: a queue for the mail server, and one for each program that is called. Each
 * has threads of its own, so that a slow one delays its own messages only, and costs them no try.
 */
@Component
@DependsOnDatabaseInitialization
class DeliveryQueues {

    private static final String TABLE = "delivery_tasks";

    /** The name of the mail server's queue; a program's is its address. */
    private static final String MAIL = "mail";

    private static final int MAILS_AT_ONCE = 4;
    private static final int CALLS_AT_ONCE = 2;

    /** Again after 30 seconds, 2.5 minutes, 13 minutes, an hour, 5 hours and 26 hours. */
    private static final int RETRIES = 6;

    private static final Duration FIRST_RETRY = Duration.ofSeconds(30);
    private static final double RATE = 5;

    private final Clock clock;
    private final Map<String, Scheduler> queues = new HashMap<>();

    DeliveryQueues(Schedulers schedulers, Webhooks webhooks, Delivery delivery, Rush rush, Clock clock) {
        this.clock = clock;
        queues.put(MAIL, schedulers.create(TABLE, MAILS_AT_ONCE, List.of(task(MAIL, delivery, rush))));
        webhooks.urls()
                .forEach(url ->
                        queues.put(url, schedulers.create(TABLE, CALLS_AT_ONCE, List.of(task(url, delivery, rush)))));
    }

    private static OneTimeTask<Void> task(String queue, Delivery delivery, Rush rush) {
        return Tasks.oneTime(queue)
                .onFailure(new MaxRetriesFailureHandler<>(
                        RETRIES,
                        new ExponentialBackoffFailureHandler<>(FIRST_RETRY, RATE),
                        (failed, operations) -> delivery.giveUp(
                                failed.getExecution().taskInstance.getId())))
                .execute((task, context) -> {
                    rush.giveWay();
                    delivery.deliver(task.getId());
                });
    }

    /** Has new messages delivered, once the transaction at hand is committed. */
    void add(List<Message> messages) {
        if (!messages.isEmpty()) {
            queues.get(MAIL)
                    .scheduleBatch(
                            messages.stream()
                                    .<TaskInstance<?>>map(DeliveryQueues::task)
                                    .toList(),
                            clock.instant());
            messages.forEach(this::lookAfterCommit);
        }
    }

    /** Has a message delivered that may be in its queue already. */
    void addAgain(Message message) {
        queues.get(MAIL).schedule(task(message), clock.instant(), ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
        lookAfterCommit(message);
    }

    private static TaskInstance<Void> task(Message message) {
        return new TaskInstance<>(queue(message), message.id());
    }

    private static String queue(Message message) {
        return message.channel() == Message.Channel.MAIL ? MAIL : message.recipient();
    }

    /** A program that is no longer configured has no queue that anybody looks at. */
    private void lookAfterCommit(Message message) {
        Scheduler queue = queues.get(queue(message));
        if (queue != null) {
            Schedulers.lookAfterCommit(queue);
        }
    }
}
