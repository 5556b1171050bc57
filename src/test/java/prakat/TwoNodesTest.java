package prakat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two nodes of one office, on a PostgreSQL of their own: one story, from their first start until the database is away. */
@Tag("program")
@Execution(ExecutionMode.CONCURRENT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoNodesTest {

    private static final String WITHDRAWAL = """
            {"reason": "ข้อมูลซ้ำกับประกาศฉบับก่อน"}""";

    private EmbeddedPostgres postgres;
    private Program one;
    private Program other;
    private Path directory;

    /** Of a request that was published while both were up. */
    private String path;

    private Instant until;

    @BeforeAll
    void startBothOnAnEmptyDatabase(@TempDir Path directory) throws IOException {
        this.directory = directory;
        postgres = EmbeddedPostgres.start();
        Map<String, String> environment = Program.on(postgres);
        Map<String, String> withoutRoom = new HashMap<>(environment);
        // More than there is.
        withoutRoom.put("PRAKAT_DISK_NOUPLOADSBELOW", "1000000TB");
        one = Program.start(directory, "demo,postgres", withoutRoom);
        other = Program.start(directory, "demo,postgres", environment);
    }

    @AfterAll
    void stop() throws Exception {
        // To stop in good order, they would wait for the database.
        one.kill();
        other.kill();
        postgres.close();
    }

    @Test
    @Order(1)
    @Execution(ExecutionMode.SAME_THREAD)
    void bothComeUpAndShareWhatThereIs() throws InterruptedException {
        assertThat(statusesUntilUp(one)).as("from the first moment on").isSubsetOf(200, 302, 503);
        Set<String> definitions = new TreeSet<>();
        for (URI uri : List.of(one.up(), other.up())) {
            JsonNode found = Caller.basic(uri, "admin")
                    .get("/engine-rest/process-definition?key=publication")
                    .json();
            assertThat(found).hasSize(1);
            definitions.add(found.at("/0/id").asText());
            assertThat(Caller.basic(uri, "admin")
                            .get("/engine-rest/filter?name=" + "รอรับรอง")
                            .json())
                    .hasSizeLessThanOrEqualTo(1);
        }
        assertThat(definitions).as("one deployment").hasSize(1);
        Caller atOne = Caller.session(one.up(), "finance-staff");
        Caller atOther = atOne.at(other.up());
        assertThat(atOther.get("/desk").status()).as("signed in at both").isEqualTo(200);
        assertThat(atOther.form("/logout", Map.of()).status()).isEqualTo(302);
        assertThat(atOne.get("/desk").status()).as("signed out at both").isEqualTo(302);
        submitted(one, "เรื่องหนึ่ง");
        assertThat(submitted(other, "เรื่องสอง").get("number").asText()).endsWith("-00002");
        assertThat(mailsOf(2, JdbcClient.create(postgres.getPostgresDatabase())))
                .as("one of them told the director of each, and at once")
                .containsExactly("finance-director SENT", "finance-director SENT");
        withoutRoomForFiles(Caller.basic(one.up(), "finance-staff"));
    }

    @Test
    @Order(2)
    @Execution(ExecutionMode.SAME_THREAD)
    void whatOneChangesTheOtherShowsFromTheNextCallOn() throws InterruptedException {
        // By then the engine has looked in vain after one, two and four seconds; longer it never waits.
        until = Instant.now().plusSeconds(15);
        path = "/api/requests/" + published(one, until);

        Caller admin = Caller.session(one.up(), "admin");
        assertThat(admin.form(
                                "/desk/holidays",
                                Map.of("day", "4/5/2571", "nameTh", "วันของโหนดหนึ่ง", "source", "มติคณะรัฐมนตรี"))
                        .status())
                .isEqualTo(302);
        assertThat(admin.at(other.up()).get("/desk/holidays?year=2571").text()).contains("วันของโหนดหนึ่ง");

        JsonNode request = submitted(one, "เรื่องที่มีผู้รับรองใหม่");
        String task = new Given(one.up()).task(request, "finance-director");
        String member = "/engine-rest/group/finance-directors/members/finance-director";
        // Twice: the first time, each node looks at everything anyway.
        for (int time = 0; time < 2; time++) {
            assertThat(Caller.basic(one.up(), "admin").delete(member).status()).isEqualTo(204);
            assertThat(offeredTo(task)).as("a group without a director").contains("deputy-directors");
            assertThat(Caller.basic(other.up(), "admin").put(member, "{}").status())
                    .isEqualTo(204);
            assertThat(offeredTo(task)).contains("finance-directors").doesNotContain("deputy-directors");
        }

        new Given(one.up()).permit(new Given(other.up()).certify(request));
        String page = "/news/" + request.get("number").asText();
        Caller reader = Caller.anonymous(other.up());
        assertThat(reader.get(page).status()).isEqualTo(200);
        assertThat(reader.get("/").text()).contains("เรื่องที่มีผู้รับรองใหม่");
        assertThat(Caller.basic(one.up(), "web-officer")
                        .post("/api/requests/" + request.get("id").asText() + "/withdrawal", WITHDRAWAL)
                        .status())
                .isEqualTo(200);
        assertThat(reader.get(page).status()).isEqualTo(410);
        assertThat(reader.get("/").text()).doesNotContain("เรื่องที่มีผู้รับรองใหม่");
    }

    @Test
    @Order(3)
    @Execution(ExecutionMode.SAME_THREAD)
    void theTakedownIsRecordedWithinTenSecondsOfTheEnd() throws InterruptedException {
        Caller officer = Caller.basic(other.up(), "web-officer");
        JsonNode request = officer.get(path).json();
        while (!request.get("status").asText().equals("taken-down")
                && Instant.now().isBefore(until.plusSeconds(10))) {
            TimeUnit.MILLISECONDS.sleep(200);
            request = officer.get(path).json();
        }
        assertThat(request.get("status").asText()).isEqualTo("taken-down");
        assertThat(OffsetDateTime.parse(request.at("/publication/takenDownAt").asText())
                        .toInstant())
                .isBetween(until.minusSeconds(1), until.plusSeconds(10));
    }

    /** Many ends in a row, and readers at both nodes who ask for each around it: pages, files and lists. */
    @Test
    @Order(4)
    @Execution(ExecutionMode.SAME_THREAD)
    void nobodyFindsAnythingFromTheInstantOfItsEndOn() throws Exception {
        Ends ends = new Ends(postgres.getPostgresDatabase(), List.of(other.up(), one.up()));
        assertThat(ends.hunt()).isEmpty();
        assertThat(ends.seenBefore()).as("asked before their ends").isPositive();
    }

    @Test
    @Order(5)
    @Execution(ExecutionMode.SAME_THREAD)
    void whereOneIsLostEverybodyGoesOnAtTheOther() throws Exception {
        assumeTrue(Nginx.isThere(), "This test needs nginx: apt-get install nginx-light");
        try (Nginx nginx = Nginx.start(directory.resolve("nginx"), one.up(), other.up())) {
            Caller owner = nginx.session("finance-staff");
            Caller officer = nginx.session("web-officer");
            List<Matcher> forms = List.of(form(owner), form(owner));
            one.kill();

            for (Matcher form : forms) {
                Answer sent = owner.form(form.group(), typed(form.group(1)));
                assertThat(sent.status()).as(sent.toString()).isEqualTo(302);
                assertThat(sent.header("Location").orElseThrow()).startsWith(nginx.address() + "/desk/requests/");
            }
            for (int call = 0; call < 5; call++) {
                assertThat(officer.get("/desk").status()).isEqualTo(200);
                assertThat(nginx.anybody().get("/").status()).isEqualTo(200);
            }
        }
    }

    @Test
    @Order(6)
    @Execution(ExecutionMode.SAME_THREAD)
    void whileTheDatabaseIsAwayEverybodyIsToldToComeBack() throws Exception {
        Caller signedIn = Caller.session(other.up(), "finance-staff");
        postgres.close();
        whileTheDatabaseIsAway(Caller.basic(other.up(), "finance-staff"), signedIn);
    }

    /** Its id. */
    private static String published(Program node, Instant until) throws InterruptedException {
        Given given = new Given(node.up());
        JsonNode request = given.submit(
                "finance-staff", Given.submission("เรื่องที่ใกล้ครบกำหนด").put("publishUntil", until.toString()));
        return given.permit(given.certify(request)).get("id").asText();
    }

    private static JsonNode submitted(Program node, String title) throws InterruptedException {
        return new Given(node.up()).submit("finance-staff", Given.submission(title));
    }

    /** To whom a task is offered. */
    private String offeredTo(String task) throws InterruptedException {
        return Caller.basic(one.up(), "admin")
                .get("/engine-rest/task/" + task + "/identity-links")
                .text();
    }

    /** The address of a new page to propose something. */
    private static Matcher form(Caller owner) {
        Matcher draft = Pattern.compile("/desk/new/([0-9a-f-]{36})")
                .matcher(owner.get("/desk/new").text());
        assertThat(draft.find()).isTrue();
        return draft;
    }

    private static Map<String, String> typed(String draft) {
        return Map.of(
                "draft", draft,
                "saves", "0",
                "title", "เรื่องที่กรอกไว้ก่อน",
                "summary", "สรุป",
                "body", "<p>รายละเอียด</p>",
                "category", "news");
    }

    /** What a program answers between the moment when its port is open and that when it is up. */
    private static Set<Integer> statusesUntilUp(Program program) throws InterruptedException {
        Caller caller = Caller.basic(program.open(), "admin");
        Set<Integer> statuses = new TreeSet<>();
        boolean up = false;
        while (!up) {
            up = program.log().contains("Started Prakat in");
            assertThat(caller.get("/actuator/health/liveness").status()).isEqualTo(200);
            if (caller.get("/actuator/health/readiness").status() == 200) {
                assertThat(program.log())
                        .as("ready only with its models")
                        .contains("Process application prakat successfully deployed", "Started Prakat in");
            }
            for (String path : List.of("/api/requests", "/engine-rest/task", "/", "/desk", "/assets/prakat.css")) {
                statuses.add(caller.get(path, "Accept", "text/html, */*").status());
            }
        }
        return statuses;
    }

    /** Everybody is told to come back, and whoever watches knows why. */
    private static void whileTheDatabaseIsAway(Caller program, Caller signedIn) throws InterruptedException {
        Instant end = Instant.now().plusSeconds(30);
        while (program.get("/actuator/health/readiness").status() == 200
                && Instant.now().isBefore(end)) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
        assertThat(program.get("/actuator/health/readiness").status()).isEqualTo(503);
        assertThat(program.get("/actuator/health/liveness").status()).isEqualTo(200);
        Answer page = signedIn.get("/desk", "Accept", "text/html");
        assertThat(page.status()).isEqualTo(503);
        assertThat(page.header("Retry-After")).contains("5");
        assertThat(page.text()).contains("กำลังรอฐานข้อมูล");
        for (String path : List.of("/api/requests", "/engine-rest/task", "/camunda/api/engine/engine/default/task")) {
            Answer answer = program.get(path);
            assertThat(answer.status()).as(path).isEqualTo(503);
            assertThat(answer.header("Retry-After")).as(path).contains("5");
            assertThat(answer.json().get("detail").asText()).contains("กำลังรอฐานข้อมูล");
        }
    }

    /** What brings files is told so; all else goes on, as the rest of the test shows. */
    private static void withoutRoomForFiles(Caller program) {
        for (int size : List.of(10, 5_000_000)) {
            Answer refused = program.post(
                    "/api/requests",
                    Given.submission("เรื่องที่มีไฟล์").toString(),
                    Map.of("a.txt", "ก".repeat(size).getBytes(StandardCharsets.UTF_8)));
            assertThat(refused.status()).isEqualTo(507);
            assertThat(refused.header("Retry-After")).contains("300");
            assertThat(refused.json().get("detail").asText()).contains("ยังไม่รับไฟล์");
        }
        assertThat(program.get("/api/requests").json().get("total").asInt()).isEqualTo(2);
        assertThat(program.get("/actuator/health/readiness").status()).isEqualTo(200);
        assertThat(program.get("/actuator/health").status())
                .as("for whoever watches")
                .isEqualTo(503);
    }

    /** To whom mails were written and how they stand, as soon as so many were sent. */
    private static List<String> mailsOf(int sent, JdbcClient database) throws InterruptedException {
        Instant end = Instant.now().plusSeconds(30);
        List<String> mails = List.of();
        while (mails.stream().filter(mail -> mail.endsWith("SENT")).count() < sent
                && Instant.now().isBefore(end)) {
            TimeUnit.MILLISECONDS.sleep(200);
            mails = database.sql("select recipient || ' ' || state from message")
                    .query(String.class)
                    .list();
        }
        return mails;
    }
}
