package prakat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A newer version goes the whole way of a request and then takes the place of the one on the website. */
class UpdateTest extends ProgramTest {

    private static final String NEWER = "ประกาศฉบับปรับปรุง";
    private static final String WITHDRAWAL = """
            {"reason": "ข้อมูลผิดพลาดในสาระสำคัญ"}""";

    @Test
    void theNewerVersionReplacesTheFirstAtOneInstantAtTheSameAddress() {
        String first = published();
        String address = "/news/" + number(first);
        Instant firstAt = time(request(first).at("/publication/publishedAt"));
        ok(extend(first));
        JsonNode update = update(first, content(NEWER));
        String id = update.get("id").asText();

        assertThat(update.at("/replaces/id").asText()).isEqualTo(first);
        assertThat(update.get("publication").isNull()).isTrue();
        assertThat(request(first).at("/update/number").asText())
                .isEqualTo(update.get("number").asText());
        assertThat(request(first).at("/update/status").asText()).isEqualTo("awaiting-certification");
        ok(certification("finance-director", id, RETURNED));
        ok(as("finance-staff")
                .post("/api/requests/" + id + "/revisions", content(NEWER).toString()));
        ok(certification("finance-director", id, CERTIFIED));
        assertThat(status(first))
                .as("it stays while the newer one is on its way")
                .isEqualTo("published");
        assertThat(anybody().get(address).text()).doesNotContain(NEWER);
        assertThat(anybody().get("/news/" + number(id)).status()).isEqualTo(404);

        clock.advance(Duration.ofDays(1));
        ok(vetting("web-officer", id, PERMITTED));

        assertThat(anybody().get(address).text()).contains(NEWER);
        assertThat(request(id).at("/publication/url").asText()).isEqualTo(address);
        JsonNode old = request(first);
        assertThat(old.get("status").asText()).isEqualTo("taken-down");
        assertThat(old.at("/publication/takedownReason").asText()).isEqualTo("replaced");
        assertThat(old.at("/publication/takenDownAt")).isEqualTo(request(id).at("/publication/publishedAt"));
        assertThat(old.at("/extension/state").asText()).isEqualTo("lapsed");
        assertThat(events(first)).endsWith("extension-lapsed", "replaced");
        JsonNode replaced =
                as("finance-staff").get("/api/requests/" + first + "/history").json();
        assertThat(replaced.get(replaced.size() - 1).get("subject").asText()).isEqualTo(number(id));
        assertThat(replaced.get(replaced.size() - 1).get("capacity").asText()).isEqualTo("system");
        assertThat(running(first)).as("the engine's instance ended").isFalse();
        assertThat(running(id)).isTrue();

        Answer ownNumber = anybody().get("/news/" + number(id));
        assertThat(ownNumber.status()).isEqualTo(301);
        assertThat(ownNumber.header("Location").orElseThrow()).endsWith(address);
        String feed = anybody().get("/feed.xml").text();
        String entry = feed.substring(feed.indexOf(NEWER) - 400, feed.indexOf(NEWER) + 900);
        assertThat(entry)
                .contains("<published>" + firstAt.truncatedTo(java.time.temporal.ChronoUnit.SECONDS))
                .doesNotContain("<updated>" + firstAt.truncatedTo(java.time.temporal.ChronoUnit.SECONDS));
        assertThat(anybody().get("/sitemap.xml").text())
                .containsOnlyOnce(address + "<")
                .doesNotContain("/news/" + number(id) + "<");
        assertThat(anybody().get("/?q=" + NEWER).text()).contains(address).doesNotContain("/news/" + number(id));
        assertThat(anybody().get(address).text())
                .containsPattern("\"datePublished\":\""
                        + firstAt.atZone(java.time.ZoneId.of("Asia/Bangkok")).toLocalDate())
                .containsPattern("\"dateModified\":\""
                        + clock.instant()
                                .atZone(java.time.ZoneId.of("Asia/Bangkok"))
                                .toLocalDate());
    }

    @Test
    @Tag("database")
    void anEarlierVersionsFileIsGoneUnlessTheNewerOneHasItToo() {
        String first = submit("finance-staff", Map.of("ก.txt", "เดิม", "ข.txt", "คงไว้", "ค.txt", "สาม"));
        ok(certification("finance-director", first, CERTIFIED));
        ok(vetting("web-officer", first, PERMITTED));
        ObjectNode content = content(NEWER);
        content.putArray("keepAttachments").add(2);
        Answer made = as("finance-staff")
                .post(
                        "/api/requests/" + first + "/updates",
                        content.toString(),
                        Map.of("ง.txt", "ใหม่".getBytes(StandardCharsets.UTF_8)));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        assertThat(made.json().get("attachments")).hasSize(2);
        String id = made.json().get("id").asText();
        String files = "/news/" + number(first) + "/files/";
        assertThat(anybody().get(files + "1/ก.txt").text()).isEqualTo("เดิม");
        publish(id);

        assertThat(anybody().get(files + "1/ข.txt").text()).isEqualTo("คงไว้");
        assertThat(anybody().get(files + "2/ง.txt").text()).isEqualTo("ใหม่");
        Answer gone = anybody().get(files + "1/ก.txt");
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.text()).contains("/news/" + number(first)).contains("ฉบับปัจจุบันไม่มีไฟล์นี้แล้ว");
        assertThat(anybody().get(files + "3/ค.txt").status()).isEqualTo(410);
        assertThat(anybody().get(files + "4/จ.txt").status()).isEqualTo(404);
    }

    @Test
    void whoMayProposeAnUpdateAndWhen() {
        String first = published();
        String path = "/api/requests/" + first + "/updates";
        String body = content(NEWER).toString();
        assertThat(as("finance-staff-2").post(path, body).status()).isEqualTo(403);
        assertThat(as("hr-staff").post(path, body).status()).isEqualTo(404);
        assertThat(as("finance-staff").post(path, "{}").status()).isEqualTo(400);
        Answer otherGroup =
                as("finance-staff").post(path, content(NEWER).put("group", "hr").toString());
        assertThat(otherGroup.status()).isEqualTo(400);
        Answer made = as("finance-staff").post(path, body, "Idempotency-Key", "update-" + first);
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("Location").orElseThrow())
                .endsWith("/api/requests/" + made.json().get("id").asText());
        Answer again = as("finance-staff").post(path, body, "Idempotency-Key", "update-" + first);
        assertThat(again.json().get("id")).isEqualTo(made.json().get("id"));
        assertThat(as("finance-staff").post(path, body).status())
                .as("one at a time")
                .isEqualTo(409);

        ok(as("finance-staff").post("/api/requests/" + made.json().get("id").asText() + "/cancellation", "{}"));
        assertThat(status(first)).isEqualTo("published");
        assertThat(request(first).get("update").isNull()).isTrue();
        update(first, content(NEWER));

        String unpublished = submit("finance-staff");
        assertThat(as("finance-staff")
                        .post("/api/requests/" + unpublished + "/updates", body)
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aScheduledUpdateWaitsAndTheFirstStaysUntilThen() {
        String first = published();
        String address = "/news/" + number(first);
        Instant start = clock.instant().plus(Duration.ofDays(3));
        String id = update(first, content(NEWER).put("publishFrom", start.toString()))
                .get("id")
                .asText();
        publish(id);
        assertThat(status(id)).isEqualTo("scheduled");
        assertThat(anybody().get(address).text()).doesNotContain(NEWER);

        clock.advance(Duration.ofDays(3).plusSeconds(1));
        assertThat(anybody().get(address).status())
                .as("the engine is late: readers find the first one")
                .isEqualTo(200);
        fire(id, "publicationStarts");
        assertThat(anybody().get(address).text()).contains(NEWER);
        assertThat(events(first)).endsWith("replaced");
    }

    @Test
    void whereTheFirstHasEndedTheUpdateComesUpAtItsAddressAllTheSame() {
        String ended = published(clock.instant().plus(Duration.ofDays(2)));
        String afterEnd = update(ended, content(NEWER)).get("id").asText();
        String withdrawn = published();
        String afterWithdrawal = update(withdrawn, content(NEWER)).get("id").asText();
        ok(as("web-officer").post("/api/requests/" + withdrawn + "/withdrawal", WITHDRAWAL));
        clock.advance(Duration.ofDays(3));
        assertThat(anybody().get("/news/" + number(ended)).status()).isEqualTo(410);
        fire(ended, "periodEnds");

        publish(afterEnd);
        publish(afterWithdrawal);

        assertThat(anybody().get("/news/" + number(ended)).text()).contains(NEWER);
        assertThat(anybody().get("/news/" + number(withdrawn)).text()).contains(NEWER);
        assertThat(events(ended)).endsWith("taken-down");
        assertThat(request(withdrawn).get("status").asText()).isEqualTo("withdrawn");
        ok(as("web-officer").post("/api/requests/" + afterWithdrawal + "/withdrawal", WITHDRAWAL));
        assertThat(anybody().get("/news/" + number(withdrawn)).status()).isEqualTo(410);
    }

    @Test
    void aThirdVersionReplacesTheSecondAtTheSameAddress() {
        String first = published();
        String second = update(first, content("ฉบับที่สอง")).get("id").asText();
        publish(second);
        clock.advance(Duration.ofHours(1));
        String third = update(second, content("ฉบับที่สาม")).get("id").asText();
        publish(third);

        String address = "/news/" + number(first);
        assertThat(anybody().get(address).text()).contains("ฉบับที่สาม");
        assertThat(request(third).at("/publication/url").asText()).isEqualTo(address);
        assertThat(anybody().get("/news/" + number(second)).status()).isEqualTo(301);
        assertThat(events(second)).endsWith("replaced");
        assertThat(as("finance-staff")
                        .post(
                                "/api/requests/" + first + "/updates",
                                content(NEWER).toString())
                        .status())
                .isEqualTo(409);
    }

    @Test
    @Tag("database")
    void readersFindTheOneOrTheOtherAtEveryInstant() throws Exception {
        String first = published();
        String address = "/news/" + number(first);
        String title = "ฉบับ" + Given.unique();
        clock.advance(Duration.ofMinutes(1));
        String id = update(first, content(title)).get("id").asText();
        ok(certification("finance-director", id, CERTIFIED));
        CountDownLatch reading = new CountDownLatch(2);
        ExecutorService readers = Executors.newFixedThreadPool(2);
        try {
            List<Future<List<String>>> seen = new ArrayList<>();
            for (String what : List.of(address, "/sitemap.xml")) {
                seen.add(readers.submit(() -> {
                    List<String> pages = new ArrayList<>();
                    for (int i = 0; i < 40; i++) {
                        Answer page = anybody().get(what);
                        assertThat(page.status()).isEqualTo(200);
                        pages.add(page.text());
                        reading.countDown();
                    }
                    return pages;
                }));
            }
            reading.await();
            ok(vetting("web-officer", id, PERMITTED));
            List<String> pages = seen.get(0).get();
            assertThat(pages).allMatch(page -> page.contains("ประกาศทดสอบ") != page.contains(title));
            assertThat(seen.get(1).get())
                    .allSatisfy(sitemap -> assertThat(sitemap).containsOnlyOnce(address + "<"));
            assertThat(anybody().get(address).text()).contains(title);

            // A node whose clock is behind shows the same.
            clock.advance(Duration.ofHours(-1));
            assertThat(anybody().get(address).text()).contains(title);
            assertThat(anybody().get("/sitemap.xml").text()).containsOnlyOnce(address + "<");
            assertThat(anybody().get("/?q=" + title).text()).contains(address);
        } finally {
            readers.shutdownNow();
        }
    }

    @Test
    void aClockThatGoesBackHidesNothingAndBringsNothingBack() {
        String first = published();
        String withdrawn = published();
        ok(as("web-officer").post("/api/requests/" + withdrawn + "/withdrawal", WITHDRAWAL));
        String ended = published(clock.instant().plusSeconds(600));
        clock.advance(Duration.ofSeconds(601));
        fire(ended, "periodEnds");

        clock.advance(Duration.ofHours(-1));
        assertThat(anybody().get("/news/" + number(first)).status()).isEqualTo(200);
        String second = update(first, content("ฉบับที่สอง")).get("id").asText();
        publish(second);
        assertThat(anybody().get("/news/" + number(first)).text()).contains("ฉบับที่สอง");
        assertThat(anybody().get("/sitemap.xml").text())
                .containsOnlyOnce("/news/" + number(first) + "<")
                .doesNotContain("/news/" + number(withdrawn) + "<")
                .doesNotContain("/news/" + number(ended) + "<");
        assertThat(anybody().get("/news/" + number(withdrawn)).status()).isEqualTo(410);
        assertThat(anybody().get("/news/" + number(ended)).status()).isEqualTo(410);

        ok(
                as("web-officer")
                        .post(
                                "/api/requests/" + second + "/withdrawal",
                                """
                {"reason": "ข้อมูลผิดพลาดในสาระสำคัญ", "publicNotice": "ถอนฉบับที่สอง"}"""));
        Answer gone = anybody().get("/news/" + number(first));
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.text()).as("of the last version").contains("ถอนฉบับที่สอง");
    }

    @Test
    @Tag("database")
    void ofSeveralUpdatesAtOnceOneIsMade() throws Exception {
        String first = published();
        List<Answer> answers = TogetherTest.atOnce(6, () -> as("finance-staff")
                .post("/api/requests/" + first + "/updates", content(NEWER).toString()));
        assertThat(answers.stream().map(Answer::status).toList())
                .containsOnlyOnce(201)
                .allMatch(status -> status == 201 || status == 409);
    }

    @Test
    @Tag("database")
    void aWithdrawalAndAReplacementAtOnceLeaveTheNewerVersionUp() throws Exception {
        for (int i = 0; i < 4; i++) {
            String first = published();
            String id = update(first, content(NEWER)).get("id").asText();
            ok(certification("finance-director", id, CERTIFIED));
            List<Answer> answers = new ArrayList<>();
            ExecutorService both = Executors.newFixedThreadPool(2);
            try {
                Future<Answer> withdrawal = both.submit(
                        () -> as("web-officer-2").post("/api/requests/" + first + "/withdrawal", WITHDRAWAL));
                Future<Answer> vetting = both.submit(() -> vetting("web-officer", id, PERMITTED));
                answers.add(withdrawal.get());
                answers.add(vetting.get());
            } finally {
                both.shutdownNow();
            }
            assertThat(answers.get(0).status()).isIn(200, 409);
            ok(answers.get(1));
            assertThat(status(id)).isEqualTo("published");
            assertThat(status(first)).isEqualTo(answers.get(0).status() == 200 ? "withdrawn" : "taken-down");
            assertThat(running(first)).isFalse();
            assertThat(anybody().get("/news/" + number(first)).text()).contains(NEWER);
        }
    }

    @Test
    @Tag("database")
    void theStateOfBothIsOnTheirPrintedForms() {
        String first = published();
        String before = code(first);
        String id = update(first, content(NEWER)).get("id").asText();
        publish(id);
        String after = code(first);
        assertThat(after).isNotEqualTo(before);
        assertThat(anybody().get("/verify/" + number(first) + "?code=" + after).text())
                .contains("มีฉบับปรับปรุงขึ้นแทนบนเว็บไซต์แล้ว")
                .doesNotContain(NEWER);
        assertThat(anybody().get("/verify/" + number(first) + "?code=" + before).status())
                .isEqualTo(200);
        assertThat(anybody().get("/verify/" + number(id) + "?code=" + code(id)).text())
                .contains(NEWER)
                .contains("href=\"/news/" + number(first) + "\"");
    }

    private String code(String id) {
        String form =
                signedIn("finance-staff").get("/desk/requests/" + id + "/form").text();
        java.util.regex.Matcher code =
                java.util.regex.Pattern.compile("code=([0-9a-f]{16})").matcher(form);
        assertThat(code.find()).isTrue();
        return code.group(1);
    }

    private static ObjectNode content(String title) {
        return submission(title);
    }

    private JsonNode update(String id, JsonNode content) {
        Answer made = as("finance-staff").post("/api/requests/" + id + "/updates", content.toString());
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return made.json();
    }

    private void publish(String id) {
        ok(certification("finance-director", id, CERTIFIED));
        ok(vetting("web-officer", id, PERMITTED));
    }

    private String submit(String account, Map<String, String> texts) {
        Map<String, byte[]> files = new java.util.TreeMap<>();
        texts.forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
        Answer made = as(account).post("/api/requests", content("ประกาศทดสอบ").toString(), files);
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return made.json().get("id").asText();
    }

    private Answer extend(String id) {
        Instant until = clock.instant().plus(Duration.ofDays(60));
        return as("finance-staff")
                .post(
                        "/api/requests/" + id + "/extension",
                        "{\"publishUntil\": \"" + until + "\", \"reason\": \"ประชาชนยังใช้ข้อมูลนี้อยู่\"}");
    }

    private boolean running(String id) {
        return runtimeService
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(id)
                        .count()
                > 0;
    }

    private static Instant time(JsonNode time) {
        return java.time.OffsetDateTime.parse(time.asText()).toInstant();
    }
}
