package prakat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Pictures of a request, with what is said of them. */
class AlbumTest extends ProgramTest {

    private static final byte[] PICTURE = Attached.picture();

    @Test
    @Tag("database")
    void whatIsSaidOfPicturesGoesTheWholeWay() {
        ObjectNode album = album("activity");
        album.put("body", "<p>ปลูกต้นไม้</p><figure><img src=\"attachment:b.png\"></figure>");
        said(album, "b.png", "เด็กสามคนรดน้ำต้นไม้", "หน้าอาคารเรียน", true);
        said(album, "a.png", "ป้ายโครงการ", null, false);
        JsonNode made = submitted(album, "a.png", "b.png");

        assertThat(made.get("attachments").findValuesAsText("name")).containsExactly("b.png", "a.png");
        assertThat(made.at("/attachments/0/alternativeText").asText()).isEqualTo("เด็กสามคนรดน้ำต้นไม้");
        assertThat(made.at("/attachments/0/caption").asText()).isEqualTo("หน้าอาคารเรียน");
        assertThat(made.at("/attachments/0/cover").asBoolean()).isTrue();
        assertThat(made.at("/attachments/1/caption").asText()).isEmpty();
        assertThat(made.at("/attachments/1/cover").asBoolean()).isFalse();
        String id = made.get("id").asText();
        ok(certification("finance-director", id, RETURNED));

        ObjectNode revision = album("activity").put("body", album.get("body").asText());
        revision.putArray("keepAttachments").add(1).add(2);
        said(revision, "a.png", "ป้ายโครงการปลูกป่า", null, true);
        ok(as("finance-staff").post("/api/requests/" + id + "/revisions", revision.toString()));

        assertThat(request(id).get("attachments").findValuesAsText("caption")).containsExactly("", "หน้าอาคารเรียน");
        assertThat(request(id).get("contentSha256").asText())
                .isNotEqualTo(made.get("contentSha256").asText());
        Document page = Jsoup.parse(signedIn("finance-director")
                .get("/desk/requests/" + id + "/decide")
                .text());
        assertThat(page.select(".changes .files > p").text()).isEqualTo("ลำดับของไฟล์เปลี่ยน");
        assertThat(page.select(".file-changes .is-described").eachText())
                .hasSize(2)
                .anySatisfy(line -> assertThat(line).contains("เป็นภาพปก", "คำอธิบายภาพ", "เพิ่ม ปลูกป่า"))
                .anySatisfy(line -> assertThat(line).contains("ไม่เป็นภาพปกแล้ว"));
        assertThat(page.select("figure.attached img").eachAttr("alt"))
                .containsExactly("ป้ายโครงการปลูกป่า", "เด็กสามคนรดน้ำต้นไม้");
        assertThat(page.select("figure.attached").eachText().get(1)).contains("หน้าอาคารเรียน");
        assertThat(page.select(".sheet figure img").attr("src"))
                .isEqualTo("/api/requests/" + id + "/attachments/2?width=960");
        ok(certification("finance-director", id, CERTIFIED));
        ok(vetting("web-officer", id, PERMITTED));
        Document published = Jsoup.parse(anybody().get("/news/" + number(id)).text());
        assertThat(published.select(".body figure img").attr("alt")).isEqualTo("เด็กสามคนรดน้ำต้นไม้");
        assertThat(published.select(".body figure img").hasAttr("height"))
                .as("leaves room for it")
                .isTrue();
        assertThat(published.select(".body figcaption").text()).isEqualTo("หน้าอาคารเรียน");
        assertThat(anybody()
                        .get(published.select(".body figure img").attr("src"))
                        .status())
                .isEqualTo(200);
        assertThat(anybody().get("/?q=ปลูกป่า").text()).contains(number(id));
    }

    @Test
    void activityPicturesAreNotCertifiedInSilenceBeforeTheyAreDescribed() {
        ObjectNode album = album("activity");
        said(album, "b.png", "โทร. 081-234-5678", null, false);
        String id = submitted(album, "a.png", "b.png", "c.png").get("id").asText();

        List<JsonNode> found = findings(id, "no-alternative-text");
        assertThat(found).hasSize(1);
        assertThat(found.get(0).get("count").asInt()).isEqualTo(2);
        assertThat(found.get(0).get("action").asText()).isEqualTo("warn");
        JsonNode phone = findings(id, "phone").get(0).get("place");
        assertThat(phone.get("field").asText()).isEqualTo("alternativeText");
        assertThat(phone.get("file").asInt()).as("it was named first").isEqualTo(1);
        assertThat(certification("finance-director", id, CERTIFIED).status()).isEqualTo(400);

        String news = submitted(album("news"), "a.png").get("id").asText();
        JsonNode note = findings(news, "no-alternative-text").get(0);
        assertThat(note.get("action").asText()).isEqualTo("note");
        assertThat(note.at("/place/file").asInt()).isEqualTo(1);
        ok(certification("finance-director", news, CERTIFIED));
    }

    @Test
    void whatIsWrongIsSaidInTheReadersLanguage() {
        ObjectNode album = album("activity");
        said(album, "x.png", "ก", null, false);
        said(album, "a.png", "ก".repeat(251), null, false);

        Answer refused = as("finance-staff").post("/api/requests", album.toString(), Map.of("a.png", PICTURE));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("errors").findValuesAsText("message"))
                .containsExactly(
                        "ไม่มีไฟล์แนบชื่อ x.png หรือกล่าวถึงไฟล์นี้สองครั้ง",
                        "คำอธิบายภาพของ a.png ยาวเกิน 250 ตัวอักษร");
    }

    @Test
    @Tag("database")
    void aDraftKeepsTheOrderAndTheWordsOfItsPicturesAlsoWithoutScripts() {
        Caller owner = signedIn("finance-staff");
        Document empty = Jsoup.parse(owner.get("/desk/new").text());
        String address = empty.select("#submission").attr("action");
        String draft = "/desk/drafts/" + empty.select("[name=draft]").val();
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("a.png", PICTURE);
        files.put("ก.txt", "ก".getBytes(StandardCharsets.UTF_8));
        files.put("b.png", PICTURE);
        files.forEach((name, bytes) -> {
            Answer added = owner.postForm(draft + "/files", Map.of(), Map.of(name, bytes));
            assertThat(added.status()).as(added.toString()).isEqualTo(201);
        });
        Document page = Jsoup.parse(owner.get(address).text());
        Map<String, String> typed = new LinkedHashMap<>();
        page.select("#submission input[type=hidden]").forEach(field -> typed.put(field.attr("name"), field.val()));
        String second = page.select("#pictures .picture").get(1).attr("data-file");
        typed.put("title", "ภาพกิจกรรม");
        typed.put("summary", "สรุป");
        typed.put("body", "<p>ก</p><figure><img src=\"attachment:b.png\"></figure>");
        typed.put("category", "activity");
        page.select("#pictures .picture textarea").forEach(field -> typed.put(field.id(), field.id()));
        typed.put("cover", second);
        typed.put("action", page.select("#pictures .picture .earlier").get(1).val());

        assertThat(owner.postForm(address, typed, Map.of()).status()).isEqualTo(302);

        Document moved = Jsoup.parse(owner.get(address).text());
        assertThat(moved.select("#pictures .picture .name").eachText()).containsExactly("b.png", "a.png");
        assertThat(moved.select("#pictures [name=cover][checked]").val()).isEqualTo(second);
        Document preview = Jsoup.parse(owner.get(draft + "/preview").text());
        assertThat(preview.select(".body figure img").attr("src")).isEqualTo(draft + "/files/" + second + "?width=960");
        assertThat(owner.get(moved.select("#pictures .thumb img").attr("src")).header("Content-Type"))
                .as("a PNG made small")
                .contains("image/jpeg");
        typed.put("saves", moved.select("[name=saves]").val());
        typed.put("order", moved.select("[name=order]").val());
        typed.put("action", "");
        String id = owner.postForm(address, typed, Map.of())
                .header("Location")
                .orElseThrow()
                .replaceFirst(".*/desk/requests/", "")
                .replaceFirst(";.*", "");
        JsonNode attachments = request(id).get("attachments");
        assertThat(attachments.findValuesAsText("name")).containsExactly("b.png", "ก.txt", "a.png");
        assertThat(attachments.findValuesAsText("alternativeText"))
                .containsExactly("alternativeText-" + second, "", typed.get("alternativeText-" + first(page)));
        assertThat(attachments.findValuesAsText("cover")).containsExactly("true", "false", "false");
        Document revised = Jsoup.parse(returned(id, owner));
        assertThat(revised.select("#pictures .picture .alternative").first().text())
                .isEqualTo("alternativeText-" + second);
    }

    private static String first(Document page) {
        return page.select("#pictures .picture").attr("data-file");
    }

    private String returned(String id, Caller owner) {
        await().until(() -> !request(id).at("/screening/state").asText().equals("pending"));
        ok(certification("finance-director", id, RETURNED));
        return owner.get("/desk/requests/" + id + "/revise").text();
    }

    private static ObjectNode album(String category) {
        ObjectNode album = submission("ภาพกิจกรรมปลูกต้นไม้").put("category", category);
        album.putArray("attachments");
        return album;
    }

    private static void said(ObjectNode album, String name, String alternativeText, String caption, boolean cover) {
        ((ArrayNode) album.get("attachments"))
                .addObject()
                .put("name", name)
                .put("alternativeText", alternativeText)
                .put("caption", caption)
                .put("cover", cover);
    }

    private JsonNode submitted(ObjectNode album, String... names) {
        Map<String, byte[]> pictures = new LinkedHashMap<>();
        for (String name : names) {
            pictures.put(name, PICTURE);
        }
        Answer made = as("finance-staff").post("/api/requests", album.toString(), pictures);
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        String id = made.json().get("id").asText();
        await().until(() -> !request(id).at("/screening/state").asText().equals("pending"));
        return made.json();
    }

    private List<JsonNode> findings(String id, String kind) {
        return request(id).at("/screening/findings").findParents("kind").stream()
                .filter(finding -> finding.get("kind").asText().equals(kind))
                .toList();
    }
}
