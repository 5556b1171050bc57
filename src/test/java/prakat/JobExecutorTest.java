package prakat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.junit.jupiter.api.Test;

/** The engine's own clock work, running. */
class JobExecutorTest extends ProgramTest {

    @Test
    void theTakedownIsRecordedWithinTenSecondsOfTheEnd() throws InterruptedException {
        JobExecutor jobExecutor = jobExecutor();
        // By then the executor has waited one, two and four seconds in vain, and longer it never waits.
        Instant until = clock.instant().plus(Duration.ofSeconds(9));
        String id = published(until);
        jobExecutor.start();
        try {
            Instant tooLate = until.plus(Duration.ofSeconds(10));
            while (!status(id).equals("taken-down") && clock.instant().isBefore(tooLate)) {
                Thread.sleep(200);
            }
        } finally {
            jobExecutor.shutdown();
        }
        assertThat(status(id)).isEqualTo("taken-down");
        Instant recorded = java.time.OffsetDateTime.parse(
                        request(id).at("/publication/takenDownAt").asText())
                .toInstant();
        assertThat(recorded).isBetween(until.minusSeconds(1), until.plusSeconds(10));
    }
}
