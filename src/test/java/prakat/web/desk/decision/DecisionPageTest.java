package prakat.web.desk.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prakat.Answer;
import prakat.Caller;
import prakat.ProgramTest;

/** Deciding on the desk's page, and on the same one in Tasklist. */
class DecisionPageTest extends ProgramTest {

    private static final String WHY = "ไม่มีประกาศ \"ฉบับลงนาม\"\nและวันที่";
    private static final Map<String, String> INCOMPLETE = Map.of(
            "accurate", "true", "complete", "false", "completeRemark", WHY, "accurateRemark", "", "reasonCode", "");

    @ParameterizedTest
    @ValueSource(strings = {"desk", "tasklist"})
    void theRecordIsTheOneThatTheApiLeaves(String door) {
        String id = submit("finance-staff");
        Caller director = signedIn("finance-director");
        if (door.equals("desk")) {
            Answer decided = director.form(decide(id), with(form(director, decide(id)), INCOMPLETE, "returned"));
            Document next = html(director, decided.header("Location").orElseThrow());
            assertThat(next.select("[role=status]").text()).contains("ส่งกลับแก้ไข");
            assertThat(next.select("[role=status] a").eachAttr("href")).containsExactly("/desk/requests/" + id);
        } else {
            String form = "/desk/tasks/" + task(id) + "/form";
            JsonNode made = director.form(form, with(form(director, form), INCOMPLETE, "returned"))
                    .json();
            assertThat(made.get("said").asText()).isEqualTo("บันทึกผลแล้ว: ส่งกลับแก้ไข");
            ObjectNode variables = JSON.createObjectNode();
            made.get("variables")
                    .properties()
                    .forEach(one -> variables.putObject(one.getKey()).set("value", one.getValue()));
            Answer completed = as("finance-director")
                    .post(
                            "/engine-rest/task/" + task(id) + "/complete",
                            JSON.createObjectNode().set("variables", variables).toString());
            assertThat(completed.status()).as(completed.toString()).isEqualTo(204);
        }
        String byApi = submit("finance-staff");
        ObjectNode decision = JSON.createObjectNode()
                .put("outcome", "returned")
                .put("reasonCode", "incomplete")
                .put("reason", "ไม่ครบถ้วน: " + WHY);
        decision.putObject("checklist").put("accurate", true).put("complete", false);
        decision.putObject("remarks").put("complete", WHY);
        ok(certification("finance-director", byApi, decision.toString()));

        assertThat(entry(id)).isEqualTo(entry(byApi));
    }

    @Test
    void eachDecisionOfTheWayCanBeTakenThere() {
        String id = submit("finance-staff");
        yes("finance-director", id, "certified", "accurate", "complete");
        yes(
                "web-officer",
                id,
                "permitted",
                "accurate",
                "complete",
                "current",
                "constructive",
                "transparent",
                "ethical");
        assertThat(status(id)).isEqualTo("published");

        ok(as("finance-staff")
                .post(
                        "/api/requests/" + id + "/extension",
                        """
                        {"publishUntil": "%s", "reason": "ประชาชนยังใช้ข้อมูลนี้อยู่"}"""
                                .formatted(LocalDate.parse(request(id)
                                                .get("publishUntil")
                                                .asText()
                                                .substring(0, 10))
                                        .plusDays(20))));
        assertThat(html(signedIn("finance-director"), decide(id))
                        .select(".wish")
                        .text())
                .contains("ขอเผยแพร่ต่อถึง", "ประชาชนยังใช้ข้อมูลนี้อยู่");
        yes("finance-director", id, "certified", "accurate", "complete");
        yes(
                "web-officer",
                id,
                "permitted",
                "accurate",
                "complete",
                "current",
                "constructive",
                "transparent",
                "ethical");
        assertThat(request(id).at("/extension/state").asText()).isEqualTo("permitted");
    }

    @Test
    void whatHasWaitedLongestFollowsUntilAllIsDone() {
        as("hr-director")
                .get("/api/requests?status=awaiting-certification&group=hr&size=100")
                .json()
                .get("items")
                .forEach(waiting ->
                        ok(certification("hr-director", waiting.get("id").asText(), CERTIFIED)));
        String first = submit("hr-staff");
        String second = submit("hr-staff");
        String third = submit("hr-staff");
        String claimed = submit("hr-staff");
        taskService.claim(task(claimed), "deputy-director");
        Caller director = signedIn("hr-director");
        Map<String, String> marks = Map.of("accurate", "true", "complete", "true");

        String form = "/desk/tasks/" + task(first) + "/form";
        assertThat(director.form(form, with(form(director, form), marks, "certified"))
                        .json()
                        .get("waiting"))
                .extracting(JsonNode::asText)
                .containsExactly(task(second), task(third));

        Answer one = director.form(decide(first), with(form(director, decide(first)), marks, "certified"));
        assertThat(one.header("Location").orElseThrow()).endsWith(decide(second) + "?step=certify");
        ok(certification("hr-director", second, CERTIFIED));
        Answer last = director.form(decide(third), with(form(director, decide(third)), marks, "certified"));
        assertThat(last.header("Location").orElseThrow()).endsWith("/desk");
        Document desk = html(director, "/desk");
        assertThat(desk.select("[role=status]").text()).contains("ตรวจครบแล้ว", "รับรอง", number(third));
        assertThat(desk.select("[role=status] a").eachAttr("href")).containsExactly("/desk/requests/" + third);
    }

    @Test
    void theRecordInTasklistIsTheOneOfTheRequestsPage() {
        String id = submit("finance-staff");
        ok(certification("finance-director", id, CERTIFIED));
        String record = "/desk/tasks/" + task(id) + "/record";
        Caller officer = signedIn("web-officer");
        assertThat(html(officer, record).select(".record").text())
                .contains("เสนอข้อมูล", "รับรอง")
                .isEqualTo(
                        html(officer, "/desk/requests/" + id).select(".record").text());
        assertThat(signedIn("hr-director").get(record).status())
                .as("who may not see the request")
                .isEqualTo(409);
    }

    @Test
    void whatIsWrongStandsBesideItsFieldWithWhatWasTyped() {
        String id = submit("finance-staff");
        Caller director = signedIn("finance-director");
        Map<String, String> form = form(director, decide(id));

        Answer wrong = director.form(
                decide(id), with(form, Map.of("accurate", "false", "accurateRemark", "<b>สั้น"), "returned"));

        assertThat(wrong.status()).isEqualTo(400);
        Document html = Jsoup.parse(wrong.text());
        assertThat(html.select("#accurateRemark-fault").text()).contains("ถูกต้อง", "10");
        assertThat(html.select("#complete-fault").text()).contains("ครบถ้วน");
        assertThat(html.select("#accurateRemark").text()).isEqualTo("<b>สั้น");
        assertThat(html.select("[name=accurate][value=false]").hasAttr("checked"))
                .isTrue();
        assertThat(director.form(decide(id), with(form, Map.of("accurate", "yes", "complete", "true"), "certified"))
                        .status())
                .as("neither met nor not met")
                .isEqualTo(400);
        assertThat(director.form(decide(id), with(form, Map.of("accurate", "true", "complete", "true"), "returned"))
                        .text())
                .contains("อย่างน้อยหนึ่งข้อ");
        assertThat(director.form(decide(id), with(form, INCOMPLETE, "certified"))
                        .status())
                .isEqualTo(400);
        assertThat(status(id)).isEqualTo("awaiting-certification");
    }

    @Test
    void whatHasChangedMeanwhileIsSaidAndNothingTypedIsLost() {
        String id = submit("finance-staff");
        Caller director = signedIn("finance-director");
        Map<String, String> form = with(form(director, decide(id)), INCOMPLETE, "returned");
        Map<String, String> older = new HashMap<>(form);
        older.put("contentSha256", "0".repeat(64));

        Answer otherVersion = director.form(decide(id), older);
        assertThat(otherVersion.status()).isEqualTo(409);
        assertThat(Jsoup.parse(otherVersion.text()).select("[role=alert]").text())
                .contains("เนื้อหาเปลี่ยนไป");
        assertThat(Jsoup.parse(otherVersion.text()).select("#completeRemark").text())
                .contains("ฉบับลงนาม");

        ok(certification("finance-director", id, CERTIFIED));
        Answer tooLate = director.form(decide(id), form);
        assertThat(tooLate.status()).isEqualTo(409);
        Document page = Jsoup.parse(tooLate.text());
        assertThat(page.select("textarea").text()).contains("ฉบับลงนาม");
        assertThat(page.select("main a").eachAttr("href")).contains("/desk/requests/" + id);
        assertThat(director.get(decide(id)).header("Location").orElseThrow()).endsWith("/desk/requests/" + id);
    }

    @Test
    void onlyThoseToWhomItIsOfferedDecide() {
        String id = submit("web-officer");
        ok(certification("ict-director", id, CERTIFIED));
        taskService.claim(task(id), "web-officer-2");
        assertThat(signedIn("web-officer-2").get(decide(id)).status()).isEqualTo(200);
        assertThat(signedIn("web-officer").get(decide(id)).status())
                .as("whose own request it is")
                .isEqualTo(302);
        assertThat(signedIn("hr-staff").get(decide(id)).status()).isEqualTo(404);
        assertThat(signedIn("hr-staff").get("/desk/tasks/" + task(id) + "/form").status())
                .isEqualTo(409);
        assertThat(signedIn("web-officer")
                        .form(decide(id), Map.of("step", "vet", "outcome", "permitted"))
                        .status())
                .isEqualTo(403);

        String other = certified();
        taskService.claim(task(other), "web-officer-2");
        Document taken = html(signedIn("web-officer"), decide(other));
        assertThat(taken.select(".panel .notice").text()).contains("รับงานนี้ไว้แล้ว");
        assertThat(taken.select(".panel > fieldset").hasAttr("disabled")).isTrue();
    }

    private void yes(String account, String id, String outcome, String... criteria) {
        Caller caller = signedIn(account);
        Map<String, String> marks = new HashMap<>();
        List.of(criteria).forEach(criterion -> marks.put(criterion, "true"));
        Answer answer = caller.form(decide(id), with(form(caller, decide(id)), marks, outcome));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(302);
    }

    private static String decide(String id) {
        return "/desk/requests/" + id + "/decide";
    }

    /** What the page sends of itself. */
    private static Map<String, String> form(Caller caller, String path) {
        Map<String, String> fields = new HashMap<>();
        html(caller, path).select(".panel [type=hidden]").forEach(field -> fields.put(field.attr("name"), field.val()));
        fields.remove("_csrf");
        return fields;
    }

    private static Map<String, String> with(Map<String, String> form, Map<String, String> typed, String outcome) {
        Map<String, String> fields = new HashMap<>(form);
        fields.putAll(typed);
        fields.put("outcome", outcome);
        return fields;
    }

    private static Document html(Caller caller, String path) {
        Answer answer = caller.get(path);
        ok(answer);
        return Jsoup.parse(answer.text());
    }

    private JsonNode entry(String id) {
        ObjectNode entry = (ObjectNode) as("finance-staff")
                .get("/api/requests/" + id + "/history")
                .json()
                .get(1);
        entry.remove(List.of("at", "contentSha256"));
        return entry;
    }
}
