package prakat.background;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Asks the office's database twice a second whether it is there, by a connection of its own: the pool's may all be busy. While
 * it is away the program is not ready, so that callers are told at once to come back, instead of waiting for it each. What is
 * known four seconds after it hangs can be told within the five that callers are promised.
 */
@Component
@Profile("postgres")
class DatabaseWatch extends Watch {

    private static final Logger log = LoggerFactory.getLogger(DatabaseWatch.class);

    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int SECONDS_TO_ANSWER = 1;

    /** In a row, and without a pause between them; fewer are a moment in which it has much to do. */
    private static final int MISSES = 3;

    /** It is there, and has no room for one more connection. */
    private static final String TOO_MANY_CONNECTIONS = "53300";

    private final JdbcConnectionDetails database;
    private final ApplicationEventPublisher events;

    private Connection connection;
    private volatile boolean away;

    DatabaseWatch(JdbcConnectionDetails database, ApplicationEventPublisher events) {
        super("database-watch", PAUSE);
        this.database = database;
        this.events = events;
    }

    /** Whether it did not answer when it was asked last. */
    boolean isAway() {
        return away;
    }

    @Override
    void look() {
        int misses = 0;
        while (!answers() && ++misses < MISSES && !away) {
            log.debug("no answer, and asked once more");
        }
        boolean isAway = misses > 0;
        if (isAway != away && !isStopped()) {
            away = isAway;
            log.warn(
                    away
                            ? "The database does not answer: callers are asked to come back"
                            : "The database answers again");
            AvailabilityChangeEvent.publish(
                    events, this, away ? ReadinessState.REFUSING_TRAFFIC : ReadinessState.ACCEPTING_TRAFFIC);
            if (away) {
                // Whoever waits at one of them would wait for as long as the database hangs.
                DatabaseSockets.closeAll();
            }
        }
    }

    private boolean answers() {
        try {
            if (connection == null) {
                connection = connect();
            }
            if (connection.isValid(SECONDS_TO_ANSWER)) {
                return true;
            }
            connection.close();
            connection = null;
            return false;
        } catch (SQLException e) {
            log.debug("no answer", e);
            connection = null;
            return TOO_MANY_CONNECTIONS.equals(e.getSQLState());
        }
    }

    private Connection connect() throws SQLException {
        Properties how = new Properties();
        how.setProperty("user", database.getUsername());
        how.setProperty("password", database.getPassword());
        how.setProperty("loginTimeout", String.valueOf(SECONDS_TO_ANSWER));
        how.setProperty("ApplicationName", "prakat-watch");
        return DriverManager.getConnection(database.getJdbcUrl(), how);
    }
}
