package prakat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.migration.JavaMigration;
import org.h2.api.ErrorCode;
import org.h2.store.fs.FileUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;
import prakat.database.DatabaseMove;
import prakat.files.FileDirectory;
import prakat.input.SetupException;

/**
 * The program's other mode, {@code java -jar prakat.jar move-to-postgres}: moves an office from the embedded database to
 * PostgreSQL, with its requests in flight, and ends. Of the program itself only the migrations are there.
 */
@ImportAutoConfiguration({DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
@EnableConfigurationProperties(FileDirectory.Settings.class)
@ComponentScan(
        useDefaultFilters = false,
        includeFilters =
                @ComponentScan.Filter(
                        type = FilterType.ASSIGNABLE_TYPE,
                        classes = {JavaMigration.class, FileDirectory.class}))
class MoveToPostgres {

    static final String COMMAND = "move-to-postgres";

    private static final Logger log = LoggerFactory.getLogger(MoveToPostgres.class);

    private static final String DATABASE_FILE = ".mv.db";
    private static final String MOVED = "-moved-to-postgres";

    /** Moves, and returns when everything is there; settings come from where the program has them. */
    static void run(String... settings) {
        new SpringApplicationBuilder(MoveToPostgres.class)
                .profiles("postgres")
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .initializers(context -> ProfileSettings.ensureThere(context.getEnvironment()))
                .run(settings)
                .close();
    }

    /** Not before the target is known to be empty. */
    @Bean
    static FlywayMigrationStrategy later() {
        return flyway -> {};
    }

    @Bean
    static CommandLineRunner moving(Flyway flyway, ConfigurableEnvironment environment) {
        return arguments -> {
            String path;
            try (Connection from = embedded(environment);
                    Connection to = flyway.getConfiguration().getDataSource().getConnection()) {
                DatabaseMove move = new DatabaseMove(from, to);
                move.ensureEmpty();
                flyway.migrate();
                TreeMap<String, Long> moved = move.move();
                log.info("Moved, and found again to the byte: {}", moved);
                path = path(from);
            }
            putAside(path);
        };
    }

    private static Connection embedded(ConfigurableEnvironment environment) throws SQLException {
        String url = said(environment, "spring.datasource.url").stream()
                .filter(address -> address.startsWith("jdbc:h2:"))
                .findFirst()
                .orElseThrow(() -> new SetupException("No address of an embedded database is configured."));
        List<String> users = said(environment, "spring.datasource.username");
        try {
            return DriverManager.getConnection(url + ";IFEXISTS=TRUE", users.get(users.size() - 1), "");
        } catch (SQLException e) {
            if (e.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
                throw new SetupException(
                        "The program still runs on the embedded database: stop it first. Nothing was moved.");
            }
            if (e.getErrorCode() == ErrorCode.DATABASE_NOT_FOUND_WITH_IF_EXISTS_1) {
                throw new SetupException("There is no embedded database at " + url + ". Nothing was moved.");
            }
            throw e;
        }
    }

    /** What the settings say, those first that come first; the profile's own among them. */
    private static List<String> said(ConfigurableEnvironment environment, String name) {
        return environment.getPropertySources().stream()
                .map((PropertySource<?> source) -> source.getProperty(name))
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .toList();
    }

    /** Of its file, without the ending; empty for one in memory. */
    private static String path(Connection embedded) throws SQLException {
        try (var statement = embedded.createStatement();
                var row = statement.executeQuery("call database_path()")) {
            row.next();
            return Objects.requireNonNullElse(row.getString(1), "");
        }
    }

    /** So that nobody goes on with it by mistake, and sends everything a second time. */
    private static void putAside(String path) {
        if (FileUtils.exists(path + DATABASE_FILE)) {
            FileUtils.move(path + DATABASE_FILE, path + MOVED + DATABASE_FILE);
            log.info("The embedded database is left as {}", path + MOVED + DATABASE_FILE);
        }
        log.info("From now on the program is started with --spring.profiles.active=postgres");
    }
}
