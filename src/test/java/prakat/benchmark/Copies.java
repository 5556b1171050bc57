package prakat.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Fills a database with copies of requests that went through the program: each row of theirs, in the program's tables and in
 * the engine's, with ids and numbers of its own. That takes seconds where the way through the procedure would take hours. On
 * PostgreSQL and H2; nothing else may write meanwhile.
 *
 * <p>All of a copy came about a second before that of the one before it, and its tasks are due so; its title ends with its
 * number; what else is to come is due when the original's is. Digests are those of the original.
 */
public final class Copies {

    /** Between the numeric keys of two copies: no original has a larger one. */
    private static final long SPAN = 100_000L;

    private static final Set<String> OURS = Set.of(
            "publication_request",
            "revision",
            "revision_disclosure",
            "attachment",
            "search_text",
            "fingerprint",
            "screening",
            "extension",
            "history_entry",
            "publication");

    private static final Set<String> TIMES = Set.of(
            "submitted_at",
            "status_since",
            "published_at",
            "first_published_at",
            "taken_down_at",
            "at",
            "create_time_",
            "due_date_");

    private static final Set<String> KEYS = Set.of("id", "revision_id", "history_entry_id");

    /** Values that stand for the originals: ids, and their numbers. */
    private static final String ORIGINAL_IDS = "create table original_id (id varchar(255) primary key)";

    private static final String ORIGINAL_NUMBERS = "create table original_number (number varchar(255) primary key)";

    private final JdbcClient jdbc;
    private final boolean isPostgres;

    /** @param length 0 where it is no text */
    private record Column(String name, String type, long length) {

        /** Whether it may hold an id. */
        boolean isReference() {
            return length > 0 && length <= 64 || name.equals("resource_id_") || name.startsWith("business_key");
        }

        boolean isNumber() {
            return type.equals("bigint");
        }
    }

    private Copies(Connection connection) throws SQLException {
        jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        isPostgres = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
    }

    /**
     * Makes as many copies of each.
     *
     * @param database in which the originals are; its user may do anything in it
     * @param ids of requests
     * @param first number of the first copy, above those that were made before
     */
    public static void make(DataSource database, List<String> ids, int first, int count) throws SQLException {
        try (Connection connection = database.getConnection()) {
            new Copies(connection).make(ids, first, count);
        }
    }

    private void make(List<String> ids, int first, int count) {
        // Rows come in the order of their tables.
        jdbc.sql(isPostgres ? "set session_replication_role = replica" : "set referential_integrity false")
                .update();
        jdbc.sql(ORIGINAL_IDS).update();
        jdbc.sql(ORIGINAL_NUMBERS).update();
        ids.forEach(
                id -> jdbc.sql("insert into original_id values (?)").param(id).update());
        jdbc.sql("insert into original_number select number from publication_request where id in"
                        + " (select id from original_id)")
                .update();
        jdbc.sql("insert into original_id select distinct proc_inst_id_ from act_hi_procinst where business_key_ in"
                        + " (select id from original_id)")
                .update();
        List<String> engines = jdbc.sql("select lower(table_name) from information_schema.tables where"
                        + " lower(table_schema) = 'public' and (lower(table_name) like 'act_ru_%'"
                        + " or lower(table_name) like 'act_hi_%' or lower(table_name) = 'act_ge_bytearray')"
                        + " order by table_name")
                .query(String.class)
                .list();
        // What hangs on an instance, and what hangs on that.
        for (int i = 0; i < 2; i++) {
            engines.forEach(this::findIds);
        }
        List<String> indexes = dropIndexes();
        engines.forEach(table -> copy(table, isOriginal(table), first, count));
        OURS.forEach(table -> copy(table, isOriginal(table), first, count));
        indexes.forEach(index -> jdbc.sql(index).update());
        jdbc.sql("update fiscal_year_number set last_number = last_number + ?")
                .param((first + count) * 1_000)
                .update();
        jdbc.sql("drop table original_id").update();
        jdbc.sql("drop table original_number").update();
        jdbc.sql(isPostgres ? "set session_replication_role = default" : "set referential_integrity true")
                .update();
        jdbc.sql("analyze").update();
    }

    /**
     * Drops what is no constraint, on PostgreSQL: made at once afterwards it takes a fraction of the time.
     *
     * @return how to make them again
     */
    private List<String> dropIndexes() {
        if (!isPostgres) {
            return List.of();
        }
        jdbc.sql("set maintenance_work_mem = '512MB'").update();
        List<String> made = new ArrayList<>();
        jdbc.sql(
                        "select indexname, indexdef from pg_indexes where schemaname = 'public'"
                                + " and indexname not in (select conname from pg_constraint) and indexdef not like '% UNIQUE %'")
                .query((row, n) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .forEach(index -> {
                    jdbc.sql("drop index " + index.getKey()).update();
                    made.add(index.getValue());
                });
        return made;
    }

    private void findIds(String table) {
        jdbc.sql("insert into original_id select id_ from " + table + " where (" + isOriginal(table)
                        + ") and id_ not in (select id from original_id)")
                .update();
    }

    private String isOriginal(String table) {
        if (OURS.contains(table)) {
            String requests = "select id from original_id";
            String revisions = "select id from revision where request_id in (" + requests + ")";
            return switch (table) {
                case "publication_request" -> "id in (" + requests + ")";
                case "revision_disclosure" -> "id in (" + revisions + ")";
                case "attachment", "search_text", "fingerprint" -> "revision_id in (" + revisions + ")";
                default -> "request_id in (" + requests + ")";
            };
        }
        return columns(table).stream()
                .filter(Column::isReference)
                .map(column -> column.name() + " in (select id from original_id)")
                .collect(Collectors.joining(" or "));
    }

    private void copy(String table, String isOriginal, int first, int count) {
        List<Column> columns = columns(table);
        jdbc.sql("create table original as select * from " + table + " where " + isOriginal)
                .update();
        String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
        String values = columns.stream().map(column -> value(table, column)).collect(Collectors.joining(", "));
        jdbc.sql("insert into " + table + " (" + names + ") " + "select "
                        + values + " from original cross join "
                        + (isPostgres
                                        ? "generate_series(%d, %d) as copies(copy)"
                                        : "system_range(%d, %d) as copies(copy)")
                                .formatted(first, first + count - 1)
                        + " order by copy")
                .update();
        jdbc.sql("drop table original").update();
    }

    private String value(String table, Column column) {
        String name = column.name();
        if (TIMES.contains(name)) {
            return name + " - copy * interval '1' second";
        }
        if (OURS.contains(table)) {
            if (column.isNumber() && KEYS.contains(name)) {
                return name + " + cast(copy as bigint) * " + SPAN;
            }
            if (name.equals("title") || name.equals("heading")) {
                return name + " || ' ' || copy";
            }
            return switch (name) {
                case "id", "request_id", "replaces", "process_instance_id" -> column.isNumber() ? name : copied(name);
                case "number", "address" -> numbered(name);
                default -> name;
            };
        }
        if (name.equals("text_")) {
            return numbered(name);
        }
        return column.isReference() ? copied(name) : name;
    }

    /** Ids of one copy begin alike, so that rows come in the order of their indexes; otherwise each is a page's read. */
    private String copied(String name) {
        String digest = isPostgres ? "md5(%1$s)" : "hash('MD5', stringtoutf8(%1$s))";
        return ("case when %1$s in (select id from original_id) then lpad(cast(copy as varchar), 8, '0')"
                        + " || substring(cast(cast(" + digest + " as uuid) as varchar), 9) else %1$s end")
                .formatted(name);
    }

    /** Of a number such as 2570-00017 the copy 12 has 2570-12017. */
    private static String numbered(String name) {
        return ("case when %1$s in (select number from original_number) then substring(%1$s, 1, 5)"
                        + " || (copy * 1000 + cast(substring(%1$s, 6) as integer)) else %1$s end")
                .formatted(name);
    }

    private List<Column> columns(String table) {
        return jdbc.sql(
                        "select column_name, data_type, character_maximum_length from information_schema.columns where lower(table_name) = ?"
                                + " and lower(table_schema) = 'public' and is_generated <> 'ALWAYS' order by ordinal_position")
                .param(table)
                .query((row, n) -> new Column(
                        row.getString(1).toLowerCase(Locale.ROOT),
                        row.getString(2).toLowerCase(Locale.ROOT),
                        row.getLong(3)))
                .list();
    }
}
