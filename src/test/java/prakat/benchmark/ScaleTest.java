package prakat.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import prakat.Answer;
import prakat.Caller;
import prakat.Given;
import prakat.Program;

/**
 * How long people wait with more and more in flight, beside how long they wait with a thousand. {@code
 * -Dprakat.benchmark.thousands=1,10,100} says how many thousand, {@code -Dprakat.benchmark.ended=10} how many have ended for each of
 * them.
 */
@Tag("program")
@Tag("benchmark")
class ScaleTest {

    private static final int[] THOUSANDS = Stream.of(
                    System.getProperty("prakat.benchmark.thousands", "1,10,100").split(","))
            .mapToInt(Integer::parseInt)
            .toArray();

    private static final int ENDED = Integer.getInteger("prakat.benchmark.ended", 10);

    /** The embedded database is for trying out: to fill more into it takes hours. */
    private static final int MOST_EMBEDDED = 10;

    private static final int ORIGINALS = 10;
    private static final int TIMES = 20;

    /** The reach of all lines. */
    private static final String REACH = "at most 1.3";

    private static final String ENGINE = "/camunda/api/engine/engine/default";

    /** What Tasklist sends for a page of a filter, every ten seconds. */
    private static final String PAGE =
            """
            {"processVariables": [], "taskVariables": [], "caseInstanceVariables": [], "active": true,
             "firstResult": 0, "maxResults": 15, "sorting": [{"sortBy": "created", "sortOrder": "desc"}]}""";

    /** Tasks that recur, by their names in the table of them. */
    private static final List<String> UPKEEP = List.of(
            "reconciliation", "screening", "task-offers", "fingerprints", "screened-files", "unneeded-files", "outbox");

    /** Milliseconds between two looks whether such a task is done; what takes less is not seen to begin. */
    private static final int LOOK = 5;

    private static final String WITHDRAWAL = "{\"reason\": \"พบข้อผิดพลาดในตัวเลข\"}";

    @TempDir
    private Path directory;

    /** Milliseconds by call and number in flight. */
    private final Map<String, Map<String, List<Double>>> waits = new LinkedHashMap<>();

    /** Tasklist's filters, by name. */
    private final Map<String, String> filters = new HashMap<>();

    @Test
    void onPostgres() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("max_wal_size", "4GB")
                        .start();
                Program program = Program.measured(directory, "demo,postgres", Program.on(postgres))) {
            DataSource database = postgres.getPostgresDatabase();
            Originals originals = new Originals(new Given(program.up()), Caller.basic(program.up(), "web-officer"));
            for (int thousands : THOUSANDS) {
                originals.copy(database, thousands);
                measure("PostgreSQL", thousands, program);
                measureUpkeep(JdbcClient.create(database), thousands);
            }
            print();
        }
    }

    /** The embedded database lets nobody else in while the program runs: it is stopped for each filling. */
    @Test
    void onEmbedded() throws Exception {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:" + directory.resolve("data/prakat") + ";MODE=PostgreSQL");
        database.setUser("prakat");
        database.setPassword("");
        Originals originals;
        try (Program program = Program.measured(directory, "demo", Map.of())) {
            originals = new Originals(new Given(program.up()), Caller.basic(program.up(), "web-officer"));
        }
        for (int thousands :
                Arrays.stream(THOUSANDS).filter(one -> one <= MOST_EMBEDDED).toArray()) {
            originals.copy(database, thousands);
            try (Program program = Program.measured(directory, "demo", Map.of())) {
                measure("H2", thousands, program);
            }
        }
        print();
    }

    /** What the program does by its clock, brought forward; from when it begins to when it has ended well. */
    private void measureUpkeep(JdbcClient database, int thousands) throws InterruptedException {
        for (String task : UPKEEP) {
            Instant asked = Instant.now();
            database.sql("update scheduled_tasks set execution_time = ? where task_name = ?")
                    .params(Timestamp.from(asked), task)
                    .update();
            Instant begun = null;
            while (database.sql("select count(*) from scheduled_tasks where task_name = ? and last_success > ?")
                            .params(task, Timestamp.from(asked))
                            .query(Integer.class)
                            .single()
                    == 0) {
                if (begun == null
                        && database.sql("select picked from scheduled_tasks where task_name = ?")
                                .param(task)
                                .query(Boolean.class)
                                .single()) {
                    begun = Instant.now();
                }
                TimeUnit.MILLISECONDS.sleep(LOOK);
            }
            double milliseconds = begun == null
                    ? LOOK
                    : Duration.between(begun, Instant.now()).toMillis();
            waits.computeIfAbsent("PostgreSQL: by its clock, " + task, one -> new LinkedHashMap<>())
                    .put("%,d".formatted(thousands * 1_000), List.of(milliseconds));
        }
    }

    /** Of ten, five wait for the director, three for the web officer, two are on the website; and as many have ended. */
    private static final class Originals {

        private final List<String> inFlight;
        private final List<String> ended;
        private int made = 1;

        Originals(Given given, Caller officer) {
            inFlight = IntStream.range(0, ORIGINALS)
                    .mapToObj(n -> {
                        JsonNode request =
                                given.submit("finance-staff", Given.submission("ประกาศเรื่องที่ " + n), Map.of());
                        JsonNode certified = n < 5 ? request : given.certify(request);
                        return (n < 8 ? certified : given.permit(certified))
                                .get("id")
                                .asText();
                    })
                    .toList();
            ended = IntStream.range(0, ORIGINALS * ENDED)
                    .mapToObj(n -> {
                        JsonNode request = given.submit("finance-staff", Given.submission("ประกาศเก่า " + n), Map.of());
                        String id =
                                given.permit(given.certify(request)).get("id").asText();
                        Answer answer = officer.post("/api/requests/" + id + "/withdrawal", WITHDRAWAL);
                        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
                        return id;
                    })
                    .toList();
        }

        void copy(DataSource database, int thousands) throws Exception {
            int wanted = thousands * 1_000 / ORIGINALS;
            Copies.make(
                    database, Stream.concat(inFlight.stream(), ended.stream()).toList(), made, wanted - made);
            made = wanted;
        }
    }

    private void measure(String database, int thousands, Program program) throws InterruptedException {
        String size = "%,d".formatted(thousands * 1_000);
        URI up = program.up();
        Caller director = atTasklist(up, "finance-director");
        Caller other = atTasklist(up, "hr-director");
        Caller officer = atTasklist(up, "web-officer");
        Caller staff = Caller.session(up, "finance-staff");
        Given given = new Given(up);
        List<JsonNode> submitted = new ArrayList<>();
        List<JsonNode> certified = new ArrayList<>();
        Map<String, Runnable> calls = new LinkedHashMap<>();
        calls.put("Tasklist's list of a director", () -> tasklist("รอรับรอง", "list", director));
        calls.put("the same with nothing in it", () -> tasklist("รอรับรอง", "list", other));
        calls.put("Tasklist's list of a web officer", () -> tasklist("งานของฉันทั้งหมด", "list", officer));
        calls.put("its count", () -> tasklist("งานของฉันทั้งหมด", "count", officer));
        calls.put("Tasklist's page of a director: list, count and columns", () -> tasklistPage("รอรับรอง", director));
        calls.put("a director's desk", () -> get(director, "/desk"));
        calls.put("a web officer's desk", () -> get(officer, "/desk"));
        calls.put("my requests", () -> get(staff, "/api/requests?mine=true"));
        calls.put("search of requests", () -> get(officer, "/api/requests?words=เรื่องที่"));
        calls.put("overview", () -> get(officer, "/desk/overview"));
        calls.put("public list", () -> get(Caller.anonymous(up), "/"));
        calls.put("public search", () -> get(Caller.anonymous(up), "/?q=เรื่องที่"));
        calls.put("sitemap", () -> get(Caller.anonymous(up), "/sitemap.xml"));
        calls.put("submit", () -> submitted.add(given.submit("finance-staff", Given.submission("ประกาศ"), Map.of())));
        calls.put("certify", () -> certified.add(given.certify(submitted.remove(0))));
        calls.put("vet", () -> given.permit(certified.remove(0)));
        calls.forEach((what, call) -> waits.computeIfAbsent(database + ": " + what, one -> new LinkedHashMap<>())
                .put(size, times(call)));
    }

    /** Signed in, with Tasklist open. */
    private static Caller atTasklist(URI program, String account) {
        Caller caller = Caller.session(program, account);
        get(caller, ENGINE + "/filter?firstResult=0&maxResults=2000&itemCount=false&resourceType=Task");
        return caller;
    }

    private static void get(Caller caller, String path) {
        Answer answer = caller.get(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
    }

    private void tasklist(String filter, String call, Caller caller) {
        ask(filter, call + "?firstResult=0&maxResults=15", caller, "application/json");
    }

    private void tasklistPage(String filter, Caller caller) {
        ask(filter, "list?firstResult=0&maxResults=15", caller, "application/hal+json, application/json; q=0.5");
    }

    private void ask(String filter, String call, Caller caller, String accepted) {
        String id = filters.computeIfAbsent(
                filter, name -> caller.get(ENGINE + "/filter?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8))
                        .json()
                        .at("/0/id")
                        .asText());
        Answer answer = caller.post(
                ENGINE + "/filter/" + id + "/" + call,
                PAGE,
                "X-XSRF-TOKEN",
                caller.cookie("XSRF-TOKEN"),
                "Accept",
                accepted);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    private static List<Double> times(Runnable call) {
        List<Double> each = new ArrayList<>();
        for (int n = 0; n < TIMES; n++) {
            long begun = System.nanoTime();
            call.run();
            each.add((System.nanoTime() - begun) / 1e6);
        }
        return each;
    }

    private void print() {
        waits.forEach((what, each) -> new Comparison(what, "ms").print(each, REACH));
    }
}
