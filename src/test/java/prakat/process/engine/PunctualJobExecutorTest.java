package prakat.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.impl.jobexecutor.JobAcquisitionContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;
import prakat.background.Rush;

class PunctualJobExecutorTest {

    private static final int AT_ONCE = 50;
    private static final int LONGEST = 4_000;

    private final Rush rush = new Rush();
    private final JdbcClient jdbc = JdbcClient.create(DataSourceBuilder.create()
            .url("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1")
            .build());
    private final PunctualJobExecutor executor = new PunctualJobExecutor(jdbc, Clock.systemUTC(), rush);

    @BeforeEach
    void makeTable() {
        jdbc.sql("create table act_ru_job (duedate_ timestamp(3))").update();
    }

    /** Otherwise it would be as late as the longest pause. */
    @Test
    void whatBecameDueWhileItLookedIsNotWaitedFor() {
        executor.setWaitTimeInMillis(LONGEST);
        executor.setMaxWait(LONGEST);
        PunctualJobExecutor.UntilTheNextIsDue looks = executor.new UntilTheNextIsDue();
        JobAcquisitionContext nothing = found(0);
        nothing.setAcquisitionTime(System.currentTimeMillis() - 100);
        due(-200);
        looks.reconfigure(nothing);
        assertThat(looks.getWaitTime()).as("was there to be taken").isEqualTo(LONGEST);

        due(60_000);
        assertThat(looks.getWaitTime()).isEqualTo(LONGEST);

        due(1_000);
        assertThat(looks.getWaitTime()).isBetween(1_000L, 2_000L);

        due(0);
        assertThat(looks.getWaitTime()).as("from the look on, so it is over").isLessThan(1_000L);
    }

    private void due(int inMilliseconds) {
        jdbc.sql("insert into act_ru_job values (?)")
                .param(Timestamp.from(Instant.now().plusMillis(inMilliseconds)))
                .update();
    }

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
