package prakat.web.desk.printed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prakat.Answer;
import prakat.ProgramTest;

/** The office's paper form, as it is on the page that the browser prints. */
class FormPageTest extends ProgramTest {

    @Test
    void theFormSaysWhatIsAskedForAndWhoSigned() {
        ObjectNode said = submission("ประกาศผลการคัดเลือก")
                .put("note", "ขอให้ขึ้นหน้าแรก")
                .put("publishFrom", "2026-11-01T09:00:00+07:00")
                .put("publishUntil", "2027-05-31T16:30:00+07:00");
        said.putArray("externalLinks").add("https://www.example.go.th/plan");
        Answer made = as("finance-staff")
                .post("/api/requests", said.toString(), Map.of("ตาราง.txt", "ก".getBytes(StandardCharsets.UTF_8)));
        String id = made.json().get("id").asText();
        ok(certification("finance-director", id, CERTIFIED));
        ok(vetting("web-officer", id, PERMITTED));

        Document form = form("finance-staff", id, "");

        assertThat(form.select("h1").text()).isEqualTo("แบบฟอร์มการขอเผยแพร่ข้อมูลผ่านเว็บไซต์ของหน่วยงาน");
        assertThat(field(form, "ชื่อหน่วยงาน")).isEqualTo("สำนักงานเขตพื้นที่การศึกษาประถมศึกษาเชียงใหม่ เขต 3");
        assertThat(field(form, "กลุ่มเจ้าของเรื่อง")).isEqualTo("กลุ่มบริหารงานการเงินและสินทรัพย์");
        assertThat(field(form, "วัน/เดือน/ปี"))
                .endsWith(String.valueOf(
                        Instant.now().atZone(ZoneId.of("Asia/Bangkok")).getYear() + 543));
        assertThat(field(form, "หัวข้อ")).isEqualTo("ประกาศผลการคัดเลือก");
        assertThat(field(form, "ประเภทข้อมูล")).isEqualTo("ข่าวประชาสัมพันธ์");
        assertThat(field(form, "ระยะเวลาเผยแพร่ที่ขอ"))
                .isEqualTo("1 พฤศจิกายน 2569 เวลา 09.00 น. ถึง 31 พฤษภาคม 2570 เวลา 16.30 น.");
        assertThat(field(form, "รายละเอียดข้อมูล (โดยสรุปหรือเอกสารแนบ)"))
                .contains(
                        "สรุปโดยย่อของ ประกาศผลการคัดเลือก",
                        "เอกสารแนบ 1 ไฟล์",
                        "1. ตาราง.txt",
                        "ไฟล์ข้อความ",
                        "3 ไบต์")
                .contains(made.json().at("/attachments/0/sha256").asText().substring(0, 12));
        assertThat(field(form, "Link ภายนอก")).isEqualTo("https://www.example.go.th/plan");
        assertThat(field(form, "หมายเหตุ")).isEqualTo("ขอให้ขึ้นหน้าแรก");
        assertThat(field(form, "เลขที่คำขอ"))
                .isEqualTo(made.json().get("number").asText());
        assertThat(field(form, "ค่า SHA-256 ของเนื้อหา"))
                .isEqualTo(made.json().get("contentSha256").asText());
        assertThat(field(form, "สถานะล่าสุด")).startsWith("เผยแพร่บนเว็บไซต์ เมื่อ");
        assertThat(form.select(".signature h2").eachText())
                .containsExactly("ผู้รับผิดชอบการให้ข้อมูล", "ผู้อนุมัติรับรอง", "ผู้รับผิดชอบการนำข้อมูลขึ้นเผยแพร่");
        assertThat(signature(form, 0)).contains("ลงชื่อในระบบ", "เจ้าหน้าที่การเงิน", "เจ้าของเรื่อง");
        assertThat(signature(form, 1)).contains("ลงชื่อในระบบ", "ผู้อำนวยการกลุ่มการเงิน", "ตำแหน่ง ผู้อำนวยการกลุ่ม");
        assertThat(signature(form, 2)).contains("ลงชื่อในระบบ", "ตำแหน่ง เจ้าหน้าที่ดูแลเว็บไซต์", "น.");
    }

    @Test
    void whatHasNotHappenedYetIsLeftToSign() {
        String id = certified();

        Document form = form("finance-director", id, "");

        assertThat(form.select(".signature.given")).hasSize(2);
        Elements open = form.select(".signature.open");
        assertThat(open).hasSize(1);
        assertThat(open.select("dd").eachText()).containsExactly("ยังไม่มีผู้ลงชื่อ");
    }

    @Test
    void aFormOfALaterRoundShowsNoSignatureOfTheOneBefore() {
        String id = certified();
        ok(vetting("web-officer", id, REFUSED));
        assertThat(form("finance-staff", id, "").select(".signature.given")).hasSize(2);
        ok(as("finance-staff")
                .post(
                        "/api/requests/" + id + "/revisions",
                        submission("ฉบับแก้ไข").toString()));

        Document form = form("finance-staff", id, "");

        assertThat(field(form, "หัวข้อ")).isEqualTo("ฉบับแก้ไข");
        assertThat(field(form, "รอบที่")).isEqualTo("2");
        assertThat(form.select(".signature.given")).hasSize(1);
    }

    @Test
    void thePictureAndTheTextLeadToThePageThatKnowsTheForm() {
        String id = certified();
        Document form = form("finance-staff", id, "");
        Element qr = form.selectFirst("svg.qr");
        String address = program() + "/verify/" + number(id) + "?code="
                + form.select(".check-code").text().replace("-", "");

        assertThat(qr.select("title").text()).contains(address);
        assertThat(qr.attr("role")).isEqualTo("img");
        assertThat(qr.attr("aria-labelledby")).isEqualTo(qr.select("title").attr("id"));
        assertThat(qr.select("path").attr("d"))
                .isEqualTo(QrPicture.of(address).path())
                .startsWith("M0 0h7v1h-7z");
        assertThat(anybody()
                        .get(address.substring(program().toString().length()))
                        .text())
                .contains("เป็นของจริง");
    }

    @Test
    void digitsAreThaiWhereAskedForSaveInWhatPeopleAndProgramsWrote() {
        String id = submit("finance-staff", submission("ประกาศที่ 12"));
        Document arabic = form("finance-staff", id, "");
        Document thai = form("finance-staff", id, "?digits=thai");

        assertThat(field(thai, "วัน/เดือน/ปี")).containsPattern("[๐-๙]{4}").doesNotContainPattern("[0-9]");
        assertThat(field(thai, "รอบที่")).isEqualTo("๑");
        assertThat(field(thai, "เลขที่คำขอ")).startsWith("๒๕").doesNotContainPattern("[0-9]");
        assertThat(field(thai, "หัวข้อ")).isEqualTo("ประกาศที่ 12");
        assertThat(field(thai, "รหัสตรวจสอบ")).isEqualTo(field(arabic, "รหัสตรวจสอบ"));
        assertThat(arabic.select(".paper").text()).doesNotContainPattern("[๐-๙]");
        assertThat(arabic.select(".form-tools a[href$=digits=thai]")).hasSize(1);
        assertThat(thai.select(".form-tools a[aria-current]").text()).isEqualTo("เลขไทย");
    }

    @Test
    void theFormIsInEnglishWhereAskedForAndItsCodeTheSame() {
        String id = certified();

        Document english = form("finance-staff", id, "?lang=en&digits=thai");

        assertThat(english.select("h1").text()).contains("publish information");
        assertThat(english.select(".signature h2").eachText())
                .containsExactly("Responsible for the information", "Certifies", "Responsible for the publication");
        assertThat(signature(english, 1)).contains("Group director");
        assertThat(english.select(".paper").text()).doesNotContainPattern("[๐-๙]");
        assertThat(field(english, "Check code")).isEqualTo(field(form("finance-staff", id, "?lang=th"), "รหัสตรวจสอบ"));
    }

    @Test
    void thePageRunsNothingOfItsOwn() {
        Document form = form("finance-staff", certified(), "");

        assertThat(form.select("script:not([src]), style, [style], [onclick]")).isEmpty();
        assertThat(form.select("script, link[rel=stylesheet]"))
                .map(asset -> asset.attr("src") + asset.attr("href"))
                .hasSizeGreaterThan(1)
                .allSatisfy(asset -> {
                    assertThat(asset).startsWith("/assets/");
                    assertThat(anybody().get(asset).status()).isEqualTo(200);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"finance-staff", "finance-staff-2", "finance-director", "web-officer", "deputy-director", "admin"
            })
    void whoMaySeeTheRequestMayPrintIt(String account) {
        assertThat(signedIn(account).get(path(certified())).status()).isEqualTo(200);
    }

    @Test
    void forAnybodyElseThereIsNoForm() {
        String path = path(certified());

        assertThat(signedIn("hr-director").get(path).status()).isEqualTo(404);
        assertThat(signedIn("finance-staff").get(path("nowhere")).status()).isEqualTo(404);
        Answer stranger = anybody().get(path);
        assertThat(stranger.status()).isEqualTo(302);
        assertThat(stranger.header("Location").orElseThrow()).endsWith("/login");
    }

    @Test
    void noCacheKeepsAForm() {
        assertThat(signedIn("finance-staff")
                        .get(path(certified()))
                        .header("Cache-Control")
                        .orElseThrow())
                .contains("no-store");
    }

    private Document form(String account, String id, String query) {
        Answer answer = signedIn(account).get(path(id) + query);
        ok(answer);
        return Jsoup.parse(answer.text(), program().toString());
    }

    private static String path(String id) {
        return "/desk/requests/" + id + "/form";
    }

    private static String field(Document form, String name) {
        return form.select(".paper dt").stream()
                .filter(term -> term.text().equals(name))
                .map(term -> term.nextElementSibling().text())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no field " + name));
    }

    private static String signature(Document form, int which) {
        return form.select(".signature").get(which).text();
    }
}
