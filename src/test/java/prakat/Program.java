package prakat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The program in a process of its own, as an office starts it: with a profile, an environment and a directory. */
public final class Program implements AutoCloseable {

    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
    private static final Duration LONGEST_START = Duration.ofMinutes(6);

    /** As with systemd, where nothing else is said. */
    private static final Duration LONGEST_STOP = Duration.ofSeconds(90);

    /** Minutes are too short for the second compiler to earn what it takes. */
    private static final List<String> FOR_MINUTES = List.of(
            "-XX:TieredStopAtLevel=1",
            // Of the one compiler alone, what it makes in some minutes under load does not fit in the usual 48 MB.
            "-XX:ReservedCodeCacheSize=128m",
            "-XX:+UseSerialGC",
            // A fifth of a start goes into checking kept libraries, and looking for names in too small a table.
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:-BytecodeVerificationRemote",
            "-XX:+UnlockExperimentalVMOptions",
            "-XX:SymbolTableSize=262144",
            // Else it is collected again and again while it starts.
            "-XX:MetaspaceSize=256m",
            "-Xms512m",
            "-Xmx1g");

    /** With both compilers, as it runs for weeks, in little memory and with the collector that the handbook names for that. */
    public static final List<String> MEASURED = List.of("-Xmx256m", "-XX:+UseSerialGC");

    private final Process process;
    private final Path log;

    /** The class that is started, as its log calls it. */
    private final String name;

    /** Null until it was ready. */
    private volatile URI up;

    private Program(Process process, Path log, String name) {
        this.process = process;
        this.log = log;
        this.name = name;
    }

    /**
     * Begins to start it, on any free port; it may be up only later, or fall over.
     *
     * @param directory in which it runs and keeps its data
     * @param profiles as after {@code --spring.profiles.active=}; empty for none
     */
    public static Program start(Path directory, String profiles, Map<String, String> environment) {
        return start(FOR_MINUTES, Prakat.class, classes(Prakat.class), directory, profiles, environment);
    }

    /** The same with a jar that was made of another version. */
    public static Program start(Path jar, Path directory, String profiles, Map<String, String> environment) {
        return start(
                FOR_MINUTES,
                Prakat.class,
                List.of("-jar", jar.toAbsolutePath().toString()),
                directory,
                profiles,
                environment);
    }

    /** The same, to be {@linkplain #MEASURED measured}. */
    public static Program measured(Path directory, String profiles, Map<String, String> environment) {
        return start(MEASURED, Prakat.class, classes(Prakat.class), directory, profiles, environment);
    }

    /** The same from its jar, taken apart, with an archive of its classes that the same options made. */
    public static Program measured(Path jar, Path archive, Path directory, String profiles) {
        return start(
                Stream.concat(MEASURED.stream(), Stream.of("-XX:SharedArchiveFile=" + archive))
                        .toList(),
                Prakat.class,
                List.of("-jar", jar.toString()),
                directory,
                profiles,
                Map.of());
    }

    /** The environment that leads it to that database. */
    public static Map<String, String> on(EmbeddedPostgres postgres) {
        return Map.of(
                "PRAKAT_DB_URL", postgres.getJdbcUrl("postgres", "postgres"),
                "PRAKAT_DB_USER", "postgres",
                "PRAKAT_DB_PASSWORD", "postgres");
    }

    /** Another one that says "Started ..." as Spring Boot does and is asked whether it is ready as Prakat is. */
    public static Program other(Class<?> main, Path directory) {
        return start(MEASURED, main, classes(main), directory, "", Map.of());
    }

    private static List<String> classes(Class<?> main) {
        return List.of("-cp", System.getProperty("java.class.path"), main.getName());
    }

    private static Program start(
            List<String> options,
            Class<?> main,
            List<String> program,
            Path directory,
            String profiles,
            Map<String, String> environment) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(program);
        command.addAll(
                List.of("--server.port=0", "--server.address=127.0.0.1", "--spring.profiles.active=" + profiles));
        try {
            Path log = Files.createTempFile(directory, "prakat", ".log");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("PRAKAT_") || name.startsWith("SPRING_"));
            builder.environment().putAll(environment);
            return new Program(builder.start(), log, main.getSimpleName());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it is ready for callers, the first time that it is asked, and says where. */
    public URI up() throws InterruptedException {
        if (up == null) {
            up = ready();
        }
        return up;
    }

    private URI ready() throws InterruptedException {
        URI uri = waitFor("Started " + name + " in");
        Instant end = Instant.now().plus(LONGEST_START);
        while (Instant.now().isBefore(end) && process.isAlive()) {
            if (isReady(uri)) {
                return uri;
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        throw new AssertionError("is not ready:\n" + log());
    }

    private static boolean isReady(URI uri) {
        try {
            return Caller.anonymous(uri).get("/actuator/health/readiness").status() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** Waits until its port is open, which is before it is up, and says where. */
    URI open() throws InterruptedException {
        return waitFor("Tomcat started on port");
    }

    private URI waitFor(String told) throws InterruptedException {
        Instant end = Instant.now().plus(LONGEST_START);
        while (Instant.now().isBefore(end) && process.isAlive()) {
            Matcher port = PORT.matcher(log());
            if (port.find() && log().contains(told)) {
                return URI.create("http://127.0.0.1:" + port.group(1));
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        throw new AssertionError("did not start:\n" + log());
    }

    /** Waits until it has given up, and says what it said. */
    String fallen() throws InterruptedException {
        if (!process.waitFor(LONGEST_START.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("is up, and should not be:\n" + log());
        }
        return log();
    }

    /** What it said so far. */
    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it has computed so far, of all processors. */
    public Duration processor() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** The id of its process. */
    public long pid() {
        return process.pid();
    }

    /** Whether it has not ended. */
    public boolean isRunning() {
        return process.isAlive();
    }

    /** Ends it at once, as a power cut does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /**
     * Ends it in good order, as whatever starts and stops programs does.
     *
     * @return false where it did not end in the time that it has for that, and was killed
     */
    public boolean stop() {
        process.destroy();
        try {
            if (process.waitFor(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
                return true;
            }
            kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
        return false;
    }

    @Override
    public void close() {
        stop();
    }
}
