package prakat;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import prakat.search.SearchGate;

/** What readers and staff find by words, days and order. */
class SearchTest extends ProgramTest {

    @Autowired
    private List<SearchGate> gates;

    private final String unique = "x" + Given.unique();

    @Test
    @Tag("database")
    void everyWordIsFoundInAnyOrderAndInAnyPlace() {
        String id = onWebsite(
                "ประกาศราคากลางก่อสร้างอาคารเรียน Cafe\u0301 " + unique,
                "<p>ค่าจ้างน\u0E4D\u0E49าดื่ม เเละ<b>แบบ แปลน</b></p>",
                Map.of("ตาราง ๒๕๗๐.txt", "ก".getBytes(StandardCharsets.UTF_8)));
        String number = number(id);
        for (String words : List.of(
                "ราคากลาง อาคารเรียน",
                "อาคารเรียน  ราคากลาง",
                number,
                thaiDigits(number),
                "café",
                "CAFÉ น้ำดื่ม",
                "และแบบ",
                "ตาราง 2570 ประกาศ",
                "\"แบบ แปลน\"",
                "รา\u200Bคา",
                "สรุป ๒๕๗๐ แปลน")) {
            assertThat(found(words + " " + unique)).as(words).containsExactly(number);
            assertThat(atDesk(words + " " + unique)).as("at the desk: " + words).containsExactly(number);
        }
        for (String words : List.of("\"อาคารเรียน ราคากลาง\"", "ราคากลาง สระน้ำ", "cafe", "100%", "\"แปลน ตาราง\"")) {
            assertThat(found(words + " " + unique)).as(words).isEmpty();
            assertThat(atDesk(words + " " + unique)).as("at the desk: " + words).isEmpty();
        }
    }

    @Test
    @Tag("database")
    void aNewerVersionIsFoundUnderTheNumberOfTheFirst() {
        String first = onWebsite("ฉบับแรก " + unique, "<p>ก</p>", Map.of());
        String number = number(first);
        Answer update = as("finance-staff")
                .post(
                        "/api/requests/" + first + "/updates",
                        submission("ฉบับใหม่ " + unique).toString());
        assertThat(update.status()).as(update.toString()).isEqualTo(201);
        String second = update.json().get("id").asText();
        ok(certification("finance-director", second, CERTIFIED));
        ok(vetting("web-officer", second, PERMITTED));

        assertThat(found(number + " ใหม่ " + unique)).containsExactly(number);
        assertThat(found(number(second) + " " + unique)).containsExactly(number);
        assertThat(found("แรก " + unique)).isEmpty();
    }

    @Test
    @Tag("database")
    void daysNarrowDownAndNearnessSorts() {
        String inTitle = number(onWebsite("แบบฟอร์มลา " + unique, "<p>ก</p>", Map.of()));
        String inBody = number(onWebsite("ระเบียบ " + unique, "<p>ใช้แบบฟอร์มลา</p>", Map.of()));
        String words = "/?q=" + encoded("แบบฟอร์มลา " + unique);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Bangkok"));

        assertThat(numbers(words)).containsExactly(inBody, inTitle);
        assertThat(numbers(words + "&sort=nearness")).containsExactly(inTitle, inBody);
        assertThat(numbers(words + "&from=" + today + "&until=" + today)).hasSize(2);
        assertThat(numbers(words + "&from=" + today.plusDays(1))).isEmpty();
        assertThat(numbers(words + "&until="
                        + encoded(
                                (today.getDayOfMonth()) + "/" + today.getMonthValue() + "/" + (today.getYear() + 543))))
                .hasSize(2);
        assertThat(numbers(words + "&until=" + today.minusDays(1))).isEmpty();
        Document unread = page(words + "&from=99/99/9999&until=x&sort=y");
        assertThat(unread.select(".items li")).as("not narrowed down").hasSize(2);
        assertThat(unread.select("#from-fault, #until-fault").eachText())
                .allMatch(text -> text.contains("อ่านวันไม่ได้"))
                .hasSize(2);
        assertThat(unread.select("#from").attr("value")).isEqualTo("99/99/9999");
        Document narrowed = page(words + "&from=" + today + "&sort=nearness&group=hr");
        assertThat(narrowed.select(".chips a").eachAttr("href"))
                .allMatch(link -> link.contains("from=" + today) && link.contains("sort=nearness"));
        assertThat(narrowed.select("meta[name=robots]").attr("content")).contains("noindex");
    }

    @Test
    @Tag("database")
    void theDeskNarrowsDownAndSortsInTheSameWay() {
        String inTitle = number(onWebsite("แบบฟอร์มลา " + unique, "<p>ก</p>", Map.of()));
        String inBody = number(onWebsite("ระเบียบ " + unique, "<p>ใช้แบบฟอร์มลา</p>", Map.of()));
        String words = encoded("แบบฟอร์มลา " + unique);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Bangkok"));
        String category = submission("x").get("category").asText();

        for (String both :
                List.of("", "&sort=-submittedAt", "&category=" + category, "&from=" + today + "&until=" + today)) {
            assertThat(listed(words + both)).as(both).containsExactly(inBody, inTitle);
        }
        for (String other : List.of("&sort=nearness", "&sort=number", "&sort=submittedAt", "&sort=title")) {
            assertThat(listed(words + other)).as(other).containsExactly(inTitle, inBody);
        }
        for (String none : List.of("&category=none", "&from=" + today.plusDays(1), "&until=" + today.minusDays(1))) {
            assertThat(listed(words + none)).as(none).isEmpty();
        }
        Answer wrong = as("finance-staff").get("/api/requests?from=abc&until=31.13.2569", "Accept-Language", "en");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.json().get("errors").findValuesAsText("field")).containsExactly("from", "until");
        assertThat(wrong.text()).contains("Not a day that can be read");
        assertThat(as("finance-staff").get("/api/requests?sort=colour").status())
                .isEqualTo(400);

        Document desk = Jsoup.parse(signedIn("finance-staff")
                .get("/desk?of=mine&sort=nearness&category=" + category + "&from=" + today + "&until=abc&q=" + words)
                .text());
        assertThat(desk.select("#requests ~ table .number").eachText()).containsExactly(inTitle, inBody);
        assertThat(desk.select("#until-fault").text()).contains("อ่านวันไม่ได้");
        assertThat(desk.select("#category option[selected]").attr("value")).isEqualTo(category);
    }

    @Test
    void whoComesWhenTooManySearchIsToldToComeBack() {
        CountDownLatch end = new CountDownLatch(1);
        List<CompletableFuture<Void>> running = new ArrayList<>();
        for (SearchGate gate : gates) {
            CountDownLatch inside = new CountDownLatch(4);
            Stream.generate(() -> CompletableFuture.runAsync(
                            () -> gate.search(() -> {
                                inside.countDown();
                                return await(end);
                            }),
                            task -> new Thread(task).start()))
                    .limit(4)
                    .forEach(running::add);
            await(inside);
        }
        try {
            Caller desk = signedIn("finance-staff");
            List<CompletableFuture<Answer>> searches = Stream.<Supplier<Answer>>of(
                            () -> anybody().get("/?q=x", "Accept", "text/html"),
                            () -> as("finance-staff").get("/api/requests?words=x"),
                            () -> desk.get("/desk?q=x"))
                    .map(search -> CompletableFuture.supplyAsync(search, task -> new Thread(task).start()))
                    .toList();
            for (CompletableFuture<Answer> search : searches) {
                Answer answer = search.join();
                assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
                assertThat(answer.header("Retry-After")).hasValue("5");
                assertThat(answer.text()).contains("มีผู้ค้นหาพร้อมกันจำนวนมาก");
            }
            assertThat(anybody().get("/").status()).as("the list itself").isEqualTo(200);
        } finally {
            end.countDown();
            running.forEach(CompletableFuture::join);
        }
        assertThat(anybody().get("/?q=x").status()).isEqualTo(200);
    }

    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String onWebsite(String title, String body, Map<String, byte[]> files) {
        Answer made = as("finance-staff")
                .post("/api/requests", submission(title).put("body", body).toString(), files);
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        String id = made.json().get("id").asText();
        ok(certification("finance-director", id, CERTIFIED));
        ok(vetting("web-officer", id, PERMITTED));
        return id;
    }

    private List<String> found(String words) {
        return numbers("/?q=" + encoded(words));
    }

    private List<String> numbers(String path) {
        return page(path).select(".items h3 a").eachAttr("href").stream()
                .map(link -> link.substring("/news/".length()))
                .toList();
    }

    private List<String> atDesk(String words) {
        return listed(encoded(words));
    }

    private List<String> listed(String query) {
        return as("finance-staff")
                .get("/api/requests?words=" + query)
                .json()
                .get("items")
                .findValuesAsText("number");
    }

    private Document page(String path) {
        Answer answer = anybody().get(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return Jsoup.parse(answer.text());
    }

    private static String thaiDigits(String number) {
        StringBuilder thai = new StringBuilder();
        number.chars().forEach(c -> thai.append((char) (Character.isDigit(c) ? c - '0' + '๐' : c)));
        return thai.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
