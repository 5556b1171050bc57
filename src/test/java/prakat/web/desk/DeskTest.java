package prakat.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import prakat.Answer;
import prakat.Caller;
import prakat.Given;
import prakat.ProgramTest;

/** What the staff's pages show, and to whom. */
class DeskTest extends ProgramTest {

    @Test
    void aDirectorFindsTheVeryTaskInTasklistAndNobodyElseDoes() {
        String id = submit("hr-staff", submission("รับสมัครลูกจ้าง"));
        String task = "/camunda/app/tasklist/default/#/?task=" + task(id);

        assertThat(desk("hr-director")).contains(task, number(id), "รับรองข้อมูล");
        assertThat(page("hr-director", id)).contains(task);
        for (String other : List.of("hr-staff", "web-officer", "deputy-director", "admin")) {
            assertThat(page(other, id)).as(other).doesNotContain("?task=");
        }

        ok(certification("hr-director", id, CERTIFIED));
        assertThat(page("hr-director", id)).doesNotContain("?task=");
        assertThat(page("web-officer", id)).contains("?task=" + task(id));
    }

    @Test
    void whatSomebodyElseHasTakenWaitsForNobodyElse() {
        String id = certified();
        taskService.claim(task(id), "web-officer-2");

        assertThat(page("web-officer-2", id)).contains("?task=" + task(id));
        assertThat(page("web-officer", id)).doesNotContain("?task=");
    }

    @Test
    void aDirectorsOwnRequestWaitsForADeputy() {
        String id = submit("finance-director");

        assertThat(page("deputy-director", id)).contains("?task=" + task(id));
        assertThat(page("finance-director", id)).doesNotContain("?task=");
    }

    @Test
    void aReturnedRequestWaitsAtTheDeskForItsRequesterWithTheReason() {
        String id = submit("hr-staff", submission("ประกาศที่ต้องแก้"));
        ok(
                certification(
                        "hr-director",
                        id,
                        """
                {"outcome": "returned", "reasonCode": "inaccurate", "reason": "ตัวเลขในตารางไม่ตรงกัน",
                 "checklist": {"accurate": false, "complete": true}}"""));
        String revise = "href=\"/desk/requests/" + id + "/revise\"";

        assertThat(desk("hr-staff")).contains(revise).doesNotContain("?task=" + task(id));
        assertThat(page("hr-staff", id))
                .contains(revise, "/cancel\"", "/form\"", "ตัวเลขในตารางไม่ตรงกัน", "เกณฑ์ที่ไม่ผ่าน");
        Document page = Jsoup.parse(page("hr-staff", id));
        assertThat(page.select("#remarks ~ section:has(#content)")).hasSize(1);
        assertThat(page.select("details#progress").hasAttr("open")).isFalse();
        assertThat(page.select("section:has(#content) ~ details#progress")).hasSize(1);
        assertThat(page.select(".next").text()).startsWith("ขั้นต่อไป:");
        assertThat(page.select(".standing").text()).contains("ต้องดำเนินการภายใน");
        assertThat(desk("hr-director")).doesNotContain(revise);
        assertThat(page("hr-director", id)).doesNotContain(revise, "/cancel\"").contains("ตัวเลขในตารางไม่ตรงกัน");
    }

    @Test
    void anAccountInNoGroupIsToldWhomToAskAndCanSignOut() {
        String account = "newcomer" + Given.unique();
        assertThat(as("admin")
                        .post(
                                "/engine-rest/user/create",
                                """
                                {"profile": {"id": "%s", "firstName": "คนใหม่", "lastName": ""},
                                 "credentials": {"password": "prakat-demo"}}"""
                                        .formatted(account))
                        .status())
                .isEqualTo(204);
        Caller newcomer = signedIn(account);

        Answer answer = newcomer.get("/desk");
        assertThat(answer.status()).isEqualTo(403);
        Document page = Jsoup.parse(answer.text());
        assertThat(page.select("h1").text()).isEqualTo("บัญชีนี้ยังไม่ได้อยู่ในกลุ่มใด");
        assertThat(page.select("main").text()).contains(account, "ผู้ดูแลระบบ", "admin@example.org");
        assertThat(page.select("main form[action=/logout] button").text()).isEqualTo("ออกจากระบบ");
        newcomer.form("/logout", Map.of());
        assertThat(newcomer.get("/desk").header("Location").orElseThrow()).endsWith("/login");

        assertThat(as("admin").delete("/engine-rest/user/" + account).status()).isEqualTo(204);
    }

    @Test
    void theStaffsHeaderStaysOnErrorPages() {
        Caller staff = signedIn("finance-staff");
        for (String path : List.of("/desk/requests/none", "/desk/nowhere", "/desk/holidays/x", "/nowhere")) {
            Document page = Jsoup.parse(staff.get(path, "Accept", "text/html").text());
            assertThat(page.select("header form[action=/logout] button").text())
                    .as(path)
                    .isEqualTo("ออกจากระบบ");
            assertThat(page.select("header a[href=/desk/help]")).as(path).hasSize(1);
        }
        Document withoutToken =
                Jsoup.parse(staff.post("/desk/new", "{}", "Accept", "text/html").text());
        assertThat(withoutToken.select("header form[action=/logout] input[name=_csrf]"))
                .hasSize(1);
        assertThat(Jsoup.parse(anybody().get("/nowhere", "Accept", "text/html").text())
                        .select("header form"))
                .isEmpty();
    }

    @Test
    void whoReadsNoPagesIsToldByAProblem() {
        Caller program = signedIn("finance-staff");
        for (String path : List.of("/desk/nowhere", "/nowhere", "/assets/nothing.css", "/error")) {
            Answer answer = program.get(path, "Accept", "*/*");
            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(answer.header("Content-Type").orElseThrow()).startsWith("application/problem+json");
            assertThat(answer.json().get("detail").asText()).as(path).contains("ไม่พบ");
        }
    }

    @Test
    void aReasonThatItsRemarksSayIsSaidOnce() {
        String id = submit("hr-staff", submission("ประกาศที่ไม่ครบ"));
        ok(
                certification(
                        "hr-director",
                        id,
                        """
                {"outcome": "returned", "reasonCode": "incomplete", "reason": "ไม่ครบถ้วน: ขาดประกาศที่ลงนามแล้ว",
                 "checklist": {"accurate": true, "complete": false}, "remarks": {"complete": "ขาดประกาศที่ลงนามแล้ว"}}"""));

        Document page = Jsoup.parse(page("hr-staff", id));
        assertThat(page.select("#remarks").text())
                .containsOnlyOnce("ขาดประกาศที่ลงนามแล้ว")
                .doesNotContain("–");
    }

    @Test
    void whatIsDueSaysSo() {
        String id = submit("hr-staff", submission("เรื่องที่เกินกำหนด"));
        assertThat(page("hr-director", id)).doesNotContain("เกินกำหนด</strong>");

        taskService.setDueDate(task(id), Date.from(Instant.now().minus(Duration.ofHours(1))));

        assertThat(page("hr-director", id)).contains("เกินกำหนด</strong>");
        assertThat(desk("hr-director")).contains("เกินกำหนด</strong>");
    }

    @Test
    void whoeverWorksElsewhereIsLedThere() {
        assertThat(desk("finance-staff"))
                .contains("href=\"/desk/new\"")
                .doesNotContain("href=\"/camunda/app/tasklist/\"", "href=\"/camunda/app/cockpit/\"");
        assertThat(desk("deputy-director"))
                .contains("href=\"/camunda/app/tasklist/\"")
                .doesNotContain("href=\"/desk/new\"");
        assertThat(desk("admin")).contains("href=\"/camunda/app/cockpit/\"", "href=\"/camunda/app/admin/\"");
    }

    @Test
    @Tag("database")
    void aListIsNarrowedDownByStateGroupAndWords() {
        String word = "คำเฉพาะ" + Given.unique();
        String id = submit("finance-staff", submission("ประกาศ " + word + " 100%"));
        String other = submit("hr-staff", submission("ประกาศ " + word));
        String link = "/desk/requests/" + id + "\"";

        assertThat(all("q=" + word)).contains(link, "/desk/requests/" + other + "\"");
        assertThat(all("q=" + word + "+100%25")).contains(link).doesNotContain(other);
        assertThat(all("q=" + word + "&group=hr")).doesNotContain(link).contains(other);
        assertThat(all("q=" + word + "&status=published")).doesNotContain(link, other);
        assertThat(all("q=" + number(id).replace('0', '๐'))).contains(link).doesNotContain(other);
        assertThat(all("q=%25_!")).doesNotContain(link);
        assertThat(all("q=" + word + "&status=nonsense&page=x")).contains(link);
        assertThat(get("finance-staff", "/desk?of=all&q=" + word).text())
                .contains(link)
                .doesNotContain(other);
    }

    @Test
    void theDiagramNamesWhatWasPassedAndWhereItIs() {
        String id = certified();

        JsonNode progress = progress(id);
        assertThat(names(progress, "active")).containsExactly("vet");
        assertThat(names(progress, "passed"))
                .contains("submitted", "received", "certify", "certified", "handOver")
                .doesNotContain("vet", "publish", "beforePublication");
        assertThat(names(progress, "flows"))
                .containsExactlyInAnyOrder(
                        "submittedToReview",
                        "receivedToJoin",
                        "joinToScreen",
                        "screenToDecision",
                        "screenedYes",
                        "certifyToDecision",
                        "certifiedYes",
                        "handOverToVet");
        assertThat(page("finance-staff", id)).contains("aria-current=\"step\"");

        ok(vetting("web-officer", id, REFUSED));
        ok(as("finance-staff")
                .post(
                        "/api/requests/" + id + "/revisions",
                        submission("ฉบับแก้ไข").toString()));
        progress = progress(id);
        assertThat(names(progress, "active")).containsExactly("certify");
        assertThat(names(progress, "flows"))
                .contains("certifiedYes", "permittedNo", "joinToReturn", "returnToRevise", "resubmittedYes")
                .doesNotContain("certifiedNo", "permittedYes");

        Answer model = get("finance-staff", "/desk/requests/" + id + "/model");
        assertThat(model.header("Content-Type").orElseThrow()).startsWith("application/xml");
        assertThat(model.text()).contains("<bpmn:process id=\"publication\"", "bpmndi:BPMNShape");
    }

    @Test
    void theDiagramTellsHowItEnded() {
        String cancelled = submit("finance-staff");
        ok(as("finance-staff").post("/api/requests/" + cancelled + "/cancellation", "{}"));
        assertThat(names(progress(cancelled), "interrupted")).containsExactly("certify");
        assertThat(names(progress(cancelled), "active")).isEmpty();
        assertThat(names(progress(cancelled), "flows")).contains("cancellationToJoin", "joinToCancelled");

        String withdrawn = published();
        ok(as("web-officer")
                .post("/api/requests/" + withdrawn + "/withdrawal", "{\"reason\": \"พบข้อผิดพลาดในตัวเลข\"}"));
        assertThat(names(progress(withdrawn), "flows"))
                .contains("publishToStay", "withdrawn", "takeDownToEnd")
                .doesNotContain("periodEnded");
        assertThat(names(progress(withdrawn), "interrupted")).isEmpty();
    }

    @Test
    void whoeverMayNotSeeARequestFindsNothingOfIt() {
        String id = published();

        for (String page : List.of("", "/model", "/progress", "/withdraw")) {
            String path = "/desk/requests/" + id + page;
            assertThat(get("hr-director", path).status()).as(path).isEqualTo(404);
            assertThat(get("hr-staff", path).text()).as(path).doesNotContain("ประกาศทดสอบ", "bpmn:process");
            assertThat(anybody().get(path).status()).as(path).isEqualTo(302);
        }
        assertThat(signedIn("hr-director")
                        .form("/desk/requests/" + id + "/withdraw", REASON)
                        .status())
                .isEqualTo(404);
        assertThat(status(id)).isEqualTo("published");
    }

    @Test
    void twoRoundsAreComparedWordByWord() {
        String id = submitted(
                submission("งบทดลองเดือนตุลาคม")
                        .put("body", "<p>รวมเป็นเงิน 1250 บาท ตามระเบียบ</p><p>ท้ายเรื่อง</p>")
                        .put("note", "โปรดตรวจ"),
                Map.of("งบ.txt", bytes("เดิม"), "ตาราง.csv", bytes("ก,ข")));
        ok(certification("finance-director", id, RETURNED));
        ObjectNode second = submission("งบทดลองเดือนตุลาคม")
                .put("body", "<p>รวมเป็นเงิน 1520 บาท ตามระเบียบ</p><p>ท้ายเรื่อง</p>")
                .put("category", "finance-report");
        second.putArray("externalLinks").add("https://example.org/notes");
        ok(as("finance-staff")
                .post(
                        "/api/requests/" + id + "/revisions",
                        second.toString(),
                        Map.of("งบ.txt", bytes("แก้แล้ว"), "หมายเหตุ.txt", bytes("ใหม่"))));

        String page = page("finance-director", id).replaceAll("\\s+", " ");

        assertThat(page)
                .contains("<small>ตัดออก</small> 1250</del>", "<small>เพิ่ม</small> 1520</ins>")
                .contains("<small>เพิ่ม</small> https://example.org/notes")
                .contains("<small>ตัดออก</small> โปรดตรวจ</del>")
                .contains("ข่าวประชาสัมพันธ์</del>")
                .contains("<small>เนื้อไฟล์เปลี่ยน</small>", "<small>ไฟล์ใหม่</small>", "<small>นำออก</small>")
                .contains("ขาดเอกสารแนบของโครงการ")
                .doesNotContain("ท้ายเรื่อง</ins>", "ท้ายเรื่อง</del>");

        ok(certification("finance-director", id, RETURNED));
        ok(as("finance-staff")
                .post(
                        "/api/requests/" + id + "/revisions",
                        submission("งบทดลองเดือนธันวาคม").toString()));
        assertThat(page("finance-director", id)).contains("จากรอบที่ 2 เป็นรอบที่ 3");
        assertThat(get("finance-director", "/desk/requests/" + id + "?from=3&to=1")
                        .text())
                .contains("จากรอบที่ 1 เป็นรอบที่ 3");
        assertThat(get("finance-director", "/desk/requests/" + id + "?from=0&to=99")
                        .text())
                .contains("จากรอบที่ 1 เป็นรอบที่ 3");
        assertThat(get("finance-director", "/desk/requests/" + id + "?from=2&to=2")
                        .text())
                .contains("สองรอบนี้เหมือนกันทุกประการ");
    }

    @Test
    void thoseWhoMayWithdrawIt() {
        String id = published();
        String path = "/desk/requests/" + id + "/withdraw";

        assertThat(page("finance-director", id)).contains(path, "href=\"/news/" + number(id) + "\"");
        assertThat(page("web-officer", id)).contains(path);
        assertThat(page("finance-staff", id)).doesNotContain(path);
        assertThat(get("finance-staff", path).status()).isEqualTo(403);
        assertThat(signedIn("finance-staff").form(path, REASON).status()).isEqualTo(403);

        assertThat(get("finance-director", path).text()).doesNotContain("role=\"status\"");
        Answer tooShort = signedIn("finance-director")
                .form(path, Map.of("reason", "สั้น", "replacementUrl", "javascript:alert(1)"));
        assertThat(tooShort.status()).isEqualTo(400);
        assertThat(tooShort.text()).contains("aria-invalid=\"true\"", "สั้น</textarea>", "javascript:alert(1)");
        assertThat(status(id)).isEqualTo("published");

        Answer done = signedIn("finance-director")
                .form(
                        path,
                        Map.of(
                                "reason", "พบข้อผิดพลาดในตัวเลข",
                                "publicNotice", "ถอนเพื่อแก้ไขตัวเลข",
                                "replacementUrl", "https://example.org/new"));
        assertThat(done.status()).isEqualTo(302);
        assertThat(done.header("Location").orElseThrow()).endsWith("/desk/requests/" + id);
        assertThat(status(id)).isEqualTo("withdrawn");
        Answer gone = anybody().get("/news/" + number(id));
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.text()).contains("ถอนเพื่อแก้ไขตัวเลข", "https://example.org/new");
        assertThat(get("finance-director", path).status()).isEqualTo(409);
        assertThat(page("finance-director", id)).doesNotContain(path).contains("พบข้อผิดพลาดในตัวเลข");
    }

    @Test
    void theViewerIsServedFromHereWithItsLicence() {
        String viewer = "/assets/bpmn-js/18.31.1/";
        String address = org.jsoup.Jsoup.parse(page("finance-staff", certified()))
                .select("script[src*=bpmn-viewer]")
                .attr("src");
        assertThat(address).startsWith(viewer);
        assertThat(anybody().get(address).status()).isEqualTo(200);
        assertThat(anybody().get(viewer + "LICENSE").text()).contains("watermark must stay fully visible");
    }

    private static final Map<String, String> REASON = Map.of("reason", "พบข้อผิดพลาดในตัวเลข");

    private Answer get(String account, String path) {
        return signedIn(account).get(path);
    }

    private String desk(String account) {
        Answer answer = get(account, "/desk");
        ok(answer);
        return answer.text();
    }

    private String all(String query) {
        Answer answer = get("web-officer", "/desk?of=all&" + query);
        ok(answer);
        // Without what waits for the reader, which no filter narrows down.
        return answer.text().substring(answer.text().indexOf("id=\"requests\""));
    }

    private String page(String account, String id) {
        Answer answer = get(account, "/desk/requests/" + id);
        ok(answer);
        return answer.text();
    }

    private JsonNode progress(String id) {
        Answer answer = get("finance-staff", "/desk/requests/" + id + "/progress");
        ok(answer);
        return answer.json();
    }

    private static List<String> names(JsonNode progress, String member) {
        return StreamSupport.stream(progress.get(member).spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private String submitted(ObjectNode submission, Map<String, byte[]> files) {
        Answer answer = as("finance-staff").post("/api/requests", submission.toString(), files);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().get("id").asText();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
