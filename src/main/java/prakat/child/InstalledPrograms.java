package prakat.child;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;

/** The programs that are installed on this machine. */
public final class InstalledPrograms {

    private InstalledPrograms() {}

    /**
     * Looks for a program.
     *
     * @param path where it is; null or blank where it is to be looked for among the programs of the machine
     * @param name what it is called there
     * @param isUsable looks whether a file that may be run is what is needed
     */
    public static Optional<Path> find(String path, String name, Predicate<Path> isUsable) {
        if (path != null && !path.isBlank()) {
            return Optional.of(Path.of(path).toAbsolutePath())
                    .filter(Files::isExecutable)
                    .filter(isUsable);
        }
        return Arrays.stream(
                        Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable)
                .filter(isUsable)
                .findFirst();
    }
}
