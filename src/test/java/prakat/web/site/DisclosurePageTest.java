package prakat.web.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import prakat.Answer;
import prakat.Caller;
import prakat.Given;
import prakat.ProgramTest;

/** What has to be disclosed, from the proposal that names an item to the public's page and the assessors' table. */
class DisclosurePageTest extends ProgramTest {

    @Test
    void anItemLeadsToWhatIsPublishedOfItAtAnAddressThatStays() {
        String title = "รายการจัดซื้อจัดจ้าง " + Given.unique();
        JsonNode first = published(title, "O12", "O13");
        String address = "/news/" + first.get("number").asText();
        Answer page = anybody().get("/disclosure");
        assertThat(page.header("Cache-Control")).contains("no-cache");
        assertThat(links(page.text(), "O12")).containsEntry(title, address);
        assertThat(links(page.text(), "O13")).containsEntry(title, address);
        assertThat(anybody().get("/disclosure/๒๕๖๘").status()).isEqualTo(200);
        assertThat(anybody().get("/disclosure/2568?lang=en").text())
                .contains("Procurements, and their progress", "published since", address);

        clock.advance(Duration.ofDays(40));
        ObjectNode newer = submission(title + " (ปรับปรุง)");
        Answer update =
                as("finance-staff").post("/api/requests/" + first.get("id").asText() + "/updates", newer.toString());
        assertThat(update.status()).as(update.toString()).isEqualTo(201);
        JsonNode second = given().permit(given().certify(update.json()));
        assertThat(second.get("disclosureItems")).isEqualTo(first.get("disclosureItems"));
        Map<String, String> links = links(anybody().get("/disclosure").text(), "O12");
        assertThat(links).containsEntry(title + " (ปรับปรุง)", address).doesNotContainKey(title);

        clock.advance(Duration.ofDays(400));
        assertThat(anybody().get("/disclosure").text())
                .as("its period has ended, and nobody has recorded it yet")
                .doesNotContain(address);
    }

    @Test
    void everyPageLeadsThereAndOnlyYearsWithAListAreThere() {
        assertThat(Jsoup.parse(anybody().get("/").text()).select("footer a").eachAttr("href"))
                .contains("/disclosure");
        assertThat(anybody().get("/sitemap.xml").text())
                .contains(program() + "/disclosure<", program() + "/disclosure/2568<");
        for (String none : List.of("2567", "9999", "25680", "ปี", "2568.xlsx")) {
            assertThat(anybody().get("/disclosure/" + none).status()).as(none).isEqualTo(404);
        }
        assertThat(as("finance-staff")
                        .post("/api/requests", naming("ไม่มีข้อนี้", "O99").toString())
                        .json()
                        .at("/errors/0/message")
                        .asText())
                .contains("O99", "/disclosure");
    }

    @Test
    void whoseTurnItIsProposesForTheItemFromTheDesk() {
        Caller staff = signedIn("finance-staff");
        Document desk = Jsoup.parse(staff.get("/desk/disclosure").text());
        assertThat(desk.select("section:first-of-type tbody tr td.number").eachText())
                .as("of the own group")
                .containsExactly("O12", "O13");
        assertThat(row(desk, "O28").text()).contains("ยังขาด", "กลุ่มกฎหมายและคดี");
        assertThat(row(desk, "O28").select("a.button")).as("another group's").isEmpty();

        Document form = Jsoup.parse(
                staff.get(row(desk, "O13").select("a.button").attr("href")).text());
        assertThat(form.select("[name=disclosureItems]").first().val()).isEqualTo("2568/O12");
        assertThat(form.select("[name=disclosureItems][checked]").eachAttr("value"))
                .containsExactly("2568/O13");
        Map<String, String> typed = new LinkedHashMap<>(Map.of(
                "draft",
                form.select("[name=draft]").val(),
                "saves",
                "0",
                "title",
                "สรุปผลการจัดซื้อจัดจ้าง",
                "summary",
                "สรุป",
                "body",
                "<p>รายละเอียด</p>",
                "category",
                "news",
                "disclosureItems",
                "2568/O13"));
        String draft = "/desk/new/" + typed.get("draft");
        ok(staff.postForm("/desk/drafts/" + typed.get("draft"), typed, Map.of()));
        assertThat(Jsoup.parse(staff.get(draft).text())
                        .select("[name=disclosureItems][checked]")
                        .eachAttr("value"))
                .containsExactly("2568/O13");
        typed.put("saves", "1");
        String request =
                staff.postForm(draft, typed, Map.of()).header("Location").orElseThrow();
        String id = request.substring(request.lastIndexOf('/') + 1).replaceFirst(";.*", "");

        String name = "รายงานสรุปผลการจัดซื้อจัดจ้างหรือการจัดหาพัสดุประจำปี";
        assertThat(signedIn("finance-director")
                        .get("/desk/requests/" + id + "/decide")
                        .text())
                .contains("2568/O13 " + name);
        Element underWay = row(Jsoup.parse(staff.get("/desk/disclosure").text()), "O13");
        assertThat(underWay.text()).contains(number(id) + " รอรับรอง");
        assertThat(underWay.select("a").eachAttr("href")).contains("/desk/requests/" + id);
        assertThat(row(Jsoup.parse(signedIn("hr-staff").get("/desk/disclosure").text()), "O13")
                        .select("a[href*=" + id + "]"))
                .as("who may not see it")
                .isEmpty();
    }

    @Test
    void theAssessorsGetATableWithLinks() throws IOException {
        String title = "โครงสร้างสำนักงาน " + Given.unique();
        String number = published(title, "O1").get("number").asText();

        Answer answer = signedIn("hr-staff").get("/desk/disclosure/2568.xlsx");

        assertThat(answer.header("Content-Disposition")).contains("attachment; filename=\"oit-2568.xlsx\"");
        try (Workbook workbook = WorkbookFactory.create(
                new ByteArrayInputStream(answer.response().body()))) {
            Sheet sheet = workbook.getSheetAt(0);
            assertThat(cells(sheet.getRow(0))).containsExactly("ข้อ", "ข้อมูล", "URL", "คำอธิบาย");
            Row row = IntStream.rangeClosed(1, sheet.getLastRowNum())
                    .mapToObj(sheet::getRow)
                    .filter(one -> cells(one).get(3).startsWith(title))
                    .findFirst()
                    .orElseThrow();
            assertThat(cells(row).get(0)).isEqualTo("O1");
            assertThat(row.getCell(2).getHyperlink().getAddress())
                    .isEqualTo(program() + "/news/" + number)
                    .isEqualTo(cells(row).get(2));
            assertThat(cells(sheet.getRow(sheet.getLastRowNum())))
                    .startsWith("O28")
                    .endsWith("ยังไม่มีข้อมูลที่เผยแพร่อยู่");
        }
    }

    private JsonNode published(String title, String... items) {
        return given().permit(given().certify(given().submit("finance-staff", naming(title, items))));
    }

    private static ObjectNode naming(String title, String... items) {
        ObjectNode submission = submission(title);
        List.of(items).forEach(submission.putArray("disclosureItems")::add);
        return submission;
    }

    /** Addresses by the titles that lead there. */
    private static Map<String, String> links(String page, String item) {
        Map<String, String> links = new LinkedHashMap<>();
        Jsoup.parse(page).select("#" + item + " a").forEach(link -> links.put(link.text(), link.attr("href")));
        return links;
    }

    private static Element row(Document desk, String item) {
        return desk.select("tr:has(td.number:matchesOwn(^" + item + "$))").first();
    }

    private static List<String> cells(Row row) {
        return IntStream.range(0, row.getLastCellNum())
                .mapToObj(i -> row.getCell(i).getStringCellValue())
                .toList();
    }
}
