package prakat.statistics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import prakat.input.Coded;
import prakat.organisation.office.FiscalPeriod;
import prakat.organisation.office.Office;
import prakat.request.record.Milestone;
import prakat.request.record.ReasonCode;

/** Reads the record's entries of a period, found by their time, in one statement that holds few of them in memory. */
@Repository
class FiguresQuery {

    private static final int AT_ONCE = 1000;

    private static final String PASSED =
            """
            select h.request_id, h.reason_code, h.at, case %s end as milestone,
                   r.group_code, present.category, v.submitted_at, v.publish_from
            from history_entry h
            join publication_request r on r.id = h.request_id
            join revision present on present.request_id = r.id and present.round = r.round
            join revision v on v.request_id = h.request_id and v.round = h.round
            where h.at >= :from and h.at < :until and h.event in (%s) and %s order by h.request_id, h.id
            """;

    private final JdbcClient jdbc;
    private final Office office;

    FiguresQuery(DataSource database, Office office) {
        JdbcTemplate template = new JdbcTemplate(database);
        template.setFetchSize(AT_ONCE);
        this.jdbc = JdbcClient.create(template);
        this.office = office;
    }

    /**
     * A request passed a milestone.
     *
     * @param reason null where the milestone has none
     * @param category of the request's present version
     * @param proposedAt when the version was proposed that passed it
     * @param wantedFrom the first instant on the website that was asked for with that version
     */
    record Passed(
            String requestId,
            Milestone milestone,
            ReasonCode reason,
            Instant at,
            String group,
            String category,
            Instant proposedAt,
            Instant wantedFrom) {}

    /**
     * All that was passed within the period, one request after the other.
     *
     * @param group code of the only group that is wanted; null for all
     */
    void read(FiscalPeriod period, String group, Consumer<Passed> reader) {
        String which = Arrays.stream(Milestone.values())
                .map(milestone -> " when %s then '%s'".formatted(sign(milestone), milestone.code()))
                .collect(Collectors.joining());
        String events = Arrays.stream(Milestone.values())
                .flatMap(milestone -> milestone.signs().stream())
                .map(sign -> "'" + sign.event().code() + "'")
                .distinct()
                .collect(Collectors.joining(", "));
        jdbc.sql(PASSED.formatted(which, events, of(group)))
                .param("from", office.time(office.start(period.first())))
                .param("until", office.time(office.start(period.last().plusDays(1))))
                .param("group", group)
                .query(row -> {
                    // A decision may be none of those that are counted.
                    if (row.getString("milestone") != null) {
                        reader.accept(passed(row));
                    }
                });
    }

    private static Passed passed(ResultSet row) throws SQLException {
        return new Passed(
                row.getString("request_id"),
                Coded.of(Milestone.class, row.getString("milestone")).orElseThrow(),
                Coded.of(ReasonCode.class, row.getString("reason_code")).orElse(null),
                instant("at", row),
                row.getString("group_code"),
                row.getString("category"),
                instant("submitted_at", row),
                instant("publish_from", row));
    }

    private static Instant instant(String column, ResultSet row) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static String of(String group) {
        return group == null ? "true" : "r.group_code = :group";
    }

    private static String sign(Milestone milestone) {
        return milestone.signs().stream()
                .map(sign -> "h.event = '%s'".formatted(sign.event().code())
                        + (sign.outcome() == null
                                ? ""
                                : " and h.outcome = '%s'"
                                        .formatted(sign.outcome().code())))
                .collect(Collectors.joining(" or "));
    }
}
