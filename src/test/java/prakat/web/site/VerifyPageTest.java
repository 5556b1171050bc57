package prakat.web.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prakat.Answer;
import prakat.ProgramTest;

/** What anybody learns who asks whether a printed form is genuine, and what nobody learns. */
class VerifyPageTest extends ProgramTest {

    private static final String SECRET = "เรื่องที่ยังไม่เปิดเผย";

    @Test
    void aFormOfNowIsGenuine() {
        String id = submit("finance-staff", submission(SECRET));
        String code = code(id);

        Answer answer = verify(number(id), code);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(text(answer))
                .contains("แบบฟอร์มของคำขอเลขที่ " + number(id) + " เป็นของจริง", "ตรงกับบันทึกปัจจุบัน", "รอการรับรอง")
                .contains(request(id).get("contentSha256").asText())
                .doesNotContain("ไม่ใช่สถานะล่าสุด");
        assertThat(answer.text()).as("nothing of the content").doesNotContain(SECRET, "finance", "เจ้าหน้าที่การเงิน");
    }

    @Test
    void aFormOfBeforeIsGenuineButNotTheLatest() {
        String id = submit("finance-staff", submission(SECRET));
        String before = code(id);
        clock.advance(Duration.ofDays(1));
        ok(certification("finance-director", id, CERTIFIED));

        Answer answer = verify(number(id), before);

        assertThat(text(answer)).contains("เป็นของจริง แต่ไม่ใช่สถานะล่าสุด", "รอการรับรอง", "มีการดำเนินการต่อเมื่อ");
        assertThat(answer.text()).as("neither content nor what came after").doesNotContain(SECRET, "รอการกลั่นกรอง");
        assertThat(text(verify(number(id), code(id)))).contains("ตรงกับบันทึกปัจจุบัน", "รอการกลั่นกรอง");
    }

    @Test
    void aFormOfAnEarlierRoundShowsTheVersionThatItWasAbout() {
        String id = certified();
        String first = request(id).get("contentSha256").asText();
        ok(vetting("web-officer", id, REFUSED));
        String before = code(id);
        ok(as("finance-staff")
                .post(
                        "/api/requests/" + id + "/revisions",
                        submission("ฉบับแก้ไข").toString()));

        assertThat(text(verify(number(id), before)))
                .contains("ไม่ใช่สถานะล่าสุด", "ไม่อนุญาตให้เผยแพร่", first)
                .doesNotContain(request(id).get("contentSha256").asText());
    }

    @Test
    void aWrongCodeIsNotGenuineAndTellsNothing() {
        String id = published();
        String other = code(submit("finance-staff"));

        for (String code : List.of("0000000000000000", "x", other, "' or 1=1")) {
            Answer answer = verify(number(id), code);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(text(answer)).as(code).contains("รหัสตรวจสอบไม่ตรงกับคำขอ", "อย่าใช้แบบฟอร์มนั้นเป็นหลักฐาน");
            assertThat(answer.text())
                    .as(code)
                    .doesNotContain("เป็นของจริง", "ประกาศทดสอบ", "/news/", "เผยแพร่บนเว็บไซต์")
                    .doesNotContain(request(id).get("contentSha256").asText());
        }
    }

    @Test
    void withoutACodeItSaysOnlyThatThereIsSuchANumber() {
        String id = published();

        Answer answer = anybody().get("/verify/" + number(id));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(text(answer)).contains("สำนักงานมีคำขอเลขที่ " + number(id), "ต้องใช้รหัสตรวจสอบ");
        assertThat(answer.text())
                .doesNotContain("ประกาศทดสอบ", "/news/", "เผยแพร่บนเว็บไซต์")
                .doesNotContain(request(id).get("contentSha256").asText());
    }

    @Test
    void whatIsOnTheWebsiteIsLinkedAsLongAsItIs() {
        String id = published(clock.instant().plus(Duration.ofHours(1)));
        String code = code(id);
        String link = "/news/" + number(id);

        Document page = Jsoup.parse(verify(number(id), code).text());
        assertThat(page.select("main a[href=" + link + "]").text()).isEqualTo("ประกาศทดสอบ");

        clock.advance(Duration.ofHours(1));

        assertThat(verify(number(id), code).text())
                .as("expired means gone, though the engine stands still")
                .contains("เป็นของจริง")
                .doesNotContain(link, "ประกาศทดสอบ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2570-99999", "x", "%27%20or%201=1", "%E0%B9%91"})
    void anUnknownNumberIsNotFoundAndThePageHelps(String number) {
        for (String query : List.of("", "?code=0000000000000000")) {
            Answer answer = anybody().get("/verify/" + number + query);
            assertThat(answer.status()).as(number).isEqualTo(404);
            assertThat(text(answer)).contains("ไม่พบคำขอเลขที่", "ลองอีกครั้ง", "รหัสตรวจสอบ");
            assertUncacheable(answer);
        }
    }

    @Test
    void numberAndCodeCanBeTypedAsTheyStandOnThePaper() {
        String id = certified();
        String code = code(id).replaceAll("(.{4})(?!$)", "$1-").toUpperCase(Locale.ROOT);
        String thaiNumber = number(id)
                .codePoints()
                .map(c -> c >= '0' && c <= '9' ? c - '0' + '๐' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();

        Document empty = Jsoup.parse(anybody().get("/verify").text());
        assertThat(empty.select("form").attr("action")).isEqualTo("/verify");
        assertThat(empty.select("label[for=number], label[for=code]")).hasSize(2);

        Answer answer = anybody().get("/verify?number=" + encoded(" " + thaiNumber + " ") + "&code=" + encoded(code));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(text(answer)).contains("เป็นของจริง");
    }

    @Test
    void noAnswerIsKeptOrListed() {
        String id = published();
        for (Answer answer : List.of(
                anybody().get("/verify"), anybody().get("/verify/" + number(id)), verify(number(id), code(id)))) {
            assertUncacheable(answer);
            assertThat(answer.header("Set-Cookie")).isEmpty();
            assertThat(Jsoup.parse(answer.text()).select("meta[name=robots]").attr("content"))
                    .contains("noindex");
        }
        assertThat(anybody().get("/robots.txt").text()).contains("Disallow: /verify\n");
        assertThat(anybody().get("/sitemap.xml").text()).doesNotContain("/verify");
    }

    @Test
    void thePageIsInEnglishWhereAskedFor() {
        String id = certified();
        assertThat(anybody()
                        .get("/verify/" + number(id) + "?lang=en&code=" + code(id))
                        .text())
                .contains("is genuine", "Certified, awaiting vetting");
    }

    private static void assertUncacheable(Answer answer) {
        assertThat(answer.header("Cache-Control").orElseThrow()).isEqualTo("no-store");
        assertThat(answer.header("X-Robots-Tag").orElseThrow()).contains("noindex");
    }

    private Answer verify(String number, String code) {
        return anybody().get("/verify/" + number + "?code=" + encoded(code));
    }

    /** The code on a form that is printed now. */
    private String code(String id) {
        Answer form = signedIn("web-officer").get("/desk/requests/" + id + "/form");
        ok(form);
        return Jsoup.parse(form.text()).select(".check-code").text().replace("-", "");
    }

    private static String text(Answer answer) {
        return Jsoup.parse(answer.text()).select("main").text();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
