package prakat.demo;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.runtime.Job;

/** The engine's timers, fired one by one in the order of time instead of by its own threads. */
final class EngineTimers {

    private final ManagementService jobs;
    private final JobExecutor executor;

    EngineTimers(ManagementService jobs, JobExecutor executor) {
        this.jobs = jobs;
        this.executor = executor;
    }

    /** The engine's own threads stand still meanwhile. */
    void fireByHand(Runnable meanwhile) {
        executor.shutdown();
        try {
            meanwhile.run();
        } finally {
            executor.start();
        }
    }

    /**
     * Fires what is due before then, and what becomes due by that.
     *
     * @param clock is told when each is due, before it fires
     */
    void fireUntil(Instant end, Consumer<Instant> clock) {
        for (List<Job> next = due(end); !next.isEmpty(); next = due(end)) {
            Job job = next.get(0);
            clock.accept(job.getDuedate().toInstant());
            jobs.executeJob(job.getId());
        }
    }

    private List<Job> due(Instant end) {
        return jobs.createJobQuery()
                .timers()
                .duedateLowerThan(Date.from(end))
                .orderByJobDuedate()
                .asc()
                .listPage(0, 1);
    }
}
