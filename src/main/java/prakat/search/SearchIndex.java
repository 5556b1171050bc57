package prakat.search;

import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;
import prakat.input.Texts;

/** The database's index of all groups of three letters in the searched texts, where it has one. */
@Component
class SearchIndex {

    /** More versions than these take longer to check one by one than the newest documents do. */
    private static final int FEW = 1_000;

    private static final String TABLE = "search_text";
    private static final String INDEX = "search_text_by_letters";
    private static final int LETTERS = 3;
    private static final String INDEXED = "letter_triples(content) @> letter_triples(?)";
    private static final String HELD = "position(? in content) > 0";

    private final JdbcTemplate jdbc;
    private final boolean exists;

    SearchIndex(DataSource dataSource) throws MetaDataAccessException {
        jdbc = new JdbcTemplate(dataSource);
        jdbc.setMaxRows(FEW + 1);
        jdbc.setQueryTimeout(SearchGate.LONGEST_SECONDS);
        exists = JdbcUtils.extractDatabaseMetaData(dataSource, SearchIndex::hasIndex);
    }

    /**
     * The ids of all versions that hold every word, in no order.
     *
     * @return empty where they are more than a few, or the index cannot tell
     */
    Optional<List<Long>> few(SearchWords words) {
        List<String> helping = words.words().stream()
                .filter(word -> Texts.length(word) >= LETTERS)
                .toList();
        if (!exists || helping.isEmpty()) {
            return Optional.empty();
        }
        String sql = Stream.concat(
                        helping.stream().map(word -> INDEXED),
                        words.words().stream().map(word -> HELD))
                .collect(Collectors.joining(" and ", "select revision_id from " + TABLE + " where ", ""));
        Object[] values =
                Stream.concat(helping.stream(), words.words().stream()).toArray();
        List<Long> versions = jdbc.queryForList(sql, Long.class, values);
        return versions.size() > FEW ? Optional.empty() : Optional.of(versions);
    }

    private static boolean hasIndex(DatabaseMetaData database) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet indexes = database.getIndexInfo(null, null, TABLE, false, true)) {
            while (indexes.next()) {
                names.add(indexes.getString("INDEX_NAME"));
            }
        }
        return names.contains(INDEX);
    }
}
