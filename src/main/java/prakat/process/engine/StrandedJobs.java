package prakat.process.engine;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import prakat.background.ClockSetBack;

/**
 * Frees jobs that a node has locked for longer than any node locks one: its clock was ahead, and it is gone. Once their lock
 * lies no longer ahead, a job that is under way after all is found out by the engine, which undoes the second of two. And has
 * those done that an earlier release left without a due date: the engine finds none of them any more.
 */
@Component
class StrandedJobs {

    private static final Logger log = LoggerFactory.getLogger(StrandedJobs.class);

    private final JdbcClient jdbc;
    private final ObjectProvider<JobExecutor> jobExecutor;
    private final Clock clock;

    StrandedJobs(JdbcClient jdbc, ObjectProvider<JobExecutor> jobExecutor, Clock clock) {
        this.jdbc = jdbc;
        this.jobExecutor = jobExecutor;
        this.clock = clock;
    }

    @EventListener({ApplicationReadyEvent.class, ClockSetBack.class})
    void free() {
        jobExecutor.ifAvailable(this::free);
    }

    private void free(JobExecutor executor) {
        jdbc.sql("update act_ru_job set duedate_ = ? where duedate_ is null")
                .param(Timestamp.from(clock.instant()))
                .update();
        // Twice as long, as the clocks of nodes may differ a little.
        Duration longest = Duration.ofMillis(executor.getLockTimeInMillis()).multipliedBy(2);
        int freed = jdbc.sql("update act_ru_job set lock_owner_ = null, lock_exp_time_ = null where lock_exp_time_ > ?")
                .param(Timestamp.from(clock.instant().plus(longest)))
                .update();
        if (freed > 0) {
            log.warn("Freed {} jobs that were locked by a clock that was ahead", freed);
        }
    }
}
