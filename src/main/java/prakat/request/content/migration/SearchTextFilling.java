package prakat.request.content.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import prakat.request.content.SearchText;

/**
 * Fills the copy that is searched with the versions that are there already, some hundred in a transaction of their own.
 * Where it is interrupted, the next start goes on with what is left.
 */
@Component
public class SearchTextFilling extends ResumableMigration {

    private static final Logger log = LoggerFactory.getLogger(SearchTextFilling.class);

    private static final int PAGE = 500;

    /** In the order of their ids, so that what was last filled says where to go on. */
    private static final String LAST = "select coalesce(max(revision_id), 0) from search_text";

    private static final String NEXT =
            """
            select r.id, q.number, p.address, r.title, r.summary, r.body_text
            from (select * from revision where id > ? order by id limit\s"""
                    + PAGE
                    + """
            ) r
            join publication_request q on q.id = r.request_id
            left join publication p on p.revision_id = r.id and p.address <> p.number
            order by r.id""";
    private static final String FILE_NAMES = "select name from attachment where revision_id = ? order by n";
    private static final String INSERT = "insert into search_text (revision_id, heading, content) values (?, ?, ?)";

    SearchTextFilling() {
        super("18.1", "fill search text", "The search could not be filled");
    }

    @Override
    void goOn(Connection connection) throws SQLException {
        long filled = 0;
        List<Long> page = List.of(last(connection));
        while (!page.isEmpty()) {
            page = fillAfter(page.get(page.size() - 1), connection);
            connection.commit();
            filled += page.size();
            if (!page.isEmpty()) {
                log.info("{} versions can be searched", filled);
            }
        }
    }

    private static long last(Connection connection) throws SQLException {
        try (PreparedStatement last = connection.prepareStatement(LAST);
                ResultSet row = last.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static List<Long> fillAfter(long last, Connection connection) throws SQLException {
        List<Long> filled = new ArrayList<>();
        try (PreparedStatement next = connection.prepareStatement(NEXT);
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            next.setLong(1, last);
            try (ResultSet row = next.executeQuery()) {
                while (row.next()) {
                    long id = row.getLong(1);
                    List<String> numbersAndTitle = new ArrayList<>(List.of(row.getString(2), row.getString(4)));
                    if (row.getString(3) != null) {
                        numbersAndTitle.add(row.getString(3));
                    }
                    String heading = SearchText.lines(numbersAndTitle);
                    insert.setLong(1, id);
                    insert.setString(2, heading);
                    insert.setString(
                            3,
                            SearchText.content(heading, row.getString(5), row.getString(6), fileNames(id, connection)));
                    insert.addBatch();
                    filled.add(id);
                }
            }
            insert.executeBatch();
        }
        return filled;
    }

    private static List<String> fileNames(long revision, Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(FILE_NAMES)) {
            select.setLong(1, revision);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    names.add(row.getString(1));
                }
            }
        }
        return names;
    }
}
