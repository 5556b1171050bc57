package prakat.screening.virus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import prakat.screening.Finding;
import prakat.screening.FindingKind;
import prakat.screening.Place;

/** What the real clamd finds, by either of its sockets. */
@ExtendWith(WithClamd.class)
class VirusScanTest {

    private static final List<Finding> VIRUS =
            List.of(new Finding(FindingKind.VIRUS, Place.inFile(), RealClamd.VIRUS, 1, 1));
    private static final List<Finding> UNCHECKED =
            List.of(new Finding(FindingKind.VIRUS_UNCHECKED, Place.inFile(), null, 1, 1));

    @TempDir
    static Path directory;

    private static RealClamd clamd;

    @BeforeAll
    static void start() throws Exception {
        clamd = RealClamd.start(directory);
    }

    @AfterAll
    static void stop() {
        clamd.close();
    }

    static List<VirusScan> sockets() {
        return List.of(scan(RealClamd.socket(directory).toString()), scan(clamd.port()));
    }

    private static VirusScan scan(String clamd) {
        return new VirusScan(new VirusScanSettings(clamd, Duration.ofSeconds(10)));
    }

    private static Path file(byte[] content) throws IOException {
        return Files.write(directory.resolve("file"), content);
    }

    private static byte[] noise(int size) {
        byte[] noise = new byte[size];
        new Random(1).nextBytes(noise);
        return noise;
    }

    private static byte[] zipped(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("word/embeddings/object.bin"));
            zip.write(content);
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @MethodSource("sockets")
    void aVirusIsFoundByItsName(VirusScan scan) throws IOException {
        assertThat(scan.scan(file(RealClamd.virus()))).contains(VIRUS);
    }

    @ParameterizedTest
    @MethodSource("sockets")
    void itIsFoundInWhatIsPacked(VirusScan scan) throws IOException {
        assertThat(scan.scan(file(zipped(RealClamd.virus())))).contains(VIRUS);
    }

    @ParameterizedTest
    @MethodSource("sockets")
    void itIsFoundWhereverItStands(VirusScan scan) throws IOException {
        byte[] virus = RealClamd.virus();
        byte[] content = noise(200_000);
        // Half of it in the one chunk, half of it in the next.
        System.arraycopy(virus, 0, content, 2 * 64 * 1024 - virus.length / 2, virus.length);

        assertThat(scan.scan(file(content))).contains(VIRUS);
    }

    @ParameterizedTest
    @MethodSource("sockets")
    void nothingIsFoundWhereThereIsNothing(VirusScan scan) throws IOException {
        assertThat(scan.scan(file(noise(200_000)))).contains(List.of());
        assertThat(scan.scan(file(new byte[0]))).contains(List.of());
    }

    @ParameterizedTest
    @MethodSource("sockets")
    void whatIsMoreThanItTakesIsUnchecked(VirusScan scan) throws IOException {
        assertThat(scan.scan(file(noise(20 * RealClamd.LARGEST)))).contains(UNCHECKED);
        assertThat(scan.scan(file(noise(RealClamd.LARGEST - 1)))).contains(UNCHECKED);
    }

    @Test
    void whileItIsAwayNobodyCanLook(@TempDir Path another) throws Exception {
        VirusScan scan = scan(RealClamd.socket(another).toString());
        assertThat(scan.scan(file(RealClamd.virus()))).isEmpty();
        assertThat(scan.isUp()).isFalse();

        RealClamd started = RealClamd.start(another);
        try {
            assertThat(scan.scan(file(RealClamd.virus()))).contains(VIRUS);
            assertThat(scan.isUp()).isTrue();
        } finally {
            started.close();
        }

        assertThat(scan.scan(file(RealClamd.virus()))).isEmpty();
        assertThat(scan.isUp()).isFalse();
    }

    @Test
    void whereNoneIsSetNothingIsLookedFor() throws IOException {
        VirusScan scan = scan("");

        assertThat(scan.isConfigured()).isFalse();
        assertThat(scan.scan(file(RealClamd.virus()))).isEqualTo(Optional.of(List.of()));
    }
}
