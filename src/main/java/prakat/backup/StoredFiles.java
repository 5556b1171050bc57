package prakat.backup;

import java.io.IOException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import prakat.files.FileDirectory;

/** The files that the database names, and those of them that are not as they were received. */
@Component
class StoredFiles {

    private final FileDirectory directory;
    private final JdbcClient jdbc;

    StoredFiles(FileDirectory directory, JdbcClient jdbc) {
        this.directory = directory;
        this.jdbc = jdbc;
    }

    /** @param size in bytes */
    record Row(String sha256, long size) {}

    List<Row> all() {
        return jdbc.sql("select sha256, size from stored_file order by sha256")
                .query(Row.class)
                .list();
    }

    /** Copies a file to where it may be already; false where it is missing here, or not what its digest says. */
    boolean copy(String sha256, FileDirectory to) throws IOException {
        return directory.copy(sha256, to);
    }

    /** Those that are missing, or not what their digest says. It reads every file. */
    List<String> missing() {
        return all().stream()
                .map(Row::sha256)
                .filter(sha256 -> !directory.isWhole(sha256))
                .toList();
    }

    /** Files as people know them, by the number of the request and their names; null where there are none. */
    String described(List<String> files) {
        return files.isEmpty()
                ? null
                : String.join(", ", files.stream().map(this::described).toList());
    }

    private String described(String sha256) {
        List<String> attached = jdbc.sql(
                        """
                        select distinct q.number, a.name from attachment a
                        join revision r on r.id = a.revision_id
                        join publication_request q on q.id = r.request_id
                        where a.sha256 = ? order by q.number""")
                .param(sha256)
                .query((row, n) -> row.getString(1) + " " + row.getString(2))
                .list();
        return attached.isEmpty() ? sha256 : String.join(", ", attached);
    }
}
