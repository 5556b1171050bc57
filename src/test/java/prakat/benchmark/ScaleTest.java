package prakat.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prakat.Answer;
import prakat.Caller;
import prakat.Given;
import prakat.Program;

/**
 * How long people wait with more and more in flight, beside how long they wait with a thousand; on PostgreSQL. {@code
 * -Dprakat.benchmark.thousands=1,10,100} says how many thousand.
 */
@Tag("program")
@Tag("benchmark")
class ScaleTest {

    private static final int[] THOUSANDS = Stream.of(
                    System.getProperty("prakat.benchmark.thousands", "1,10,100").split(","))
            .mapToInt(Integer::parseInt)
            .toArray();

    private static final int ORIGINALS = 10;
    private static final int TIMES = 20;

    @TempDir
    private Path directory;

    /** Milliseconds by call, one figure for each number in flight. */
    private final Map<String, List<Double>> waits = new LinkedHashMap<>();

    @Test
    void people() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                        .setServerConfig("synchronous_commit", "on")
                        .start();
                Program program = Program.start(
                        directory,
                        "demo,postgres",
                        Map.of(
                                "PRAKAT_DB_URL", postgres.getJdbcUrl("postgres", "postgres"),
                                "PRAKAT_DB_USER", "postgres",
                                "PRAKAT_DB_PASSWORD", "postgres"))) {
            Given given = new Given(program.up());
            // Of ten, five wait for the director, three for the web officer, two are on the website.
            List<String> originals = IntStream.range(0, ORIGINALS)
                    .mapToObj(n -> {
                        JsonNode request =
                                given.submit("finance-staff", Given.submission("ประกาศเรื่องที่ " + n), Map.of());
                        JsonNode certified = n < 5 ? request : given.certify(request);
                        return (n < 8 ? certified : given.permit(certified))
                                .get("id")
                                .asText();
                    })
                    .toList();
            int made = 1;
            for (int thousands : THOUSANDS) {
                int wanted = thousands * 1_000 / ORIGINALS;
                Copies.make(postgres.getPostgresDatabase(), originals, made, wanted - made);
                made = wanted;
                measure(program);
            }
        }
        print();
    }

    private void measure(Program program) throws InterruptedException {
        Caller director = Caller.session(program.up(), "finance-director");
        Caller officer = Caller.session(program.up(), "web-officer");
        Caller staff = Caller.session(program.up(), "finance-staff");
        String tasks = "/engine-rest/task?firstResult=0&maxResults=15&sortBy=created&sortOrder=desc&candidateGroup=";
        get("Tasklist's list", director, tasks + "finance-directors");
        get("its count", director, "/engine-rest/task/count?candidateGroup=finance-directors");
        get("a director's desk", director, "/desk");
        get("a web officer's desk", officer, "/desk");
        get("my requests", staff, "/api/requests?mine=true");
        get("search of requests", officer, "/api/requests?words=เรื่องที่");
        get("overview", officer, "/desk/overview");
        get("public list", Caller.anonymous(program.up()), "/");
        get("public search", Caller.anonymous(program.up()), "/?words=เรื่องที่");
        get("sitemap", Caller.anonymous(program.up()), "/sitemap.xml");
        Given given = new Given(program.up());
        List<JsonNode> submitted = new ArrayList<>();
        timed("submit", () -> submitted.add(given.submit("finance-staff", Given.submission("ประกาศ"), Map.of())));
        timed("certify", () -> given.certify(submitted.remove(0)));
    }

    private void get(String what, Caller caller, String path) {
        timed(what, () -> {
            Answer answer = caller.get(path);
            assertThat(answer.status()).as(path).isEqualTo(200);
        });
    }

    private void timed(String what, Runnable call) {
        List<Double> each = new ArrayList<>();
        for (int n = 0; n < TIMES; n++) {
            long begun = System.nanoTime();
            call.run();
            each.add((System.nanoTime() - begun) / 1e6);
        }
        waits.computeIfAbsent(what, one -> new ArrayList<>())
                .add(each.stream().sorted().toList().get(TIMES / 2));
        System.out.println(what + " " + waits.get(what));
    }

    private void print() {
        waits.forEach((what, each) -> System.out.println(what + each));
    }
}
