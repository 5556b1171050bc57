package prakat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the public sees, and from the very instant of the end no longer sees. */
class PublicPagesTest extends ProgramTest {

    @Test
    @Tag("database")
    void expiredMeansGoneEverywhereThoughTheEngineStandsStill() {
        String word = "หมดอายุ" + Given.unique();
        Instant until = clock.instant().plus(Duration.ofHours(1));
        Answer made = as("finance-staff")
                .post(
                        "/api/requests",
                        submission(word).put("publishUntil", until.toString()).toString(),
                        Map.of("แนบ.txt", word.getBytes(StandardCharsets.UTF_8)));
        String id = made.json().get("id").asText();
        ok(certification("finance-director", id, CERTIFIED));
        ok(vetting("web-officer", id, PERMITTED));
        String page = "/news/" + number(id);
        List<String> lists = List.of("/", "/?q=" + encoded(word), "/feed.xml", "/?category=news", "/?group=finance");

        for (String path : lists) {
            assertThat(anybody().get(path).text()).as(path).contains(word);
        }
        assertThat(anybody().get("/sitemap.xml").text()).contains(page);
        Answer shown = anybody().get(page);
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.header("Cache-Control").orElseThrow()).contains("no-cache");
        Answer file = anybody().get(page + "/files/1/" + encoded("แนบ.txt"));
        assertThat(file.text()).isEqualTo(word);
        String etag = file.header("ETag").orElseThrow();
        assertThat(anybody().get(page + "/files/1/a.txt", "If-None-Match", etag).status())
                .isEqualTo(304);
        String since = file.header("Last-Modified").orElseThrow();
        assertThat(anybody()
                        .get(page + "/files/1/a.txt", "If-Modified-Since", since)
                        .status())
                .isEqualTo(304);
        Answer part = anybody().get(page + "/files/1/a.txt", "Range", "bytes=0-2");
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.text()).as("a Thai letter").isEqualTo("ห");
        Answer head = anybody().head(page + "/files/1/a.txt");
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("Content-Length"))
                .contains(String.valueOf(word.getBytes(StandardCharsets.UTF_8).length));

        clock.advance(Duration.ofHours(1));

        for (String path : lists) {
            Answer list = anybody().get(path);
            assertThat(list.status()).as(path).isEqualTo(200);
            assertThat(list.text().replace("value=\"" + word + "\"", ""))
                    .as(path)
                    .doesNotContain("<p>" + word, page);
        }
        assertThat(anybody().get("/sitemap.xml").text()).doesNotContain(page);
        Answer gone = anybody().get(page);
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.text()).doesNotContain(word);
        assertThat(anybody().get(page + "/files/1/a.txt").status()).isEqualTo(410);
        assertThat(anybody().get(page + "/files/1/a.txt", "If-None-Match", etag).status())
                .isEqualTo(410);
        assertThat(anybody().get(page + "/files/1/a.txt", "Range", "bytes=0-2").status())
                .isEqualTo(410);
        assertThat(status(id)).as("the engine has not recorded it yet").isEqualTo("published");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/news/2570-99999", "/news/x", "/news/2570-99999/files/1/a.txt", "/nowhere", "/news/"})
    void whatNeverWasPublicIsNotFound(String path) {
        assertThat(anybody().get(path).status()).isEqualTo(404);
    }

    @Test
    void whatIsNotYetPublicIsNotFound() {
        String id = certified();
        assertThat(anybody().get("/news/" + number(id)).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @Tag("database")
    @ValueSource(
            strings = {
                "/?page=-1",
                "/?page=abc",
                "/?page=99999",
                "/?category=x&group=y",
                "/?q=%25%27%22%3Cscript%3E",
                "/?q=%25zz"
            })
    void strangeParametersAreNoFailure(String path) {
        Answer answer = anybody().get(path);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.text()).doesNotContain("<script>");
    }

    @Test
    @Tag("database")
    void theSearchFindsThaiSubstringsAndNoMarkup() {
        String id = submit(
                "finance-staff",
                submission("ประกาศผลการคัดเลือก").put("body", "<p>ผู้ชนะการเสนอราคา<strong>ครั้งที่ 7</strong></p>"));
        ok(certification("finance-director", id, CERTIFIED));
        ok(vetting("web-officer", id, PERMITTED));
        String page = "/news/" + number(id);
        assertThat(anybody().get("/?q=" + encoded("ชนะการเสนอ")).text()).contains(page);
        assertThat(anybody().get("/?q=" + encoded("ผลการคัด")).text()).contains(page);
        assertThat(anybody().get("/?q=strong").text()).doesNotContain(page);
        assertThat(anybody().get("/?q=%25").text()).as("% is no wildcard").doesNotContain(page);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/news/%s/",
                "/news/%s%%20",
                "/news/%%20%s%%C2%%A0/",
                "/NEWS/%s",
                "/News/%s/",
                "/news/%s.",
                "/news/%s%%E2%%80%%8B"
            })
    void anAddressAsPeopleTypeOrPasteItLeadsToThePage(String typed) {
        String number = number(published());

        Answer answer = anybody().get(typed.formatted(number));

        assertThat(answer.status()).isEqualTo(301);
        assertThat(answer.header("Location").orElseThrow()).endsWith("/news/" + number);
    }

    @Test
    void aNumberInThaiDigitsLeadsToThePageAndToNoOther() {
        String number = number(published());
        String thai = number.chars()
                .mapToObj(c -> Character.toString(c >= '0' && c <= '9' ? c - '0' + '๐' : c))
                .collect(Collectors.joining());

        Answer answer = anybody().get("/news/" + encoded(thai));
        assertThat(answer.status()).isEqualTo(301);
        assertThat(answer.header("Location").orElseThrow()).endsWith("/news/" + number);
        assertThat(anybody().get("/news/2570-99999/").status()).isEqualTo(404);
        assertThat(anybody().get("/NEWS/" + encoded("//example.org")).status()).isIn(400, 404);
    }

    @Test
    void howToReachTheOfficeIsSaidWhereSomebodyHasToAsk() {
        String id = published();
        ok(as("web-officer").post("/api/requests/" + id + "/withdrawal", "{\"reason\": \"ข้อมูลซ้ำกับประกาศก่อน\"}"));

        Answer gone = anybody().get("/news/" + number(id));
        assertThat(gone.status()).isEqualTo(410);
        for (Answer page : List.of(gone, anybody().get("/verify"))) {
            Document shown = Jsoup.parse(page.text());
            assertThat(shown.select("main .contact").text())
                    .contains("ที่อยู่ตัวอย่าง", "โทรศัพท์", "office@example.org");
            assertThat(shown.select("main .contact a").eachAttr("href"))
                    .contains("tel:000000000", "mailto:office@example.org");
        }
        assertThat(Jsoup.parse(anybody().get("/?lang=en").text())
                        .select("footer .contact")
                        .text())
                .contains("Example address", "Telephone 0 0000 0000");
    }

    @Test
    void thePublicIsAskedForNoCookie() {
        for (String path : List.of("/", "/news/" + number(published()), "/feed.xml", "/robots.txt", "/sitemap.xml")) {
            Answer answer = anybody().get(path);
            assertThat(answer.status()).as(path).isEqualTo(200);
            assertThat(answer.header("Set-Cookie")).as(path).isEmpty();
        }
    }

    @Test
    void theFeedIsAtom() {
        String id = published();
        Answer feed = anybody().get("/feed.xml?category=news&group=finance");
        assertThat(feed.header("Content-Type").orElseThrow()).startsWith("application/atom+xml");
        assertThat(feed.text()).contains("http://www.w3.org/2005/Atom", "/news/" + number(id));
        assertThat(anybody().get("/feed.xml?category=regulation").text()).doesNotContain("/news/" + number(id));
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
