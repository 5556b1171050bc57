package prakat.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import prakat.Answer;
import prakat.Caller;

/** Requests of {@code finance-staff} in the state that a test begins with, made by {@code /api}. */
final class Given {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String CERTIFIED =
            """
            {"outcome": "certified", "checklist": {"accurate": true, "complete": true}}""";
    private static final String PERMITTED =
            """
            {"outcome": "permitted", "checklist": {"accurate": true, "complete": true, "current": true,
             "constructive": true, "transparent": true, "ethical": true}}""";
    private static final String REFUSED =
            """
            {"outcome": "refused", "reasonCode": "incomplete", "reason": "ยังไม่ได้แนบประกาศที่ลงนามแล้ว"}""";

    private final URI program;

    Given(URI program) {
        this.program = program;
    }

    /** A request as {@code /api} shows it. */
    JsonNode submitted(String title) {
        Answer answer = Caller.basic(program, "finance-staff")
                .post(
                        "/api/requests",
                        content(title).toString(),
                        Map.of("ประกาศ.pdf", Attached.pdf(), "ภาพกิจกรรม.png", Attached.picture()));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json();
    }

    JsonNode certified(String title) {
        return decided(submitted(title), "finance-director", "certification", CERTIFIED);
    }

    JsonNode returned(String title) {
        return decided(certified(title), "web-officer", "vetting", REFUSED);
    }

    JsonNode published(String title) {
        return decided(certified(title), "web-officer", "vetting", PERMITTED);
    }

    /** In its second round, with the director. */
    JsonNode revised(String title) {
        ObjectNode content = content(title + " (ฉบับแก้ไข)");
        content.putArray("keepAttachments").add(1);
        Answer answer =
                Caller.basic(program, "finance-staff").post(path(returned(title)) + "/revisions", content.toString());
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    /** On its way to replace something published before. */
    JsonNode update(String title) {
        ObjectNode content = content(title + " (ฉบับปรับปรุง)");
        content.putArray("keepAttachments").add(1);
        Answer answer =
                Caller.basic(program, "finance-staff").post(path(published(title)) + "/updates", content.toString());
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json();
    }

    /** Submitted, and its owner has left the group. */
    JsonNode leftBehind(String title) {
        Caller administrator = Caller.basic(program, "admin");
        String member = "/engine-rest/group/finance/members/web-officer-2";
        assertThat(administrator.put(member, "{}").status()).isEqualTo(204);
        Answer answer = Caller.basic(program, "web-officer-2")
                .post("/api/requests", content(title).put("group", "finance").toString());
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(administrator.delete(member).status()).isEqualTo(204);
        return answer.json();
    }

    JsonNode withdrawn(String title) {
        return decided(
                published(title),
                "web-officer",
                "withdrawal",
                """
                {"reason": "ข้อมูลซ้ำกับประกาศฉบับก่อน", "publicNotice": "โปรดดูประกาศฉบับใหม่"}""");
    }

    /** On the website, and up for review before its time. */
    JsonNode upForReview(String title) {
        JsonNode published = published(title);
        Caller administrator = Caller.basic(program, "admin");
        String timer = administrator
                .get("/engine-rest/job?activityId=reviewDue&processInstanceId="
                        + published.get("processInstanceId").asText())
                .json()
                .at("/0/id")
                .asText();
        assertThat(administrator
                        .post("/engine-rest/job/" + timer + "/execute", "{}")
                        .status())
                .isEqualTo(204);
        return published;
    }

    /** Its owner is to bring it up to date. */
    JsonNode outdated(String title) {
        return decided(
                upForReview(title),
                "web-officer",
                "review",
                """
                {"outcome": "update-requested", "reason": "ราคากลางในประกาศเปลี่ยนแล้ว"}""");
    }

    /** The id of the task in which it is reviewed, for that account. */
    String review(JsonNode request, String account) {
        return Caller.basic(program, account)
                .get("/engine-rest/task?taskDefinitionKey=reviewCurrency&processVariables=number_eq_"
                        + request.get("number").asText())
                .json()
                .at("/0/id")
                .asText();
    }

    /** The id of an appointment to act for {@code hr-director}, from next week on. */
    String acting() {
        Instant from = Instant.now().plus(Duration.ofDays(7));
        ObjectNode appointment = JSON.createObjectNode()
                .put("user", "ict-director")
                .put("from", from.toString())
                .put("until", from.plus(Duration.ofDays(7)).toString());
        Answer answer =
                Caller.basic(program, "hr-director").post("/api/groups/hr/acting-directors", appointment.toString());
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().get("id").asText();
    }

    /** The id of the task that it waits in, for that account. */
    String task(JsonNode request, String account) {
        return Caller.basic(program, account)
                .get("/engine-rest/task?processInstanceBusinessKey="
                        + request.get("id").asText())
                .json()
                .at("/0/id")
                .asText();
    }

    private JsonNode decided(JsonNode request, String account, String what, String decision) {
        Answer answer = Caller.basic(program, account).post(path(request) + "/" + what, decision);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    private static String path(JsonNode request) {
        return "/api/requests/" + request.get("id").asText();
    }

    private static ObjectNode content(String title) {
        ObjectNode content = JSON.createObjectNode()
                .put("title", title)
                .put("summary", "สรุปโดยย่อของ " + title)
                .put(
                        "body",
                        """
                        <h2>หลักเกณฑ์</h2><p>รายละเอียดของ %s</p><ul><li>ข้อหนึ่ง</li></ul>
                        <table><thead><tr><th>รายการ</th><th>จำนวนเงิน</th></tr></thead>
                        <tbody><tr><td>วัสดุสำนักงาน</td><td>12,500 บาท</td></tr></tbody></table>"""
                                .formatted(title))
                .put("category", "procurement")
                .put("note", "ขอให้เผยแพร่ภายในวันศุกร์");
        content.putArray("externalLinks").add("https://www.example.go.th/plan");
        return content;
    }
}
