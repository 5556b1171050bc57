package prakat.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Room on the embedded database's disk that is given up bit by bit where the disk is full: a write that fails closes the
 * database. By then people change nothing any more, and the database uses the room of what it wrote before again after less
 * than a minute, so that a little lasts: takedowns are recorded, and the website stays open.
 */
final class Reserve {

    /** In bytes: some nine hundred commits. */
    static final int SIZE = 32 * 1024 * 1024;

    /** In bytes: as much as is given up at once, and more than a commit takes. */
    private static final int PART = 1024 * 1024;

    /** Of its size; where less room than this is left, there is none to set aside. */
    private static final int TIMES = 4;

    private static final long UNTIL_TRIED_AGAIN = Duration.ofMinutes(1).toNanos();

    private static final Logger log = LoggerFactory.getLogger(Reserve.class);

    private final Path file;
    private boolean whole;
    private long tried;

    /** Sets the room aside where there is enough. */
    Reserve(Path file) {
        this.file = file;
        fill();
    }

    /** Sets aside again what was given up, once there is enough room; looks now and then. */
    synchronized void refill() {
        if (!whole && System.nanoTime() - tried > UNTIL_TRIED_AGAIN) {
            fill();
        }
    }

    private void fill() {
        tried = System.nanoTime();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (channel.size() < SIZE && file.toFile().getUsableSpace() > (long) TIMES * SIZE) {
                while (channel.size() < SIZE) {
                    channel.write(ByteBuffer.allocate(PART), channel.size());
                }
            }
            whole = channel.size() >= SIZE;
        } catch (IOException e) {
            log.warn("No room could be set aside for a full disk: {}", e.toString());
        }
    }

    /** Gives up a part; returns whether there was one. */
    synchronized boolean giveUp() {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            if (channel.size() == 0) {
                return false;
            }
            if (whole) {
                log.error(
                        "The disk is full: the database goes on with the {} bytes that were set aside", channel.size());
            }
            whole = false;
            channel.truncate(Math.max(0, channel.size() - PART));
            channel.force(true);
            return true;
        } catch (IOException e) {
            log.error("The room that was set aside could not be given up", e);
            return false;
        }
    }
}
