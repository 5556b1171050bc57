package prakat.publication;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
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

    WebsiteChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.count = new SharedReading<>(() -> jdbc.sql("select sum(changes) from website_change")
                .query(Long.class)
                .single());
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
