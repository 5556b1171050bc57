package prakat.process.engine;

import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Component;

/**
 * The first migration: makes the engine's tables by the scripts in {@code db/engine}. So two nodes that start on an empty
 * database take turns, and the engine changes no schema by itself. A new version of the engine that needs other tables
 * gets a migration of its own, in SQL. This one is in Java because installed databases have it on record so.
 */
@Component
class EngineSchema implements JavaMigration {

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
        DatabaseDriver database =
                DatabaseDriver.fromJdbcUrl(context.getConnection().getMetaData().getURL());
        ScriptUtils.executeSqlScript(
                context.getConnection(), new ClassPathResource("db/engine/" + database.getId() + "/7.24.0.sql"));
    }
}
