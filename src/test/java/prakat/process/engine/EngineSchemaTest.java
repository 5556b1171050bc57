package prakat.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import prakat.ProgramTest;

/** The engine's tables after all migrations are those that this version of the engine would make by itself. */
@Tag("database")
class EngineSchemaTest extends ProgramTest {

    private static final List<String> PARTS = List.of(
            "engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history");

    @Autowired
    private DataSource dataSource;

    @Test
    void theMigrationsMakeWhatTheEngineShips() throws Exception {
        jdbc.sql("create schema shipped").update();
        try (Connection connection = dataSource.getConnection()) {
            String own = connection.getSchema();
            connection.setSchema(onPostgres() ? "shipped" : "SHIPPED");
            try {
                for (String part : PARTS) {
                    ScriptUtils.executeSqlScript(connection, script(part));
                }
            } finally {
                connection.setSchema(own);
            }

            assertThat(columns("public")).hasSizeGreaterThan(400).isEqualTo(columns("shipped"));
            assertThat(indexes("public")).hasSizeGreaterThan(100).containsAll(indexes("shipped"));
        } finally {
            jdbc.sql("drop schema shipped cascade").update();
        }
    }

    private List<String> columns(String schema) {
        return jdbc.sql(
                        """
                        select concat_ws(' ', lower(table_name), lower(column_name), data_type, is_nullable,
                            character_maximum_length)
                        from information_schema.columns
                        where lower(table_schema) = ? and lower(table_name) like 'act\\_%' order by 1""")
                .param(schema)
                .query(String.class)
                .list();
    }

    private List<String> indexes(String schema) {
        return jdbc.sql(
                        onPostgres()
                                ? "select lower(replace(indexdef, schemaname || '.', '')) from pg_indexes"
                                        + " where schemaname = ? and tablename like 'act\\_%'"
                                : "select lower(table_name || ' ' || index_name || ' ' || column_name)"
                                        + " from information_schema.index_columns"
                                        + " where lower(index_schema) = ? and table_name ilike 'act\\_%'"
                                        + " and index_name not ilike 'primary_key%'"
                                        + " and index_name not ilike 'constraint%'")
                .param(schema)
                .query(String.class)
                .list();
    }

    private ByteArrayResource script(String part) throws IOException {
        String script = new ClassPathResource("org/camunda/bpm/engine/db/create/activiti.%s.create.%s.sql"
                        .formatted(onPostgres() ? "postgres" : "h2", part))
                .getContentAsString(StandardCharsets.UTF_8);
        // The type's full name, which H2 knows in PostgreSQL mode, too.
        String understood = onPostgres() ? script : script.replaceAll("\\bblob\\b", "binary large object");
        return new ByteArrayResource(understood.getBytes(StandardCharsets.UTF_8));
    }
}
