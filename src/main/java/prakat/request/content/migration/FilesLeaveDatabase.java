package prakat.request.content.migration;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import prakat.files.FileDirectory;
import prakat.files.ReceivedFile;
import prakat.screening.file.PlainText;

/**
 * Moves the files that earlier versions of the program kept in the database into the directory, one in a transaction of its
 * own. Where it is interrupted, the next start goes on with what is left; the columns are dropped only afterwards.
 */
@Component
public class FilesLeaveDatabase extends ResumableMigration {

    private static final Logger log = LoggerFactory.getLogger(FilesLeaveDatabase.class);

    private static final String NEXT_ATTACHED =
            """
            select s.sha256, s.content, (select max(a.media_type) from attachment a where a.sha256 = s.sha256)
            from stored_file s where s.stored_at is null limit 1""";
    private static final String ATTACHED_IS_MOVED =
            "update stored_file set size = ?, charset = ?, stored_at = ? where sha256 = ?";
    private static final String NEXT_OF_DRAFT =
            """
            select f.sha256, f.content, f.media_type from draft_file f
            where not exists (select 1 from stored_file s where s.sha256 = f.sha256) limit 1""";
    private static final String OF_DRAFT_IS_MOVED =
            "insert into stored_file (size, charset, stored_at, sha256) values (?, ?, ?, ?)";

    private final FileDirectory directory;

    FilesLeaveDatabase(FileDirectory directory) {
        super(
                "12.2",
                "files leave the database",
                "The files could not all be moved from the database into the directory prakat.files");
        this.directory = directory;
    }

    @Override
    void goOn(Connection connection) throws SQLException, IOException {
        int moved = moveAll(connection, NEXT_ATTACHED, ATTACHED_IS_MOVED)
                + moveAll(connection, NEXT_OF_DRAFT, OF_DRAFT_IS_MOVED);
        if (moved > 0) {
            log.info("Moved {} files from the database into the directory of files", moved);
        }
    }

    private int moveAll(Connection connection, String next, String isMoved) throws SQLException, IOException {
        int moved = 0;
        while (move(connection, next, isMoved)) {
            connection.commit();
            moved++;
        }
        return moved;
    }

    private boolean move(Connection connection, String next, String isMoved) throws SQLException, IOException {
        try (PreparedStatement select = connection.prepareStatement(next);
                ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                return false;
            }
            String sha256 = row.getString(1);
            String mediaType = row.getString(3);
            ReceivedFile received;
            try (InputStream content = row.getBinaryStream(2)) {
                received = directory.receive(content::transferTo);
            }
            if (!received.sha256().equals(sha256)) {
                log.warn("The bytes of {} are not those that were once attached; moved as they are", sha256);
            }
            String charset = mediaType != null && mediaType.startsWith("text/")
                    ? PlainText.charsetOf(received.path()).map(Charset::name).orElse(null)
                    : null;
            directory.place(received, sha256);
            try (PreparedStatement update = connection.prepareStatement(isMoved)) {
                update.setLong(1, received.size());
                update.setString(2, charset);
                update.setObject(3, OffsetDateTime.now(ZoneOffset.UTC));
                update.setString(4, sha256);
                update.executeUpdate();
            }
            return true;
        }
    }
}
