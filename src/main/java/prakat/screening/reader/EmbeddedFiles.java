package prakat.screening.reader;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.commons.io.input.BoundedInputStream;
import prakat.screening.Place;

/** The files in a file. */
final class EmbeddedFiles {

    /** In bytes: more than may be attached at once. */
    private static final long LARGEST = 64L * 1024 * 1024;

    private final AnyFile files;
    private final Path directory;
    private final Output output;
    private final int depth;

    /**
     * Those of one file.
     *
     * @param output of that file
     * @param depth how many files that one lies in
     */
    EmbeddedFiles(AnyFile files, Path directory, Output output, int depth) {
        this.files = files;
        this.directory = directory;
        this.output = output;
        this.depth = depth;
    }

    /**
     * Reads one.
     *
     * @param place where it stands, with the part that it is
     * @param bytes all of it; closed then
     * @throws Output.LimitReached where there are too many, or too deep in each other
     */
    void read(String name, Place place, InputStream bytes) throws IOException {
        output.ensureRoomForEmbedded(depth + 1);
        Path file = Files.createTempFile(directory, "embedded", null);
        try (bytes) {
            InputStream bounded = BoundedInputStream.builder()
                    .setInputStream(bytes)
                    .setMaxCount(LARGEST + 1)
                    .get();
            if (Files.copy(bounded, file, StandardCopyOption.REPLACE_EXISTING) > LARGEST) {
                output.unreadable(place);
                return;
            }
            files.read(file, name, output.within(place), depth + 1);
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
