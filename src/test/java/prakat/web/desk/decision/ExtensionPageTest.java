package prakat.web.desk.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.chrono.ThaiBuddhistDate;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import prakat.Answer;
import prakat.Caller;
import prakat.ProgramTest;

/** Asking for an extension at the desk, and what its pages show of it. */
@Order(4)
class ExtensionPageTest extends ProgramTest {

    private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");
    private static final String REASON = "ประชาชนยังใช้ข้อมูลนี้อยู่";

    private final LocalDate wished = LocalDate.now(BANGKOK).plusDays(40);

    private String id;
    private String page;
    private Caller owner;

    @BeforeEach
    void onTheWebsite() {
        id = published();
        page = "/desk/requests/" + id;
        owner = signedIn("finance-staff");
    }

    @Test
    void theOwnerAsksInTheBuddhistEraAndSeesWithWhomItIs() {
        assertThat(html("finance-staff").select("a[href=" + page + "/extend]")).hasSize(1);
        String form = owner.get(page + "/extend").text();
        assertThat(form).contains("730 วัน", "นับจากวันแรกที่เผยแพร่");

        Answer asked = owner.form(page + "/extend", Map.of("publishUntil", thai(wished), "reason", REASON));

        assertThat(asked.status()).as(asked.toString()).isEqualTo(302);
        assertThat(request(id).at("/extension/publishUntil").asText()).startsWith(wished + "T23:59:59");
        assertThat(Jsoup.parse(owner.get(page).text()).select(".said").text())
                .contains("ผู้อำนวยการกลุ่มบริหารงานการเงินและสินทรัพย์");
        Document html = html("finance-staff");
        assertThat(html.select(".wish").text())
                .contains(REASON, "รอรับรอง", "อยู่กับ ผู้อำนวยการกลุ่มบริหารงานการเงิน");
        assertThat(html.select(".record li").last().text()).contains("วันสิ้นสุดใหม่");
        assertThat(html.select("a[href$=/extend]")).as("once at a time").isEmpty();
        assertThat(owner.get(page + "/extend").status()).isEqualTo(409);
    }

    @Test
    void whatIsWrongStandsBesideItsFieldWithWhatWasTyped() {
        Answer wrong = owner.form(page + "/extend", Map.of("publishUntil", "31/13/2569", "reason", "สั้น"));

        assertThat(wrong.status()).isEqualTo(400);
        Document html = Jsoup.parse(wrong.text());
        assertThat(html.select("#publishUntil-fault").text()).contains("พ.ศ.").doesNotContain("T16:30");
        assertThat(html.select("#publishUntil").attr("aria-describedby")).contains("publishUntil-fault");
        assertThat(html.select("#publishUntil").val()).isEqualTo("31/13/2569");
        assertThat(html.select("#reason-fault").text()).contains("10");
        assertThat(html.select("#reason").text()).isEqualTo("สั้น");
        assertThat(wrongEnd(thai(LocalDate.now(BANGKOK).plusDays(5)))).contains("หลังวันสิ้นสุดเดิม");
        assertThat(wrongEnd(thai(LocalDate.now(BANGKOK).plusDays(800)))).contains("730");
        assertThat(request(id).get("extension").isNull()).isTrue();
    }

    @Test
    void nobodyElseAsks() {
        assertThat(signedIn("finance-staff-2").get(page + "/extend").status()).isEqualTo(403);
        assertThat(signedIn("hr-staff").get(page + "/extend").status()).isEqualTo(404);
        assertThat(html("finance-director").select("a[href$=/extend]")).isEmpty();
        assertThat(owner.get("/desk/requests/" + certified() + "/extend").status())
                .isEqualTo(409);
    }

    @Test
    void whoHasToDecideFindsTheTaskAndTheOwnerTheRefusal() {
        ask();
        assertThat(signedIn("finance-director").get("/desk").text()).contains("?task=" + task(id), "รับรองการขยายเวลา");
        assertThat(html("finance-director").html()).contains("?task=" + task(id));
        assertThat(html("web-officer").html()).doesNotContain("?task=");
        ok(as("finance-director").post("/api/requests/" + id + "/extension/certification", CERTIFIED));
        assertThat(signedIn("web-officer").get("/desk").text()).contains("?task=" + task(id), "กลั่นกรองการขยายเวลา");

        ok(as("web-officer").post("/api/requests/" + id + "/extension/vetting", REFUSED));

        Document html = html("finance-staff");
        assertThat(html.select(".wish").text())
                .contains("ไม่อนุญาต", "ไม่ได้ระบุที่มาของข้อมูล", "เจ้าหน้าที่ดูแลเว็บไซต์");
        assertThat(html.select("a[href$=/extend]")).as("may ask again").hasSize(1);
    }

    @Test
    void theDiagramShowsThatItIsBeingDecidedAndThatItLapsed() {
        ask();
        JsonNode progress = owner.get(page + "/progress").json();
        assertThat(progress.get("active"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrder("onWebsite", "extend");
        assertThat(html("finance-staff").select(".steps .is-active .step-name").eachText())
                .containsExactly("อยู่บนเว็บไซต์", "พิจารณาขยายเวลา");

        clock.advance(Duration.ofDays(31));
        fire(id, "periodEnds");

        assertThat(owner.get(page + "/progress").json().get("interrupted"))
                .extracting(JsonNode::asText)
                .containsExactly("extend");
        assertThat(html("finance-staff").select(".wish .status").text()).contains("สิ้นสุด");
    }

    private void ask() {
        assertThat(owner.form(page + "/extend", Map.of("publishUntil", thai(wished), "reason", REASON))
                        .status())
                .isEqualTo(302);
    }

    private String wrongEnd(String typed) {
        Answer answer = owner.form(page + "/extend", Map.of("publishUntil", typed, "reason", REASON));
        assertThat(answer.status()).isEqualTo(400);
        return Jsoup.parse(answer.text()).select("#publishUntil-fault").text();
    }

    private Document html(String account) {
        Answer answer = signedIn(account).get(page);
        ok(answer);
        return Jsoup.parse(answer.text());
    }

    /** As it is typed, in Thai digits. */
    private static String thai(LocalDate day) {
        String typed = day.getDayOfMonth() + "/" + day.getMonthValue() + "/"
                + ThaiBuddhistDate.from(day).get(java.time.temporal.ChronoField.YEAR_OF_ERA);
        return typed.chars()
                .map(one -> Character.isDigit(one) ? one - '0' + '๐' : one)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
