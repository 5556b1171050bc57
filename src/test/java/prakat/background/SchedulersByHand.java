package prakat.background;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** Schedulers that stand still: what is due by the tests' clock is done by hand, on the test's own thread. */
public final class SchedulersByHand extends Schedulers {

    private final DataSource dataSource;
    private final Clock clock;
    private final JdbcClient jdbc;
    private final List<Made> all = new CopyOnWriteArrayList<>();

    public SchedulersByHand(DataSource dataSource, Clock clock) {
        super(dataSource, clock);
        this.dataSource = new TransactionAwareDataSourceProxy(dataSource);
        this.clock = clock;
        this.jdbc = JdbcClient.create(dataSource);
    }

    private record Made(ManualScheduler scheduler, String table, List<String> tasks) {}

    @Override
    public Scheduler create(String table, int threads, List<? extends Task<?>> tasks) {
        ManualScheduler scheduler = (ManualScheduler) TestHelper.createManualScheduler(dataSource, List.copyOf(tasks))
                .clock(new TheTestsClock())
                .tableName(table)
                .build();
        all.add(new Made(scheduler, table, tasks.stream().map(Task::getName).toList()));
        return scheduler;
    }

    private final class TheTestsClock extends SettableClock {
        @Override
        public Instant now() {
            return clock.instant();
        }
    }

    @Override
    public void start() {
        // Nothing happens by itself, and nothing recurs.
    }

    @Override
    public void stop() {
        // Nothing runs.
    }

    /** Does everything that is due, and what becomes due by that. */
    public void runDue() {
        while (all.stream().anyMatch(this::hasDue)) {
            all.forEach(made -> made.scheduler().runAnyDueExecutions());
        }
    }

    private boolean hasDue(Made made) {
        return jdbc.sql("select count(*) from " + made.table()
                                + " where execution_time <= :now and not picked and task_name in (:tasks)")
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("tasks", made.tasks())
                        .query(Long.class)
                        .single()
                > 0;
    }
}
