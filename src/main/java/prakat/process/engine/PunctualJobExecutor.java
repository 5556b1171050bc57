package prakat.process.engine;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.impl.jobexecutor.BackoffJobAcquisitionStrategy;
import org.camunda.bpm.engine.impl.jobexecutor.JobAcquisitionContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobAcquisitionStrategy;
import org.camunda.bpm.engine.impl.jobexecutor.SequentialJobAcquisitionRunnable;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import prakat.background.Rush;

/**
 * The engine's job executor, which sleeps no longer than until the next timer is due. The engine's own looks every so often,
 * and is late by as much. Where it finds as many as it can take at once, it is in a rush.
 */
class PunctualJobExecutor extends SpringJobExecutor {

    private static final Logger log = LoggerFactory.getLogger(PunctualJobExecutor.class);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Rush rush;

    PunctualJobExecutor(JdbcClient jdbc, Clock clock, Rush rush) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.rush = rush;
    }

    @Override
    protected void ensureInitialization() {
        super.ensureInitialization();
        acquireJobsRunnable = new SequentialJobAcquisitionRunnable(this) {
            @Override
            protected JobAcquisitionStrategy initializeAcquisitionStrategy() {
                return new UntilTheNextIsDue();
            }
        };
    }

    final class UntilTheNextIsDue extends BackoffJobAcquisitionStrategy {

        private long lookedAt;

        UntilTheNextIsDue() {
            super(PunctualJobExecutor.this);
        }

        @Override
        public void reconfigure(JobAcquisitionContext context) {
            rush.is(context.getAcquiredJobsByEngine().entrySet().stream()
                    .anyMatch(engine -> found(engine.getValue()) >= getNumJobsToAcquire(engine.getKey())));
            super.reconfigure(context);
            lookedAt = context.getAcquisitionTime();
        }

        /** With those that another node was faster to take. */
        private static int found(AcquiredJobs jobs) {
            return jobs.size() + jobs.getNumberOfJobsFailedToLock();
        }

        /** In milliseconds from the last look on. */
        @Override
        public long getWaitTime() {
            long wait = super.getWaitTime();
            if (idleLevel == 0) {
                return wait;
            }
            return fromLookToNext(Duration.ofMillis(System.currentTimeMillis() - lookedAt))
                    .map(next -> Math.min(wait, next.toMillis() + 1))
                    .orElse(wait);
        }
    }

    /**
     * From the last look until the next timer is due, which it may be by now; empty where none is to come, or the database is
     * away.
     *
     * @param sinceLooked how long ago the last look began
     */
    private Optional<Duration> fromLookToNext(Duration sinceLooked) {
        Instant looked = clock.instant().minus(sinceLooked);
        try {
            return jdbc.sql("select min(duedate_) from act_ru_job where duedate_ > ?")
                    .param(Timestamp.from(looked))
                    .query((row, n) -> Optional.ofNullable(row.getTimestamp(1)))
                    .single()
                    .map(due -> Duration.between(looked, due.toInstant()));
        } catch (DataAccessException e) {
            log.debug("When the next timer is due is not known", e);
            return Optional.empty();
        }
    }
}
