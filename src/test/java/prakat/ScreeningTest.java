package prakat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import prakat.screening.link.TriedLinks;

/** What comes in is screened before the director sees it, and warnings are answered one by one. */
class ScreeningTest extends ProgramTest {

    private static final String NATIONAL_ID = "1234567890121";

    private static final String REASON = "เป็นเลขตัวอย่างในแบบฟอร์ม";

    @Autowired
    @Qualifier("forgettingFindings")
    private RecurringTask<Void> forgetting;

    @Test
    void whatHasNothingInItIsCleanAndGoesToTheDirectorAtOnce() {
        JsonNode request = given().submit("finance-staff", submission("ประกาศทดสอบ"));

        assertThat(request.at("/screening/state").asText()).isEqualTo("clean");
        assertThat(request.at("/screening/findings")).isEmpty();
        assertThat(request.at("/currentStep/element").asText()).isEqualTo("certify");
        assertThat(events(request.get("id").asText())).containsExactly("submitted");
    }

    @Test
    void aWarningIsAnsweredBeforeItIsCertifiedAndAgainBeforeItIsPermitted() {
        ObjectNode submission = submission("ประกาศทดสอบ").put("summary", "เลขประจำตัวประชาชน " + NATIONAL_ID);
        JsonNode request = given().submit("finance-staff", submission);
        String id = request.get("id").asText();
        JsonNode finding = request.at("/screening/findings/0");

        assertThat(request.at("/screening/state").asText()).isEqualTo("findings");
        assertThat(finding.get("kind").asText()).isEqualTo("national-id");
        assertThat(finding.get("action").asText()).isEqualTo("warn");
        assertThat(finding.at("/place/field").asText()).isEqualTo("summary");
        assertThat(finding.get("excerpt").asText()).doesNotContain(NATIONAL_ID);
        assertThat(events(id)).containsExactly("submitted", "screened:passed");

        String unanswered = certification("finance-director", id, CERTIFIED).text();
        assertThat(certification("finance-director", id, CERTIFIED).status()).isEqualTo(400);
        assertThat(read(unanswered).at("/errors/0/field").asText()).isEqualTo("answers");
        assertThat(certification("finance-director", id, answered(CERTIFIED, finding, "not-so", "สั้น"))
                        .status())
                .isEqualTo(400);
        assertThat(certification("finance-director", id, answered(CERTIFIED, finding, "yes", REASON))
                        .status())
                .isEqualTo(400);
        ok(certification("finance-director", id, answered(CERTIFIED, finding, "not-so", REASON)));

        assertThat(vetting("web-officer", id, PERMITTED).status()).isEqualTo(400);
        ok(vetting("web-officer", id, answered(PERMITTED, finding, "meant-to-be-public", REASON)));

        assertThat(status(id)).isEqualTo("published");
        assertThat(request(id).at("/screening/findings/0/answer/answer").asText())
                .isEqualTo("meant-to-be-public");
        JsonNode history =
                as("web-officer").get("/api/requests/" + id + "/history").json();
        assertThat(history.findValuesAsText("answer")).containsExactly("not-so", "meant-to-be-public");
    }

    @Test
    void aWarningIsAnsweredOnTheDesksPageAndByTheEnginesDoor() {
        ObjectNode submission = submission("ประกาศทดสอบ").put("summary", "เลขประจำตัวประชาชน " + NATIONAL_ID);
        JsonNode request = given().submit("ict-staff", submission);
        String id = request.get("id").asText();
        String finding = request.at("/screening/findings/0/id").asText();
        Map<String, String> fields = new HashMap<>(Map.of(
                "step", "certify",
                "contentSha256", request.get("contentSha256").asText(),
                "accurate", "true",
                "complete", "true",
                "outcome", "certified"));

        Caller director = signedIn("ict-director");
        Answer unanswered = director.form("/desk/requests/" + id + "/decide", fields);
        assertThat(unanswered.status()).isEqualTo(400);
        assertThat(unanswered.text()).contains("ยังไม่ได้ตอบข้อเตือนจากการตรวจ 1 ข้อ");
        assertThat(director.get("/desk/certify").text()).contains("กรุณาพิจารณาแยก");
        fields.put("answer." + finding, "not-so");
        fields.put("answerReason." + finding, REASON);
        assertThat(director.form("/desk/requests/" + id + "/decide", fields).status())
                .isEqualTo(302);

        String complete = "/engine-rest/task/"
                + taskService
                        .createTaskQuery()
                        .processInstanceBusinessKey(id)
                        .singleResult()
                        .getId() + "/complete";
        ObjectNode variables = JSON.createObjectNode();
        List.of("accurate", "complete", "current", "constructive", "transparent", "ethical")
                .forEach(criterion -> variables.putObject(criterion).put("value", true));
        variables.putObject("outcome").put("value", "permitted");
        String body = JSON.createObjectNode().set("variables", variables).toString();
        assertThat(as("web-officer").post(complete, body).status()).isEqualTo(400);
        variables
                .putObject("answers")
                .put(
                        "value",
                        "[{\"finding\": \"%s\", \"answer\": \"not-so\", \"reason\": \"%s\"}]"
                                .formatted(finding, REASON));
        assertThat(as("web-officer")
                        .post(
                                complete,
                                JSON.createObjectNode()
                                        .set("variables", variables)
                                        .toString())
                        .status())
                .isEqualTo(204);
        assertThat(events(id)).contains("vetting:permitted");
        assertThat(director.get("/desk/requests/" + id).text()).contains("ตอบข้อเตือนจากการตรวจ:", REASON);
    }

    @Test
    void aTableOfTheTextThatNamesNoColumnIsSaid() {
        String row = "<tr><td>วัสดุสำนักงาน</td><td>12,500 บาท</td></tr>";
        ObjectNode submission = submission("ประกาศทดสอบ").put("body", "<table>" + row + row + "</table>");
        JsonNode finding = given().submit("finance-staff", submission).at("/screening/findings/0");

        assertThat(finding.get("kind").asText()).isEqualTo("no-table-header");
        assertThat(finding.at("/place/field").asText()).isEqualTo("body");
    }

    @Test
    void whoReturnsItAnswersNothing() {
        ObjectNode submission = submission("ประกาศทดสอบ").put("summary", "เลขประจำตัวประชาชน " + NATIONAL_ID);
        String id = given().submit("finance-staff", submission).get("id").asText();

        ok(certification("finance-director", id, RETURNED));
    }

    private static String answered(String decision, JsonNode finding, String answer, String reason) {
        ObjectNode said = (ObjectNode) read(decision);
        said.putArray("answers")
                .addObject()
                .put("finding", finding.get("id").asText())
                .put("answer", answer)
                .put("reason", reason);
        return said.toString();
    }

    @Test
    void aFileIsReadBeforeTheDirectorSeesIt() {
        byte[] list = ("ชื่อ,เลขประจำตัวประชาชน\nตัวอย่าง,๑๒๓๔๕๖๗๘๙๐๑๒๑\n").getBytes(Charset.forName("x-windows-874"));
        Answer answer = as("finance-staff")
                .post("/api/requests", submission("รายชื่อ").toString(), Map.of("รายชื่อ.csv", list));
        String id = answer.json().get("id").asText();

        await().until(() -> !request(id).at("/screening/state").asText().equals("pending"));

        JsonNode finding = request(id).at("/screening/findings/0");
        assertThat(finding.get("kind").asText()).isEqualTo("national-id");
        assertThat(finding.at("/place/file").asInt()).isEqualTo(1);
        assertThat(finding.at("/place/cell").asText()).isEqualTo("B2");
        assertThat(finding.toString()).doesNotContain("1234567890121", "๑๒๓๔๕๖๗๘๙๐๑๒๑");
        assertThat(jdbc.sql("select findings from screening")
                        .query(String.class)
                        .list())
                .noneMatch(kept -> kept.contains(NATIONAL_ID));
    }

    @Test
    void aLinkIsTriedOnceItIsSubmitted() {
        ObjectNode submission =
                submission("ลิงก์เสีย").put("body", "<p>ดู <a href=\"http://192.168.1.10/\">แผน</a></p>");
        submission.putArray("externalLinks").add(TriedLinks.to("/gone")).add(TriedLinks.to("/there"));
        TriedLinks.hold();
        Answer answer;
        try {
            answer = as("finance-staff").post("/api/requests", submission.toString());
        } finally {
            TriedLinks.release();
        }
        JsonNode submitted = answer.json();
        String id = submitted.get("id").asText();
        assertThat(answer.status()).isEqualTo(201);
        assertThat(submitted.at("/screening/state").asText()).isEqualTo("pending");
        assertThat(submitted.at("/currentStep/element").asText()).isEqualTo("screen");

        await().until(() -> !request(id).at("/screening/state").asText().equals("pending"));

        JsonNode found = request(id).at("/screening/findings");
        assertThat(found.findValuesAsText("kind")).containsExactly("link-internal", "link-broken");
        assertThat(found.findValuesAsText("action")).containsOnly("warn");
        assertThat(found.at("/0/excerpt").asText()).isEqualTo("192.168.1.10/");
        assertThat(found.at("/1/excerpt").asText()).startsWith(TriedLinks.HOST).endsWith("/gone");
        assertThat(found.at("/1/place/field").asText()).isEqualTo("externalLinks");
        assertThat(request(id).at("/currentStep/element").asText()).isEqualTo("certify");
    }

    @Test
    void aLinkThatIsKnownHoldsNothing() {
        ObjectNode submission = submission("ลิงก์ที่รู้จัก");
        submission.putArray("externalLinks").add(TriedLinks.to("/there"));
        String first = given().submit("finance-staff", submission).get("id").asText();
        await().until(() -> !request(first).at("/screening/state").asText().equals("pending"));

        TriedLinks.hold();
        try {
            assertThat(given().submit("finance-staff", submission)
                            .at("/screening/state")
                            .asText())
                    .isEqualTo("clean");
        } finally {
            TriedLinks.release();
        }
    }

    @Test
    void whatThePolicyBlocksGoesBackToItsOwnerAtOnceAndFromTheBeginningOnceItIsRevised() throws IOException {
        String policy = Files.readString(Path.of("processes/screening-policy.dmn"));
        deploy(policy.replaceFirst("\"warn\"", "\"block\""));
        try {
            ObjectNode submission = submission("ประกาศทดสอบ").put("summary", "เลขประจำตัวประชาชน " + NATIONAL_ID);
            JsonNode request = given().submit("finance-staff", submission);
            String id = request.get("id").asText();

            assertThat(request.get("status").asText()).isEqualTo("returned");
            assertThat(request.at("/lastReturn/step").asText()).isEqualTo("screen");
            assertThat(request.at("/lastReturn/reasonCode").asText()).isEqualTo("personal-data");
            assertThat(request.at("/lastReturn/reason").asText())
                    .contains("เลขประจำตัวประชาชน")
                    .contains("สรุป")
                    .doesNotContain(NATIONAL_ID);
            assertThat(request.at("/currentStep/element").asText()).isEqualTo("revise");
            assertThat(events(id)).containsExactly("submitted", "screened:blocked", "returned");
            assertThat(certification("finance-director", id, CERTIFIED).status())
                    .isEqualTo(409);

            ok(as("finance-staff")
                    .post(
                            "/api/requests/" + id + "/revisions",
                            submission("ฉบับแก้ไข").toString()));
            assertThat(request(id).at("/screening/state").asText()).isEqualTo("clean");
            ok(certification("finance-director", id, CERTIFIED));
        } finally {
            deploy(policy);
        }
    }

    private void deploy(String policy) {
        deploy(policy, engine);
    }

    /** Makes it what follows from what is found, for the whole office. */
    static void deploy(String policy, ProcessEngine engine) {
        engine.getRepositoryService()
                .createDeployment()
                .addString("processes/screening-policy.dmn", policy)
                .deploy();
    }

    @Test
    void whatWasFoundInAFileIsForgottenWithIt() throws Exception {
        given().submitted("ประกาศที่มีไฟล์");
        jdbc.sql("insert into file_screening (id, at, findings) values (?, current_timestamp, '[]')")
                .param("0".repeat(64) + "-rules")
                .update();
        List<String> before = jdbc.sql("select id from file_screening where id not like '000%'")
                .query(String.class)
                .list();

        forgetting.executeRecurringly(null, null);

        assertThat(before).isNotEmpty();
        assertThat(jdbc.sql("select id from file_screening").query(String.class).list())
                .containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void theSameNewFileMayComeFromManyAtTheSameTime() {
        byte[] list = ("รายการที่ " + Given.unique()).getBytes(StandardCharsets.UTF_8);
        assertThat(IntStream.range(0, 8)
                        .mapToObj(n -> CompletableFuture.supplyAsync(() -> as("finance-staff")
                                .post(
                                        "/api/requests",
                                        submission("เรื่องที่ " + n).toString(),
                                        Map.of("รายการ.txt", list))
                                .status()))
                        .toList())
                .allSatisfy(status -> assertThat(status.join()).isEqualTo(201));
    }

    @Test
    void aTextOrFileIsScreenedWithoutBeingSubmitted() {
        Answer text = as("finance-staff").post("/api/screenings", """
                {"text": "โทร 081-234-5678"}""");
        assertThat(text.json().at("/findings/0/kind").asText()).isEqualTo("phone");
        assertThat(text.json().at("/findings/0/excerpt").asText()).doesNotContain("234");

        assertThat(as("finance-staff").post("/api/screenings", "{}").status()).isEqualTo(400);
        assertThat(anybody().post("/api/screenings", "{}").status()).isEqualTo(401);
    }
}
