package prakat.background;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.event.ExecutionChain;
import com.github.kagkarlsson.scheduler.exceptions.ExecutionException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.sql.DatabaseMetaData;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Makes schedulers, and starts and stops them with the program. A task is a row in the scheduler's table, written in the
 * caller's transaction, until one node has done it. Each scheduler has threads of its own, so that one whose work waits
 * for another machine keeps nothing else waiting.
 */
@Component
public class Schedulers {

    private static final Logger log = LoggerFactory.getLogger(Schedulers.class);

    /** The table for everything that waits for no other machine. */
    public static final String TABLE = "scheduled_tasks";

    /** A node that has written a task looks at once; this is for retries, and for tasks of a node that is gone. */
    private static final Duration UNTIL_LOOKED_AGAIN = Duration.ofSeconds(10);

    /** What a node that is gone had begun is begun again after a minute. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    private static final int MISSED_HEARTBEATS = 4;

    /** A node leaves tasks that it does not know to the nodes that do. */
    private static final Duration NEVER = Duration.ofDays(36_500);

    private static final Duration LONGEST_STOP = Duration.ofSeconds(8);

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final com.github.kagkarlsson.scheduler.Clock clock;
    private final List<Made> all = new CopyOnWriteArrayList<>();

    /** For Spring. */
    protected Schedulers(DataSource dataSource, Clock clock) {
        this.dataSource = new TransactionAwareDataSourceProxy(dataSource);
        this.jdbc = JdbcClient.create(dataSource);
        this.clock = clock::instant;
    }

    private record Made(String table, Scheduler scheduler, List<RecurringTask<?>> recurring) {}

    /**
     * Makes a scheduler, which starts once the program is ready.
     *
     * @param table one of those of the migration V13; schedulers may share one where each has tasks of its own
     * @param threads how many tasks it works on at once
     */
    public Scheduler create(String table, int threads, List<? extends Task<?>> tasks) {
        List<RecurringTask<?>> recurring = new ArrayList<>();
        List<Task<?>> oneTime = new ArrayList<>();
        for (Task<?> task : tasks) {
            if (task instanceof RecurringTask<?> again) {
                recurring.add(again);
            } else {
                oneTime.add(task);
            }
        }
        Scheduler scheduler = Scheduler.create(dataSource, oneTime)
                .startTasks(recurring)
                .tableName(table)
                .threads(threads)
                .clock(clock)
                .pollingInterval(UNTIL_LOOKED_AGAIN)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .deleteUnresolvedAfter(NEVER)
                .shutdownMaxWait(LONGEST_STOP)
                .addExecutionInterceptor(Schedulers::withItsOwnLogContext)
                .build();
        all.add(new Made(table, scheduler, recurring));
        return scheduler;
    }

    /** Not afterwards: that it failed is logged then. */
    private static CompletionHandler<?> withItsOwnLogContext(
            TaskInstance<?> task, ExecutionContext context, ExecutionChain chain) {
        MDC.clear();
        return chain.proceed(task, context);
    }

    /** Has the scheduler do what is due as soon as this thread's transaction is committed; not at all after a rollback. */
    public static void lookAfterCommit(Scheduler scheduler) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                scheduler.triggerCheckForDueExecutions();
            }
        });
    }

    /** The models are deployed: what recurs is done once, by one of the nodes that start. */
    @EventListener(ApplicationReadyEvent.class)
    public void start() {
        boolean alone = isEmbedded();
        tables().forEach(table -> {
            bringForward(table, " and coalesce(consecutive_failures, 0) = 0");
            if (alone) {
                takeUpAgain(table);
            }
        });
        all.forEach(made -> {
            made.recurring().forEach(task -> now(made.scheduler(), task));
            made.scheduler().start();
        });
    }

    /** What waits is due, as nobody knows which clock said until when. */
    @EventListener(ClockSetBack.class)
    void doAllThatWaits() {
        tables().forEach(table -> bringForward(table, ""));
    }

    private Stream<String> tables() {
        return all.stream().map(Made::table).distinct();
    }

    /** @param which of those whose time has not come */
    private void bringForward(String table, String which) {
        OffsetDateTime now = clock.now().atOffset(ZoneOffset.UTC);
        jdbc.sql("update " + table + " set execution_time = :now where not picked and execution_time > :now" + which)
                .param("now", now)
                .update();
        // Else what a node had begun that is gone would count as under way until then.
        jdbc.sql("update " + table + " set last_heartbeat = :now where picked and last_heartbeat > :now")
                .param("now", now)
                .update();
    }

    /** What was begun when the program ended; nobody else is at it, as no other program opens the same database. */
    private void takeUpAgain(String table) {
        jdbc.sql("update " + table + " set picked = false, picked_by = null, last_heartbeat = null where picked")
                .update();
    }

    private boolean isEmbedded() {
        try {
            return JdbcUtils.extractDatabaseMetaData(dataSource, DatabaseMetaData::getDatabaseProductName)
                    .equals("H2");
        } catch (MetaDataAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private void now(Scheduler scheduler, RecurringTask<?> task) {
        try {
            scheduler.schedule(
                    task.instance(RecurringTask.INSTANCE), clock.now(), ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
        } catch (TaskInstanceCurrentlyExecutingException | ExecutionException e) {
            // The second where another node took it up between the look and the write.
            log.debug("another node is at it: {}", task.getName());
        }
    }

    /** While everything that tasks use is still there: what is under way has some seconds to end. */
    @EventListener(ContextClosedEvent.class)
    public void stop() {
        all.parallelStream().map(Made::scheduler).forEach(Scheduler::stop);
    }
}
