package prakat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be submitted, and what is said where something may not. */
class SubmissionTest extends ProgramTest {

    private static final int MEBIBYTE = 1024 * 1024;

    @Test
    @Tag("database")
    void everythingThatWasSubmittedIsThere() {
        ObjectNode said = submission("รายงานงบทดลอง เดือนตุลาคม 2569")
                .put("category", "finance-report")
                .put("note", "ถึงผู้รับรอง")
                .put("publishUntil", "๒๐๒๗-๐๑-๓๑");
        said.putArray("externalLinks").add("https://example.org/report");
        said.putArray("disclosureItems").add("O13").add("2568/O7");
        Answer answer = as("finance-staff")
                .post(
                        "/api/requests",
                        said.toString(),
                        Map.of("งบทดลอง.csv", "รายการ,จำนวน\nก,1\n".getBytes(StandardCharsets.UTF_8)));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        JsonNode request = answer.json();
        assertThat(answer.header("Location"))
                .contains("/api/requests/" + request.get("id").asText());
        assertThat(request.get("number").asText()).matches("\\d{4}-\\d{5}");
        assertThat(request.get("status").asText()).isEqualTo("awaiting-certification");
        assertThat(request.get("title").asText()).isEqualTo("รายงานงบทดลอง เดือนตุลาคม 2569");
        assertThat(request.get("publishUntil").asText()).isEqualTo("2027-01-31T23:59:59+07:00");
        assertThat(request.at("/externalLinks/0").asText()).isEqualTo("https://example.org/report");
        assertThat(request.get("disclosureItems").toString()).isEqualTo("[\"2568/O13\",\"2568/O7\"]");
        assertThat(request.at("/group/code").asText()).isEqualTo("finance");
        assertThat(request.at("/group/name").asText()).isEqualTo("กลุ่มบริหารงานการเงินและสินทรัพย์");
        assertThat(request.at("/attachments/0/mediaType").asText()).isEqualTo("text/csv");
        assertThat(request.at("/currentStep/element").asText()).isEqualTo("certify");
        assertThat(request.at("/currentStep/name").asText()).isEqualTo("รับรองข้อมูล");
        assertThat(request.at("/currentStep/candidates").toString()).isEqualTo("[\"finance-directors\"]");
        assertThat(request.get("lastReturn").isNull()).isTrue();
        assertThat(request.get("publication").isNull()).isTrue();
        assertThat(as("finance-staff")
                        .get("/api/requests/" + request.get("id").asText())
                        .json())
                .isEqualTo(request);
    }

    @Test
    void thePeriodFollowsFromTheDecisionTable() {
        JsonNode request = request(submit("hr-staff", submission("รับสมัคร").put("category", "recruitment")));
        assertThat(Duration.between(time(request, "publishFrom"), time(request, "publishUntil")))
                .isEqualTo(Duration.ofDays(60));
        assertThat(as("hr-staff").get("/api/categories").json().findValuesAsText("code"))
                .containsExactly(
                        "news", "activity", "procurement", "recruitment", "finance-report", "regulation", "disclosure");
    }

    @ParameterizedTest
    @CsvSource({
        "title, ''",
        "summary, ''",
        "body, '<script>x</script>'",
        "category, made-up",
        "publishUntil, 2020-01-01",
        "publishUntil, 2569-12-31",
        "publishUntil, tomorrow",
        "publishFrom, 31/12/2026",
        "group, hr"
    })
    void aWrongFieldIsNamed(String field, String value) {
        Answer answer = as("finance-staff")
                .post("/api/requests", submission("x").put(field, value).toString());
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.json().get("errors")).hasSize(1);
        assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo(field);
        assertThat(answer.json().at("/errors/0/message").asText()).isNotBlank();
    }

    @Test
    void allWrongFieldsAreNamedAtOnce() {
        Answer answer = as("finance-staff").post("/api/requests", "{\"title\": \"" + "ก".repeat(201) + "\"}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().findValuesAsText("field")).contains("title", "summary", "body", "category");
        assertThat(as("finance-staff").post("/api/requests", "{\"title\": ").status())
                .isEqualTo(400);
        assertThat(as("finance-staff")
                        .post("/api/requests", "{\"status\": \"published\"}")
                        .json()
                        .at("/errors/0/field")
                        .asText())
                .isEqualTo("status");
    }

    @Test
    @Tag("database")
    void theNarrowestAndTheWidestFit() {
        ObjectNode widest =
                submission("ก".repeat(200)).put("summary", "ข".repeat(500)).put("body", "😀" + "ค".repeat(199_999));
        String id = submit("finance-staff", widest);
        assertThat(request(id).get("title").asText()).hasSize(200);
        assertThat(as("finance-staff")
                        .post(
                                "/api/requests",
                                widest.put("body", "ค".repeat(200_001)).toString())
                        .status())
                .isEqualTo(400);
    }

    @Test
    void onlyStaffSubmit() {
        for (String account : new String[] {"admin", "deputy-director"}) {
            assertThat(as(account)
                            .post("/api/requests", submission("x").toString())
                            .status())
                    .as(account)
                    .isEqualTo(403);
        }
        assertThat(anybody().post("/api/requests", submission("x").toString()).status())
                .isEqualTo(401);
    }

    @Test
    void filesWithinTheLimitsAreTaken() {
        byte[] large = "ก".repeat(20 * MEBIBYTE / 3).getBytes(StandardCharsets.UTF_8);
        Answer answer =
                as("finance-staff").post("/api/requests", submission("ไฟล์ใหญ่").toString(), Map.of("a.txt", large));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        String file = "/api/requests/" + answer.json().get("id").asText() + "/attachments/1";
        assertThat(as("finance-director").get(file).response().body()).isEqualTo(large);
        assertThat(as("hr-director").get(file).status()).isEqualTo(404);
    }

    @Test
    void filesBeyondTheLimitsAreRefused() {
        String said = submission("x").toString();
        byte[] tooLarge = new byte[20 * MEBIBYTE + 1];
        java.util.Arrays.fill(tooLarge, (byte) 'a');
        refused(413, Map.of("a.txt", tooLarge), said);
        Map<String, byte[]> together = new LinkedHashMap<>();
        for (int i = 0; i < 4; i++) {
            byte[] part = new byte[16 * MEBIBYTE];
            java.util.Arrays.fill(part, (byte) ('a' + i));
            together.put(i + ".txt", part);
        }
        refused(413, together, said);
        Map<String, byte[]> many = new LinkedHashMap<>();
        for (int i = 0; i < 11; i++) {
            many.put(i + ".txt", ("n" + i).getBytes(StandardCharsets.UTF_8));
        }
        refused(400, many, said);
        refused(400, Map.of("a.txt", new byte[0]), said);
        refused(415, Map.of("โปรแกรม.pdf", new byte[] {'M', 'Z', 0, 3}), said);
        refused(
                415,
                Map.of("ภาพ.png", "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8)),
                said);
    }

    @Test
    void whatAFileIsFollowsFromItsBytes() {
        Answer answer = as("finance-staff")
                .post(
                        "/api/requests",
                        submission("ชนิดไฟล์").toString(),
                        Map.of("../../จดหมาย.txt", "เรียน ผู้อำนวยการ".getBytes(Charset.forName("x-windows-874"))));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(answer.json().at("/attachments/0/name").asText()).isEqualTo("จดหมาย.txt");
        Answer file = as("finance-staff")
                .get("/api/requests/" + answer.json().get("id").asText() + "/attachments/1");
        assertThat(file.header("Content-Type").orElseThrow()).startsWith("text/plain;charset=x-windows-874");
    }

    @Test
    void aRevisionMayKeepFilesOfTheRoundBefore() {
        Map<String, byte[]> two = new LinkedHashMap<>();
        two.put("a.txt", "หนึ่ง".getBytes(StandardCharsets.UTF_8));
        two.put("b.txt", "สอง".getBytes(StandardCharsets.UTF_8));
        Answer made =
                as("finance-staff").post("/api/requests", submission("ฉบับแรก").toString(), two);
        String id = made.json().get("id").asText();
        ok(certification("finance-director", id, RETURNED));

        ObjectNode revision = submission("ฉบับแก้ไข");
        revision.putArray("keepAttachments").add(2);
        ok(as("finance-staff")
                .post(
                        "/api/requests/" + id + "/revisions",
                        revision.toString(),
                        Map.of("c.txt", "สาม".getBytes(StandardCharsets.UTF_8))));

        assertThat(request(id).get("attachments").findValuesAsText("name")).containsExactly("b.txt", "c.txt");
        JsonNode revisions =
                as("finance-director").get("/api/requests/" + id + "/revisions").json();
        assertThat(revisions).hasSize(2);
        assertThat(revisions.at("/0/attachments").findValuesAsText("name")).containsExactly("a.txt", "b.txt");
        assertThat(as("finance-director")
                        .get("/api/requests/" + id + "/revisions/1/attachments/1")
                        .text())
                .isEqualTo("หนึ่ง");
    }

    @Test
    @Tag("database")
    void theListShowsWhatOneMaySee() {
        String ofFinance = submit("finance-staff");
        String ofHr = submit("hr-staff");
        assertThat(ids("finance-staff-2", "")).contains(ofFinance).doesNotContain(ofHr);
        assertThat(ids("finance-staff-2", "&mine=true")).doesNotContain(ofFinance);
        assertThat(ids("deputy-director", "&group=hr")).contains(ofHr).doesNotContain(ofFinance);
        assertThat(ids("finance-staff", "&status=cancelled")).doesNotContain(ofFinance);
        Answer page = as("web-officer").get("/api/requests?page=0&size=1");
        assertThat(page.json().get("items")).hasSize(1);
        assertThat(page.json().get("total").asLong()).isGreaterThan(1);
        for (String wrong : new String[] {
            "?status=x",
            "?page=-1",
            "?size=0",
            "?size=101",
            "?page=a",
            "?page=2147483647",
            "?words=" + "a+".repeat(2000)
        }) {
            assertThat(as("web-officer").get("/api/requests" + wrong).status())
                    .as(wrong)
                    .isEqualTo(400);
        }
    }

    @ParameterizedTest
    @CsvSource({"/api/requests/00000000-0000-0000-0000-000000000000", "/api/requests/x/history", "/api/nothing"})
    void whatIsNotThereIsAProblem(String path) {
        Answer answer = as("web-officer").get(path);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type").orElseThrow()).startsWith("application/problem+json");
    }

    private void refused(int status, Map<String, byte[]> files, String said) {
        Answer answer = as("finance-staff").post("/api/requests", said, files);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.header("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(answer.json().get("detail").asText()).isNotBlank();
    }

    private java.util.List<String> ids(String account, String filter) {
        return as(account)
                .get("/api/requests?size=100" + filter)
                .json()
                .get("items")
                .findValuesAsText("id");
    }

    private static OffsetDateTime time(JsonNode request, String field) {
        return OffsetDateTime.parse(request.get(field).asText());
    }
}
