package prakat.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
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
import prakat.PostOffice;
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
    private DataSource source;
    private JdbcClient database;
    private List<String> published;
    private int made = 1;

    @BeforeEach
    void startDatabase() throws Exception {
        PostOffice.open();
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("synchronous_commit", "on")
                .start();
        source = postgres.getPostgresDatabase();
        database = JdbcClient.create(source);
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
                    .print(
                            "one node",
                            () -> {
                                Drain drain = drain(end(Duration.ZERO));
                                tellEverybody(database);
                                return rate(drain);
                            },
                            "bare engine",
                            () -> rate(bare.drain(ENDS)),
                            "0.8");
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
                        Instant end = end(Duration.ZERO);
                        AtomicBoolean ended = new AtomicBoolean();
                        CompletableFuture<Integer> readers =
                                CompletableFuture.supplyAsync(() -> read(List.of(one, other), end, ended));
                        Drain drain = drain(end);
                        ended.set(true);
                        seen.addAndGet(readers.get());
                        tellEverybody(database);
                        return rate(drain);
                    });
            new Comparison("the same: pages and files of what has ended", "answers 200").once("two nodes", seen.get());
        }
    }

    @Test
    void peopleAreTold() throws Exception {
        try (Program program = program()) {
            publish(program);
            new Comparison(ENDS + " entries of the record, fifty a second: the last mail written", "s after its entry")
                    .print("one node", () -> {
                        drain(end(Duration.ofMillis(20)));
                        return latest("created_at");
                    });
            new Comparison("the last mail taken by the mail server", "s after its entry").print("one node", () -> {
                drain(end(Duration.ofMillis(20)));
                return latest("state_since");
            });
        }
    }

    /** How long after its entry the last one was there, in seconds. */
    private double latest(String column) throws InterruptedException {
        String entries = " from history_entry e left join message m on m.history_entry_id = e.id"
                + " where e.event = 'taken-down' and cast(substring((select number from publication_request r"
                + " where r.id = e.request_id), 6) as integer) >= " + (made - ENDS / ORIGINALS) * 1_000;
        while (database.sql("select count(*) - count(m.id) filter (where m.state = 'SENT')" + entries)
                        .query(Integer.class)
                        .single()
                > 0) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
        return database.sql("select max(extract(epoch from m." + column + " - e.at))" + entries)
                .query(Double.class)
                .single();
    }

    /** Whatever is left to be told and to be delivered would take the other side's time. */
    static void tellEverybody(JdbcClient database) throws InterruptedException {
        while (database.sql("select (select count(*) from scheduled_tasks where task_name = 'tell')"
                                + " + (select count(*) from delivery_tasks)")
                        .query(Integer.class)
                        .single()
                > 0) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private static double rate(Drain drain) {
        System.out.printf("first %.2f s, %.0f/s%n", drain.firstAfter(), drain.rate());
        return drain.rate();
    }

    private Program program() throws Exception {
        return thatMails(postgres, directory);
    }

    /** A program on that database, which delivers its mails. */
    static Program thatMails(EmbeddedPostgres postgres, Path directory) throws IOException {
        return Program.measured(
                Files.createDirectories(directory.resolve("data")),
                "demo,postgres",
                Map.of(
                        "PRAKAT_DB_URL", postgres.getJdbcUrl("postgres", "postgres"),
                        "PRAKAT_DB_USER", "postgres",
                        "PRAKAT_DB_PASSWORD", "postgres",
                        "SPRING_MAIL_HOST", "127.0.0.1",
                        "SPRING_MAIL_PORT", String.valueOf(PostOffice.PORT),
                        "PRAKAT_MAIL_FROM", "website@example.org"));
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

    /**
     * Makes as many copies, which end from that instant on.
     *
     * @param pause between the ends of two of them
     */
    private Instant end(Duration pause) throws Exception {
        int first = made;
        Copies.make(source, published, first, ENDS / ORIGINALS);
        made += ENDS / ORIGINALS;
        Instant end = Instant.now().plusSeconds(AHEAD);
        String at =
                " + ((cast(substring(r.number, 6) as integer) / 1000 - %d) * %d + mod(cast(substring(r.number, 6) as integer), 1000) - 1) * interval '%d milliseconds'"
                        .formatted(first, ORIGINALS, pause.toMillis());
        String copies = " from publication_request r where cast(substring(r.number, 6) as integer) >= %d and "
                .formatted(first * 1_000);
        // At once, by the very source of all three: the program compares them, and would set the timers back until it
        // next does.
        new TransactionTemplate(new DataSourceTransactionManager(source)).executeWithoutResult(status -> {
            set(
                    "act_ru_job set duedate_ = cast(? as timestamp)" + at + copies
                            + "process_instance_id_ = r.process_instance_id and handler_cfg_ like 'periodEnds%'",
                    end);
            set("publication set publish_until = cast(? as timestamptz)" + at + copies + "request_id = r.id", end);
            set(
                    "publication_request changed set publish_until = cast(? as timestamptz)" + at + copies
                            + "changed.id = r.id",
                    end);
        });
        assertThat(Instant.now()).as("all is set before the end").isBefore(end);
        return end;
    }

    private void set(String what, Instant end) {
        assertThat(database.sql("update " + what).param(Timestamp.from(end)).update())
                .isEqualTo(ENDS);
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
