package prakat.screening.reading;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import prakat.child.InstalledPrograms;

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
        return InstalledPrograms.find(path, "tesseract", Tesseract::isUsable);
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
