package prakat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/** Requests in the state that a test begins with, made by {@code /api}; each as it is shown there. */
public final class Given {

    private static final ObjectMapper JSON = new ObjectMapper();

    public static final String CERTIFIED =
            """
            {"outcome": "certified", "checklist": {"accurate": true, "complete": true}}""";
    public static final String RETURNED =
            """
            {"outcome": "returned", "reasonCode": "incomplete", "reason": "ขาดเอกสารแนบของโครงการ"}""";
    public static final String PERMITTED =
            """
            {"outcome": "permitted", "checklist": {"accurate": true, "complete": true, "current": true,
             "constructive": true, "transparent": true, "ethical": true}}""";
    public static final String REFUSED =
            """
            {"outcome": "refused", "reasonCode": "not-transparent", "reason": "ไม่ได้ระบุที่มาของข้อมูล"}""";

    private final URI program;

    public Given(URI program) {
        this.program = program;
    }

    /** A word that was never there before: of letters, since long numbers may be taken for personal ones. */
    public static String unique() {
        return Long.toString(System.nanoTime(), 26)
                .chars()
                .mapToObj(letter -> String.valueOf((char) (letter <= '9' ? letter - '0' + 'q' : letter)))
                .collect(Collectors.joining());
    }

    /** What is proposed, with no more than has to be said. */
    public static ObjectNode submission(String title) {
        return JSON.createObjectNode()
                .put("title", title)
                .put("summary", "สรุปโดยย่อของ " + title)
                .put("body", "<p>รายละเอียดของ " + title + "</p>")
                .put("category", "news");
    }

    public JsonNode submit(String account, JsonNode submission) {
        return submit(account, submission, Map.of());
    }

    public JsonNode submit(String account, JsonNode submission, Map<String, byte[]> files) {
        return created(account, "/api/requests", submission, files);
    }

    /** By the director of {@code finance}. */
    public JsonNode certify(JsonNode request) {
        return decided(request, "finance-director", "certification", CERTIFIED);
    }

    public JsonNode permit(JsonNode request) {
        return decided(request, "web-officer", "vetting", PERMITTED);
    }

    /** Of {@code finance-staff}, with everything that a request can have, two files among it; so are those below. */
    public JsonNode submitted(String title) {
        return created(
                "finance-staff",
                "/api/requests",
                content(title),
                Map.of("ประกาศ.pdf", Attached.pdf(), "ภาพกิจกรรม.png", Attached.picture()));
    }

    public JsonNode certified(String title) {
        return certify(submitted(title));
    }

    public JsonNode returned(String title) {
        return decided(certified(title), "web-officer", "vetting", REFUSED);
    }

    public JsonNode published(String title) {
        return permit(certified(title));
    }

    /** In its second round, with the director. */
    public JsonNode revised(String title) {
        ObjectNode content = content(title + " (ฉบับแก้ไข)");
        content.putArray("keepAttachments").add(1);
        Answer answer =
                Caller.basic(program, "finance-staff").post(path(returned(title)) + "/revisions", content.toString());
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    /** On its way to replace something published before. */
    public JsonNode update(String title) {
        ObjectNode content = content(title + " (ฉบับปรับปรุง)");
        content.putArray("keepAttachments").add(1);
        return created("finance-staff", path(published(title)) + "/updates", content, Map.of());
    }

    /** Submitted, and its owner has left the group. */
    public JsonNode leftBehind(String title) {
        Caller administrator = Caller.basic(program, "admin");
        String member = "/engine-rest/group/finance/members/web-officer-2";
        assertThat(administrator.put(member, "{}").status()).isEqualTo(204);
        JsonNode request = submit("web-officer-2", content(title).put("group", "finance"));
        assertThat(administrator.delete(member).status()).isEqualTo(204);
        return request;
    }

    public void cancel(JsonNode request) {
        decided(request, "finance-staff", "cancellation", "{\"reason\": \"ยกเลิกแล้ว\"}");
    }

    public JsonNode withdrawn(String title) {
        return decided(
                published(title),
                "web-officer",
                "withdrawal",
                """
                {"reason": "ข้อมูลซ้ำกับประกาศฉบับก่อน", "publicNotice": "โปรดดูประกาศฉบับใหม่"}""");
    }

    /** On the website, and up for review before its time. */
    public JsonNode upForReview(String title) {
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
    public JsonNode outdated(String title) {
        return decided(
                upForReview(title),
                "web-officer",
                "review",
                """
                {"outcome": "update-requested", "reason": "ราคากลางในประกาศเปลี่ยนแล้ว"}""");
    }

    /** The id of the task in which it is reviewed, for that account. */
    public String review(JsonNode request, String account) {
        return Caller.basic(program, account)
                .get("/engine-rest/task?taskDefinitionKey=reviewCurrency&processVariables=number_eq_"
                        + request.get("number").asText())
                .json()
                .at("/0/id")
                .asText();
    }

    /** The id of an appointment to act for {@code hr-director}, from next week on. */
    public String acting() {
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

    /** The account of somebody who is in no group yet, with the demo's password. */
    public String newcomer() {
        Answer answer = Caller.basic(program, "admin")
                .post(
                        "/engine-rest/user/create",
                        JSON.createObjectNode()
                                .<ObjectNode>set(
                                        "profile", JSON.createObjectNode().put("id", "new-staff"))
                                .set("credentials", JSON.createObjectNode().put("password", Caller.PASSWORD))
                                .toString());
        assertThat(answer.status()).as(answer.toString()).isEqualTo(204);
        return "new-staff";
    }

    /** The id of the task that it waits in, for that account. */
    public String task(JsonNode request, String account) {
        return Caller.basic(program, account)
                .get("/engine-rest/task?processInstanceBusinessKey="
                        + request.get("id").asText())
                .json()
                .at("/0/id")
                .asText();
    }

    private JsonNode created(String account, String path, JsonNode content, Map<String, byte[]> files) {
        Caller caller = Caller.basic(program, account);
        Answer answer =
                files.isEmpty() ? caller.post(path, content.toString()) : caller.post(path, content.toString(), files);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return screened(answer.json());
    }

    /** Once its files were read. */
    private JsonNode screened(JsonNode request) {
        AtomicReference<JsonNode> now = new AtomicReference<>(request);
        await().atMost(Duration.ofMinutes(2)).until(() -> {
            if (now.get().at("/screening/state").asText().equals("pending")) {
                now.set(Caller.basic(program, "web-officer").get(path(request)).json());
            }
            return !now.get().at("/screening/state").asText().equals("pending");
        });
        return now.get();
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
        ObjectNode content = submission(title)
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
        content.putArray("disclosureItems").add("O12");
        return content;
    }
}
