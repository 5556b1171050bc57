package prakat.web.site.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import prakat.Answer;
import prakat.ProgramTest;
import prakat.picture.PictureSize;
import prakat.picture.TestPictures;

/** What readers get of the pictures of a publication. */
class PublishedPicturesTest extends ProgramTest {

    private static final byte[] SENT = TestPictures.telephone(600, 1200, 6);

    @Test
    @Tag("database")
    void picturesComeAsLargeAsNeededAndWithoutWhatTheCameraWrote() {
        String id = onWebsite(Map.of("b.jpg", SENT, "a.png", small(), "c.png", small(), "แบบ.txt", text()));
        String address = "/news/" + number(id);
        Document page = page(address);
        await().atMost(Duration.ofMinutes(1))
                .until(() -> anybody()
                                .get(page.selectFirst(".album img[srcset]").attr("src"))
                                .response()
                                .body()
                                .length
                        < SENT.length / 2);

        Element telephone = page.selectFirst(".album img[srcset]");
        assertThat(telephone.attr("width") + " x " + telephone.attr("height"))
                .as("upright")
                .isEqualTo("1200 x 600");
        assertThat(telephone.attr("alt")).isEqualTo("เด็กสามคนรดน้ำต้นไม้");
        assertThat(telephone.parent().nextElementSibling().text()).isEqualTo("หน้าอาคารเรียน");
        for (String source : telephone.attr("srcset").split(", ")) {
            String[] said = source.split(" ");
            PictureSize size = PictureSize.read(
                            new ByteArrayInputStream(bare(said[0]).response().body()))
                    .orElseThrow();
            assertThat(size.width() + "w").isEqualTo(said[1]);
            assertThat(size.height()).isEqualTo(size.width() / 2);
        }
        assertThat(page.select(".files li").eachText())
                .singleElement()
                .asString()
                .contains("แบบ.txt");

        String full = telephone.parent().attr("data-full");
        assertThat(TestPictures.pixels(bare(full).response().body())).isEqualTo(TestPictures.pixels(SENT));
        String cover = bare(page.selectFirst("meta[property=og:image]").attr("content"), "image/jpeg");
        assertThat(cover).isEqualTo(telephone.attr("srcset").split(",? ")[2]);
        assertThat(page.selectFirst("meta[property=og:image:width]").attr("content"))
                .isEqualTo("960");
        assertThat(bare(
                        page("/")
                                .selectFirst(".cover img[src^=" + address + "/]")
                                .attr("src"),
                        "image/jpeg"))
                .endsWith("/480");
        assertThat(anybody().get("/feed.xml").text()).contains("rel=\"enclosure\"", cover);

        assertThat(as("finance-staff")
                        .get("/api/requests/" + id + "/attachments/" + n(id, "b.jpg"))
                        .response()
                        .body())
                .as("what was certified")
                .isEqualTo(SENT);
        assertThat(PictureSize.read(new ByteArrayInputStream(as("finance-director")
                        .get("/api/requests/" + id + "/attachments/" + n(id, "b.jpg") + "?width=480")
                        .response()
                        .body())))
                .contains(new PictureSize(480, 240));
    }

    @Test
    void eachPictureHasAPageForThoseWithoutAScript() {
        String id = onWebsite(Map.of("b.jpg", SENT, "a.png", small(), "แบบ.txt", text()));
        String address = "/news/" + number(id);
        List<String> pages = page(address).select(".pictures figure > a").eachAttr("href");
        assertThat(pages).hasSize(2);

        Document first = page(pages.get(0));
        assertThat(first.select("h1").text()).isEqualTo("ภาพที่ 1 จาก 2");
        assertThat(first.select(".trail a").attr("href")).isEqualTo(address);
        assertThat(first.select("main a[rel=prev]")).isEmpty();
        Document second = page(first.select("main a[rel=next]").attr("href"));
        assertThat(second.select("h1").text()).isEqualTo("ภาพที่ 2 จาก 2");
        assertThat(second.select("main a[rel=prev]").attr("href")).isEqualTo(pages.get(0));
        assertThat(second.select("main a[rel=next]")).isEmpty();
        assertThat(Stream.of(first, second)
                        .map(page -> page.select("figure img").attr("alt")))
                .containsExactlyInAnyOrder("เด็กสามคนรดน้ำต้นไม้", "a");
        assertThat(page(pages.get(1).replace("/25", "/๒๕")).select("h1").text()).isEqualTo("ภาพที่ 2 จาก 2");
        int text = n(id, "แบบ.txt");
        for (String none :
                List.of("/pictures/" + text, "/pictures/" + text + "/480", "/pictures/9", "/pictures/1/500")) {
            assertThat(anybody().get(address + none).status()).as(none).isEqualTo(404);
        }
    }

    @Test
    void whatIsGoneIsGoneInAllSizes() {
        String id = onWebsite(Map.of("b.jpg", SENT));
        String address = "/news/" + number(id);
        Map<String, Answer> shown = new LinkedHashMap<>();
        for (String path : List.of("/pictures/1", "/pictures/1/480", "/files/1/b.jpg")) {
            Answer answer = anybody().get(address + path);
            assertThat(answer.status()).as(path).isEqualTo(200);
            assertThat(answer.header("Cache-Control").orElseThrow()).as(path).contains("no-cache");
            shown.put(path, answer);
        }
        assertThat(anybody()
                        .get(
                                address + "/pictures/1/480",
                                "If-None-Match",
                                shown.get("/pictures/1/480").header("ETag").orElseThrow())
                        .status())
                .isEqualTo(304);

        ok(as("web-officer")
                .post("/api/requests/" + id + "/withdrawal", "{\"reason\": \"มีภาพของเด็กที่ไม่ได้ยินยอม\"}"));

        shown.forEach((path, answer) -> assertThat(anybody()
                        .get(
                                address + path,
                                "If-None-Match",
                                answer.header("ETag").orElse("\"x\""))
                        .status())
                .as(path)
                .isEqualTo(410));
    }

    /** What stands behind a link to a picture, looked through. */
    private Answer bare(String href) {
        Answer picture = anybody().get(href);
        ok(picture);
        assertThat(new String(picture.response().body(), StandardCharsets.ISO_8859_1))
                .as(href)
                .doesNotContain(TestPictures.SECRET);
        return picture;
    }

    /** The same, of a whole address; its path. */
    private String bare(String address, String mediaType) {
        String path = address.replace(program().toString(), "");
        assertThat(bare(path).header("Content-Type")).contains(mediaType);
        return path;
    }

    private String onWebsite(Map<String, byte[]> files) {
        var submission = submission("ภาพกิจกรรม");
        submission
                .putArray("attachments")
                .addObject()
                .put(
                        "name",
                        files.keySet().stream()
                                .filter("b.jpg"::equals)
                                .findFirst()
                                .orElse("ใหญ่.png"))
                .put("alternativeText", "เด็กสามคนรดน้ำต้นไม้")
                .put("caption", "หน้าอาคารเรียน")
                .put("cover", true);
        JsonNode made = given().submit("finance-staff", submission, files);
        return given().permit(given().certify(made)).get("id").asText();
    }

    private int n(String id, String name) {
        return request(id).get("attachments").findValuesAsText("name").indexOf(name) + 1;
    }

    private Document page(String path) {
        Answer answer = anybody().get(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return Jsoup.parse(answer.text(), program().toString());
    }

    private static byte[] small() {
        return TestPictures.file(TestPictures.quarters(30, 20), "png");
    }

    private static byte[] text() {
        return "แบบฟอร์ม".getBytes(StandardCharsets.UTF_8);
    }
}
