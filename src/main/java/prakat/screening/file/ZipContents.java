package prakat.screening.file;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * The list of contents at the end of a zip file. A program that opens the file has the whole list in memory, which takes some
 * twenty times its length there.
 *
 * @param isThere whether the list begins where the end of the file says: where a file was cut short, the end may be that of
 *     another zip file which it holds
 * @param length in bytes
 */
record ZipContents(boolean isThere, long length) {

    /** In bytes: some ten thousand entries, more than any document has. */
    private static final int LONGEST = 512 * 1024;

    private static final short ZIP = 0x4b50;
    private static final int ENTRY = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int START_AT_END = 16;
    private static final int LONGEST_COMMENT = 65_535;

    /** What stands before the end where a file has more entries, or is larger, than the older kind of zip can say. */
    private static final int LOCATOR_64 = 0x07064b50;

    private static final int LOCATOR_64_LENGTH = 20;
    private static final int RECORD_64_AT_LOCATOR = LOCATOR_64_LENGTH - 2 * Integer.BYTES;
    private static final int START_AT_RECORD_64 = 48;
    private static final ZipContents NONE = new ZipContents(false, 0);

    /** The list of a file, which may be no zip file at all. */
    static ZipContents of(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            if (channel.size() < END_LENGTH || read(channel, 0, Short.BYTES).getShort(0) != ZIP) {
                return NONE;
            }
            int length = (int) Math.min(channel.size(), LOCATOR_64_LENGTH + END_LENGTH + LONGEST_COMMENT);
            ByteBuffer tail = read(channel, channel.size() - length, length);
            for (int i = tail.limit() - END_LENGTH; i >= 0; i--) {
                if (tail.getInt(i) == END) {
                    boolean isNewer = i >= LOCATOR_64_LENGTH && tail.getInt(i - LOCATOR_64_LENGTH) == LOCATOR_64;
                    long start = isNewer
                            ? number(channel, tail.getLong(i - RECORD_64_AT_LOCATOR) + START_AT_RECORD_64, Long.BYTES)
                            : Integer.toUnsignedLong(tail.getInt(i + START_AT_END));
                    long end = channel.size() - tail.limit() + i;
                    return new ZipContents(number(channel, start, Integer.BYTES) == ENTRY, end - start);
                }
            }
            return NONE;
        }
    }

    /** Whether there is more in the file than is worth the memory. */
    boolean isTooLong() {
        return length > LONGEST;
    }

    /** Zero where the place lies outside the file. */
    private static long number(FileChannel channel, long at, int bytes) throws IOException {
        if (at < 0 || at > channel.size() - bytes) {
            return 0;
        }
        ByteBuffer read = read(channel, at, bytes);
        return bytes == Long.BYTES ? read.getLong(0) : read.getInt(0);
    }

    private static ByteBuffer read(FileChannel channel, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, from + bytes.position()) < 0) {
                throw new EOFException();
            }
        }
        return bytes;
    }
}
