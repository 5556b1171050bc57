package prakat.web.desk.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import prakat.Answer;
import prakat.Caller;
import prakat.ProgramTest;

/** Certifying several requests from one list. */
class CertificationPageTest extends ProgramTest {

    private static final String LIST = "/desk/certify";

    private Caller director;

    @BeforeEach
    void nothingElseWaits() {
        as("hr-director")
                .get("/api/requests?status=awaiting-certification&group=hr&size=100")
                .json()
                .get("items")
                .forEach(waiting ->
                        ok(certification("hr-director", waiting.get("id").asText(), CERTIFIED)));
        director = signedIn("hr-director");
    }

    @Test
    void eachIsADecisionOfItsOwn() {
        String full = submit("hr-staff");
        String half = submit("hr-staff");
        String untouched = submit("hr-staff");
        String decided = submit("hr-staff");
        String changed = submit("hr-staff");
        String foreign = submit("finance-staff");
        Map<String, String> form = form(director);
        assertThat(Jsoup.parse(director.get("/desk").text())
                        .select("a[href=" + LIST + "]")
                        .text())
                .isEqualTo("รับรองหลายเรื่อง");

        ok(certification("hr-director", decided, RETURNED));
        mark(form, full, "accurate", "complete");
        mark(form, half, "accurate");
        mark(form, decided, "accurate", "complete");
        mark(form, changed, "accurate", "complete");
        form.put(changed + ".contentSha256", "0".repeat(64));
        form.put(full + ".outcome", "returned");
        Answer answer = send(form);
        assertThat(answer.status()).isEqualTo(302);

        Document page = Jsoup.parse(director.get(LIST).text());
        assertThat(page.select(".message.good li").eachText())
                .singleElement()
                .asString()
                .startsWith(number(full));
        assertThat(page.select(".message.wrong li").eachText())
                .satisfiesExactly(
                        one -> assertThat(one).startsWith(number(half)).contains("ครบถ้วน"),
                        one -> assertThat(one).startsWith(number(decided)).contains("ดูสถานะล่าสุด"),
                        one -> assertThat(one).startsWith(number(changed)).contains("เนื้อหาเปลี่ยนไป"));
        assertThat(page.select("[name=item]").eachAttr("value")).containsExactly(half, untouched, changed);
        assertThat(page.select("[name='" + half + ".accurate']").hasAttr("checked"))
                .as("what was marked")
                .isTrue();
        assertThat(status(full)).isEqualTo("awaiting-vetting");
        assertThat(status(decided)).isEqualTo("returned");
        assertThat(status(half)).isEqualTo("awaiting-certification");
        assertThat(status(changed)).isEqualTo("awaiting-certification");

        form.clear();
        form.put("item", foreign);
        form.put(foreign + ".step", "certify");
        mark(form, foreign, "accurate", "complete");
        send(form);
        assertThat(Jsoup.parse(director.get(LIST).text())
                        .select(".message.wrong li")
                        .text())
                .as("another group's")
                .doesNotContain(number(foreign));
        assertThat(status(foreign)).isEqualTo("awaiting-certification");
    }

    @Test
    void theListShowsWhatHasWaitedLongestOfMany() {
        String first = submit("hr-staff");
        IntStream.range(0, 20).forEach(i -> submit("hr-staff"));
        Document page = Jsoup.parse(director.get(LIST).text());
        assertThat(page.select("[name=item]")).hasSize(20);
        assertThat(page.select("[name=item]").first().val()).isEqualTo(first);
        assertThat(page.select(".certifications > .about").text()).contains("20", "21");

        assertThat(send(new HashMap<>()).status()).isEqualTo(302);
        assertThat(Jsoup.parse(director.get(LIST).text())
                        .select("[role=status]")
                        .text())
                .contains("ยังไม่ได้ทำเครื่องหมาย");
        assertThat(Jsoup.parse(signedIn("hr-staff").get(LIST).text()).select("main .nothing"))
                .hasSize(1);
    }

    private Answer send(Map<String, String> form) {
        return director.form(LIST, form);
    }

    private static void mark(Map<String, String> form, String id, String... criteria) {
        for (String criterion : criteria) {
            form.put(id + "." + criterion, "true");
        }
    }

    /** What the page sends of itself; the ids in one field, as lists of values come. */
    private static Map<String, String> form(Caller caller) {
        Map<String, String> fields = new HashMap<>();
        Jsoup.parse(caller.get(LIST).text())
                .select(".certifications [type=hidden]")
                .forEach(field -> fields.merge(field.attr("name"), field.val(), (one, other) -> one + "," + other));
        fields.remove("_csrf");
        return fields;
    }
}
