package prakat.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import prakat.input.SetupException;

/**
 * Moves everything from an embedded database into a PostgreSQL database that has the same tables, none of ours with a row in
 * it. All of it is one transaction: where anything differs afterwards, by number or by digest, nothing was moved.
 */
public final class DatabaseMove {

    /** Of Flyway, which has made its own. */
    private static final String MIGRATIONS = "flyway_schema_history";

    /** In which the engine's own migration writes which version it is of, and ours that nothing has changed yet. */
    private static final Set<String> WRITTEN_BY_MIGRATIONS =
            Set.of("act_ge_property", "act_ge_schema_log", "website_change");

    private static final String TABLES =
            """
            select table_name from information_schema.tables
            where table_schema = current_schema() and table_type = 'BASE TABLE' order by 1""";
    private static final String COLUMNS =
            """
            select lower(column_name), lower(data_type) from information_schema.columns
            where table_schema = current_schema() and lower(table_name) = ? order by 1""";
    private static final String FOREIGN_KEYS =
            """
            select format('alter table %%s %s', conrelid::regclass, conname%s)
            from pg_constraint where contype = 'f' and connamespace = current_schema()::regnamespace""";
    private static final String COUNTERS =
            """
            select format('select setval(pg_get_serial_sequence(%L, %L), max(%I)) from %I',
                table_name, column_name, column_name, table_name)
            from information_schema.columns where table_schema = current_schema() and is_identity = 'YES'""";

    private final Connection from;
    private final Connection to;

    /**
     * Between these two.
     *
     * @param from the embedded database, of which nobody else makes use
     * @param to PostgreSQL; commits are left to this class
     */
    public DatabaseMove(Connection from, Connection to) {
        this.from = from;
        this.to = to;
    }

    /**
     * Refuses a target that is used already.
     *
     * @throws SetupException where a table has a row
     */
    public void ensureEmpty() throws SQLException {
        for (String table : tables(to)) {
            if (!WRITTEN_BY_MIGRATIONS.contains(table)
                    && !texts(to, "select 1 from \"" + table + "\" limit 1").isEmpty()) {
                throw new SetupException("The PostgreSQL database is not empty: there are rows in " + table
                        + ". Nothing was moved; make an empty database for the office.");
            }
        }
    }

    /**
     * Moves everything.
     *
     * @return how many rows of each table were moved and found again
     * @throws SetupException where the two do not have the same tables, or what arrived is not what left
     */
    public TreeMap<String, Long> move() throws SQLException {
        List<String> tables = tables(to);
        ensureSameTables(tables);
        to.setAutoCommit(false);
        try {
            TreeMap<String, Long> moved = moveAll(tables);
            to.commit();
            return moved;
        } catch (SQLException | RuntimeException e) {
            to.rollback();
            throw e;
        }
    }

    private void ensureSameTables(List<String> tables) throws SQLException {
        Set<String> source = new TreeSet<>();
        tables(from).forEach(table -> source.add(table.toLowerCase(Locale.ROOT)));
        boolean same = source.equals(new TreeSet<>(tables));
        for (String table : tables) {
            same = same && names(columns(from, table)).equals(names(columns(to, table)));
        }
        if (!same) {
            throw new SetupException("The embedded database is of another version than this program. Start this version"
                    + " once with the embedded database, stop it, and move then.");
        }
    }

    private TreeMap<String, Long> moveAll(List<String> tables) throws SQLException {
        List<String> keys = texts(to, FOREIGN_KEYS.formatted("add constraint %I %s", ", pg_get_constraintdef(oid)"));
        try (Statement statement = to.createStatement()) {
            // No table gets a key while a trigger is still to come for its rows.
            statement.execute("set constraints all immediate");
            for (String drop : texts(to, FOREIGN_KEYS.formatted("drop constraint %I", ""))) {
                statement.execute(drop);
            }
            for (String table : WRITTEN_BY_MIGRATIONS) {
                statement.execute("delete from " + table);
            }
            TreeMap<String, Long> moved = new TreeMap<>();
            for (String table : tables) {
                TableRows rows = new TableRows(table, columns(to, table));
                TableRows.Digest left = rows.copy(from, to);
                TableRows.Digest arrived = rows.digest(to);
                if (!left.equals(arrived)) {
                    throw new SetupException(
                            "Nothing was moved: of " + table + " " + left + " left and " + arrived + " arrived.");
                }
                moved.put(table, arrived.rows());
            }
            for (String key : keys) {
                statement.execute(key);
            }
            for (String counter : texts(to, COUNTERS)) {
                statement.execute(counter);
            }
            return moved;
        }
    }

    private static List<String> tables(Connection database) throws SQLException {
        return texts(database, TABLES).stream()
                .filter(table -> !table.equalsIgnoreCase(MIGRATIONS))
                .toList();
    }

    private static List<String> texts(Connection database, String query) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> all = new ArrayList<>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        }
    }

    private static List<TableRows.Column> columns(Connection database, String table) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(COLUMNS)) {
            statement.setString(1, table);
            try (ResultSet rows = statement.executeQuery()) {
                List<TableRows.Column> all = new ArrayList<>();
                while (rows.next()) {
                    all.add(new TableRows.Column(rows.getString(1), rows.getString(2)));
                }
                return all;
            }
        }
    }

    private static List<String> names(List<TableRows.Column> columns) {
        return columns.stream().map(TableRows.Column::name).sorted().toList();
    }
}
