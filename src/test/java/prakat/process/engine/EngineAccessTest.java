package prakat.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import prakat.ProgramTest;

/** Which of Tasklist's filters serve whom. */
class EngineAccessTest extends ProgramTest {

    @Autowired
    private EngineAccess access;

    @ParameterizedTest
    @CsvSource({
        "finance-staff, งานของฉันทั้งหมด ส่งกลับมาแก้ไข เกินกำหนด",
        "finance-director, งานของฉันทั้งหมด รอรับรอง ส่งกลับมาแก้ไข เกินกำหนด",
        "deputy-director, งานของฉันทั้งหมด รอรับรอง ส่งกลับมาแก้ไข เกินกำหนด",
        "web-officer, งานของฉันทั้งหมด รอกลั่นกรอง รอทบทวน ส่งกลับมาแก้ไข เกินกำหนด",
        "ict-director, งานของฉันทั้งหมด รอรับรอง รอกลั่นกรอง รอทบทวน ส่งกลับมาแก้ไข เกินกำหนด"
    })
    void everybodyIsShownTheFiltersOfTheirRole(String account, String filters) {
        assertThat(as(account).get("/engine-rest/filter").json())
                .extracting(filter -> filter.get("name").asText())
                .containsExactlyInAnyOrder(filters.split(" "));
    }

    @Test
    void filtersOfAnOlderStartAreBroughtUpToDate() {
        FilterService filters = engine.getFilterService();
        Filter overdue = filters.createFilterQuery().filterName("เกินกำหนด").singleResult();
        filters.saveFilter(overdue.setQuery(taskService.createTaskQuery()));
        filters.deleteFilter(filters.createFilterQuery()
                .filterName("รอรับรอง")
                .singleResult()
                .getId());
        Authorization ofOldTimes =
                engine.getAuthorizationService().createNewAuthorization(Authorization.AUTH_TYPE_GLOBAL);
        ofOldTimes.setResource(Resources.FILTER);
        ofOldTimes.setResourceId(Authorization.ANY);
        ofOldTimes.addPermission(Permissions.READ);
        engine.getAuthorizationService().saveAuthorization(ofOldTimes);

        access.provide(engine);

        everybodyIsShownTheFiltersOfTheirRole(
                "web-officer", "งานของฉันทั้งหมด รอกลั่นกรอง รอทบทวน ส่งกลับมาแก้ไข เกินกำหนด");
        everybodyIsShownTheFiltersOfTheirRole("hr-director", "งานของฉันทั้งหมด รอรับรอง ส่งกลับมาแก้ไข เกินกำหนด");
    }

    @Test
    void theFilterOfWhatIsOverdueShowsWhatIsOverdue() {
        String id = submit("hr-staff");
        String overdue = "/engine-rest/filter/"
                + engine.getFilterService()
                        .createFilterQuery()
                        .filterName("เกินกำหนด")
                        .singleResult()
                        .getId()
                + "/list";
        String theOne = "{\"processInstanceBusinessKey\": \"" + id + "\"}";
        assertThat(as("hr-director").post(overdue, theOne).json()).isEmpty();
        Task task = taskService.createTaskQuery().taskId(task(id)).singleResult();
        task.setDueDate(Date.from(Instant.now().minus(Duration.ofHours(1))));
        taskService.saveTask(task);

        assertThat(as("hr-director").post(overdue, theOne).json()).hasSize(1);
        assertThat(as("finance-director").post(overdue, theOne).json()).isEmpty();
    }
}
