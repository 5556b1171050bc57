package prakat.web.kept;

import static org.assertj.core.api.Assertions.assertThat;

import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import prakat.Answer;
import prakat.Caller;
import prakat.ProgramTest;

/** Readers are answered with what others got before them, and never find what is not so any more. */
@org.junit.jupiter.api.Tag("database")
class KeptAnswersTest extends ProgramTest {

    private static final List<String> LISTS =
            List.of("/", "/?category=news", "/?group=finance", "/?page=1", "/feed.xml", "/sitemap.xml");

    private static final String BROWSERS = "gzip, deflate, br, zstd";

    @Autowired
    private MeterRegistry metrics;

    @Test
    void whatChangesIsSeenWithTheNextCall() {
        for (String list : LISTS) {
            anybody().get(list);
        }
        Instant first = clock.instant().plus(Duration.ofDays(20)).truncatedTo(ChronoUnit.SECONDS);
        String id = published(first);
        String page = "/news/" + number(id);
        everywhere(page, true);
        assertThat(anybody().get(page).text()).contains("expires\":\"" + there(first));

        Instant later = first.plus(Duration.ofDays(5));
        String extension = "/api/requests/" + id + "/extension";
        ok(as("finance-staff")
                .post(
                        extension,
                        """
                        {"publishUntil": "%s", "reason": "ประชาชนยังใช้ข้อมูลนี้อยู่"}"""
                                .formatted(later)));
        ok(as("finance-director").post(extension + "/certification", CERTIFIED));
        ok(as("web-officer").post(extension + "/vetting", PERMITTED));
        assertThat(anybody().get(page).text()).contains("expires\":\"" + there(later));

        Answer update = as("finance-staff")
                .post(
                        "/api/requests/" + id + "/updates",
                        submission("ฉบับที่ปรับปรุงแล้ว").toString());
        assertThat(update.status()).as(update.toString()).isEqualTo(201);
        given().permit(given().certify(update.json()));
        assertThat(anybody().get(page).text()).contains("ฉบับที่ปรับปรุงแล้ว");
        assertThat(anybody().get("/").text()).contains("ฉบับที่ปรับปรุงแล้ว");
        everywhere(page, true);

        ok(as("web-officer")
                .post(
                        "/api/requests/" + update.json().get("id").asText() + "/withdrawal",
                        "{\"reason\": \"ข้อมูลซ้ำกับประกาศก่อน\"}"));
        assertThat(anybody().get(page).status()).isEqualTo(410);
        everywhere(page, false);
    }

    private String there(Instant instant) {
        return instant.atZone(java.time.ZoneId.of("Asia/Bangkok"))
                .toOffsetDateTime()
                .toString();
    }

    /** Each asked twice: the second time it is as it was kept. */
    private void everywhere(String page, boolean shown) {
        for (String list : LISTS) {
            for (int time = 0; time < 2; time++) {
                boolean found = anybody().get(list).text().contains(page);
                assertThat(found).as(list).isEqualTo(shown);
            }
        }
    }

    @Test
    void anEndIsSeenThoughNothingIsRecorded() {
        // What other tests have published for longer would be in between.
        clock.advance(Duration.ofDays(3650));
        Instant until = clock.instant().plus(Duration.ofHours(3)).truncatedTo(ChronoUnit.SECONDS);
        String page = "/news/" + number(publishedWithFile(until));
        String file = page + "/files/1/a.txt";
        clock.advance(Duration.between(clock.instant(), until.minusSeconds(20)));
        everywhere(page, true);
        String etag = anybody().get(page).header("ETag").orElseThrow();
        assertThat(anybody().get(page, "If-None-Match", etag).status()).isEqualTo(304);
        assertThat(anybody().get(file).status()).isEqualTo(200);
        assertThat(anybody().get(file).status()).isEqualTo(200);

        clock.advance(Duration.between(clock.instant(), until));

        assertThat(anybody().get(page).status()).isEqualTo(410);
        assertThat(anybody().get(page, "If-None-Match", etag).status()).isEqualTo(410);
        assertThat(anybody().get(file).status()).isEqualTo(410);
        everywhere(page, false);
    }

    private String publishedWithFile(Instant until) {
        return given().permit(given().certify(given().submit(
                                "finance-staff",
                                submission("ประกาศที่มีไฟล์").put("publishUntil", until.toString()),
                                Map.of("a.txt", "ประกาศ".getBytes(StandardCharsets.UTF_8)))))
                .get("id")
                .asText();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/feed.xml", "/sitemap.xml", "/disclosure"})
    void whoHasItAlreadyIsToldSo(String path) {
        published();
        for (int time = 0; time < 2; time++) {
            Answer whole = anybody().get(path, "Accept-Encoding", BROWSERS);
            String etag = whole.header("ETag").orElseThrow();
            Answer known = anybody().get(path, "If-None-Match", etag, "Accept-Encoding", BROWSERS);
            assertThat(known.status()).isEqualTo(304);
            assertThat(known.response().body()).isEmpty();
            assertThat(known.header("Cache-Control")).isEqualTo(whole.header("Cache-Control"));
            Answer anything = anybody().get(path, "If-None-Match", "*");
            assertThat(anything.status()).isEqualTo(304);
            assertThat(anything.header("ETag")).hasValue(etag);
            assertThat(anybody().get(path, "If-None-Match", "W/\"another\"").status())
                    .isEqualTo(200);
        }
        String before = anybody().get(path).header("ETag").orElseThrow();
        published();
        boolean same = anybody().get(path).header("ETag").orElseThrow().equals(before);
        assertThat(same).as("nothing is disclosed").isEqualTo(path.equals("/disclosure"));
    }

    @ParameterizedTest
    @CsvSource({
        "'gzip, deflate, br, zstd', br",
        "'br;q=0.5, gzip;q=0.5', br",
        "BR, br",
        "'br;q=0.4, gzip;q=0.5', gzip",
        "'gzip, br;q=0', gzip",
        "'deflate;q=0.5, GZIP;q=0.1', gzip",
        "identity,",
        "'gzip;q=0, br;q=0',",
        "'brotli, x, ;q',"
    })
    void whatIsLongTravelsShortWhereTheReaderTakesIt(String accepted, String expected) throws IOException {
        String page = "/news/" + number(published());
        Answer plain = anybody().get(page);
        for (int time = 0; time < 2; time++) {
            Answer answer = anybody().get(page, "Accept-Encoding", accepted);
            String coding = answer.header("Content-Encoding").orElse(null);
            assertThat(coding).isEqualTo(expected);
            assertThat(answer.response().headers().allValues("Vary"))
                    .anyMatch(vary -> vary.toLowerCase(Locale.ROOT).contains("accept-encoding"));
            assertThat(answer.header("ETag")).isEqualTo(plain.header("ETag"));
            assertThat(whole(answer.response().body(), coding))
                    .isEqualTo(plain.response().body());
        }
    }

    private static byte[] whole(byte[] body, String coding) throws IOException {
        if (coding == null) {
            return body;
        }
        ByteArrayInputStream compressed = new ByteArrayInputStream(body);
        try (InputStream content =
                coding.equals("br") ? new BrotliInputStream(compressed) : new GZIPInputStream(compressed)) {
            return content.readAllBytes();
        }
    }

    @Test
    void theShortestIsTheOneThatBrowsersTake() {
        published();
        int plain = anybody().get("/").response().body().length;
        int gzip = anybody().get("/", "Accept-Encoding", "gzip").response().body().length;
        int brotli = anybody().get("/", "Accept-Encoding", BROWSERS).response().body().length;
        int inTwoLines = anybody()
                .get("/", "Accept-Encoding", "gzip", "Accept-Encoding", "br")
                .response()
                .body()
                .length;
        assertThat(brotli).isLessThan(gzip).isEqualTo(inTwoLines);
        assertThat(gzip).isLessThan(plain / 2);
    }

    @Test
    void everybodyIsAnsweredInTheirLanguage() {
        String page = "/news/" + number(published());
        Caller english = anybody();
        for (int time = 0; time < 2; time++) {
            assertThat(anybody().get(page).text()).contains("ข้อมูลนี้เผยแพร่ถึง");
            assertThat(anybody().get(page).header("Set-Cookie")).isEmpty();
            Answer chosen = english.get(page + "?lang=en");
            assertThat(chosen.text()).contains("Published until");
            assertThat(chosen.header("Content-Language")).hasValue("en");
            assertThat(chosen.header("Set-Cookie").orElseThrow()).startsWith("lang=en");
            assertThat(english.get(page).text()).contains("Published until");
            assertThat(english.get(page).header("Set-Cookie")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/feed.xml", "/sitemap.xml", "/disclosure"})
    void theSecondReaderGetsTheHeadersOfTheFirst(String path) {
        published();
        Map<String, List<String>> first = headers(anybody().get(path));
        assertThat(first).containsKeys("content-security-policy", "x-content-type-options", "cache-control");
        assertThat(headers(anybody().get(path))).isEqualTo(first);
        assertThat(headers(signedIn("finance-staff").get(path)))
                .as("who is signed in is nobody here")
                .isEqualTo(first);
    }

    private static Map<String, List<String>> headers(Answer answer) {
        Map<String, List<String>> headers =
                new java.util.TreeMap<>(answer.response().headers().map());
        // Of the connection.
        List.of("date", "connection", "keep-alive").forEach(headers::remove);
        return headers;
    }

    @Test
    void callsAreCountedWhetherTheAnswerWasKeptOrNot() {
        String page = "/news/" + number(published());
        long before = calls("/news/{number}", 200);
        String etag = anybody().get(page).header("ETag").orElseThrow();
        anybody().get(page);
        anybody().get(page);
        assertThat(calls("/news/{number}", 200)).isEqualTo(before + 3);

        long known = calls("/news/{number}", 304);
        anybody().get(page, "If-None-Match", etag);
        assertThat(calls("/news/{number}", 304)).isEqualTo(known + 1);
        assertThat(metrics.get("http.server.requests").meters().stream()
                        .map(meter -> meter.getId().getTags().stream()
                                .map(Tag::getKey)
                                .toList())
                        .distinct())
                .as("Prometheus takes no others of the same name")
                .hasSize(1);
    }

    private long calls(String pattern, int status) {
        return metrics
                .find("http.server.requests")
                .tag("uri", pattern)
                .tag("status", String.valueOf(status))
                .timers()
                .stream()
                .mapToLong(Timer::count)
                .sum();
    }

    @Test
    void whatCannotBeReadIsRefusedThoughItsAnswerIsKept() {
        anybody().get("/");
        assertThat(anybody().get("/", "Content-Type", "nonsense").status()).isEqualTo(415);
    }

    @Test
    void behindAnotherNameLinksAreThoseOfTheOther() {
        String page = "/news/" + number(published());
        String[] other = {"X-Forwarded-Proto", "https", "X-Forwarded-Host", "other.example.go.th"};
        for (int time = 0; time < 2; time++) {
            assertThat(anybody().get(page, other).text()).contains("https://other.example.go.th");
            assertThat(anybody().get(page).text()).doesNotContain("other.example.go.th");
        }
    }
}
