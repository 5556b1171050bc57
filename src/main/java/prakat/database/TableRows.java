package prakat.database;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import prakat.input.Sha256;
import prakat.request.content.Digest;

/** The rows of a table, read from either database as the same values. */
final class TableRows {

    private static final int AT_ONCE = 200;

    private final String table;
    private final List<Column> columns;

    /** @param columns with the types that they have in PostgreSQL */
    TableRows(String table, List<Column> columns) {
        this.table = table;
        this.columns = columns;
    }

    /** @param type as the information schema calls it */
    record Column(String name, String type) {}

    /** How many rows there are, and the sum of their digests, in whatever order they come. */
    record Digest(long rows, BigInteger sum) {

        private static final Digest OF_NONE = new Digest(0, BigInteger.ZERO);

        private Digest and(byte[] row) {
            return new Digest(rows + 1, sum.add(new BigInteger(1, row)));
        }

        @Override
        public String toString() {
            return rows + " rows (" + sum.mod(BigInteger.valueOf(1_000_000)) + ")";
        }
    }

    /** Writes all rows of one database into the other; the digest of what was read. */
    Digest copy(Connection from, Connection to) throws SQLException {
        String insert = "insert into \"" + table + "\" (" + names(false) + ") values ("
                + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
        try (Statement statement = from.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select " + names(true) + " from \"" + table.toUpperCase(Locale.ROOT) + "\"");
                PreparedStatement target = to.prepareStatement(insert)) {
            Digest read = Digest.OF_NONE;
            while (rows.next()) {
                MessageDigest sha256 = Sha256.begin();
                for (int i = 0; i < columns.size(); i++) {
                    Object value = value(rows, i);
                    target.setObject(i + 1, value);
                    update(sha256, value);
                }
                target.addBatch();
                read = read.and(sha256.digest());
                if (read.rows() % AT_ONCE == 0) {
                    target.executeBatch();
                }
            }
            target.executeBatch();
            return read;
        }
    }

    /** Of what is in PostgreSQL. */
    Digest digest(Connection postgres) throws SQLException {
        try (Statement statement = postgres.createStatement()) {
            statement.setFetchSize(AT_ONCE);
            try (ResultSet rows = statement.executeQuery("select " + names(false) + " from \"" + table + "\"")) {
                Digest read = Digest.OF_NONE;
                while (rows.next()) {
                    MessageDigest sha256 = Sha256.begin();
                    for (int i = 0; i < columns.size(); i++) {
                        update(sha256, value(rows, i));
                    }
                    read = read.and(sha256.digest());
                }
                return read;
            }
        }
    }

    private String names(boolean embedded) {
        return columns.stream()
                .map(Column::name)
                .map(name -> "\"" + (embedded ? name.toUpperCase(Locale.ROOT) : name) + "\"")
                .collect(Collectors.joining(", "));
    }

    private Object value(ResultSet rows, int column) throws SQLException {
        int i = column + 1;
        Object value =
                switch (columns.get(column).type()) {
                    case "bytea" -> rows.getBytes(i);
                    case "boolean" -> rows.getBoolean(i);
                    case "smallint", "integer", "bigint" -> rows.getLong(i);
                    case "double precision" -> rows.getDouble(i);
                    case "numeric" -> rows.getBigDecimal(i);
                    case "date" -> rows.getObject(i, LocalDate.class);
                    case "timestamp without time zone" -> rows.getObject(i, LocalDateTime.class);
                    case "timestamp with time zone" -> utc(rows.getObject(i, OffsetDateTime.class));
                    case "text", "character varying", "character" -> rows.getString(i);
                    default -> throw new IllegalStateException(
                            table + " has a column of a type that is not moved yet: " + columns.get(column));
                };
        return rows.wasNull() ? null : value;
    }

    private static OffsetDateTime utc(OffsetDateTime time) {
        return time == null ? null : time.withOffsetSameInstant(ZoneOffset.UTC);
    }

    /** With its length, so that nothing passes from one column to the next. */
    private static void update(MessageDigest sha256, Object value) {
        byte[] bytes = value == null
                ? new byte[0]
                : value instanceof byte[] raw ? raw : value.toString().getBytes(StandardCharsets.UTF_8);
        sha256.update(ByteBuffer.allocate(Integer.BYTES)
                .putInt(value == null ? -1 : bytes.length)
                .array());
        sha256.update(bytes);
    }
}
