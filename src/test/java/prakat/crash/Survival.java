package prakat.crash;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import prakat.Answer;
import prakat.Caller;
import prakat.Given;
import prakat.Program;

/**
 * An office at work on one node or several that are killed one after the other. Its people do what people and programs do
 * where no answer came: they ask again with the same key, or look how it stands. What was acknowledged to them is kept here,
 * to be asked for afterwards.
 */
final class Survival {

    private static final int PEOPLE = 4;
    private static final int READERS = 2;

    /** How long things stay on the website, in seconds: so that ends fall into the time in which nodes are away, too. */
    private static final int SHORTEST_STAY = 30;

    private static final int LONGEST_STAY = 120;

    /** How long a node is up and under load before it is killed, in milliseconds. */
    private static final int SHORTEST_LIFE = 2_000;

    private static final int LONGEST_LIFE = 9_000;

    private static final Duration LONGEST_WITHOUT_ANSWER = Duration.ofMinutes(5);

    private final Path directory;
    private final String profiles;
    private final Map<String, String> environment;
    private final List<Program> nodes = new ArrayList<>();

    /** Where each node is; what is gone answers nobody. */
    private final List<URI> addresses = new CopyOnWriteArrayList<>();

    private final ConcurrentLinkedQueue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> violations = new ConcurrentLinkedQueue<>();
    private final Counts counts = new Counts();
    private volatile boolean working = true;

    /**
     * A submission that was answered with 201.
     *
     * @param file the bytes of its attachment
     * @param until the end of its period
     * @param decisions those that were answered with 200, by their event in the history
     */
    record Acknowledged(String id, String number, byte[] file, Instant until, List<String> decisions) {

        boolean isPermitted() {
            return decisions.contains("vetting");
        }
    }

    /** @param environment of each node, all of which run in that directory */
    Survival(Path directory, String profiles, Map<String, String> environment) {
        this.directory = directory;
        this.profiles = profiles;
        this.environment = environment;
    }

    /** Starts so many nodes, kills one of them as often under load, and leaves them all up. */
    void live(int size, int kills, long seed) throws InterruptedException {
        for (int node = 0; node < size; node++) {
            nodes.add(Program.start(directory, profiles, environment));
        }
        for (Program node : nodes) {
            addresses.add(node.up());
        }
        List<Thread> threads = new ArrayList<>();
        for (int n = 0; n < PEOPLE; n++) {
            threads.add(start("person-" + n, this::work));
        }
        for (int n = 0; n < READERS; n++) {
            threads.add(start("reader-" + n, this::read));
        }
        Random random = new Random(seed);
        for (int kill = 0; kill < kills; kill++) {
            TimeUnit.MILLISECONDS.sleep(random.nextInt(SHORTEST_LIFE, LONGEST_LIFE));
            int victim = random.nextInt(size);
            nodes.get(victim).kill();
            counts.add("kills");
            nodes.set(victim, Program.start(directory, profiles, environment));
            addresses.set(victim, nodes.get(victim).up());
        }
        working = false;
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** Where one of the nodes is, once it is quiet. */
    URI program() {
        return addresses.get(0);
    }

    /** Everything that was acknowledged. */
    List<Acknowledged> acknowledged() {
        return List.copyOf(acknowledged);
    }

    /** What was seen meanwhile, by kind. */
    Counts counts() {
        return counts;
    }

    /** What must not be, and was seen meanwhile. */
    List<String> violations() {
        return List.copyOf(violations);
    }

    void stop() {
        nodes.forEach(Program::close);
    }

    private static Thread start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.start();
        return thread;
    }

    private void work() {
        while (working) {
            try {
                Acknowledged request = submit();
                if (request != null
                        && decide(
                                request,
                                "certification",
                                "awaiting-certification",
                                "finance-director",
                                Given.CERTIFIED)) {
                    decide(request, "vetting", "awaiting-vetting", "web-officer", Given.PERMITTED);
                }
            } catch (AssertionError e) {
                violations.add(e.getMessage());
            }
        }
    }

    /** @return null where its period was over before anybody could answer */
    private Acknowledged submit() {
        int n = counts.add("submissions");
        byte[] file = ("แถวที่ " + n + " " + ThreadLocalRandom.current().nextLong() + "\n")
                .repeat(200)
                .getBytes(StandardCharsets.UTF_8);
        Instant until = Instant.now().plusSeconds(ThreadLocalRandom.current().nextInt(SHORTEST_STAY, LONGEST_STAY));
        String submission = Given.submission("เรื่องที่ " + n)
                .put("publishUntil", until.toString())
                .toString();
        String key = "survival-" + n;
        Answer answer = untilAnswered(() -> somewhere("finance-staff")
                .post("/api/requests", submission, Map.of("ตาราง.txt", file), "Idempotency-Key", key));
        if (answer.status() == 400 && !Instant.now().isBefore(until)) {
            counts.add("submissions that came too late for their period");
            return null;
        }
        if (answer.status() != 201) {
            throw new AssertionError("a submission was answered " + answer);
        }
        JsonNode said = answer.json();
        Acknowledged request = new Acknowledged(
                said.get("id").asText(), said.get("number").asText(), file, until, new CopyOnWriteArrayList<>());
        acknowledged.add(request);
        return request;
    }

    /** @return whether the request is past that decision */
    private boolean decide(Acknowledged request, String what, String status, String account, String decision) {
        String path = "/api/requests/" + request.id();
        Instant end = Instant.now().plus(LONGEST_WITHOUT_ANSWER);
        while (Instant.now().isBefore(end)) {
            try {
                Answer answer = somewhere(account).post(path + "/" + what, decision);
                if (answer.status() == 200) {
                    request.decisions().add(what);
                    counts.add(what + "s");
                    return true;
                }
                if (answer.status() == 409) {
                    // Too late for its period, or an earlier try went through whose answer was lost.
                    counts.add(what + " refused");
                    return false;
                }
                noteThatItFailed(answer);
            } catch (UncheckedIOException e) {
                counts.add("calls without an answer");
            }
            Answer now = untilAnswered(() -> somewhere(account).get(path));
            if (!status.equals(now.json().path("status").asText())) {
                counts.add(what + "s whose answer was lost");
                return true;
            }
        }
        throw new AssertionError(request.number() + ": no " + what + " went through");
    }

    private Answer untilAnswered(Supplier<Answer> call) {
        Instant end = Instant.now().plus(LONGEST_WITHOUT_ANSWER);
        while (Instant.now().isBefore(end)) {
            try {
                Answer answer = call.get();
                if (answer.status() < 500) {
                    return answer;
                }
                noteThatItFailed(answer);
            } catch (UncheckedIOException e) {
                counts.add("calls without an answer");
            }
            pause();
        }
        throw new AssertionError("no answer for " + LONGEST_WITHOUT_ANSWER);
    }

    /** A node that stops or starts says so; anything else is a fault. */
    private void noteThatItFailed(Answer answer) {
        counts.add("answers " + answer.status());
        if (answer.status() != 503 || answer.header("Retry-After").isEmpty()) {
            violations.add("answered " + answer);
        }
    }

    /** Reads what should be on the website, and what should not be any more. */
    private void read() {
        while (working) {
            List<Acknowledged> all = acknowledged();
            if (all.isEmpty()) {
                pause();
                continue;
            }
            Acknowledged request = all.get(ThreadLocalRandom.current().nextInt(all.size()));
            boolean permitted = request.isPermitted();
            Instant asked = Instant.now();
            try {
                Answer page = somewhere(null).get("/news/" + request.number());
                counts.add("pages read");
                if (page.status() == 200 && !asked.isBefore(request.until())) {
                    violations.add(request.number() + " was shown at " + asked + ", its end was " + request.until());
                }
                if (permitted
                        && page.status() != 200
                        && page.status() != 503
                        && Instant.now().isBefore(request.until())) {
                    violations.add(request.number() + " was not shown before its end: " + page.status());
                }
            } catch (UncheckedIOException e) {
                counts.add("calls without an answer");
                pause();
            }
        }
    }

    private Caller somewhere(String account) {
        URI node = addresses.get(ThreadLocalRandom.current().nextInt(addresses.size()));
        return Caller.basic(node, account);
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
