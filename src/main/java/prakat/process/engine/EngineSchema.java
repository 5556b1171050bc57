package prakat.process.engine;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Component;

/**
 * Makes the engine's tables, by the scripts that the engine 7.24.0 brings with it: so two nodes that start on an empty
 * database take turns, as they do for our own tables, and the engine changes no schema by itself.
 */
@Component
class EngineSchema implements JavaMigration {

    private static final List<String> PARTS = List.of(
            "engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history");

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("1");
    }

    @Override
    public String getDescription() {
        return "engine 7.24.0";
    }

    @Override
    public Integer getChecksum() {
        return 7240;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws Exception {
        Connection connection = context.getConnection();
        boolean postgres = "PostgreSQL".equals(connection.getMetaData().getDatabaseProductName());
        for (String part : PARTS) {
            String script = new ClassPathResource("org/camunda/bpm/engine/db/create/activiti.%s.create.%s.sql"
                            .formatted(postgres ? "postgres" : "h2", part))
                    .getContentAsString(StandardCharsets.UTF_8);
            // In PostgreSQL's manner of speaking, in which all other migrations are, H2 knows this type by its full
            // name.
            String understood = postgres ? script : script.replaceAll("\\bblob\\b", "binary large object");
            ScriptUtils.executeSqlScript(
                    connection, new ByteArrayResource(understood.getBytes(StandardCharsets.UTF_8)));
        }
    }
}
