package prakat.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;
import prakat.files.DiskSpaces;
import prakat.files.FileDirectory;
import prakat.files.ReceivedFile;

/** Variants are made once, lie beside the file of which they are made, and go with it. */
class PicturesTest {

    private static final long LONG_AGO = 86_400_000;

    @TempDir
    Path root;

    private FileDirectory directory;
    private VariantMaking making;
    private Pictures pictures;

    @BeforeEach
    void begin() {
        directory = new FileDirectory(new FileDirectory.Settings(root));
        making = new VariantMaking(
                directory,
                DiskSpaces.of(directory),
                new PictureSettings(DataSize.ofMegabytes(192), Duration.ofSeconds(30)));
        pictures = new Pictures(directory, making);
    }

    @AfterEach
    void stop() {
        making.stop();
    }

    @Test
    void theyAreMadeOnceMadeAgainWhereTheyAreMissingAndGoWithTheFile() throws IOException {
        String sha256 = kept(TestPictures.telephone(600, 300, 6));
        assertThat(pictures.size(sha256)).contains(new PictureSize(300, 600));
        assertThat(pictures.variant(sha256, Variant.SMALL))
                .as("it is small itself")
                .isEmpty();

        String large = kept(TestPictures.telephone(600, 1200, 6));
        make(large);
        ReceivedFile small = pictures.variant(large, Variant.SMALL).orElseThrow();
        assertThat(size(small)).isEqualTo(new PictureSize(480, 240));
        assertThat(size(pictures.variant(large, Variant.LARGE).orElseThrow())).isEqualTo(new PictureSize(1200, 600));
        FileTime made = FileTime.fromMillis(LONG_AGO);
        Files.setLastModifiedTime(small.path(), made);
        assertThat(pictures.variant(large, Variant.SMALL)).contains(small);
        assertThat(Files.getLastModifiedTime(small.path())).isEqualTo(made);
        Files.delete(small.path());
        make(large);
        assertThat(pictures.variant(large, Variant.SMALL)).contains(small);

        ReceivedFile bare = pictures.bare(large, "image/jpeg");
        assertThat(bare.path()).isNotEqualTo(directory.path(large));
        assertThat(directory.remove(large, Instant.MAX)).isTrue();
        try (Stream<Path> left = Files.walk(root)) {
            assertThat(left.filter(Files::isRegularFile)).containsExactly(directory.path(sha256));
        }
    }

    @Test
    void whatCannotBeReadIsGivenAsItIs() throws IOException {
        byte[] broken = TestPictures.claiming(5000, 5000);
        String sha256 = kept(broken);
        make(sha256);
        for (Variant variant : List.of(Variant.SMALL, Variant.LARGE)) {
            assertThat(pictures.variant(sha256, variant)).isEmpty();
        }
        assertThat(pictures.bare(sha256, "image/png").path()).isEqualTo(directory.path(sha256));
        try (Stream<Path> left = Files.list(directory.incoming())) {
            assertThat(left).isEmpty();
        }
    }

    private String kept(byte[] picture) throws IOException {
        ReceivedFile received = directory.receive(new ByteArrayInputStream(picture), picture.length);
        directory.place(received, received.sha256());
        return received.sha256();
    }

    /** However busy the machine is. */
    private void make(String sha256) throws IOException {
        making.make(
                        sha256,
                        PictureHeader.read(Files.newInputStream(directory.path(sha256)))
                                .orElseThrow())
                .join();
    }

    private static PictureSize size(ReceivedFile picture) throws IOException {
        return PictureSize.read(Files.newInputStream(picture.path())).orElseThrow();
    }
}
