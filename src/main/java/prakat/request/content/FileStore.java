package prakat.request.content;

import java.nio.charset.Charset;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import prakat.files.DiskSpace;
import prakat.files.FileDirectory;
import prakat.files.ReceivedFile;
import prakat.input.Refusal;
import prakat.screening.file.PlainText;

/**
 * Files, each kept once under its SHA-256. Its bytes lie in the {@link FileDirectory}; a row, written in the transaction
 * that keeps it, says that it is there. Versions and drafts name it by its digest, as often as they like.
 */
@Component
public class FileStore {

    private final FileDirectory directory;
    private final DiskSpace space;
    private final JdbcClient jdbc;
    private final Clock clock;

    FileStore(FileDirectory directory, DiskSpace space, JdbcClient jdbc, Clock clock) {
        this.directory = directory;
        this.space = space;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Keeps what was received. Where the transaction does not come to its end, its bytes stay as a file that no row names.
     * The row is taken first: the sweep that removes unneeded files takes it too, and waits meanwhile.
     *
     * @throws Refusal where there is no room for it, unless it lies in the directory already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(Content.File file, ReceivedFile received) {
        if (!received.path().equals(directory.path(file.sha256()))) {
            space.ensureForFiles();
        }
        OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        while (!insert(file, received, now) && !touch(file, now)) {
            // It was there, and was removed in between.
        }
        directory.place(received, file.sha256());
    }

    /** A file that is kept; the caller has checked that the reader may see it. */
    public StoredFile get(Content.File file) {
        Charset charset = isText(file)
                ? jdbc.sql("select charset from stored_file where sha256 = ?")
                        .param(file.sha256())
                        .query(String.class)
                        .optional()
                        .map(Charset::forName)
                        .orElse(null)
                : null;
        return new StoredFile(
                file.name(), file.mediaType(), charset, file.size(), file.sha256(), directory.path(file.sha256()));
    }

    /** A file that is kept, to be kept for something else as well: nothing is copied. */
    public ReceivedFile again(Content.File file) {
        return new ReceivedFile(directory.path(file.sha256()), file.size(), file.sha256());
    }

    /** Whether a file is as it was received, to the byte. */
    boolean isWhole(String sha256) {
        return directory.isWhole(sha256);
    }

    private boolean insert(Content.File file, ReceivedFile received, OffsetDateTime now) {
        String charset = isText(file)
                ? PlainText.charsetOf(received.path()).map(Charset::name).orElse(null)
                : null;
        return jdbc.sql("insert into stored_file (sha256, size, charset, stored_at) values (?, ?, ?, ?)"
                                + " on conflict do nothing")
                        .params(file.sha256(), file.size(), charset, now)
                        .update()
                == 1;
    }

    private boolean touch(Content.File file, OffsetDateTime now) {
        return jdbc.sql("update stored_file set stored_at = ? where sha256 = ?")
                        .params(now, file.sha256())
                        .update()
                == 1;
    }

    private static boolean isText(Content.File file) {
        return file.mediaType().startsWith("text/");
    }
}
