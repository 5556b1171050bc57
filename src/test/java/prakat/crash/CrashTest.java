package prakat.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real processes, killed under load again and again: nothing that was acknowledged is lost, and nothing happens twice.
 * {@code mvn verify -Pcrash} runs it; {@code -Dprakat.crash.kills} says how often, {@code -Dprakat.crash.seed} when.
 */
@Tag("program")
@Tag("crash")
class CrashTest {

    private static final int KILLS = Integer.getInteger("prakat.crash.kills", 100);
    private static final long SEED = Long.getLong("prakat.crash.seed", new Random().nextLong());

    @TempDir
    private Path directory;

    @Test
    void oneNodeWithTheEmbeddedDatabase() throws Exception {
        survive("demo", 1, Map.of());
    }

    @Test
    void twoNodesWithPostgres() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            survive(
                    "demo,postgres",
                    2,
                    Map.of(
                            "PRAKAT_DB_URL", postgres.getJdbcUrl("postgres", "postgres"),
                            "PRAKAT_DB_USER", "postgres",
                            "PRAKAT_DB_PASSWORD", "postgres"));
        }
    }

    private void survive(String profiles, int nodes, Map<String, String> database) throws Exception {
        List<Misfortune> kills = Stream.generate(Misfortune::kill).limit(KILLS).toList();
        System.out.println("Crash test with -Dprakat.crash.seed=" + SEED);
        try (Survival survival = new Survival(directory, profiles, database, SEED)) {
            survival.live(nodes, kills);
            List<String> violations = survival.violations();
            System.out.println("SURVIVED " + profiles + " " + survival.observations());
            assertThat(violations).isEmpty();
        }
    }
}
