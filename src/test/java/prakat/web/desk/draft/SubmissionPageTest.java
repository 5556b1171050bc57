package prakat.web.desk.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import prakat.Answer;
import prakat.Caller;
import prakat.Given;
import prakat.ProgramTest;
import prakat.organisation.Organisation;
import prakat.organisation.Person;
import prakat.request.draft.Drafts;
import prakat.request.draft.ForgottenDrafts;

/** Proposing and revising at the desk, as a browser does it. */
class SubmissionPageTest extends ProgramTest {

    private static final byte[] TEXT = "ราคากลาง 100,000 บาท".getBytes(StandardCharsets.UTF_8);

    @Autowired
    private Drafts drafts;

    @Autowired
    private ForgottenDrafts forgotten;

    /** Drafts of other tests would be continued here. */
    @BeforeEach
    void nobodyHasADraft() {
        jdbc.sql("delete from draft").update();
    }

    @Test
    void aDraftIsItsOwnersAndWaitsOnAnyMachine() {
        Caller owner = signedIn("finance-staff");
        Page page = new Page(owner, "/desk/new");
        Answer saved = owner.postForm(
                page.draft(),
                page.with("title", "ร่างประกาศ").with("body", "<p>ก<script>x</script></p>").fields,
                Map.of());
        ok(saved);
        Answer added = owner.postForm(page.draft() + "/files", Map.of(), Map.of("ราคา.txt", TEXT));
        assertThat(added.status()).as(added.toString()).isEqualTo(201);
        String file = page.draft() + "/files/" + added.json().get("id").asLong();

        Page elsewhere = new Page(signedIn("finance-staff"), page.address());
        assertThat(elsewhere.fields.get("title")).isEqualTo("ร่างประกาศ");
        assertThat(elsewhere.fields.get("body")).isEqualTo("<p>ก</p>");
        assertThat(elsewhere.html.select("#uploads").text()).contains("ราคา.txt");
        assertThat(owner.get(file).text()).isEqualTo(new String(TEXT, StandardCharsets.UTF_8));

        for (String account : List.of("finance-staff-2", "finance-director", "admin")) {
            Caller other = signedIn(account);
            for (String path : List.of(page.draft() + "/preview", file, page.draft() + "/discard")) {
                assertThat(other.get(path).status()).as(account + " " + path).isEqualTo(404);
            }
            assertThat(other.postForm(page.draft(), page.fields, Map.of()).status())
                    .isEqualTo(404);
            assertThat(other.postForm(page.draft() + "/files", Map.of(), Map.of("a.txt", TEXT))
                            .status())
                    .isEqualTo(404);
            assertThat(other.postForm(page.draft() + "/discard", Map.of(), Map.of())
                            .status())
                    .isEqualTo(404);
        }
        assertThat(anybody().get(page.draft() + "/preview").status()).isEqualTo(302);
        assertThat(new Page(owner, page.address()).fields.get("title")).isEqualTo("ร่างประกาศ");
    }

    @Test
    @Tag("database")
    void severalDraftsAreWrittenAtOnceAndTheDeskListsThem() {
        Caller owner = signedIn("finance-staff");
        new Page(owner, "/desk/new");
        assertThat(owner.get("/desk").text()).as("nothing was typed").doesNotContain("ร่างของฉัน");
        Page first = new Page(owner, "/desk/new").with("title", "ร่างแรก");
        Page second = new Page(owner, "/desk/new").with("title", "ร่างที่สอง");
        assertThat(second.fields.get("draft")).isNotEqualTo(first.fields.get("draft"));
        ok(owner.postForm(first.draft(), first.fields, Map.of()));
        clock.advance(Duration.ofMinutes(1));
        ok(owner.postForm(second.draft(), second.fields, Map.of()));
        Page withFile = new Page(owner, "/desk/new");
        clock.advance(Duration.ofMinutes(1));
        owner.postForm(withFile.draft() + "/files", Map.of(), Map.of("ราคา.txt", TEXT));

        Document desk = Jsoup.parse(owner.get("/desk").text());
        assertThat(desk.select("section:has(#drafts) tbody tr td:first-child").eachText())
                .containsExactly("(ยังไม่มีหัวข้อ)", "ร่างที่สอง", "ร่างแรก");
        assertThat(desk.select("section:has(#drafts) tbody tr td:first-child a").eachAttr("href"))
                .containsExactly(withFile.address(), second.address(), first.address());
        assertThat(Jsoup.parse(owner.get("/desk/help").text())
                        .select(".tools a[href=/desk#drafts]")
                        .text())
                .isEqualTo("ร่างของฉัน (3)");
        assertThat(signedIn("finance-staff-2").get("/desk").text()).doesNotContain("ร่างของฉัน");
        assertThat(signedIn("finance-staff-2").get(first.address()).status()).isEqualTo(404);

        redirectedTo(first.filled("ร่างแรก").with("saves", "1").send(first.address()));
        assertThat(new Page(owner, second.address()).fields.get("title")).isEqualTo("ร่างที่สอง");
        assertThat(owner.get("/desk").text()).contains("ร่างของฉัน (2)");
        clock.advance(Duration.ofDays(2));
        forgotten.discard();
        assertThat(jdbc.sql("select count(*) from draft").query(Integer.class).single())
                .as("without those in which nothing was typed")
                .isEqualTo(2);
    }

    @Test
    void anEarlierRequestsWordsBecomeANewDraftWithoutItsFilesAndPeriod() {
        Answer made = as("finance-staff")
                .post(
                        "/api/requests",
                        submission("รายงานประจำเดือน")
                                .put(
                                        "publishUntil",
                                        clock.instant()
                                                .plus(Duration.ofDays(500))
                                                .toString())
                                .toString(),
                        Map.of("เดือนก่อน.txt", TEXT));
        String request = "/desk/requests/" + made.json().get("id").asText();
        Caller colleague = signedIn("finance-staff-2");

        Page copy = new Page(colleague, redirectedTo(colleague.postForm(request + "/copy", Map.of(), Map.of())));
        assertThat(copy.fields.get("title")).isEqualTo("รายงานประจำเดือน");
        assertThat(copy.fields.get("body")).contains("รายละเอียดของ รายงานประจำเดือน");
        assertThat(copy.fields.get("ends")).isEqualTo("by-policy");
        assertThat(copy.html.select("#uploads li")).isEmpty();
        assertThat(colleague.get("/desk").text()).contains("ร่างของฉัน (1)");
        assertThat(signedIn("hr-staff")
                        .postForm(request + "/copy", Map.of(), Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(signedIn("deputy-director")
                        .postForm(request + "/copy", Map.of(), Map.of())
                        .status())
                .isEqualTo(403);
    }

    @Test
    @Tag("database")
    void nobodyBeginsDraftsWithoutEnd(@Autowired Organisation organisation) {
        Person owner = organisation.person("finance-staff").orElseThrow();
        for (int i = 0; i < 25; i++) {
            drafts.forNew(owner);
        }
        assertThat(jdbc.sql("select count(*) from draft").query(Integer.class).single())
                .as("in which nothing was typed")
                .isEqualTo(21);
        String earlier = submit("finance-staff");
        for (int i = 0; i < 100; i++) {
            drafts.copyOf(earlier, owner);
        }
        Answer refused = signedIn("finance-staff").get("/desk/new");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("ท่านมีร่าง 100 ฉบับแล้ว");
        assertThat(signedIn("finance-staff-2").get("/desk/new").status()).isEqualTo(200);
    }

    @Test
    void whoeverDirectsNoAndWorksInNoGroupCannotPropose() {
        assertThat(signedIn("deputy-director").get("/desk/new").status()).isEqualTo(403);
    }

    @Test
    void aPageThatIsTooLongIsNotSavedInPieces() {
        Caller owner = signedIn("finance-staff");
        Page page = new Page(owner, "/desk/new").with("body", "<p>เนื้อหาเดิม</p>");
        Answer saved = owner.postForm(page.draft(), page.fields, Map.of());
        ok(saved);
        page.with("saves", saved.json().get("saves").asText()).with("body", "<p>" + "x".repeat(3 * 1024 * 1024));

        assertThat(owner.postForm(page.draft(), page.fields, Map.of()).status()).isEqualTo(413);
        assertThat(new Page(owner, page.address()).fields.get("body")).isEqualTo("<p>เนื้อหาเดิม</p>");
    }

    @Test
    void aLongThaiNameMakesNoFileTooLarge() {
        Caller owner = signedIn("finance-staff");
        String name = "ป".repeat(190) + ".txt";
        Answer added = owner.postForm(new Page(owner, "/desk/new").draft() + "/files", Map.of(), Map.of(name, TEXT));

        assertThat(added.status()).as(added.toString()).isEqualTo(201);
        assertThat(added.json().get("name").asText()).isEqualTo(name);
    }

    @Test
    void aWrongFileIsToldAtOnceAndNotKept() {
        Caller owner = signedIn("finance-staff");
        Page page = new Page(owner, "/desk/new");
        String files = page.draft() + "/files";

        Answer program = owner.postForm(files, Map.of(), Map.of("ประกาศ.pdf", new byte[] {'M', 'Z', 0, 0, 1}));
        assertThat(program.status()).isEqualTo(415);
        assertThat(program.json().get("detail").asText()).contains("ประกาศ.pdf");
        assertThat(owner.postForm(files, Map.of(), Map.of("ว่าง.txt", new byte[0]))
                        .status())
                .isEqualTo(400);
        assertThat(owner.postForm(files, Map.of(), Map.of("ใหญ่.txt", new byte[21 * 1024 * 1024]))
                        .status())
                .isEqualTo(413);
        assertThat(owner.postForm(files, Map.of(), Map.of("ก.txt", TEXT)).status())
                .isEqualTo(201);
        Answer twice = owner.postForm(files, Map.of(), Map.of("ก.txt", TEXT));
        assertThat(twice.status()).isEqualTo(400);
        assertThat(twice.json().get("errors").get(0).get("message").asText()).contains("ก.txt");

        assertThat(new Page(owner, page.address()).html.select("#uploads li")).hasSize(1);
    }

    @Test
    void moreThanTenFilesAreTooMany() {
        Caller owner = signedIn("finance-staff");
        String files = new Page(owner, "/desk/new").draft() + "/files";
        for (int n = 1; n <= 10; n++) {
            assertThat(owner.postForm(files, Map.of(), Map.of(n + ".txt", TEXT)).status())
                    .isEqualTo(201);
        }

        assertThat(owner.postForm(files, Map.of(), Map.of("11.txt", TEXT)).status())
                .isEqualTo(400);
    }

    @Test
    @Tag("database")
    void aDoubleClickSubmitsOnceAndTheDraftIsGone() {
        Caller owner = signedIn("finance-staff");
        Page page = new Page(owner, "/desk/new").filled("เสนอครั้งเดียว" + Given.unique());
        assertThat(owner.postForm(page.draft() + "/files", Map.of(), Map.of("ราคา.txt", TEXT))
                        .status())
                .isEqualTo(201);

        List<String> made =
                Stream.of(1, 2, 3)
                        .map(click -> CompletableFuture.supplyAsync(() -> page.send("/desk/new")))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .map(SubmissionPageTest::redirectedTo)
                        .distinct()
                        .toList();

        assertThat(made).hasSize(1);
        String id = made.get(0).substring("/desk/requests/".length());
        assertThat(request(id).get("attachments").get(0).get("name").asText()).isEqualTo("ราคา.txt");
        assertThat(events(id)).containsExactly("submitted");
        assertThat(as("web-officer").get("/api/requests?size=100").text().split(page.fields.get("title"), -1))
                .hasSize(2);
        assertThat(owner.get(made.get(0)).text()).contains(number(id), "ผู้อำนวยการกลุ่มบริหารงานการเงินและสินทรัพย์");
        assertThat(owner.get(page.address()).status()).isEqualTo(404);
    }

    @Test
    void faultsStandBesideTheirFieldsAndNothingTypedIsLost() {
        Caller owner = signedIn("finance-staff");
        Page page = new Page(owner, "/desk/new")
                .with("summary", "สรุปที่พิมพ์ไว้")
                .with("body", "<p>รายละเอียดที่พิมพ์ไว้</p>")
                .with("category", "procurement")
                .with("starts", "on-a-day")
                .with("fromDay", "32/13/2569")
                .with("externalLinks", "ftp://ที่อื่น,ไกล");
        owner.postForm(page.draft() + "/files", Map.of(), Map.of("ราคา.txt", TEXT));

        Answer answer = page.send("/desk/new");

        assertThat(answer.status()).isEqualTo(400);
        Document html = Jsoup.parse(answer.text());
        assertThat(html.select("#wrong a").eachAttr("href"))
                .containsExactly("#title", "#publishFrom", "#externalLinks");
        html.select("#wrong a")
                .eachAttr("href")
                .forEach(field -> assertThat(html.select(field)).as(field).hasSize(1));
        assertThat(html.select("#title").attr("aria-describedby")).contains("wrong-title");
        assertThat(html.select("#wrong-title").text()).isEqualTo("ต้องกรอกข้อมูลช่องนี้");
        assertThat(html.select("#wrong-publishFrom").text()).contains("พ.ศ.");
        Page again = new Page(owner, page.address());
        assertThat(again.fields)
                .containsAllEntriesOf(Map.of(
                        "summary", "สรุปที่พิมพ์ไว้",
                        "body", "<p>รายละเอียดที่พิมพ์ไว้</p>",
                        "category", "procurement",
                        "starts", "on-a-day",
                        "fromDay", "32/13/2569"));
        assertThat(again.html.select("[name=externalLinks]").eachAttr("value")).contains("ftp://ที่อื่น,ไกล");
        assertThat(again.html.select("#uploads").text()).contains("ราคา.txt");
    }

    @Test
    void anOlderPageDoesNotUndoANewerOne() {
        Caller owner = signedIn("finance-staff");
        Page older = new Page(owner, "/desk/new");
        Page newer = new Page(owner, older.address());
        ok(owner.postForm(newer.draft(), newer.filled("ฉบับใหม่").fields, Map.of()));

        assertThat(owner.postForm(older.draft(), older.filled("ฉบับเก่า").fields, Map.of())
                        .status())
                .isEqualTo(409);
        Answer sent = older.send("/desk/new");
        assertThat(sent.status()).isEqualTo(400);
        assertThat(Jsoup.parse(sent.text()).select("#title").attr("value"))
                .as("still on its page")
                .isEqualTo("ฉบับเก่า");
        assertThat(new Page(owner, older.address()).fields.get("title")).isEqualTo("ฉบับใหม่");
    }

    @Test
    void thaiDaysAreThePeriod() {
        Page page = new Page(signedIn("finance-staff"), "/desk/new")
                .filled("ช่วงเวลา")
                .with("starts", "on-a-day")
                .with(
                        "fromDay",
                        "๑/๑/"
                                + (clock.instant()
                                                .atZone(java.time.ZoneOffset.UTC)
                                                .getYear()
                                        + 544))
                .with("fromTime", "8.30 น.")
                .with("ends", "on-a-day")
                .with(
                        "untilDay",
                        "2/1/"
                                + (clock.instant()
                                                .atZone(java.time.ZoneOffset.UTC)
                                                .getYear()
                                        + 544));

        String id = redirectedTo(page.send("/desk/new")).substring("/desk/requests/".length());

        int year = clock.instant().atZone(java.time.ZoneOffset.UTC).getYear() + 1;
        assertThat(request(id).get("publishFrom").asText()).isEqualTo(year + "-01-01T08:30:00+07:00");
        assertThat(request(id).get("publishUntil").asText()).isEqualTo(year + "-01-02T23:59:59+07:00");
    }

    @Test
    void aRevisionStartsFromTheReturnedVersionAndKeepsItsFiles() {
        Answer made = as("finance-staff")
                .post(
                        "/api/requests",
                        submission("ประกาศที่ส่งกลับ").toString(),
                        new LinkedHashMap<>(Map.of("เก่า.txt", TEXT)));
        String id = made.json().get("id").asText();
        ok(
                certification(
                        "finance-director",
                        id,
                        """
                {"outcome": "returned", "reasonCode": "incomplete", "reason": "ขาดเอกสารแนบของโครงการ",
                 "checklist": {"accurate": true, "complete": false}}"""));
        Caller owner = signedIn("finance-staff");
        String path = "/desk/requests/" + id + "/revise";

        Page page = new Page(owner, path);
        assertThat(page.fields.get("title")).isEqualTo("ประกาศที่ส่งกลับ");
        assertThat(page.fields.get("body")).isEqualTo("<p>รายละเอียดของ ประกาศที่ส่งกลับ</p>");
        assertThat(page.html.select("#uploads li a").text()).isEqualTo("เก่า.txt");
        assertThat(page.fields.get("ends")).isEqualTo("by-policy");
        assertThat(page.html.select(".returned").text())
                .contains("พิจารณารับรอง", "ไม่ครบถ้วน", "ขาดเอกสารแนบของโครงการ", "ครบถ้วน");
        assertThat(owner.postForm(page.draft() + "/files", Map.of(), Map.of("เก่า.txt", TEXT))
                        .status())
                .as("a name that is kept already")
                .isEqualTo(400);
        assertThat(owner.postForm(page.draft() + "/files", Map.of(), Map.of("ใหม่.txt", TEXT))
                        .status())
                .isEqualTo(201);

        List<Answer> clicks = List.of(page.with("title", "ประกาศฉบับแก้ไข").send(path), page.send(path));

        assertThat(clicks).allSatisfy(click -> assertThat(redirectedTo(click)).isEqualTo("/desk/requests/" + id));
        assertThat(request(id).get("round").asInt()).isEqualTo(2);
        assertThat(request(id).get("title").asText()).isEqualTo("ประกาศฉบับแก้ไข");
        assertThat(request(id).get("attachments").findValuesAsText("name")).containsExactly("เก่า.txt", "ใหม่.txt");
        assertThat(owner.get(path).status()).as("nothing is returned any more").isEqualTo(409);
        assertThat(signedIn("finance-staff-2").get(path).status()).isEqualTo(403);
        assertThat(signedIn("hr-staff").get(path).status()).isEqualTo(404);
    }

    @Test
    void aFileThatIsNoLongerWantedStaysBehind() {
        String id = as("finance-staff")
                .post("/api/requests", submission("ประกาศ").toString(), Map.of("เก่า.txt", TEXT))
                .json()
                .get("id")
                .asText();
        ok(certification("finance-director", id, RETURNED));
        String path = "/desk/requests/" + id + "/revise";
        Page page = new Page(signedIn("finance-staff"), path);
        String remove = page.html.select("#uploads button").val();

        redirectedTo(page.with("action", remove).send(path));
        redirectedTo(new Page(page.caller, path).send(path));

        assertThat(request(id).get("attachments")).isEmpty();
    }

    @Test
    void thePreviewIsThePublicPageWithoutWhatIsNotAllowed() {
        Caller owner = signedIn("finance-staff");
        Page page = new Page(owner, "/desk/new")
                .filled("ตัวอย่าง")
                .with(
                        "body",
                        "<p onclick=\"x()\">ข้อความ<img src=x onerror=alert(1)></p><h2>หัวข้อย่อย</h2><script>alert(1)</script>")
                .with("externalLinks", "javascript:alert(1)");
        page.fields.put("action", "preview");

        assertThat(redirectedTo(page.send("/desk/new"))).isEqualTo(page.draft() + "/preview");

        Document preview = Jsoup.parse(owner.get(page.draft() + "/preview").text());
        assertThat(preview.select(".preview-banner")).hasSize(1);
        assertThat(preview.select("article h1").text()).isEqualTo("ตัวอย่าง");
        assertThat(preview.select("article .body").html()).contains("<h2>หัวข้อย่อย</h2>");
        assertThat(preview.select("article script, article img, article [onclick], article [href^=javascript]"))
                .isEmpty();
        assertThat(signedIn("finance-staff-2").get(page.draft() + "/preview").status())
                .isEqualTo(404);
    }

    @Test
    void aBrowserWithoutScriptsSendsItsFilesWithThePage() {
        Caller owner = signedIn("finance-staff");
        Page page = new Page(owner, "/desk/new").filled("ไม่มีสคริปต์");

        String id = redirectedTo(owner.postForm("/desk/new", page.fields, "files", Map.of("ราคา.txt", TEXT)))
                .substring("/desk/requests/".length());

        assertThat(request(id).get("attachments").findValuesAsText("name")).containsExactly("ราคา.txt");
    }

    @Test
    void aDraftIsThrownAwayOnlyWhenThePersonSaysSo() {
        Caller owner = signedIn("finance-staff");
        Page page = new Page(owner, "/desk/new").filled("ทิ้ง");
        ok(owner.postForm(page.draft(), page.fields, Map.of()));

        assertThat(owner.get(page.draft() + "/discard").text()).contains("ทิ้งร่างนี้หรือไม่");
        assertThat(new Page(owner, page.address()).fields.get("title")).isEqualTo("ทิ้ง");
        assertThat(redirectedTo(owner.postForm(page.draft() + "/discard", Map.of(), Map.of())))
                .isEqualTo("/desk");
        assertThat(owner.get(page.draft() + "/preview").status()).isEqualTo(404);

        Answer late = page.send("/desk/new");
        assertThat(late.status()).as("in a window that was still open").isEqualTo(400);
        assertThat(Jsoup.parse(late.text()).select("#title").attr("value")).isEqualTo("ทิ้ง");
    }

    @Test
    @Tag("database")
    void whatNobodyTouchesForNinetyDaysIsGone() {
        Caller owner = signedIn("finance-staff");
        Page page = new Page(owner, "/desk/new").filled("ลืม");
        ok(owner.postForm(page.draft(), page.fields, Map.of()));

        clock.advance(Duration.ofDays(89));
        forgotten.discard();
        assertThat(jdbc.sql("select count(*) from draft").query(Integer.class).single())
                .isOne();
        clock.advance(Duration.ofDays(2));
        forgotten.discard();
        assertThat(jdbc.sql("select count(*) from draft").query(Integer.class).single())
                .isZero();
    }

    @Test
    void theRequesterCancelsUntilItIsPublished() {
        String id = submit("finance-staff");
        String path = "/desk/requests/" + id + "/cancel";
        assertThat(signedIn("finance-staff-2").get(path).status()).isEqualTo(403);
        Caller owner = signedIn("finance-staff");
        assertThat(owner.get(path).text()).contains("ยกเลิกคำขอนี้หรือไม่", "ประกาศทดสอบ");
        Answer tooLong = owner.postForm(path, Map.of("reason", "ก".repeat(2001)), Map.of());
        assertThat(tooLong.status()).isEqualTo(400);
        assertThat(tooLong.text()).contains("2,000");

        assertThat(redirectedTo(owner.postForm(path, Map.of("reason", "ไม่ใช้แล้ว"), Map.of())))
                .isEqualTo("/desk/requests/" + id);

        assertThat(status(id)).isEqualTo("cancelled");
        assertThat(owner.get("/desk/requests/" + id).text()).contains("ยกเลิกคำขอเลขที่ " + number(id) + " แล้ว");
        assertThat(owner.get(path).status()).isEqualTo(409);
        assertThat(signedIn("finance-staff")
                        .get("/desk/requests/" + published() + "/cancel")
                        .status())
                .isEqualTo(409);
    }

    private static String redirectedTo(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(302);
        return answer.header("Location")
                .orElseThrow()
                .replaceFirst("^http://[^/]+", "")
                .replaceFirst(";.*", "");
    }

    /** The page as a browser has it open: what stands in its fields is what it sends. */
    private static final class Page {

        private final Caller caller;
        private final Document html;
        private final Map<String, String> fields = new LinkedHashMap<>();

        Page(Caller caller, String path) {
            this.caller = caller;
            Answer answer = caller.get(path);
            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
            html = Jsoup.parse(answer.text());
            html.select("#submission [name]").forEach(field -> {
                boolean sent =
                        switch (field.attr("type")) {
                            case "radio", "checkbox" -> field.hasAttr("checked");
                            case "submit", "file" -> false;
                            default -> true;
                        };
                if (sent) {
                    fields.put(
                            field.attr("name"),
                            field.tagName().equals("select")
                                    ? field.select("[selected]").attr("value")
                                    : field.val());
                }
            });
        }

        String draft() {
            return "/desk/drafts/" + fields.get("draft");
        }

        String address() {
            return html.select("#submission").attr("action");
        }

        Page with(String name, String value) {
            fields.put(name, value);
            return this;
        }

        Page filled(String title) {
            return with("title", title)
                    .with("summary", "สรุป")
                    .with("body", "<p>รายละเอียด</p>")
                    .with("category", "procurement");
        }

        Answer send(String path) {
            return caller.postForm(path, fields, Map.of());
        }
    }
}
