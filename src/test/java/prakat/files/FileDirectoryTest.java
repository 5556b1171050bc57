package prakat.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileDirectoryTest {

    @TempDir
    Path root;

    private FileDirectory directory;

    @BeforeEach
    void open() {
        directory = new FileDirectory(new FileDirectory.Settings(root));
    }

    @Test
    void whatWasMadeOfAFileLiesBesideItAndGoesWithIt() throws IOException {
        String one = placed("one");
        String other = placed("other");
        directory.placeDerived(made("small"), one, "small");
        directory.placeDerived(made("smaller"), one, "small");
        directory.placeDerived(made("small"), other, "small");
        assertThat(directory.derived(one, "small")).hasContent("smaller");

        directory.retain(Set.of(other));

        assertThat(directory.path(one)).doesNotExist();
        assertThat(directory.derived(one, "small")).doesNotExist();
        assertThat(directory.path(other)).hasContent("other");
        assertThat(directory.derived(other, "small")).hasContent("small");
    }

    @Test
    void whatIsMadeOfAFileThatIsGoneMeanwhileIsNotKept() throws IOException {
        String sha256 = placed("gone");
        Path made = made("small");
        assertThat(directory.remove(sha256, Instant.MAX)).isTrue();

        directory.placeDerived(made, sha256, "small");

        assertThat(directory.derived(sha256, "small")).doesNotExist();
        assertThat(made).doesNotExist();
    }

    private String placed(String content) throws IOException {
        ReceivedFile received = directory.receive(out -> out.write(content.getBytes()));
        directory.place(received, received.sha256());
        return received.sha256();
    }

    private Path made(String content) throws IOException {
        return Files.writeString(directory.incoming().resolve("made"), content);
    }
}
