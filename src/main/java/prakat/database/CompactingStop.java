package prakat.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.DestructionAwareBeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * Compacts the embedded database's file at a stop, when everything that uses it is gone: it grows by each commit, to a hundred
 * times of what is in it. The compact copy takes the place of the file at the end, in one step: whoever ends the program
 * meanwhile leaves the file as it was.
 */
@Component
class CompactingStop implements DestructionAwareBeanPostProcessor {

    private static final Logger log = LoggerFactory.getLogger(CompactingStop.class);

    /** Less is not worth a copy. */
    private static final long SMALLEST_FILE = 32L << 20;

    /** What is copied in some seconds; an office that has more stops as fast as any. */
    private static final long MOST_CONTENT = 200L << 20;

    /** In percent. */
    private static final int FULL_ENOUGH = 50;

    @Override
    public boolean requiresDestruction(Object bean) {
        return bean instanceof HikariDataSource pool && pool.getJdbcUrl().startsWith("jdbc:h2:" + DurableFiles.SCHEME);
    }

    @Override
    public void postProcessBeforeDestruction(Object bean, String name) {
        HikariDataSource pool = (HikariDataSource) bean;
        // Not one of the pool's, which would take a database that is closed for one that has failed.
        try (Connection connection =
                        DriverManager.getConnection(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword());
                Statement statement = connection.createStatement()) {
            Map<String, String> settings = new HashMap<>();
            try (ResultSet found = statement.executeQuery(
                    "select setting_name, setting_value"
                            + " from information_schema.settings where setting_name in ('info.FILE_SIZE', 'info.CHUNKS_FILL_RATE')")) {
                while (found.next()) {
                    settings.put(found.getString(1), found.getString(2));
                }
            }
            long size = Long.parseLong(settings.get("info.FILE_SIZE"));
            int percent = Integer.parseInt(settings.get("info.CHUNKS_FILL_RATE"));
            if (size > SMALLEST_FILE && percent < FULL_ENOUGH && size / 100 * percent < MOST_CONTENT) {
                long begin = System.nanoTime();
                statement.execute("shutdown compact");
                log.info(
                        "Compacted the database's file of {} MB in {} ms",
                        size >> 20,
                        Duration.ofNanos(System.nanoTime() - begin).toMillis());
            }
        } catch (SQLException e) {
            log.warn("The database's file was not compacted", e);
        }
    }
}
