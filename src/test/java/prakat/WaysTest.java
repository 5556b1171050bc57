package prakat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.core.env.Environment;
import prakat.benchmark.Comparison;
import prakat.organisation.Organisation;
import prakat.organisation.Person;
import prakat.request.RequestCommands;
import prakat.request.content.Submission;
import prakat.request.record.Criterion;
import prakat.request.record.Decision;
import prakat.request.record.TaskKind;

/**
 * How many ways through the procedure a second, from the submission to the website, with eight people at once: by the domain
 * beside the bare engine, and over HTTP beside the domain. On H2 in memory and on PostgreSQL. The engine comes first: the ways
 * over HTTP leave thousands of requests in memory.
 */
@Tag("benchmark")
@Tag("database")
@TestMethodOrder(MethodOrderer.MethodName.class)
class WaysTest extends ProgramTest {

    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private static final int PEOPLE = 8;
    private static final int WAYS = Integer.getInteger("prakat.benchmark.ways", 200);

    /** Before that the second compiler is still at it. */
    private static final int WARMING = Integer.getInteger("prakat.benchmark.warming", 1_000);

    private static final String REQUESTS = "/api/requests";
    private static final byte[] MEGABYTE = "ประกาศ".repeat(1024 * 1024 / 18).getBytes(StandardCharsets.UTF_8);

    @Autowired
    private RequestCommands commands;

    @Autowired
    private Organisation organisation;

    @Autowired
    private Environment environment;

    @Test
    void byTheDomainBesideTheBareEngine() throws Exception {
        try (BareEngine bare = new BareEngine(
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration(), emptyDatabase())) {
            new Comparison("whole ways, " + PEOPLE + " threads, " + database(), "ways/s")
                    .print(
                            "by the domain",
                            new Ways(n -> byDomain()),
                            "the bare engine",
                            new Ways(n -> byEngine(bare)),
                            "at least 0.6");
        }
    }

    @Test
    void overHttpBesideTheDomain() throws Exception {
        overHttp("by Basic", n -> byHttp((account, path, json) -> as(account).post(path, json)));
        Map<String, Caller> sessions = Stream.of("finance-staff", "finance-director", "web-officer")
                .collect(Collectors.toMap(account -> account, this::signedIn));
        overHttp(
                "by session",
                n -> byHttp((account, path, json) -> sessions.get(account)
                        .post(path, json, "X-PRAKAT-CSRF", sessions.get(account).cookie("PRAKAT-CSRF"))));
        overHttp(
                "by Basic, with a file of 1 MB",
                n -> byHttp((account, path, json) -> path.equals(REQUESTS)
                        ? as(account).post(path, json, Map.of("ประกาศ.txt", MEGABYTE))
                        : as(account).post(path, json)));
    }

    private void overHttp(String how, IntConsumer way) throws Exception {
        new Comparison("the same over HTTP, " + how + ", " + database(), "ways/s")
                .print("over HTTP", new Ways(way), "by the domain", new Ways(n -> byDomain()), "–");
    }

    private void byDomain() {
        Person requester = person("finance-staff");
        String words = words();
        String id = commands.submit(
                        requester,
                        new Submission(
                                words,
                                words,
                                "<p>" + words + "</p>",
                                "news",
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null),
                        List.of(),
                        null)
                .id();
        decide(TaskKind.CERTIFY, id, "finance-director");
        decide(TaskKind.VET, id, "web-officer");
    }

    /** Of their own, so that nothing is a copy of something else. */
    private static String words() {
        return ThreadLocalRandom.current()
                .ints(12, 0, Integer.MAX_VALUE)
                .mapToObj(n -> Integer.toString(n, Character.MAX_RADIX).replaceAll("\\d", "ก"))
                .collect(Collectors.joining(" "));
    }

    private void decide(TaskKind task, String id, String account) {
        Map<String, Boolean> met = task.criteria().stream().collect(Collectors.toMap(Criterion::code, one -> true));
        commands.decide(
                task,
                id,
                person(account),
                () -> new Decision(task.yes().code(), met, Map.of(), null, null, null, List.of()));
    }

    private Person person(String account) {
        return organisation.person(account).orElseThrow();
    }

    private static void byEngine(BareEngine engine) {
        String key = UUID.randomUUID().toString();
        engine.submit(key);
        engine.certify(key);
        engine.vet(key);
    }

    private interface Post {
        Answer send(String account, String path, String json);
    }

    private void byHttp(Post post) {
        Answer submitted =
                post.send("finance-staff", REQUESTS, submission(words()).toString());
        assertThat(submitted.status()).as(submitted.toString()).isEqualTo(201);
        String request = REQUESTS + "/" + submitted.json().get("id").asText();
        // What takes long to be read is read after the answer, and nobody decides on it until then.
        JsonNode state = submitted.json();
        while (state.at("/screening/state").asText().equals("pending")) {
            state = as("finance-staff").get(request).json();
        }
        ok(post.send("finance-director", request + "/certification", CERTIFIED));
        ok(post.send("web-officer", request + "/vetting", PERMITTED));
    }

    /** That many, by those people, and how long each took. */
    private static final class Ways implements Comparison.Side {

        private final IntConsumer way;
        private final ConcurrentLinkedQueue<Double> milliseconds = new ConcurrentLinkedQueue<>();

        /** In milliseconds, of the whole process, so of who calls over HTTP, too. */
        private double processor;

        private boolean isWarm;

        Ways(IntConsumer way) {
            this.way = way;
        }

        /** The first time to warm up, which is longer and does not count. */
        @Override
        public double measure() throws Exception {
            if (!isWarm) {
                isWarm = true;
                double rate = measure(WARMING);
                milliseconds.clear();
                return rate;
            }
            return measure(WAYS);
        }

        private double measure(int ways) throws Exception {
            ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
            try {
                long begun = System.nanoTime();
                long computed = PROCESS.getProcessCpuTime();
                List<Callable<Object>> all = new ArrayList<>();
                IntStream.range(0, ways).forEach(n -> all.add(Executors.callable(() -> timed(n))));
                for (Future<Object> one : people.invokeAll(all)) {
                    one.get();
                }
                processor = (PROCESS.getProcessCpuTime() - computed) / 1e6 / ways;
                return ways * 1e9 / (System.nanoTime() - begun);
            } finally {
                people.shutdown();
            }
        }

        private void timed(int n) {
            long begun = System.nanoTime();
            way.accept(n);
            milliseconds.add((System.nanoTime() - begun) / 1e6);
        }

        @Override
        public String also() {
            List<Double> sorted = new ArrayList<>(milliseconds);
            Collections.sort(sorted);
            return String.format(
                    Locale.ROOT,
                    ", p50 %.0f ms, p99 %.0f ms, %.0f ms of processor",
                    sorted.get(sorted.size() / 2),
                    sorted.get(sorted.size() * 99 / 100),
                    processor);
        }
    }

    private String database() {
        return onPostgres() ? "PostgreSQL" : "H2";
    }

    private DataSource emptyDatabase() {
        if (onPostgres()) {
            jdbc.sql("create database bare_ways").update();
        }
        return DataSourceBuilder.create()
                .url(
                        onPostgres()
                                ? environment
                                        .getRequiredProperty("PRAKAT_DB_URL")
                                        .replace("/postgres?", "/bare_ways?")
                                : "jdbc:h2:mem:bare;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000")
                .username(onPostgres() ? "postgres" : "sa")
                .password(onPostgres() ? "postgres" : "")
                .build();
    }
}
