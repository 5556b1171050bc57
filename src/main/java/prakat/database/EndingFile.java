package prakat.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBaseDefault;
import prakat.input.FullDisk;

/**
 * A file of the embedded database that can be copied while it grows. The database's own {@code BACKUP} reads to the end of
 * the file, and meanwhile puts everything new behind that end: under load it would run after it for ever. For the thread
 * that copies, the file ends where it ended once its head had been read; what is behind is younger than anything that the
 * head names, and the database takes such a copy for one of a machine that stopped at that instant.
 */
final class EndingFile extends FileBaseDefault {

    /** Of the file: two blocks, which say where the newest data are. */
    private static final int HEAD = 8192;

    private static final long NOT_READ_YET = Long.MAX_VALUE;

    /** Where the file ends for a thread that copies; none for the others. */
    private static final ThreadLocal<Long> END = new ThreadLocal<>();

    private final FileChannel file;

    private final Reserve reserve;

    /** @param reserve given up bit by bit before a write fails; null for none */
    EndingFile(FileChannel file, Reserve reserve) {
        this.file = file;
        this.reserve = reserve;
    }

    /** Has this thread copy files of the database, of which it sees no more than there is soon after it begins. */
    static void copy(Runnable copying) {
        END.set(NOT_READ_YET);
        try {
            copying.run();
        } finally {
            END.remove();
        }
    }

    @Override
    public int read(ByteBuffer to, long position) throws IOException {
        Long end = END.get();
        if (end == null) {
            return file.read(to, position);
        }
        if (position < HEAD) {
            END.set(NOT_READ_YET);
            return file.read(to, position);
        }
        if (end == NOT_READ_YET) {
            end = file.size();
            END.set(end);
        }
        if (position >= end) {
            return -1;
        }
        int limit = to.limit();
        to.limit((int) Math.min(limit, to.position() + end - position));
        try {
            return file.read(to, position);
        } finally {
            to.limit(limit);
        }
    }

    @Override
    public int write(ByteBuffer from, long position) throws IOException {
        if (reserve != null) {
            reserve.refill();
        }
        while (true) {
            try {
                return file.write(from, position);
            } catch (IOException e) {
                if (reserve == null || !FullDisk.isBehind(e) || !reserve.giveUp()) {
                    throw e;
                }
            }
        }
    }

    @Override
    public long size() throws IOException {
        return file.size();
    }

    @Override
    public void force(boolean metaData) throws IOException {
        file.force(metaData);
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
        return file.tryLock(position, size, shared);
    }

    @Override
    protected void implTruncate(long size) throws IOException {
        file.truncate(size);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        file.close();
    }
}
