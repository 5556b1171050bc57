package prakat.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.impl.jobexecutor.JobAcquisitionContext;
import org.junit.jupiter.api.Test;
import prakat.background.Rush;

class PunctualJobExecutorTest {

    private static final int AT_ONCE = 50;

    private final Rush rush = new Rush();
    private final PunctualJobExecutor executor = new PunctualJobExecutor(null, Clock.systemUTC(), rush);

    @Test
    void moreThanItCanTakeAtOnceIsARush() {
        executor.setMaxJobsPerAcquisition(AT_ONCE);
        PunctualJobExecutor.UntilTheNextIsDue looks = executor.new UntilTheNextIsDue();

        looks.reconfigure(found(AT_ONCE - 1));
        assertThat(rush.left()).isZero();

        looks.reconfigure(found(AT_ONCE));
        assertThat(rush.left()).isPositive();

        JobAcquisitionContext beside = found(AT_ONCE);
        beside.getAcquiredJobsByEngine().get("default").removeJobId("7");
        looks.reconfigure(beside);
        assertThat(rush.left()).as("another node was faster").isPositive();

        looks.reconfigure(found(0));
        assertThat(rush.left()).isZero();

        looks.reconfigure(found(AT_ONCE));
        looks.reconfigure(new JobAcquisitionContext());
        assertThat(rush.left()).as("it could not look").isZero();
    }

    private static JobAcquisitionContext found(int jobs) {
        JobAcquisitionContext context = new JobAcquisitionContext();
        AcquiredJobs found = new AcquiredJobs(AT_ONCE);
        IntStream.range(0, jobs).mapToObj(String::valueOf).forEach(found::addJobIdBatch);
        context.submitAcquiredJobs("default", found);
        return context;
    }
}
