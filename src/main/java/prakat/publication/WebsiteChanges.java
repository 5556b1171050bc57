package prakat.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether the website is still what it was: what was made of it holds for as long as nothing has changed and no period has
 * ended. The database counts changes in the transactions that make them, so that the count tells of those of other nodes, too,
 * from the very moment from which anybody can see them.
 */
@Component
public class WebsiteChanges {

    private final JdbcClient jdbc;
    private final SharedReading<Long> count;

    WebsiteChanges(JdbcClient jdbc, JdbcOperations plain) {
        this.jdbc = jdbc;
        // Each reader waits for it: without a list of rows that are mapped one by one.
        this.count = new SharedReading<>(() -> plain.query(
                connection -> connection.prepareStatement("select sum(changes) from website_change"),
                WebsiteChanges::first));
    }

    private static Long first(ResultSet rows) throws SQLException {
        rows.next();
        return rows.getLong(1);
    }

    /** How many changes there were: of each that anybody could see before this was called, it tells. */
    public long count() {
        return count.get();
    }

    /** The first instant after that one at which something leaves the website by itself; empty where nothing is there. */
    public Optional<Instant> nextEnd(Instant now) {
        return jdbc.sql("select min(publish_until) from publication where taken_down_at is null and publish_until > ?")
                .param(OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }
}
