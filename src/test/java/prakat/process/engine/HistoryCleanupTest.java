package prakat.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import prakat.ProgramTest;

/** What the engine remembers has an end; the record has none. */
@Tag("database")
class HistoryCleanupTest extends ProgramTest {

    private static final Duration TEN_YEARS = Duration.ofDays(3653);

    @Test
    void theEnginesHistoryIsRemovedAfterTenYearsAndTheRecordStays() {
        String old = cancelled();
        String unfinished = published();
        String record = record(old);
        clock.advance(TEN_YEARS.minusDays(1));
        cleanUp();
        assertThat(isRemembered(old)).as("a day before").isTrue();
        clock.advance(Duration.ofDays(2));
        String recent = cancelled();

        cleanUp();

        assertThat(isRemembered(old)).isFalse();
        assertThat(isRemembered(recent)).isTrue();
        assertThat(isRemembered(unfinished)).isTrue();
        assertThat(record(old)).isEqualTo(record);
        assertThat(desk(old)).contains("พ้นระยะเวลาจัดเก็บแล้ว").doesNotContain("id=\"diagram\"");
        assertThat(desk(recent)).doesNotContain("พ้นระยะเวลาจัดเก็บแล้ว").contains("id=\"diagram\"");
    }

    @Test
    void thereIsATimeOfTheDayForIt() {
        assertThat(historyService.findHistoryCleanupJobs()).isNotEmpty().allSatisfy(job -> assertThat(job.getDuedate())
                .isNotNull());
    }

    private String cancelled() {
        String id = submit("finance-staff");
        ok(as("finance-staff").post("/api/requests/" + id + "/cancellation", "{}"));
        return id;
    }

    private void cleanUp() {
        Job job = historyService.cleanUpHistoryAsync(true);
        managementService.executeJob(job.getId());
    }

    private boolean isRemembered(String id) {
        return historyService
                        .createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(id)
                        .count()
                > 0;
    }

    private String record(String id) {
        return as("finance-staff").get("/api/requests/" + id + "/history").text();
    }

    private String desk(String id) {
        return signedIn("finance-staff").get("/desk/requests/" + id).text();
    }
}
