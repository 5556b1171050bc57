package prakat.crash;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A small disk under the nodes' data, which somebody else fills. Only root may make one. */
final class SmallDisk implements AutoCloseable {

    private static final int MEBIBYTE = 1024 * 1024;
    private static final int SIZE = 600;
    private static final int NO_UPLOADS_BELOW = 120;
    private static final int NO_CHANGES_BELOW = 60;

    private final Path directory;

    /** Mounts it; where that is not allowed, the test is skipped, or fails in a build that says {@code CI=true}. */
    SmallDisk(Path directory) throws IOException, InterruptedException {
        this.directory = Files.createDirectories(directory);
        Process mount = start("mount", "-t", "tmpfs", "-o", "size=" + SIZE + "m", "tmpfs", directory.toString());
        boolean required = "true".equals(System.getenv("CI"));
        if (mount.waitFor() != 0) {
            Assumptions.assumeTrue(required, "only root can mount a disk");
            throw new IOException("a disk could not be mounted");
        }
    }

    /** Tells a node what is little on it. */
    Map<String, String> environment() {
        return Map.of(
                "PRAKAT_DISK_NOUPLOADSBELOW", NO_UPLOADS_BELOW + "MB",
                "PRAKAT_DISK_NOCHANGESBELOW", NO_CHANGES_BELOW + "MB");
    }

    /** There is no room for files for so long. */
    Misfortune takesNoFiles(Duration howLong) {
        return hasLeft((NO_UPLOADS_BELOW + NO_CHANGES_BELOW) / 2, howLong);
    }

    /** There is so little room for so long that nobody may change anything. */
    Misfortune takesNoChanges(Duration howLong) {
        return hasLeft(NO_CHANGES_BELOW / 2, howLong);
    }

    /** There is no room at all for so long. */
    Misfortune isFull(Duration howLong) {
        return hasLeft(0, howLong);
    }

    private Misfortune hasLeft(int mebibytes, Duration howLong) {
        return (nodes, random) -> {
            Path filler = directory.resolve("filler");
            fill(filler, (long) mebibytes * MEBIBYTE);
            Instant end = Instant.now().plus(howLong);
            while (Instant.now().isBefore(end)) {
                nodes.ensureNoneEnded();
                TimeUnit.SECONDS.sleep(1);
            }
            Files.delete(filler);
            nodes.waitUntilReady();
        };
    }

    private void fill(Path filler, long left) throws IOException {
        byte[] some = new byte[MEBIBYTE / 4];
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (left == 0 || directory.toFile().getUsableSpace() > left) {
                out.write(some);
            }
        } catch (IOException e) {
            if (left > 0) {
                throw e;
            }
        }
    }

    private static Process start(String... command) throws IOException {
        return new ProcessBuilder(command).inheritIO().start();
    }

    @Override
    public void close() throws IOException {
        start("umount", directory.toString()).onExit().join();
    }
}
