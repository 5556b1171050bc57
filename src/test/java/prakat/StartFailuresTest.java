package prakat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ByteArrayResource;

/** What keeps the program from starting is told in words that an office can act on. */
class StartFailuresTest {

    @Test
    void aFileThatIsNoYamlIsToldWithItsLine() {
        byte[] broken = "prakat:\n  disclosure:\n    lists:\n   - year: 2570".getBytes();
        Throwable failure = catchThrowable(
                () -> new YamlPropertySourceLoader().load("disclosure.yaml", new ByteArrayResource(broken)));

        assertThat(new StartFailures().analyze(failure).getDescription())
                .contains("disclosure.yaml", "line 4, column 4", "- year: 2570");
    }
}
