package prakat.screening.virus;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** ClamAV's daemon in a process of its own, which knows one virus. */
public final class RealClamd implements AutoCloseable {

    /** What it calls the one that it knows. */
    public static final String VIRUS = "Test.EICAR.UNOFFICIAL";

    /** How much it takes where nothing else is said, in bytes. */
    public static final int LARGEST = 1_000_000;

    private static final String MARK = String.join("-", "EICAR", "STANDARD", "ANTIVIRUS", "TEST", "FILE");

    private static final Duration LONGEST_START = Duration.ofSeconds(10);

    private final Process process;
    private final Path socket;
    private final int port;

    private RealClamd(Process process, Path socket, int port) {
        this.process = process;
        this.socket = socket;
        this.port = port;
    }

    /** Whether this machine has it; where {@code CI} is true, it has to. */
    static boolean isThere() {
        return executable().isPresent() || "true".equals(System.getenv("CI"));
    }

    private static Optional<Path> executable() {
        return Stream.of("/usr/sbin/clamd", "/usr/bin/clamd", "/usr/local/sbin/clamd", "/opt/homebrew/sbin/clamd")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** The file that all scanners take for a virus; put together here, as they would take this one for it. */
    public static byte[] virus() {
        return ("X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + MARK + "!$H+H*").getBytes(StandardCharsets.US_ASCII);
    }

    /** @param directory for all that it writes; its socket is always the same in there */
    public static RealClamd start(Path directory) throws IOException, InterruptedException {
        return start(directory, LARGEST);
    }

    /**
     * The same.
     *
     * @param largest how much it takes, in bytes; of that, it looks at the half
     */
    public static RealClamd start(Path directory, int largest) throws IOException, InterruptedException {
        Path viruses = Files.createDirectories(directory.resolve("viruses"));
        String mark = HexFormat.of().formatHex(MARK.getBytes(StandardCharsets.US_ASCII));
        Files.writeString(viruses.resolve("test.ndb"), "Test.EICAR:0:*:" + mark + "\n");
        int port = freePort();
        Path settings = Files.writeString(
                directory.resolve("clamd.conf"),
                """
                Foreground true
                LocalSocket %s
                TCPAddr 127.0.0.1
                TCPSocket %d
                DatabaseDirectory %s
                StreamMaxLength %d
                MaxFileSize %d
                AlertExceedsMax true
                """
                        .formatted(socket(directory), port, viruses, largest, largest / 2));
        Process process = new ProcessBuilder(executable().orElseThrow().toString(), "--config-file=" + settings)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("clamd.log").toFile())
                .start();
        RealClamd started = new RealClamd(process, socket(directory), port);
        started.awaitAnswer();
        return started;
    }

    /** Where it listens, or would. */
    public static Path socket(Path directory) {
        return directory.resolve("clamd.ctl");
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private void awaitAnswer() throws InterruptedException {
        long end = System.nanoTime() + LONGEST_START.toNanos();
        VirusScan scan = new VirusScan(new VirusScanSettings(socket.toString(), LONGEST_START));
        while (!scan.isUp()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                close();
                throw new AssertionError("clamd did not start: see clamd.log in " + socket.getParent());
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    /** Its other address. */
    String port() {
        return "127.0.0.1:" + port;
    }

    /** Ends it. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
