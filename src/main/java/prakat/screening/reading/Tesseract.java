package prakat.screening.reading;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import prakat.child.InstalledPrograms;

/** The program that reads pictures, where it is installed with the languages that we need. */
final class Tesseract {

    private static final List<String> LANGUAGES = List.of("tha", "eng", "osd");

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
        return InstalledPrograms.said(List.of(program.toString(), "--list-langs"))
                .filter(said -> said.lines().toList().containsAll(LANGUAGES))
                .isPresent();
    }
}
