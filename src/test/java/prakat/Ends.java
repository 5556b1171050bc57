package prakat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import prakat.benchmark.Copies;

/**
 * Publications that end one after the other within seconds, and readers who hunt for one that is shown from its end on. {@code
 * -Dprakat.ends=20000} says how many.
 */
final class Ends {

    private static final int COUNT = Integer.getInteger("prakat.ends", 1_000);
    private static final Duration APART = Duration.ofMillis(5);
    private static final Duration AROUND = Duration.ofMillis(150);
    private static final int READERS_OF_A_NODE = 4;
    private static final List<String> LISTS = List.of("/", "/feed.xml", "/?group=finance", "/sitemap.xml");
    private static final Pattern NUMBER = Pattern.compile("/news/[0-9]{4}-([0-9]+)");

    private final List<URI> nodes;
    private final String original;
    private final Instant first;
    private final AtomicInteger seenBefore = new AtomicInteger();

    /**
     * Publishes them; the first ends in a moment.
     *
     * @param nodes the first of which takes files in
     */
    Ends(DataSource database, List<URI> nodes) throws SQLException {
        this.nodes = nodes;
        Given given = new Given(nodes.get(0));
        Instant until = Instant.now().plus(Duration.ofDays(30)).truncatedTo(ChronoUnit.SECONDS);
        JsonNode request = given.permit(given.certify(given.submit(
                "finance-staff",
                Given.submission("เรื่องที่จะพ้นกำหนด").put("publishUntil", until.toString()),
                Map.of("a.txt", "ประกาศ".getBytes(StandardCharsets.UTF_8)))));
        original = request.get("number").asText();
        Copies.make(database, List.of(request.get("id").asText()), 1, COUNT);
        // Whose first answers come slowly.
        for (int call = 0; call < 5; call++) {
            nodes.forEach(node -> LISTS.forEach(Caller.anonymous(node)::get));
            nodes.forEach(node -> Caller.anonymous(node).get("/news/" + original));
            nodes.forEach(node -> Caller.anonymous(node).get("/news/" + original + "/files/1/a.txt"));
        }
        JdbcClient jdbc = JdbcClient.create(database);
        Instant begun = Instant.now();
        endFrom(until.plusSeconds(60), until, jdbc);
        // It takes as long once more.
        first = Instant.now()
                .plus(Duration.between(begun, Instant.now()).multipliedBy(2))
                .plusSeconds(1)
                .truncatedTo(ChronoUnit.MILLIS);
        endFrom(first, until.plusSeconds(60), jdbc);
    }

    private static void endFrom(Instant first, Instant before, JdbcClient jdbc) {
        String copy = "cast(substring(r.number, 6) as integer) / 1000";
        jdbc.sql("update publication_request r set publish_until = ? + " + copy
                        + " * ? * interval '1 millisecond' where " + copy + " > 0")
                .params(first.atOffset(ZoneOffset.UTC), APART.toMillis())
                .update();
        jdbc.sql("update publication p set publish_until = r.publish_until from publication_request r"
                        + " where r.id = p.request_id and " + copy + " > 0")
                .update();
        // The engine takes them down, each with a change of the website.
        jdbc.sql("update act_ru_job j set duedate_ = duedate_ + (cast(? as timestamptz) - ?) from publication_request r"
                        + " where r.process_instance_id = j.process_instance_id_ and j.handler_cfg_ like 'periodEnds%' and "
                        + copy + " > 0")
                .params(first.atOffset(ZoneOffset.UTC), before.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What readers found from its end on, once all have ended; empty where it is as it must be. */
    List<String> hunt() throws Exception {
        ExecutorService readers = Executors.newCachedThreadPool();
        try {
            List<Future<List<String>>> hunts = new ArrayList<>();
            for (URI node : nodes) {
                for (int reader = 0; reader < READERS_OF_A_NODE; reader++) {
                    int begin = 1 + reader;
                    hunts.add(readers.submit(() -> huntPages(Caller.anonymous(node), begin)));
                }
                hunts.add(readers.submit(() -> huntLists(Caller.anonymous(node))));
            }
            List<String> found = new ArrayList<>();
            for (Future<List<String>> hunt : hunts) {
                found.addAll(hunt.get());
            }
            return found;
        } finally {
            readers.shutdownNow();
        }
    }

    /** How often one was found before its end, by a reader who went on asking. */
    int seenBefore() {
        return seenBefore.get();
    }

    private List<String> huntPages(Caller reader, int begin) throws InterruptedException {
        List<String> found = new ArrayList<>();
        // Where the machine is slow, hardly any other is answered before its end.
        if (reader.get("/news/" + number(COUNT)).status() == 200) {
            seenBefore.incrementAndGet();
        }
        for (int copy = begin; copy <= COUNT; copy += READERS_OF_A_NODE) {
            Instant end = end(copy);
            if (Instant.now().isAfter(end)) {
                // Readers do not come to all of them.
                continue;
            }
            TimeUnit.NANOSECONDS.sleep(
                    Duration.between(Instant.now(), end.minus(AROUND)).toNanos());
            String path = "/news/" + number(copy) + (copy / READERS_OF_A_NODE % 2 == 0 ? "" : "/files/1/a.txt");
            Instant asked;
            do {
                asked = Instant.now();
                boolean shown = reader.get(path).status() == 200;
                if (shown && asked.isBefore(end)) {
                    seenBefore.incrementAndGet();
                } else if (shown) {
                    found.add(path + " at " + asked + ", ended at " + end);
                }
            } while (asked.isBefore(end));
        }
        return found;
    }

    private List<String> huntLists(Caller reader) throws InterruptedException {
        List<String> found = new ArrayList<>();
        for (int call = 0; Instant.now().isBefore(end(COUNT + 1)); call++) {
            TimeUnit.MILLISECONDS.sleep(20);
            String path = LISTS.get(call % LISTS.size());
            Instant asked = Instant.now();
            Matcher shown = NUMBER.matcher(reader.get(path).text());
            while (shown.find()) {
                int number = Integer.parseInt(shown.group(1));
                if (number > 1_000 && !asked.isBefore(end(number / 1_000))) {
                    found.add(shown.group() + " in " + path + " at " + asked + ", ended at " + end(number / 1_000));
                }
            }
        }
        return found;
    }

    private Instant end(int copy) {
        return first.plus(APART.multipliedBy(copy));
    }

    private String number(int copy) {
        return original.substring(0, 5) + (copy * 1_000 + Integer.parseInt(original.substring(5)));
    }
}
