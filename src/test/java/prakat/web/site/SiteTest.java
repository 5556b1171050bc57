package prakat.web.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import prakat.Answer;
import prakat.Given;
import prakat.ProgramTest;

/** What the public's pages are made of: what readers, search engines and those who share a link get from them. */
class SiteTest extends ProgramTest {

    private static final String OFFICE = "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาเชียงใหม่ เขต 3";

    @Test
    void searchEnginesAreToldWhatItIsAndUntilWhen() {
        String id = onWebsite("ประกาศ </script><b>\"หนา\"", Map.of("ภาพ.png", picture(30, 20)));
        JsonNode request = request(id);
        Document page = page("/news/" + number(id));

        JsonNode graph = structured(page).get("@graph");
        JsonNode news = graph.get(0);
        assertThat(news.get("@type").asText()).isEqualTo("NewsArticle");
        assertThat(news.get("headline").asText()).isEqualTo(request.get("title").asText());
        assertThat(instant(news.get("datePublished"))).isEqualTo(instant(request.at("/publication/publishedAt")));
        assertThat(instant(news.get("expires"))).isEqualTo(instant(request.get("publishUntil")));
        assertThat(news.at("/publisher/@type").asText()).isEqualTo("GovernmentOrganization");
        assertThat(news.at("/publisher/name").asText()).isEqualTo(OFFICE);
        assertThat(news.at("/image/0").asText())
                .startsWith(program() + "/news/")
                .endsWith(".png");
        assertThat(graph.at("/1/itemListElement").findValuesAsText("item"))
                .containsExactly(program() + "/", program() + "/?category=news", program() + "/?group=finance");
        assertThat(page.select("script:not([src])")).as("nothing but data").hasSize(1);

        JsonNode site = structured(page("/")).at("/@graph/0");
        assertThat(site.at("/publisher/name").asText()).isEqualTo(OFFICE);
        assertThat(site.at("/potentialAction/target/urlTemplate").asText()).contains("/?q={search_term_string}");
    }

    @Test
    void aSharedLinkShowsTitleSummaryAndPicture() {
        String withPicture = number(onWebsite("มีภาพ", Map.of("ภาพหมู่.png", picture(30, 20))));
        Document page = page("/news/" + withPicture);
        assertThat(meta(page, "og:title")).isEqualTo("มีภาพ");
        assertThat(meta(page, "og:description")).isEqualTo("สรุปโดยย่อของ มีภาพ");
        assertThat(meta(page, "og:type")).isEqualTo("article");
        assertThat(meta(page, "og:url")).isEqualTo(program() + "/news/" + withPicture);
        assertThat(meta(page, "twitter:card")).isEqualTo("summary_large_image");
        Answer picture = anybody()
                .get(meta(page, "og:image").substring(program().toString().length()));
        assertThat(picture.header("Content-Type")).contains("image/png");

        Document without = page("/news/" + number(published()));
        assertThat(meta(without, "twitter:card")).isEqualTo("summary");
        Answer logo = anybody()
                .get(meta(without, "og:image").substring(program().toString().length()));
        assertThat(logo.header("Content-Type")).contains("image/png");
    }

    @Test
    void aPictureIsShownWithRoomLeftForItAndWordsThatStandForIt() {
        Document page = page("/news/" + number(onWebsite("ภาพ", Map.of("ภาพหมู่.jpg.png", picture(30, 20)))));

        Element shown = page.selectFirst("figure img");
        assertThat(shown.attr("alt")).isEqualTo("ภาพหมู่.jpg");
        assertThat(shown.attr("width") + " x " + shown.attr("height")).isEqualTo("30 x 20");
        assertThat(shown.attr("loading")).isEqualTo("lazy");
        assertThat(anybody().get(shown.attr("src")).header("Content-Type")).contains("image/png");
        assertThat(page.select(".files")).as("not once more").isEmpty();
    }

    @Test
    void theSearchFindsAttachmentsByNameAndShowsWhereItFoundTheWords() {
        String word = "คำค้น" + Given.unique();
        String number =
                number(onWebsite("มีเอกสาร", Map.of("แบบ " + word + ".txt", "ก".getBytes(StandardCharsets.UTF_8))));

        Document found = page("/?q=" + encoded(word));
        assertThat(found.select(".items h3 a").eachAttr("href")).containsExactly("/news/" + number);
        assertThat(found.select(".items mark").eachText()).containsExactly(word);
        assertThat(found.selectFirst(".items mark").parent().text()).isEqualTo("แบบ " + word + ".txt");

        assertThat(page("/?q=" + encoded("รายละเอียดของ มีเอก"))
                        .select(".items mark")
                        .eachText())
                .as("in the body")
                .contains("รายละเอียดของ มีเอก");
        assertThat(page("/?q=" + encoded("<i>")).select("mark")).isEmpty();
    }

    @Test
    void theListSaysHowManyThereAreByCategoryAndGroup() {
        String word = "นับ" + Given.unique();
        onWebsite(word + " หนึ่ง", Map.of());
        onWebsite(word + " สอง", Map.of());

        Document list = page("/?q=" + encoded(word));
        assertThat(list.select(".chips a").eachText())
                .contains("ทุกประเภท (2)", "ข่าวประชาสัมพันธ์ (2)", "ภาพกิจกรรม (0)");
        assertThat(list.select(".side a").eachText())
                .contains("ทุกกลุ่ม (2)", "กลุ่มบริหารงานการเงินและสินทรัพย์ (2)", "กลุ่มบริหารงานบุคคล (0)");
        Document narrowed = page("/?group=hr&q=" + encoded(word));
        assertThat(narrowed.select(".chips a").eachText()).contains("ข่าวประชาสัมพันธ์ (0)");
        assertThat(narrowed.select(".side a").eachText()).contains("กลุ่มบริหารงานการเงินและสินทรัพย์ (2)");
    }

    @Test
    void everyFilterAndFileLinkLeadsToWhatItSays() {
        String number = number(onWebsite("ลิงก์", Map.of("ก & ข #1 100%.txt", "ก".getBytes(StandardCharsets.UTF_8))));
        for (String link : page("/?q=" + encoded("a&b #1"))
                .select(".chips a, .side a:not(.go)")
                .eachAttr("href")) {
            assertThat(page(link).selectFirst("#q").val()).as(link).isEqualTo("a&b #1");
        }
        String file = page("/news/" + number).selectFirst(".files a").attr("href");
        assertThat(anybody().get(file).text()).isEqualTo("ก");
    }

    @Test
    void aSearchThatIsAnAddressOfItsOwnIsNotIndexedAndTheListIs() {
        assertThat(page("/?q=x").select("meta[name=robots]").attr("content")).contains("noindex");
        assertThat(page("/").select("meta[name=robots]")).isEmpty();
    }

    @Test
    void bothLanguagesNameEachOther() {
        String here = "/news/" + number(published());
        Document thai = page(here);
        Document english = page(here + "?lang=en");

        for (Document page : List.of(thai, english)) {
            assertThat(page.select("link[hreflang=th], link[hreflang=x-default]")
                            .eachAttr("href"))
                    .containsOnly(program() + here);
            assertThat(page.select("link[hreflang=en]").attr("href")).isEqualTo(program() + here + "?lang=en");
        }
        assertThat(thai.select("link[rel=canonical]").attr("href")).isEqualTo(program() + here);
        assertThat(english.select("link[rel=canonical]").attr("href")).isEqualTo(program() + here + "?lang=en");
        assertThat(english.selectFirst("html").attr("lang")).isEqualTo("en");
        assertThat(english.selectFirst("h1").attr("lang"))
                .as("the title stays Thai")
                .isEqualTo("th");
        assertThat(english.select(".facts").text()).contains("Published until", "Finance and Assets");
        assertThat(thai.select(".facts").text()).contains("ข้อมูลนี้เผยแพร่ถึง", "256", "กลุ่มบริหารงานการเงิน");
    }

    @Test
    void behindAProxyLinksFollowWhatTheReadersBrowserAskedFor() {
        String here = "/news/" + number(published());
        for (String path : List.of(here, "/", "/feed.xml", "/sitemap.xml", "/robots.txt")) {
            Answer answer = anybody()
                    .get(
                            path,
                            "X-Forwarded-Proto",
                            "https",
                            "X-Forwarded-Host",
                            "office.example.go.th",
                            "X-Forwarded-Port",
                            "443");
            assertThat(answer.text())
                    .as(path)
                    .contains("https://office.example.go.th/")
                    .doesNotContain("localhost");
        }
    }

    @Test
    void theOfficesColoursAndLogoAreOnEveryPage() {
        Document page = page("/");
        String style = page.select("link[rel=stylesheet][href*=office]").attr("href");
        assertThat(anybody().get(style).text()).contains("--accent: #1b4b82", "--banner: #1b4b82");
        String logo = page.selectFirst("header img").attr("src");
        assertThat(page.select("link[rel=icon]").attr("href")).isEqualTo(logo);
        assertThat(anybody().get(logo).response().body())
                .startsWith(0x89, 'P', 'N', 'G')
                .isEqualTo(anybody().get("/favicon.ico").response().body());
    }

    @Test
    void whatHasItsDigestInItsAddressIsKeptForAYearAndNothingElse() {
        Document page = page("/");
        List<String> parts = page.select("link[rel=stylesheet], link[rel=preload], link[rel=icon]")
                .eachAttr("href");
        assertThat(parts).hasSize(5);
        for (String part : parts) {
            Answer answer = anybody().get(part);
            assertThat(answer.status()).as(part).isEqualTo(200);
            assertThat(answer.header("Cache-Control").orElseThrow()).as(part).contains("max-age=31536000", "immutable");
        }
        String style = anybody().get(parts.get(2)).text();
        assertThat(style).contains("@font-face");
        assertThat(style)
                .as("fonts are asked for as they were announced")
                .contains(parts.get(0).replace("/assets/", ""));
        for (String path : List.of("/", "/assets/prakat.css", "/favicon.ico")) {
            assertThat(anybody().get(path).header("Cache-Control")).as(path).hasValue("no-cache");
        }
        for (String part : List.of(parts.get(2), parts.get(3), parts.get(4))) {
            Answer other = anybody().get(part.replaceAll("[0-9a-f]{32}", "0".repeat(32)));
            assertThat(other.status()).as(part).isEqualTo(404);
            assertThat(other.header("Cache-Control")).as(part).hasValue("no-cache");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/feed.xml"})
    void whatIsLongTravelsShort(String path) throws IOException {
        published();
        Answer answer = anybody().get(path, "Accept-Encoding", "gzip");
        assertThat(answer.header("Content-Encoding")).hasValue("gzip");
        try (GZIPInputStream plain =
                new GZIPInputStream(new ByteArrayInputStream(answer.response().body()))) {
            assertThat(new String(plain.readAllBytes(), StandardCharsets.UTF_8)).contains("ประกาศทดสอบ");
        }
    }

    @ParameterizedTest
    @CsvSource({"/nowhere, ไม่พบหน้านี้", "/news/2570-99999, ไม่พบหน้านี้", "/nowhere?lang=en, No such page"})
    void whatIsNotThereHelpsToFindIt(String path, String title) {
        Answer answer = anybody().get(path, "Accept", "text/html");
        assertThat(answer.status()).isEqualTo(404);
        Document page = Jsoup.parse(answer.text(), program().toString());
        assertThat(page.selectFirst("h1").text()).isEqualTo(title);
        assertThat(page.select("main form[role=search] input[name=q]")).hasSize(1);
        assertThat(page.select("main a").eachAttr("href")).contains("/");
    }

    @Test
    void whatIsForbiddenIsNotToBeSearchedFor() {
        Answer answer = signedIn("finance-staff").get("/camunda/app/cockpit/default/", "Accept", "text/html");
        assertThat(answer.status()).isEqualTo(403);
        Document page = Jsoup.parse(answer.text());
        assertThat(page.selectFirst("h1").text()).isEqualTo("ไม่มีสิทธิ์เปิดหน้านี้");
        assertThat(page.select("form[role=search]")).isEmpty();
    }

    @Test
    void whatIsGoneOffersWhatElseTheGroupHas() {
        // What other tests have published in later months would be newer.
        clock.advance(Duration.ofDays(3650));
        String gone = "ถอนแล้ว" + Given.unique();
        String id = onWebsite(gone, Map.of());
        String other = "/news/" + number(published());
        ok(
                as("web-officer")
                        .post(
                                "/api/requests/" + id + "/withdrawal",
                                """
                        {"reason": "พบข้อผิดพลาดในตัวเลข", "publicNotice": "ถอนเพื่อแก้ไข", "replacementUrl": "https://example.org/new"}"""));

        Answer answer = anybody().get("/news/" + number(id));
        assertThat(answer.status()).isEqualTo(410);
        assertThat(answer.text()).doesNotContain(gone);
        Document page = Jsoup.parse(answer.text(), program().toString());
        assertThat(page.select("main").text())
                .contains("ถอนเพื่อแก้ไข", "ข้อมูลอื่นของกลุ่มบริหารงานการเงินและสินทรัพย์");
        assertThat(page.select("main a").eachAttr("href"))
                .contains("https://example.org/new", other, "/?group=finance", "/");
        assertThat(page.select("main form[role=search]")).hasSize(1);
    }

    @Test
    void whatCameTooLateForItsWholePeriodWasNeverPublic() {
        String id = submit(
                "finance-staff",
                submission("มาช้าไป")
                        .put(
                                "publishFrom",
                                clock.instant().plus(Duration.ofHours(1)).toString())
                        .put(
                                "publishUntil",
                                clock.instant().plus(Duration.ofHours(2)).toString()));
        ok(certification("finance-director", id, CERTIFIED));
        ok(vetting("web-officer", id, PERMITTED));
        clock.advance(Duration.ofHours(3));
        fire(id, "publicationStarts");

        Answer answer = anybody().get("/news/" + number(id));
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text()).doesNotContain("มาช้าไป");
    }

    /** A request of {@code finance-staff} on the website; its id. */
    private String onWebsite(String title, Map<String, byte[]> files) {
        String id = given().submit("finance-staff", submission(title), files)
                .get("id")
                .asText();
        ok(certification("finance-director", id, CERTIFIED));
        ok(vetting("web-officer", id, PERMITTED));
        return id;
    }

    private Document page(String path) {
        Answer answer = anybody().get(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return Jsoup.parse(answer.text(), program().toString());
    }

    private static JsonNode structured(Document page) {
        return read(page.selectFirst("script[type=application/ld+json]").data());
    }

    private static java.time.Instant instant(JsonNode time) {
        return OffsetDateTime.parse(time.asText()).toInstant();
    }

    private static String meta(Document page, String name) {
        return page.select("meta[property=" + name + "], meta[name=" + name + "]")
                .attr("content");
    }

    private static byte[] picture(int width, int height) {
        try {
            ByteArrayOutputStream picture = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", picture);
            return picture.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
