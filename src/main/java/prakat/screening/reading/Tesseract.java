package prakat.screening.reading;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The program that reads pictures, where it is installed with the languages that we need. */
final class Tesseract {

    private static final List<String> LANGUAGES = List.of("tha", "eng", "osd");

    private static final int MOST_SECONDS = 10;

    private Tesseract() {}

    /**
     * Looks for it.
     *
     * @param path null or blank where it is to be looked for among the programs of the machine
     */
    static Optional<Path> find(String path) {
        if (path != null && !path.isBlank()) {
            return Optional.of(Path.of(path).toAbsolutePath()).filter(Tesseract::isUsable);
        }
        return Arrays.stream(
                        Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
                .map(directory -> Path.of(directory, "tesseract"))
                .filter(Files::isExecutable)
                .filter(Tesseract::isUsable)
                .findFirst();
    }

    private static boolean isUsable(Path program) {
        try {
            Process process = new ProcessBuilder(program.toString(), "--list-langs")
                    .redirectErrorStream(true)
                    .start();
            if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return false;
            }
            String languages = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return languages.lines().toList().containsAll(LANGUAGES);
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
