package prakat.web.desk.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import prakat.Answer;
import prakat.Caller;
import prakat.ProgramTest;

/** Proposing a newer version of what is published at the desk, and giving what somebody left behind to another owner. */
class UpdatePageTest extends ProgramTest {

    private static final String REASON = "เจ้าของเรื่องย้ายไปปฏิบัติงานที่กลุ่มอื่น";

    private String id;
    private String page;
    private Caller owner;

    @BeforeEach
    void onTheWebsite() {
        Answer made = as("finance-staff")
                .post(
                        "/api/requests",
                        submission("ประกาศทดสอบ").toString(),
                        Map.of("ก.txt", "ก".getBytes(StandardCharsets.UTF_8)));
        id = made.json().get("id").asText();
        ok(certification("finance-director", id, CERTIFIED));
        ok(vetting("web-officer", id, PERMITTED));
        page = "/desk/requests/" + id;
        owner = signedIn("finance-staff");
    }

    @Test
    void theOwnerStartsFromWhatIsPublishedAndBothPagesShowTheOther() {
        assertThat(html(owner, page).select("a[href=" + page + "/update]")).hasSize(1);
        assertThat(html(signedIn("finance-staff-2"), page).select("a[href$=/update]"))
                .isEmpty();
        assertThat(signedIn("finance-staff-2").get(page + "/update").status()).isEqualTo(403);
        Document form = html(owner, page + "/update");
        assertThat(form.select("h1").text()).isEqualTo("เสนอฉบับปรับปรุงของข้อมูลที่เผยแพร่อยู่");
        assertThat(form.select("main").text()).contains("ฉบับเดิมยังเผยแพร่อยู่จนกว่าฉบับใหม่จะขึ้นแทน");
        assertThat(form.select("#title").val()).isEqualTo("ประกาศทดสอบ");
        assertThat(form.select("#uploads li a").text()).isEqualTo("ก.txt");

        Map<String, String> typed = typed(form);
        typed.put("title", "ประกาศฉบับปรับปรุง");
        typed.put("action", "save");
        assertThat(owner.postForm(page + "/update", typed, Map.of()).status()).isEqualTo(302);
        Document again = html(owner, page + "/update");
        assertThat(again.select("#title").val()).isEqualTo("ประกาศฉบับปรับปรุง");
        Map<String, String> sent = typed(again);
        Answer submitted = owner.postForm(page + "/update", sent, Map.of());
        assertThat(submitted.status()).as(submitted.toString()).isEqualTo(302);
        String update = request(id).at("/update/id").asText();
        assertThat(submitted.header("Location").orElseThrow()).endsWith("/desk/requests/" + update);
        assertThat(owner.postForm(page + "/update", sent, Map.of())
                        .header("Location")
                        .orElseThrow())
                .as("the second click of two")
                .endsWith("/desk/requests/" + update);

        Document newer = html(owner, "/desk/requests/" + update);
        assertThat(newer.select("a[href=" + page + "]").text()).contains(number(id));
        assertThat(newer.select("main").text()).contains("ฉบับเดิมยังเผยแพร่อยู่จนกว่าฉบับนี้จะขึ้นแทน");
        assertThat(newer.select("#comparison").text()).contains("ฉบับที่เผยแพร่ก่อนหน้า", number(id));
        assertThat(newer.select(".changes ins").text()).contains("ฉบับปรับปรุง");
        assertThat(newer.select(".file-changes .is-same a").attr("href"))
                .isEqualTo("/api/requests/" + update + "/revisions/1/attachments/1");
        assertThat(html(owner, "/desk/requests/" + update + "?from=0&to=0")
                        .select(".nothing")
                        .text())
                .contains("สองรอบนี้เหมือนกันทุกประการ");
        Document present = html(owner, page);
        assertThat(present.select("a[href$=" + update + "]").text()).contains(number(update));
        assertThat(present.select("a[href$=/update]")).as("one at a time").isEmpty();
        assertThat(owner.get(page + "/update").status()).isEqualTo(409);

        ok(certification("finance-director", update, CERTIFIED));
        ok(vetting("web-officer", update, PERMITTED));
        Document replaced = html(owner, page);
        assertThat(replaced.select(".record li").last().text())
                .contains("ฉบับปรับปรุงขึ้นแทนแล้ว", "เลขที่ " + number(update));
        assertThat(replaced.select(".standing .status").first().text()).isEqualTo("มีฉบับปรับปรุงขึ้นแทน");
        assertThat(replaced.select("a[href^=/news/]")).isEmpty();
        assertThat(html(owner, "/desk/requests/" + update)
                        .select("a[href^=/news/]")
                        .attr("href"))
                .isEqualTo("/news/" + number(id));
    }

    @Test
    void theDirectorGivesWhatSomebodyLeftBehindToAnother() {
        Caller director = signedIn("finance-director");
        assertThat(html(director, page).select("a[href$=/owner]")).isEmpty();
        assertThat(director.get(page + "/owner").status()).isEqualTo(409);
        String member = "/engine-rest/group/finance/members/finance-staff";
        assertThat(as("admin").delete(member).status()).isEqualTo(204);
        try {
            assertThat(html(director, page).select("a[href$=/owner]")).hasSize(1);
            assertThat(signedIn("finance-staff-2").get(page + "/owner").status())
                    .isEqualTo(403);
            Document form = html(director, page + "/owner");
            assertThat(form.select("#user option").eachAttr("value"))
                    .containsExactlyInAnyOrder("", "finance-staff-2", "finance-director");
            Answer wrong = director.form(page + "/owner", Map.of("user", "", "reason", "สั้น"));
            assertThat(wrong.status()).isEqualTo(400);
            Document faulty = Jsoup.parse(wrong.text());
            assertThat(faulty.select("#user-fault").text()).contains("เลือกบัญชี");
            assertThat(faulty.select("#reason-fault").text()).contains("10");
            assertThat(faulty.select("#reason").text()).isEqualTo("สั้น");

            Answer given = director.form(page + "/owner", Map.of("user", "finance-staff-2", "reason", REASON));
            assertThat(given.status()).as(given.toString()).isEqualTo(302);
            Document after = html(director, page);
            assertThat(after.select(".said").text()).contains("แล้ว");
            assertThat(after.select(".record li").last().text()).contains("เปลี่ยนเจ้าของเรื่อง", REASON);
            assertThat(after.select("a[href$=/owner]")).isEmpty();
            assertThat(html(signedIn("finance-staff-2"), page).select("a[href$=/update]"))
                    .hasSize(1);
        } finally {
            as("admin").put(member, "{}");
        }
    }

    private static Document html(Caller reader, String address) {
        Answer answer = reader.get(address);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return Jsoup.parse(answer.text());
    }

    /** What a browser would send of the form as it is. */
    private static Map<String, String> typed(Document page) {
        Map<String, String> fields = new HashMap<>();
        ((org.jsoup.nodes.FormElement) page.selectFirst("form#submission"))
                .formData()
                .forEach(field -> fields.put(field.key(), field.value()));
        return fields;
    }
}
