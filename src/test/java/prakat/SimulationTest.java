package prakat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two months of an office without anything that must not be; see {@link Simulation}. */
@Tag("program")
class SimulationTest {

    @TempDir
    private Path directory;

    @Test
    void nothingThatMustNotBeHappensInTwoMonths() throws IOException, InterruptedException {
        File log = directory.resolve("log").toFile();
        Process simulation = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Simulation.class.getName(),
                        directory.toString())
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();

        try {
            assertThat(simulation.waitFor(5, TimeUnit.MINUTES))
                    .as("ends by itself")
                    .isTrue();
        } finally {
            simulation.destroyForcibly();
        }

        String said = Files.readString(log.toPath());
        assertThat(said.lines().filter(line -> line.startsWith("VIOLATION"))).isEmpty();
        assertThat(said).as("nothing has to be put right").doesNotContain("was put right");
        assertThat(simulation.exitValue()).as(said).isZero();
    }
}
