package prakat.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import prakat.organisation.office.Office;
import prakat.request.Status;

/** Where requests stand at this moment, and which of them start and end on which days. It checks no rights. */
@Service
@Transactional(readOnly = true)
public class Situation {

    private static final String STANDING =
            """
            select r.group_code, r.status, count(*) as requests, min(r.status_since) as since
            from publication_request r where r.status in (:statuses) and %s group by r.group_code, r.status
            """;

    /** What is planned, and what happened. */
    private static final String DAYS =
            """
            select d.request_id, d.starts, d.moment, r.number, r.group_code, v.title
            from (select id as request_id, true as starts, publish_from as moment from publication_request
                  where status = 'SCHEDULED' and publish_from >= :from and publish_from < :until
                  union all
                  select id, false, publish_until from publication_request
                  where status in ('SCHEDULED', 'PUBLISHED') and publish_until >= :from and publish_until < :until
                  union all
                  select request_id, event = 'published', at from history_entry
                  where event in ('published', 'taken-down', 'replaced', 'withdrawn') and at >= :from and at < :until) d
            join publication_request r on r.id = d.request_id
            join revision v on v.request_id = r.id and v.round = r.round
            where %s order by d.moment, r.number limit 5000
            """;

    private final JdbcClient jdbc;
    private final Office office;

    Situation(JdbcClient jdbc, Office office) {
        this.jdbc = jdbc;
        this.office = office;
    }

    /**
     * How many requests of a group are in a status.
     *
     * @param since when the one began that is in it for longest
     */
    public record Standing(String group, Status status, long requests, Instant since) {}

    /**
     * The start or the end of a publication, as it was or as it is planned.
     *
     * @param starts whether it is the start
     */
    public record Change(String requestId, String number, String title, boolean starts, Instant at) {}

    /**
     * All requests to which something is still to happen, counted by group and status; none for what there is none of.
     *
     * @param group code of the only group to count; null for all
     */
    public List<Standing> standings(String group) {
        return jdbc.sql(STANDING.formatted(FiguresQuery.of(group)))
                .param("statuses", Status.NOT_ENDED.stream().map(Status::name).toList())
                .param("group", group)
                .query((row, n) -> new Standing(
                        row.getString("group_code"),
                        Status.valueOf(row.getString("status")),
                        row.getLong("requests"),
                        row.getObject("since", OffsetDateTime.class).toInstant()))
                .list();
    }

    /**
     * The starts and ends from one day to another, in the order of time.
     *
     * @param group code of the only group; null for all
     */
    public List<Change> changes(LocalDate first, LocalDate last, String group) {
        return jdbc.sql(DAYS.formatted(FiguresQuery.of(group)))
                .param("from", office.time(office.start(first)))
                .param("until", office.time(office.start(last.plusDays(1))))
                .param("group", group)
                .query((row, n) -> new Change(
                        row.getString("request_id"),
                        row.getString("number"),
                        row.getString("title"),
                        row.getBoolean("starts"),
                        row.getObject("moment", OffsetDateTime.class).toInstant()))
                .list();
    }
}
