package prakat.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real processes, killed under load again and again: nothing that was acknowledged is lost, and nothing happens twice.
 * {@code mvn verify -Pcrash} runs it; {@code -Dprakat.crash.kills} says how often, {@code -Dprakat.crash.seed} when,
 * {@code -Dprakat.crash.workers} how many people work meanwhile, and {@code -Dprakat.crash.older} which jar is upgraded.
 */
@Tag("program")
@Tag("crash")
class CrashTest {

    private static final int KILLS = Integer.getInteger("prakat.crash.kills", 100);
    private static final int STOPS = Integer.getInteger("prakat.crash.stops", 10);
    private static final String OLDER = System.getProperty("prakat.crash.older");
    private static final long SEED = Long.getLong("prakat.crash.seed", new Random().nextLong());

    private static final Duration SOME_TIME = Duration.ofSeconds(20);

    // What nodes said is kept where something went wrong.
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path directory;

    @Test
    void oneNodeWithTheEmbeddedDatabase() throws Exception {
        survive("demo", 1, Map.of(), kills());
    }

    @Test
    void twoNodesWithPostgres() throws Exception {
        try (Database database = new Database(directory.resolve("postgres"))) {
            survive("demo,postgres", 2, database.environment(), kills());
        }
    }

    @Test
    void twoNodesWhoseDatabaseIsLost() throws Exception {
        try (Database database = new Database(directory.resolve("postgres"))) {
            List<Misfortune> outages = List.of(
                    database.isAway(Duration.ZERO),
                    database.isAway(Duration.ZERO),
                    database.isAway(Duration.ofMinutes(1)),
                    database.hangs(Duration.ofMinutes(1)));
            survive("demo,postgres", 2, database.environment(), outages);
        }
    }

    @Test
    void oneNodeWhoseDiskIsFull() throws Exception {
        try (SmallDisk disk = new SmallDisk(directory.resolve("data"))) {
            survive(
                    "demo",
                    1,
                    disk.environment(),
                    List.of(
                            disk.takesNoFiles(SOME_TIME),
                            disk.takesNoChanges(SOME_TIME),
                            disk.isFull(SOME_TIME),
                            Misfortune.kill(),
                            disk.isFull(SOME_TIME.multipliedBy(3))));
        }
    }

    @Test
    void oneNodeIsStopped() throws Exception {
        survive("demo", 1, Map.of(), stops());
    }

    @Test
    void oneOfTwoNodesIsStopped() throws Exception {
        try (Database database = new Database(directory.resolve("postgres"))) {
            survive("demo,postgres", 2, database.environment(), stops());
        }
    }

    @Test
    void oneNodeAfterTheOtherIsUpgraded() throws Exception {
        assumeTrue(OLDER != null, "Name the jar of an older version: -Dprakat.crash.older=prakat-1.0.jar");
        try (Database database = new Database(directory.resolve("postgres"));
                Survival survival = new Survival(directory, "demo,postgres", database.environment(), SEED)) {
            survival.live(2, Path.of(OLDER), List.of(Misfortune.upgrade(0), Misfortune.upgrade(1)));
            nothingIsWrong("an upgrade", survival);
        }
    }

    private static List<Misfortune> kills() {
        return Stream.generate(Misfortune::kill).limit(KILLS).toList();
    }

    private static List<Misfortune> stops() {
        return Stream.generate(Misfortune::stop).limit(STOPS).toList();
    }

    private void survive(String profiles, int nodes, Map<String, String> database, List<Misfortune> misfortunes)
            throws Exception {
        System.out.println("Crash test with -Dprakat.crash.seed=" + SEED);
        try (Survival survival = new Survival(directory, profiles, database, SEED)) {
            survival.live(nodes, misfortunes);
            nothingIsWrong(profiles, survival);
        }
    }

    private static void nothingIsWrong(String what, Survival survival) throws Exception {
        List<String> violations = survival.violations();
        System.out.println("SURVIVED " + what + " " + survival.observations());
        assertThat(violations).isEmpty();
    }
}
