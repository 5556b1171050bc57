package prakat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What programs lay on the clipboard as HTML, in short samples of the shape that each has, and what is to be kept of it. */
public final class Clipboards {

    private static final Path DIRECTORY = Path.of("src/test/resources/clipboards");
    private static final String KEPT = ".kept.html";

    /**
     * A sample.
     *
     * @param program that it comes from
     * @param kept on one line
     */
    public record Clipboard(String program, String html, String kept) {
        @Override
        public String toString() {
            return program;
        }
    }

    private Clipboards() {}

    public static List<Clipboard> all() {
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(KEPT))
                    .map(name -> name.substring(0, name.length() - KEPT.length()))
                    .sorted()
                    .map(name -> new Clipboard(
                            name, read(name + ".html"), read(name + KEPT).strip()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(String name) {
        try {
            return Files.readString(DIRECTORY.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
