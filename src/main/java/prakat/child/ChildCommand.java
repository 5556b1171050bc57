package prakat.child;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.util.unit.DataSize;

/**
 * How a child is started: with the classes of this program, from wherever these come, and with as little as it needs: no
 * settings, no secrets of the environment, no network, memory and files within bounds.
 */
public final class ChildCommand {

    /** What a JVM takes of addresses beside its heap. What the child starts, such as Tesseract, has the same bound. */
    private static final DataSize BESIDE_HEAP = DataSize.ofMegabytes(1280);

    private static final DataSize LARGEST_FILE = DataSize.ofMegabytes(512);
    private static final Set<String> ENVIRONMENT = Set.of("PATH", "LANG", "LC_ALL", "TESSDATA_PREFIX", "SYSTEMROOT");

    /** The shell counts files in 512 bytes and memory in kilobytes; where it may not set them, the JVM's own limits hold. */
    private static final String WITHIN_LIMITS =
            "ulimit -c 0; ulimit -v %s; ulimit -f %s; exec nice -n 10 \"$@\" 2>/dev/null";

    private static final String PACKED = "org.springframework.boot.loader.launch.PropertiesLauncher";

    private ChildCommand() {}

    /**
     * A child that may be started.
     *
     * @param main what it runs
     * @param memory of its heap
     * @param directory for its temporary files, where it also runs
     */
    public static ProcessBuilder of(Class<?> main, DataSize memory, Path directory, String... arguments) {
        List<String> command = new ArrayList<>();
        if (File.separatorChar == '/') {
            command.addAll(List.of(
                    "/bin/sh",
                    "-c",
                    WITHIN_LIMITS.formatted(
                            (memory.toBytes() + BESIDE_HEAP.toBytes()) / 1024, LARGEST_FILE.toBytes() / 512),
                    main.getSimpleName()));
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Xmx" + memory.toMegabytes() + "m",
                "-XX:+UseSerialGC",
                "-XX:MaxMetaspaceSize=192m",
                "-XX:CompressedClassSpaceSize=64m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8",
                "-Duser.language=en",
                "-Djava.io.tmpdir=" + directory,
                // Nothing of what it reads is logged.
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
                isInJar(main)
                        // Spring Boot's jar has the other jars in it.
                        ? List.of("-Dloader.main=" + main.getName(), PACKED)
                        : List.of(main.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder child = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        child.environment().keySet().retainAll(ENVIRONMENT);
        child.environment().putAll(Map.of("OMP_THREAD_LIMIT", "1", "MALLOC_ARENA_MAX", "2"));
        return child;
    }

    /** It runs in another directory. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static boolean isInJar(Class<?> main) {
        return main.getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getProtocol()
                .equals("jar");
    }
}
