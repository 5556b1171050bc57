package prakat.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import prakat.Answer;
import prakat.ProgramTest;

/** Who is shown which tasks and which of their variables by the engine's REST, one task that waits for {@code hr-director}. */
class ReadableTasksTest extends ProgramTest {

    private String task;
    private Authorization given;

    @BeforeEach
    void oneTask() {
        task = task(submit("hr-staff"));
    }

    @AfterEach
    void takeBack() {
        if (given != null) {
            engine.getAuthorizationService().deleteAuthorization(given.getId());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "hr-director, 1",
        "admin, 1",
        "hr-staff, 0",
        "finance-director, 0",
        "ict-director, 0",
        "web-officer, 0",
        "deputy-director, 0"
    })
    void whoIsShownTheTask(String account, int times) {
        assertThat(shown(account)).isEqualTo(times);
    }

    @Test
    void whoHasClaimedItIsShownItOnce() {
        String claim = "/engine-rest/task/" + task + "/claim";
        assertThat(as("hr-director")
                        .post(claim, "{\"userId\": \"hr-director\"}")
                        .status())
                .isEqualTo(204);

        assertThat(shown("hr-director")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"candidateGroup\": \"hr-directors\"",
                "\"candidateUser\": \"hr-director\"",
                "\"involvedUser\": \"hr-director\", \"orQueries\": [{\"candidateGroup\": \"hr-directors\", \"unassigned\": true}]",
                "\"orQueries\": [{\"assignee\": \"hr-director\", \"candidateGroups\": [\"hr-directors\", \"hr\"]}]",
                "\"nameLike\": \"%รับรอง%\"",
                "\"taskVariables\": [{\"name\": \"round\", \"operator\": \"eq\", \"value\": 1}]",
                "\"sorting\": [{\"sortBy\": \"nameCaseInsensitive\", \"sortOrder\": \"asc\"}]",
                "\"sorting\": [{\"sortBy\": \"taskVariable\", \"sortOrder\": \"desc\", \"parameters\": {\"variable\": \"title\", \"type\": \"String\"}}]"
            })
    void everyQueryFindsItOnceForThoseWhoMayReadItAndNeverForOthers(String query) {
        boolean none = query.contains("involvedUser");
        assertThat(found("hr-director", query)).isEqualTo(none ? 0 : 1);
        assertThat(found("finance-director", query)).isZero();
    }

    @Test
    void aTaskThatIsOfferedToTwoOfOnesGroupsComesOnce() {
        taskService.addCandidateGroup(task, "hr");

        assertThat(found("hr-director", "\"candidateGroups\": [\"hr-directors\", \"hr\"]"))
                .isEqualTo(1);
    }

    @Test
    void aRightToAllTasksOfAModelShowsThem() {
        give(Authorization.AUTH_TYPE_GRANT, Resources.PROCESS_DEFINITION, "publication", Permissions.READ_TASK);

        assertThat(found("finance-staff", "")).isEqualTo(1);
        assertThat(found("finance-staff-2", "")).isZero();
    }

    @Test
    void aRightToAllTasksShowsThem() {
        give(Authorization.AUTH_TYPE_GRANT, Resources.TASK, Authorization.ANY, Permissions.READ);

        assertThat(shown("finance-staff")).isEqualTo(1);
    }

    @Test
    void aRightToWorkOnATaskIsNoneToReadIt() {
        give(Authorization.AUTH_TYPE_GRANT, Resources.TASK, task, Permissions.TASK_ASSIGN);

        assertThat(shown("finance-staff")).isZero();
    }

    @Test
    void whoseRightIsRevokedIsShownNothing() {
        given = engine.getAuthorizationService().createNewAuthorization(Authorization.AUTH_TYPE_REVOKE);
        given.setUserId("hr-director");
        given.setResource(Resources.TASK);
        given.setResourceId(task);
        given.removePermission(Permissions.READ);
        engine.getAuthorizationService().saveAuthorization(given);

        assertThat(found("hr-director", "")).isZero();
    }

    private void give(int type, Resource resource, String id, Permission permission) {
        given = engine.getAuthorizationService().createNewAuthorization(type);
        given.setUserId("finance-staff");
        given.setResource(resource);
        given.setResourceId(id);
        given.addPermission(permission);
        engine.getAuthorizationService().saveAuthorization(given);
    }

    /** How often the task comes; its variables come, and are counted, for those who are shown it. */
    private int shown(String account) {
        int times = found(account, "");
        List<String> names = StreamSupport.stream(
                        as(account)
                                .get("/engine-rest/variable-instance?taskIdIn=" + task)
                                .json()
                                .spliterator(),
                        false)
                .map(variable -> variable.get("name").asText())
                .toList();
        assertThat(names).doesNotHaveDuplicates();
        assertThat(names.contains("title")).isEqualTo(times > 0);
        return times;
    }

    /** How often a query for the task finds it; its count says the same. */
    private int found(String account, String query) {
        String body = "{\"taskId\": \"" + task + "\"" + (query.isEmpty() ? "" : ", ") + query + "}";
        Answer list = as(account).post("/engine-rest/task", body);
        ok(list);
        int times = list.json().size();
        String unsorted = query.contains("sorting") ? "{\"taskId\": \"" + task + "\"}" : body;
        assertThat(as(account)
                        .post("/engine-rest/task/count", unsorted)
                        .json()
                        .get("count")
                        .asInt())
                .isEqualTo(times);
        return times;
    }
}
