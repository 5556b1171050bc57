package prakat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same attempt through each door gives the same record or the same refusal. */
class DoorTest extends ProgramTest {

    /** The ways by which a decision gets to the procedure. */
    enum Door {
        API,
        ENGINE_REST,
        TASKLIST
    }

    @ParameterizedTest
    @EnumSource
    void aDecisionLeavesTheSameRecord(Door door) {
        String id = submit("finance-staff");
        accepted(decide(door, "finance-director", id, "certification", CERTIFIED));
        accepted(decide(door, "web-officer", id, "vetting", REFUSED));

        assertThat(status(id)).isEqualTo("returned");
        JsonNode history =
                as("finance-staff").get("/api/requests/" + id + "/history").json();
        JsonNode certification = history.get(1);
        assertThat(certification.get("by").asText()).isEqualTo("finance-director");
        assertThat(certification.get("capacity").asText()).isEqualTo("group-director");
        assertThat(certification.get("outcome").asText()).isEqualTo("certified");
        assertThat(certification.get("checklist").toString()).isEqualTo("{\"accurate\":true,\"complete\":true}");
        assertThat(certification.get("contentSha256")).isEqualTo(request(id).get("contentSha256"));
        JsonNode vetting = history.get(3);
        assertThat(vetting.get("by").asText()).isEqualTo("web-officer");
        assertThat(vetting.get("reasonCode").asText()).isEqualTo("not-transparent");
        assertThat(vetting.get("reason").asText()).isEqualTo("ไม่ได้ระบุที่มาของข้อมูล");
    }

    @ParameterizedTest
    @EnumSource
    void theRecordKeepsWhyEachCriterionFailed(Door door) {
        String id = submit("finance-staff");
        String remark = "หน้า ๒ \"ยอดรวม\" = 120, ขาดลายมือชื่อ\nและวันที่";
        ObjectNode decision = (ObjectNode) read(RETURNED);
        decision.putObject("checklist").put("accurate", false).put("complete", true);
        decision.putObject("remarks").put("accurate", remark);
        accepted(decide(door, "finance-director", id, "certification", decision.toString()));

        JsonNode history =
                as("finance-staff").get("/api/requests/" + id + "/history").json();
        assertThat(history.get(0).get("remarks")).isEmpty();
        assertThat(history.get(1).get("remarks").toString())
                .isEqualTo(JSON.createObjectNode().put("accurate", remark).toString());
        assertThat(runtimeService.getVariables(
                        request(id).get("processInstanceId").asText()))
                .as("in the engine")
                .doesNotContainKey("accurateRemark");
    }

    @ParameterizedTest
    @EnumSource
    void aRemarkIsAboutACriterionThatFailed(Door door) {
        String id = submit("finance-staff");
        for (String said : List.of(
                "\"remarks\": {\"accurate\": \"ไม่ได้ทำเครื่องหมาย\"}",
                "\"checklist\": {\"accurate\": true}, \"remarks\": {\"accurate\": \"ผ่านแล้ว\"}",
                "\"checklist\": {\"accurate\": false}, \"remarks\": {\"beautiful\": \"ไม่มีเกณฑ์นี้\"}",
                "\"checklist\": {\"accurate\": false}, \"remarks\": {\"current\": \"เกณฑ์ของอีกขั้น\"}",
                "\"checklist\": {\"accurate\": false}, \"remarks\": {\"accurate\": \"" + "ยาว".repeat(1700) + "\"}")) {
            String decision = RETURNED.replace("}", ", " + said + "}");
            refused(400, door, "finance-director", id, "certification", decision);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aReturnWithoutAReasonIsRefused(Door door) {
        String id = submit("finance-staff");
        refused(400, door, "finance-director", id, "certification", "{\"outcome\": \"returned\"}");
        refused(
                400,
                door,
                "finance-director",
                id,
                "certification",
                """
                {"outcome": "returned", "reasonCode": "other", "reason": "สั้นไป"}""");
        refused(
                400,
                door,
                "finance-director",
                id,
                "certification",
                """
                {"outcome": "returned", "reasonCode": "made-up", "reason": "ขาดเอกสารแนบของโครงการ"}""");
        ok(certification("finance-director", id, CERTIFIED));
        refused(400, door, "web-officer", id, "vetting", "{\"outcome\": \"refused\"}");
    }

    @ParameterizedTest
    @EnumSource
    void aYesNeedsEveryCriterion(Door door) {
        String id = submit("finance-staff");
        refused(400, door, "finance-director", id, "certification", "{\"outcome\": \"certified\"}");
        refused(
                400,
                door,
                "finance-director",
                id,
                "certification",
                """
                {"outcome": "certified", "checklist": {"accurate": true, "complete": false}}""");
        ok(certification("finance-director", id, CERTIFIED));
        refused(
                400,
                door,
                "web-officer",
                id,
                "vetting",
                """
                {"outcome": "permitted", "checklist": {"accurate": true, "complete": true}}""");
    }

    @ParameterizedTest
    @EnumSource
    void aMadeUpOutcomeIsRefused(Door door) {
        String id = submit("finance-staff");
        refused(400, door, "finance-director", id, "certification", "{\"outcome\": \"permitted\"}");
        refused(400, door, "finance-director", id, "certification", "{\"outcome\": \"x\"}");
        refused(400, door, "finance-director", id, "certification", "{}");
    }

    @ParameterizedTest
    @EnumSource
    void anotherGroupsDirectorFindsNothing(Door door) {
        String id = submit("finance-staff");
        refused(404, door, "hr-director", id, "certification", CERTIFIED);
        assertThat(as("hr-director").get("/api/requests/" + id).status()).isEqualTo(404);
        assertThat(as("hr-director").get("/engine-rest/task/" + task(id)).status())
                .isEqualTo(404);
        assertThat(as("hr-director")
                        .get("/engine-rest/task?processInstanceBusinessKey=" + id)
                        .json())
                .isEmpty();
        String engineDoor = "/engine-rest/task/" + task(id) + "/complete";
        assertThat(as("hr-director")
                        .post(engineDoor, "{\"variables\": {\"foreign\": {\"value\": 1}}}")
                        .status())
                .as("who it is comes before what is said")
                .isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource
    void nobodyDecidesOnTheirOwnSubmission(Door door) {
        String id = submit("finance-director");
        assertThat(request(id).at("/currentStep/candidates").toString()).isEqualTo("[\"deputy-directors\"]");
        refused(403, door, "finance-director", id, "certification", CERTIFIED);
        accepted(decide(door, "deputy-director", id, "certification", CERTIFIED));

        String ofWebOfficer = submit("web-officer");
        accepted(decide(door, "ict-director", ofWebOfficer, "certification", CERTIFIED));
        assertThat(request(ofWebOfficer).at("/currentStep/candidates").toString())
                .isEqualTo("[\"web-officer-2\"]");
        refused(403, door, "web-officer", ofWebOfficer, "vetting", PERMITTED);
        refused(403, door, "ict-director", ofWebOfficer, "vetting", PERMITTED);
        accepted(decide(door, "web-officer-2", ofWebOfficer, "vetting", PERMITTED));
    }

    @ParameterizedTest
    @EnumSource
    void theAdministratorDecidesNothing(Door door) {
        String id = submit("finance-staff");
        refused(403, door, "admin", id, "certification", CERTIFIED);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsPermittedAndDueIsOnTheWebsiteWithTheAnswer(Door door) {
        String id = submit("finance-staff");
        accepted(decide(door, "finance-director", id, "certification", CERTIFIED));
        accepted(decide(door, "web-officer", id, "vetting", PERMITTED));
        assertThat(status(id)).isEqualTo("published");
        assertThat(events(id)).endsWith("vetting:permitted", "published");
        assertThat(anybody().get("/news/" + number(id)).status()).isEqualTo(200);

        Answer update = as("finance-staff")
                .post(
                        "/api/requests/" + id + "/updates",
                        submission("ฉบับที่ปรับปรุงแล้ว").toString());
        String newer = given().certify(update.json()).get("id").asText();
        accepted(decide(door, "web-officer", newer, "vetting", PERMITTED));
        assertThat(events(id)).endsWith("replaced");
        assertThat(anybody().get("/news/" + number(id)).text()).contains("ฉบับที่ปรับปรุงแล้ว");
    }

    @ParameterizedTest
    @EnumSource
    void aDecisionThatComesTwiceIsTooLate(Door door) {
        String id = submit("finance-staff");
        String task = task(id);
        accepted(decide(door, "finance-director", id, task, "certification", CERTIFIED));
        Answer again = decide(door, "finance-director", id, task, "certification", CERTIFIED);
        assertThat(again.status()).as(again.toString()).isEqualTo(409);
        assertThat(events(id)).containsOnlyOnce("certification:certified");
    }

    @ParameterizedTest
    @EnumSource
    void aDecisionOnAnotherVersionThanTheOneLookedAtIsRefused(Door door) {
        String id = submit("finance-staff");
        ObjectNode decision = ((ObjectNode) read(CERTIFIED)).put("contentSha256", "0".repeat(64));
        refused(409, door, "finance-director", id, "certification", decision.toString());
        decision.put("contentSha256", request(id).get("contentSha256").asText());
        accepted(decide(door, "finance-director", id, "certification", decision.toString()));
    }

    @Test
    void aTaskTakesNoVariablesThatItDoesNotKnow() {
        String id = submit("finance-staff");
        String complete = "/engine-rest/task/" + task(id) + "/complete";
        for (String foreign : List.of("x", "title", "requester", "round", "number", "procedure")) {
            ObjectNode variables = variables(read(CERTIFIED));
            variables.putObject(foreign).put("value", "made up");
            Answer answer = as("finance-director").post(complete, body(variables));
            assertThat(answer.status()).as(foreign + " " + answer).isEqualTo(400);
        }
        assertThat(status(id)).isEqualTo("awaiting-certification");
    }

    @Test
    void aBodyThatIsNoneIsRefusedAndWhoAndStateComeBeforeIt() {
        String id = submit("finance-staff");
        String complete = "/engine-rest/task/" + task(id) + "/complete";
        for (String body : List.of("", "null", "[]", "{\"variables\": {\"outcome\": {\"type\": \"Object\"}}}")) {
            assertThat(as("finance-director").post(complete, body).status())
                    .as(body)
                    .isEqualTo(400);
        }
        String call = "/api/requests/" + id + "/certification";
        for (String body : List.of("", "null", "[]", "{\"comment\": 1}", "{\"checklist\": {\"accurate\": \"yes\"}}")) {
            assertThat(as("hr-director").post(call, body).status()).as(body).isEqualTo(404);
            assertThat(as("finance-staff").post(call, body).status()).as(body).isEqualTo(403);
            assertThat(as("finance-director").post(call, body).status())
                    .as(body)
                    .isEqualTo(400);
            assertThat(as("web-officer")
                            .post("/api/requests/" + id + "/vetting", body)
                            .status())
                    .as(body)
                    .isEqualTo(409);
        }
        assertThat(as("finance-staff").put(call, "{}").status()).isEqualTo(405);
    }

    @Test
    void aStartByTheEnginesRestIsAFullSubmission() {
        ObjectNode variables = variables(submission("เสนอทาง REST ของเครื่อง"));
        variables.putObject("body").put("value", "<p>" + "ยาว".repeat(30_000) + "</p>");
        variables.putObject("disclosureItems").put("value", "O13\n2568/O7");
        variables
                .putObject("เอกสาร")
                .put("type", "File")
                .put(
                        "value",
                        Base64.getEncoder().encodeToString("เนื้อหา".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .putObject("valueInfo")
                .put("filename", "แนบ.txt")
                .put("mimetype", "application/pdf");

        Answer answer =
                as("finance-staff").post("/engine-rest/process-definition/key/publication/start", body(variables));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);

        String id = answer.json().get("businessKey").asText();
        JsonNode request = request(id);
        assertThat(request.at("/requester/id").asText()).isEqualTo("finance-staff");
        assertThat(request.get("processInstanceId")).isEqualTo(answer.json().get("id"));
        assertThat(request.at("/disclosureItems/1").asText()).isEqualTo("2568/O7");
        assertThat(request.at("/attachments/0/name").asText()).isEqualTo("แนบ.txt");
        assertThat(request.at("/attachments/0/mediaType").asText()).isEqualTo("text/plain");
        assertThat(runtimeService.getVariables(answer.json().get("id").asText()).keySet())
                .as("no content in the engine")
                .containsExactlyInAnyOrder(
                        "number", "requester", "group", "round", "outcome", "publishFrom", "publishUntil");
    }

    @Test
    void aStartIsRefusedAsASubmissionIs() {
        String start = "/engine-rest/process-definition/key/publication/start";
        ObjectNode beyond = submission("ยาวเกิน")
                .put("publishUntil", clock.instant().plus(Duration.ofDays(800)).toString());
        assertThat(as("finance-staff").post(start, body(variables(beyond))).status())
                .isEqualTo(400);
        Answer api = as("finance-staff").post("/api/requests", beyond.toString());
        assertThat(api.status()).isEqualTo(400);
        assertThat(api.json().at("/errors/0/field").asText()).isEqualTo("publishUntil");
        assertThat(as("admin")
                        .post(start, body(variables(submission("ไม่ใช่เจ้าหน้าที่"))))
                        .status())
                .isEqualTo(403);
        assertThat(as("finance-staff").post(start, "{\"variables\": {}}").status())
                .isEqualTo(400);
        assertThat(as("finance-staff").post(start, "{").status()).isEqualTo(400);
        ObjectNode object = variables(submission("เป็นวัตถุ"));
        object.putObject("title").put("type", "String").putObject("value").put("a", 1);
        assertThat(as("finance-staff").post(start, body(object)).status()).isEqualTo(400);
        ObjectNode posing = variables(submission("แอบอ้าง"));
        posing.putObject("requester").put("value", "hr-staff");
        assertThat(as("finance-staff").post(start, body(posing)).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "'text'",
                "[1]",
                "{'type': 'File', 'value': 'QQ=='}",
                "{'type': 'File', 'value': 'QQ==', 'valueInfo': 'a.txt'}",
                "{'type': 'File', 'value': 'QQ==', 'valueInfo': {'filename': null}}",
                "{'type': 'File', 'valueInfo': {'filename': 'a.txt'}}",
                "{'type': 'File', 'value': null, 'valueInfo': {'filename': 'a.txt'}}",
                "{'type': 'File', 'value': 5, 'valueInfo': {'filename': 'a.txt'}}"
            })
    void aVariableThatIsNoneIsNamedInTheRefusal(String variable) {
        String start = "/engine-rest/process-definition/key/publication/start";
        String call = "{'variables': {'title': %s}}".formatted(variable).replace('\'', '"');
        Answer answer = as("finance-staff").post(start, call);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo("title");
    }

    @Test
    void aStartThatSkipsWhatTheModelDoesIsRefused() {
        String start = "/engine-rest/process-definition/key/publication/start";
        ObjectNode call = (ObjectNode) read(body(variables(submission("ข้ามขั้นตอน"))));
        for (String skipped : List.of("skipCustomListeners", "skipIoMappings")) {
            assertThat(as("finance-staff")
                            .post(start, call.deepCopy().put(skipped, true).toString())
                            .status())
                    .as(skipped)
                    .isEqualTo(403);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"complete", "submit-form"})
    void aRevisionByTheTaskKeepsWhatItDoesNotSay(String way) {
        Answer made = as("finance-staff")
                .post(
                        "/api/requests",
                        submission("ฉบับแรก").toString(),
                        Map.of("a.txt", "หนึ่ง".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        String id = made.json().get("id").asText();
        ok(certification("finance-director", id, RETURNED));
        ObjectNode variables = JSON.createObjectNode();
        variables.putObject("outcome").put("value", "resubmitted");
        variables.putObject("title").put("value", "ฉบับที่สอง");

        Answer answer = as("finance-staff").post("/engine-rest/task/" + task(id) + "/" + way, body(variables));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(204);

        JsonNode request = request(id);
        assertThat(request.get("round").asInt()).isEqualTo(2);
        assertThat(request.get("title").asText()).isEqualTo("ฉบับที่สอง");
        assertThat(request.get("summary").asText()).isEqualTo("สรุปโดยย่อของ ฉบับแรก");
        assertThat(request.get("publishUntil")).isEqualTo(made.json().get("publishUntil"));
        assertThat(request.get("attachments")).isEqualTo(made.json().get("attachments"));
    }

    @Test
    void refusalsAreInEnglishOnRequest() {
        String id = submit("finance-staff");
        String path = "/api/requests/" + id + "/certification";
        assertThat(as("finance-staff")
                        .post(path, CERTIFIED)
                        .json()
                        .get("detail")
                        .asText())
                .contains("ท่านรับรองคำขอนี้ไม่ได้");
        Answer english = as("finance-staff").post(path, CERTIFIED, "Accept-Language", "en");
        assertThat(english.json().get("detail").asText()).contains("You cannot certify this request");
        assertThat(english.header("Content-Type").orElseThrow()).startsWith("application/problem+json");
        Answer engine = as("finance-staff")
                .post(
                        "/engine-rest/task/" + task(id) + "/complete",
                        body(variables(read(CERTIFIED))),
                        "Accept-Language",
                        "en");
        assertThat(engine.json().get("detail")).isEqualTo(english.json().get("detail"));
    }

    private void refused(int status, Door door, String account, String id, String step, String decision) {
        List<String> before = events(id);
        String state = status(id);
        Answer answer = decide(door, account, id, step, decision);
        assertThat(answer.status()).as(door + " " + answer).isEqualTo(status);
        assertThat(answer.json().get("message").asText())
                .as("a word that Tasklist can show")
                .isNotBlank();
        assertThat(events(id)).isEqualTo(before);
        assertThat(status(id)).isEqualTo(state);
    }

    private static void accepted(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isIn(200, 204);
    }

    private Answer decide(Door door, String account, String id, String step, String decision) {
        return decide(door, account, id, task(id), step, decision);
    }

    private Answer decide(Door door, String account, String id, String task, String step, String decision) {
        String variables = body(variables(read(decision)));
        return switch (door) {
            case API -> as(account).post("/api/requests/" + id + "/" + step, decision);
            case ENGINE_REST -> as(account).post("/engine-rest/task/" + task + "/complete", variables);
            case TASKLIST -> {
                Caller browser = signedIn(account);
                browser.get("/camunda/app/tasklist/default/");
                yield browser.post(
                        "/camunda/api/engine/engine/default/task/" + task + "/submit-form",
                        variables,
                        "X-XSRF-TOKEN",
                        browser.cookie("XSRF-TOKEN"));
            }
        };
    }

    /** The members of a body of {@code /api} as the engine's variables. */
    private static ObjectNode variables(JsonNode body) {
        ObjectNode variables = JSON.createObjectNode();
        List<String> names = new ArrayList<>();
        body.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            if (name.equals("checklist")) {
                variables.setAll(variables(body.get(name)));
            } else if (name.equals("remarks")) {
                body.get(name).properties().forEach(remark -> variables
                        .putObject(remark.getKey() + "Remark")
                        .set("value", remark.getValue()));
            } else {
                variables.putObject(name).set("value", body.get(name));
            }
        }
        return variables;
    }

    private static String body(ObjectNode variables) {
        ObjectNode body = JSON.createObjectNode();
        body.set("variables", variables);
        return body.toString();
    }
}
