package prakat.child;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The programs that are installed on this machine. */
public final class InstalledPrograms {

    private static final int MOST_SECONDS = 10;

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

    /**
     * What a program says that has little to say and is soon done.
     *
     * @return empty where it cannot be started, fails, or takes long
     */
    public static Optional<String> said(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            try {
                return process.waitFor(MOST_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0
                        ? Optional.of(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                        : Optional.empty();
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
