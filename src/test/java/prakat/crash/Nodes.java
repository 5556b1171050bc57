package prakat.crash;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import prakat.Caller;
import prakat.Program;

/** The nodes of one office, each the program in a process of its own; all share a directory and a database. */
final class Nodes implements AutoCloseable {

    private static final Duration LONGEST_UNTIL_READY = Duration.ofMinutes(1);

    private final Path directory;
    private final String profiles;
    private final Map<String, String> environment;
    private final Observations observations;
    private final List<Program> programs = new ArrayList<>();

    /** Where each node is; what is gone answers nobody. */
    private final List<URI> addresses = new CopyOnWriteArrayList<>();

    Nodes(Path directory, String profiles, Map<String, String> environment, Observations observations) {
        this.directory = directory;
        this.profiles = profiles;
        this.environment = environment;
        this.observations = observations;
    }

    /**
     * Starts so many at once, and waits until all are up.
     *
     * @param older the jar of another version; null for the present one
     */
    void startAll(int size, Path older) throws InterruptedException {
        for (int node = 0; node < size; node++) {
            programs.add(older == null ? program() : Program.start(older, directory, profiles, environment));
        }
        for (Program program : programs) {
            addresses.add(program.up());
        }
    }

    /** Ends a node at once, as a power cut does. */
    void kill(int node) throws InterruptedException {
        programs.get(node).kill();
        observations.add("kills");
        interrupted(1);
    }

    /** Ends a node in good order. */
    void stop(int node) {
        Instant begin = Instant.now();
        if (!programs.get(node).stop()) {
            observations.violation("a node did not stop");
        }
        observations.add("stops");
        observations.atLeast("seconds of the longest stop", (int)
                Duration.between(begin, Instant.now()).toSeconds());
    }

    /** Starts a node that has ended, and waits until it is up. */
    void start(int node) throws InterruptedException {
        programs.set(node, program());
        addresses.set(node, programs.get(node).up());
    }

    /** So many nodes may have lost the answers to what they were just sending. */
    void interrupted(int nodes) {
        for (int node = 0; node < nodes; node++) {
            observations.add("nodes interrupted");
        }
    }

    int size() {
        return programs.size();
    }

    Program program(int node) {
        return programs.get(node);
    }

    /** Somebody at that node. */
    Caller at(int node, String account) {
        return Caller.basic(addresses.get(node), account);
    }

    /** Somebody at any node, whether it is up or not; null for one of the public. */
    Caller anywhere(String account) {
        return at(ThreadLocalRandom.current().nextInt(addresses.size()), account);
    }

    /** The same browser at any node, whether that is up or not. */
    Caller anywhereAs(Caller browser) {
        return browser.at(addresses.get(ThreadLocalRandom.current().nextInt(addresses.size())));
    }

    /** Somebody who has signed in at the first node. */
    Caller signedIn(String account) {
        return Caller.session(addresses.get(0), account);
    }

    /** Waits until every node takes calls again, without anybody's help. */
    void waitUntilReady() throws InterruptedException {
        Instant end = Instant.now().plus(LONGEST_UNTIL_READY);
        for (int node = 0; node < size(); node++) {
            while (at(node, null).get("/actuator/health/readiness").status() != 200) {
                if (Instant.now().isAfter(end)) {
                    throw new AssertionError(
                            "not ready again:\n" + programs.get(node).log());
                }
                TimeUnit.MILLISECONDS.sleep(200);
            }
        }
    }

    /** A node that ends by itself is a fault; somebody starts it anew all the same. */
    void ensureNoneEnded() throws InterruptedException {
        for (int node = 0; node < size(); node++) {
            if (!programs.get(node).isRunning()) {
                observations.violation("ended by itself:\n" + programs.get(node).log());
                start(node);
            }
        }
    }

    private Program program() {
        return Program.start(directory, profiles, environment);
    }

    @Override
    public void close() {
        programs.forEach(Program::close);
    }
}
