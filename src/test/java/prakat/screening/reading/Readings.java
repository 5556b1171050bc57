package prakat.screening.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.springframework.util.unit.DataSize;
import prakat.screening.file.FileKind;

/** Reads files for tests. */
final class Readings {

    /** Has one process for all tests, which ends with them. */
    static final FileReading READING = new FileReading(settings());

    private Readings() {}

    static Reading read(Path directory, byte[] content, String name) throws IOException {
        return READING.read(Files.write(directory.resolve("file"), content), name, mediaType(name));
    }

    /** As much as most files need. */
    static ReadingSettings settings() {
        return settings(null, Duration.ofSeconds(30), 128, Duration.ofMinutes(1));
    }

    /** Less of what matters to a test. */
    static ReadingSettings settings(Path tesseract, Duration time, int megabytes, Duration idle) {
        return new ReadingSettings(
                tesseract == null ? null : tesseract.toString(),
                1,
                50,
                time,
                DataSize.ofMegabytes(megabytes),
                idle,
                500,
                1_000_000,
                50_000,
                50,
                10,
                50_000_000);
    }

    /** Of the kind that the name says, else plain text. */
    static String mediaType(String name) {
        return Arrays.stream(FileKind.values())
                .filter(kind -> FileKind.safeName(name, kind.mediaType()).equals(name))
                .findFirst()
                .orElse(FileKind.TXT)
                .mediaType();
    }
}
