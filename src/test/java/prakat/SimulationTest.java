package prakat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** An office without anything that must not be; see {@link Simulation}. */
@Tag("program")
@Execution(ExecutionMode.CONCURRENT)
class SimulationTest {

    @TempDir
    private Path directory;

    @Test
    void nothingThatMustNotBeHappensAroundTheTurnOfTheYear() throws IOException, InterruptedException {
        simulate(2569, "2026-12-26", "2027-01-06");
    }

    /** What one night found is seen again with {@code -Dprakat.simulation.seed=…}. */
    @Test
    @Tag("nightly")
    void nothingThatMustNotBeHappensInTwoMonths() throws IOException, InterruptedException {
        simulate(Long.getLong("prakat.simulation.seed", new Random().nextLong()), "2026-12-01", "2027-01-31");
    }

    private void simulate(long seed, String first, String last) throws IOException, InterruptedException {
        System.out.println("Simulation with -Dprakat.simulation.seed=" + seed);
        File log = directory.resolve("log").toFile();
        Process simulation = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:ReservedCodeCacheSize=128m",
                        "-XX:+UseSerialGC",
                        "-XX:MetaspaceSize=256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Simulation.class.getName(),
                        directory.toString(),
                        String.valueOf(seed),
                        first,
                        last)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();

        try {
            assertThat(simulation.waitFor(10, TimeUnit.MINUTES))
                    .as("ends by itself")
                    .isTrue();
        } finally {
            simulation.destroyForcibly();
        }

        String said = Files.readString(log.toPath());
        assertThat(said.lines().filter(line -> line.startsWith("VIOLATION")))
                .as("seed " + seed)
                .isEmpty();
        assertThat(said.lines().filter(line -> line.contains("prakat.process.reconciliation.")))
                .as("nothing has to be repaired")
                .isEmpty();
        assertThat(simulation.exitValue()).as(said).isZero();
        said.lines().filter(line -> line.startsWith("SIMULATED")).forEach(System.out::println);
    }
}
