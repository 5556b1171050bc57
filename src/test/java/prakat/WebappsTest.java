package prakat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tasklist, Cockpit, Admin and Welcome in the office's name, and the scripts of the forms. */
class WebappsTest extends ProgramTest {

    private static final Path FORMS = Path.of("src/main/resources/static/forms");
    private static final Pattern USED = Pattern.compile("\\bwords\\.(\\w+)\\b");
    private static final Pattern IMPORTED = Pattern.compile(
            "(?:from|import|href=\"|url\\(|include=\"')\\s*['\"(]*(/[\\w/.-]+\\.(?:js|css|html|woff2))");

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void aWebappIsTheOfficesOwn(String app) {
        Caller admin = signedIn("admin");
        String base = "/camunda/app/" + app;
        assertThat(admin.get(base + "/default/").text()).contains(base + "/styles/user-styles.css");
        assertThat(admin.get(base + "/scripts/config.js").text()).contains("/forms/webapp.config.js");
        assertThat(admin.get(base + "/styles/user-styles.css").text()).contains("/forms/webapp.css");
    }

    @Test
    void pagesOpenedAtOnceEachRunTheirOwnScripts() {
        List<Caller> readers = Stream.of("finance-director", "web-officer", "admin", "hr-director")
                .map(this::signedIn)
                .toList();
        List<CompletableFuture<Answer>> pages = IntStream.range(0, 40)
                .mapToObj(i ->
                        CompletableFuture.supplyAsync(() -> readers.get(i % 4).get("/camunda/app/tasklist/default/")))
                .toList();
        for (CompletableFuture<Answer> page : pages) {
            Answer answer = page.join();
            List<String> nonces = Jsoup.parse(answer.text()).select("script").eachAttr("nonce");
            assertThat(nonces).hasSize(4);
            assertThat(answer.header("Content-Security-Policy").orElseThrow())
                    .contains(nonces.stream().map("'nonce-%s'"::formatted).toList());
        }
    }

    @Test
    void theWebappsAreInThaiUnlessTheReaderChoseEnglish() {
        Caller reader = signedIn("finance-director");
        Answer thai = reader.get("/forms/office.js", "Accept-Language", "en-US,en");
        assertThat(thai.header("Content-Type").orElseThrow()).startsWith("text/javascript");
        assertThat(thai.header("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(thai.text()).contains("\"language\":\"th\"", "\"shortName\":\"สพป.เชียงใหม่ เขต 3\"");

        reader.get("/desk?lang=en");
        assertThat(reader.get("/forms/office.js").text())
                .contains("\"language\":\"en\"", "\"shortName\":\"Chiang Mai PESAO 3\"");
    }

    @Test
    void thereIsToChooseFromWhatTheReaderMaySee() {
        assertThat(signedIn("finance-director").get("/forms/office.js").text())
                .contains("กลุ่มบริหารงานการเงินและสินทรัพย์", "\"administrator\":false")
                .doesNotContain("กลุ่มบริหารงานบุคคล");
        assertThat(signedIn("admin").get("/forms/office.js").text())
                .contains("กลุ่มบริหารงานบุคคล", "\"administrator\":true");
    }

    @Test
    void whatTheFormsLoadIsThere() throws IOException {
        Caller reader = signedIn("finance-director");
        for (Path file : forms()) {
            Matcher imported = IMPORTED.matcher(Files.readString(file));
            while (imported.find()) {
                Answer answer = reader.get(imported.group(1));
                assertThat(answer.status()).as(file + " " + imported.group(1)).isEqualTo(200);
                assertThat(answer.header("X-Content-Type-Options"))
                        .as("so the type must be right")
                        .contains("nosniff");
                if (imported.group(1).endsWith(".js")) {
                    assertThat(answer.header("Content-Type").orElseThrow()).contains("javascript");
                }
            }
        }
        assertThat(Files.readString(FORMS.resolve("forms.js"))).containsPattern(IMPORTED);
    }

    /** What the search in Tasklist asks for. */
    @ParameterizedTest
    @ValueSource(strings = {"title,%ครุภัณฑ์สำนัก\\\\_งาน%", "groupName,%การเงิน%", "number,%{number}%"})
    void aTaskIsFoundByTitleGroupAndNumberByThoseToWhomItIsOffered(String searched) {
        String id = submit("finance-staff", submission("ซื้อครุภัณฑ์สำนัก_งาน"));
        String[] condition = searched.replace("{number}", number(id)).split(",");
        String query =
                """
                {"orQueries": [{"variableValuesIgnoreCase": true, "taskVariables": [
                  {"name": "%s", "operator": "like", "value": "%s"},
                  {"name": "title", "operator": "like", "value": "%%ไม่มีเรื่องนี้%%"}]}]}"""
                        .formatted(condition[0], condition[1]);
        assertThat(found("finance-director", query)).contains(task(id));
        assertThat(found("hr-director", query)).doesNotContain(task(id));
    }

    private List<String> found(String account, String query) {
        Caller reader = as(account);
        String filter = reader.get("/engine-rest/filter?name=งานของฉันทั้งหมด")
                .json()
                .at("/0/id")
                .asText();
        Answer answer = reader.post("/engine-rest/filter/" + filter + "/list", query);
        ok(answer);
        return answer.json().findValuesAsText("id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"th", "en"})
    void theScriptsFindTheirWordsInBothLanguages(String language) throws IOException {
        Caller reader = signedIn("finance-director");
        reader.get("/desk?lang=" + language);
        String office = reader.get("/forms/office.js").text();
        Set<String> used = new TreeSet<>();
        for (Path file : forms()) {
            USED.matcher(Files.readString(file)).results().forEach(found -> used.add(found.group(1)));
        }
        assertThat(used).contains("desk", "unreachable");
        assertThat(used).allSatisfy(word -> assertThat(office).contains("\"" + word + "\":\""));
    }

    @Test
    void theFormsHaveNoWordsOfTheirOwn() throws IOException {
        for (Path file : forms()) {
            // What webapp.th.js says in Thai, the webapps' templates say in English by themselves.
            if (!file.getFileName().toString().matches("webapp\\.th\\.(js|css)")) {
                assertThat(Files.readString(file)).as(file.toString()).doesNotContainPattern("\\p{InThai}");
            }
        }
    }

    private static List<Path> forms() throws IOException {
        try (Stream<Path> files = Files.list(FORMS)) {
            return files.sorted().toList();
        }
    }
}
