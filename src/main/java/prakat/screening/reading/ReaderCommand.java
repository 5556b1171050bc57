package prakat.screening.reading;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.util.unit.DataSize;
import prakat.screening.reader.Reader;

/**
 * How a reader is started: with the classes of this program, from wherever these come, and with as little as it needs: no
 * settings, no secrets of the environment, no network, memory and files within bounds.
 */
final class ReaderCommand {

    /** What a JVM takes of addresses beside its heap. Tesseract has the same bound, and needs less. */
    private static final DataSize BESIDE_HEAP = DataSize.ofMegabytes(1280);

    private static final DataSize LARGEST_FILE = DataSize.ofMegabytes(512);
    private static final Set<String> ENVIRONMENT = Set.of("PATH", "LANG", "LC_ALL", "TESSDATA_PREFIX", "SYSTEMROOT");

    /** The shell counts files in 512 bytes and memory in kilobytes; where it may not set them, the JVM's own limits hold. */
    private static final String WITHIN_LIMITS =
            "ulimit -c 0; ulimit -v %d; ulimit -f %d; exec nice -n 10 \"$@\" 2>/dev/null";

    private static final String PACKED = "org.springframework.boot.loader.launch.PropertiesLauncher";

    private ReaderCommand() {}

    /**
     * A reader that may be started.
     *
     * @param directory for its temporary files, where it also runs
     */
    static ProcessBuilder of(ReadingSettings settings, Path directory) {
        List<String> command = new ArrayList<>();
        if (File.separatorChar == '/') {
            command.addAll(List.of(
                    "/bin/sh",
                    "-c",
                    WITHIN_LIMITS.formatted(
                            (settings.memory().toBytes() + BESIDE_HEAP.toBytes()) / 1024, LARGEST_FILE.toBytes() / 512),
                    "reader"));
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Xmx" + settings.memory().toMegabytes() + "m",
                "-XX:+UseSerialGC",
                "-XX:MaxMetaspaceSize=192m",
                "-XX:CompressedClassSpaceSize=64m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8",
                "-Duser.language=en",
                "-Djava.io.tmpdir=" + directory,
                // Nothing that is read is logged.
                "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider",
                // No XML may name other files, and no name of a machine is known, nor is any reached.
                "-Djavax.xml.accessExternalDTD=",
                "-Djavax.xml.accessExternalSchema=",
                "-Djdk.net.hosts.file=" + directory.resolve("hosts"),
                "-DsocksProxyHost=127.0.0.1",
                "-DsocksProxyPort=1",
                "-cp",
                classPath()));
        command.addAll(
                isInJar()
                        // Spring Boot's jar has the other jars in it.
                        ? List.of("-Dloader.main=" + Reader.class.getName(), PACKED)
                        : List.of(Reader.class.getName()));
        command.add(settings.idle().toString());
        ProcessBuilder reader = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        reader.environment().keySet().retainAll(ENVIRONMENT);
        reader.environment().putAll(Map.of("OMP_THREAD_LIMIT", "1", "MALLOC_ARENA_MAX", "2"));
        return reader;
    }

    /** It runs in another directory. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static boolean isInJar() {
        return Reader.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getProtocol()
                .equals("jar");
    }
}
