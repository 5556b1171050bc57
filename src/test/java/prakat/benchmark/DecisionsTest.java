package prakat.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import prakat.Given;
import prakat.PostOffice;
import prakat.Program;

/**
 * Decisions for ten minutes, at fifty a second or as many as eight people get answered over HTTP, with the submissions that
 * they take; and how long after each its people are told. {@code -Dprakat.benchmark.minutes=10} says for how long.
 */
@Tag("program")
@Tag("benchmark")
class DecisionsTest {

    private static final Duration TIME = Duration.ofMinutes(Integer.getInteger("prakat.benchmark.minutes", 10));
    private static final int PEOPLE = 8;

    /** Of both directors and web officers. */
    private static final int DECISIONS_A_SECOND = Integer.getInteger("prakat.benchmark.decisions", 50);

    @TempDir
    private Path directory;

    @Test
    void peopleAreTold() throws Exception {
        GreenMail server = PostOffice.open();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                Program program = DrainTest.thatMails(postgres, directory)) {
            JdbcClient database = JdbcClient.create(postgres.getPostgresDatabase());
            Given given = new Given(program.up());
            IntStream.range(0, PEOPLE * PEOPLE).forEach(n -> way(given, n));
            Instant begun = Instant.now();
            int decisions = decide(given, server, begun.plus(TIME));
            double seconds = Duration.between(begun, Instant.now()).toMillis() / 1e3;
            DrainTest.tellEverybody(database);
            String what =
                    "decisions for %d minutes, %d a second wanted".formatted(TIME.toMinutes(), DECISIONS_A_SECOND);
            new Comparison(what, "decisions/s").once("over HTTP", decisions / seconds);
            print(what + ": a mail is written", "created_at", database, begun);
            print(what + ": a mail is taken by the mail server", "state_since", database, begun);
        }
    }

    /** @return how many */
    private static int decide(Given given, GreenMail server, Instant end) throws Exception {
        AtomicInteger ways = new AtomicInteger();
        Instant begun = Instant.now();
        ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
        List<Future<?>> all = new ArrayList<>();
        for (int n = 0; n < PEOPLE; n++) {
            all.add(people.submit(() -> {
                while (Instant.now().isBefore(end)) {
                    int way = ways.getAndIncrement();
                    awaitTurn(begun.plusMillis(way * 2_000L / DECISIONS_A_SECOND));
                    way(given, way);
                    // It would collect garbage for longer than a mail takes.
                    if (way % 100 == 0) {
                        server.purgeEmailFromAllMailboxes();
                    }
                }
                return null;
            }));
        }
        people.shutdown();
        for (Future<?> one : all) {
            one.get();
        }
        return 2 * ways.get();
    }

    private static void awaitTurn(Instant turn) throws InterruptedException {
        long early = Duration.between(Instant.now(), turn).toMillis();
        if (early > 0) {
            TimeUnit.MILLISECONDS.sleep(early);
        }
    }

    private static void way(Given given, int n) {
        JsonNode submitted = given.submit("finance-staff", Given.submission("ประกาศเรื่องที่ " + n), Map.of());
        given.permit(given.certify(submitted));
    }

    private static void print(String what, String column, JdbcClient database, Instant begun) {
        Comparison told = new Comparison(what, "s after its entry");
        told.once("half of them", told(database, column, 0.5, begun));
        told.once("99 of 100", told(database, column, 0.99, begun));
        told.once("the last", told(database, column, 1, begun));
    }

    private static double told(JdbcClient database, String column, double share, Instant begun) {
        return database.sql(
                        "select percentile_disc(" + share + ") within group (order by extract(epoch from m." + column
                                + " - e.at)) from history_entry e join message m on m.history_entry_id = e.id"
                                + " where e.at >= ? and m.state = 'SENT'")
                .param(Timestamp.from(begun))
                .query(Double.class)
                .single();
    }
}
