package prakat.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import prakat.Caller;
import prakat.Given;
import prakat.Program;

/**
 * Publications that all end at one instant, beside as many timers of the engine alone; on PostgreSQL. {@code
 * -Dprakat.benchmark.ends=10000} says how many.
 */
@Tag("program")
@Tag("benchmark")
class DrainTest {

    private static final int ENDS = Integer.getInteger("prakat.benchmark.ends", 2_000);
    private static final int ORIGINALS = 10;

    /** Time for all nodes to come to rest: longer than they ever wait between two looks. */
    private static final int AHEAD = 8;

    /** Between two readers. */
    private static final int PAUSE = 20;

    @TempDir
    private Path directory;

    private EmbeddedPostgres postgres;
    private JdbcClient database;
    private List<String> published;
    private int made = 1;

    @BeforeEach
    void startDatabase() throws Exception {
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("synchronous_commit", "on")
                .start();
        database = JdbcClient.create(postgres.getPostgresDatabase());
    }

    @AfterEach
    void stopDatabase() throws Exception {
        postgres.close();
    }

    @Test
    void besideTheEngineAlone() throws Exception {
        database.sql("create database bare").update();
        try (Program program = program();
                BareDraining bare = new BareDraining(postgres.getJdbcUrl("postgres", "bare"))) {
            publish(program);
            new Comparison(ENDS + " publications end in one instant", "ends/s")
                    .print("one node", () -> rate(drain()), "bare engine", () -> rate(bare.drain(ENDS)), "0.8");
        }
    }

    @Test
    void twoNodesWithReaders() throws Exception {
        try (Program one = program();
                Program other = program()) {
            publish(one);
            AtomicInteger seen = new AtomicInteger();
            new Comparison(ENDS + " publications end in one instant, two nodes, while readers ask", "ends/s")
                    .print("two nodes", () -> {
                        Instant end = end();
                        AtomicBoolean ended = new AtomicBoolean();
                        Thread readers = new Thread(() -> seen.addAndGet(read(List.of(one, other), end, ended)));
                        readers.start();
                        Drain drain = drain(end);
                        ended.set(true);
                        readers.join();
                        return rate(drain);
                    });
            System.out.println("Answered 200 after the end: " + seen);
        }
    }

    private static double rate(Drain drain) {
        System.out.printf("first %.2f s, %.0f/s%n", drain.firstAfter(), drain.rate());
        return drain.rate();
    }

    private Program program() throws Exception {
        return Program.measured("256m", 
                Files.createDirectories(directory.resolve("data")),
                "demo,postgres",
                Map.of(
                        "PRAKAT_DB_URL", postgres.getJdbcUrl("postgres", "postgres"),
                        "PRAKAT_DB_USER", "postgres",
                        "PRAKAT_DB_PASSWORD", "postgres"));
    }

    private void publish(Program program) throws InterruptedException {
        Given given = new Given(program.up());
        published = IntStream.range(0, ORIGINALS)
                .mapToObj(n -> given.permit(given.certify(given.submit(
                        "finance-staff",
                        Given.submission("ประกาศเรื่องที่ " + n),
                        Map.of("a.txt", "ประกาศ".getBytes(StandardCharsets.UTF_8))))))
                .map(request -> request.get("id").asText())
                .toList();
    }

    private Drain drain() throws Exception {
        return drain(end());
    }

    /** Makes as many copies, which all end at that instant. */
    private Instant end() throws Exception {
        Copies.make(postgres.getPostgresDatabase(), published, made, ENDS / ORIGINALS);
        made += ENDS / ORIGINALS;
        String originals = "'" + String.join("','", published) + "'";
        Instant end = Instant.now().plusSeconds(AHEAD);
        Timestamp at = Timestamp.from(end);
        // At once: the program compares them, and would set the timers back.
        new TransactionTemplate(new DataSourceTransactionManager(postgres.getPostgresDatabase()))
                .executeWithoutResult(status -> {
                    database.sql("update act_ru_job set duedate_ = ? where handler_cfg_ like 'periodEnds%'"
                                    + " and process_instance_id_ in (select process_instance_id"
                                    + " from publication_request where status = 'PUBLISHED' and id not in ("
                                    + originals + "))")
                            .param(at)
                            .update();
                    database.sql("update publication_request set publish_until = ? where status = 'PUBLISHED'"
                                    + " and id not in (" + originals + ")")
                            .param(at)
                            .update();
                    database.sql("update publication set publish_until = ? where taken_down_at is null"
                                    + " and request_id not in (" + originals + ")")
                            .param(at)
                            .update();
                });
        assertThat(Instant.now()).as("all is set before the end").isBefore(end);
        return end;
    }

    private Drain drain(Instant end) throws InterruptedException {
        String ended = " from publication where taken_down_at >= ?";
        Timestamp at = Timestamp.from(end);
        while (database.sql("select count(*)" + ended)
                        .param(at)
                        .query(Integer.class)
                        .single()
                < ENDS) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
        return database.sql("select min(taken_down_at), max(taken_down_at)" + ended)
                .param(at)
                .query((row, n) -> new Drain(
                        end,
                        row.getTimestamp(1).toInstant(),
                        row.getTimestamp(2).toInstant(),
                        ENDS))
                .single();
    }

    /** How often a page or a file was answered that was over. */
    private int read(List<Program> nodes, Instant end, AtomicBoolean ended) {
        List<String> numbers = database.sql("select number from publication where publish_until = ?")
                .param(Timestamp.from(end))
                .query(String.class)
                .list();
        int seen = 0;
        try {
            for (int n = 0; !ended.get(); n++) {
                Caller reader = Caller.anonymous(nodes.get(n % nodes.size()).up());
                String page = "/news/" + numbers.get(n * 7 % numbers.size());
                Instant asked = Instant.now();
                int status =
                        reader.get(n % 4 < 2 ? page : page + "/files/1/a.txt").status();
                if (asked.isBefore(end)) {
                    assertThat(status).as(page).isIn(200, 410);
                } else if (status == 200) {
                    seen++;
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return seen;
    }
}
