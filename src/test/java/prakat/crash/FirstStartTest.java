package prakat.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Two and three nodes that start at the same moment on an empty database, again and again: all come up, and share what they made. */
@Tag("program")
@Tag("crash")
class FirstStartTest {

    private static final String DEFINITIONS = "/engine-rest/process-definition?key=publication";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path directory;

    @RepeatedTest(10)
    void allComeUp(RepetitionInfo repetition) throws Exception {
        int size = 2 + repetition.getCurrentRepetition() % 2;
        try (Database database = new Database(directory.resolve("postgres"));
                Nodes nodes = new Nodes(directory, "demo,postgres", database.environment(), new Observations())) {
            nodes.startAll(size, null);
            for (int node = 0; node < size; node++) {
                assertThat(nodes.program(node).log()).doesNotContain(" ERROR ");
                assertThat(nodes.at(node, "admin").get(DEFINITIONS).json()).hasSize(1);
                assertThat(nodes.at(node, "admin").get(DEFINITIONS).text())
                        .isEqualTo(nodes.at(0, "admin").get(DEFINITIONS).text());
            }
            System.out.println("STARTED " + size + " at once");
        }
    }
}
