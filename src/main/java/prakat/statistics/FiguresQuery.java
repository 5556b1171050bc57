package prakat.statistics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import prakat.input.Coded;
import prakat.organisation.office.FiscalPeriod;
import prakat.organisation.office.Office;
import prakat.request.record.Milestone;
import prakat.request.record.ReasonCode;

/**
 * Counts in the database, each in one statement that reads the record's entries of the period by their time and answers with
 * hundreds of lines at most, however many requests there are.
 */
@Repository
class FiguresQuery {

    private static final Set<Milestone> TIMED = Set.of(Milestone.CERTIFIED, Milestone.PERMITTED, Milestone.PUBLISHED);
    private static final int MONTHS = 12;

    /** The entries of the period with their milestone and, counted from the year 0, the month in the office's zone. */
    private static final String ENTRIES =
            """
            select h.request_id, h.round, h.at, %s as milestone,
                   extract(year from h.at at time zone :zone) * 12 + extract(month from h.at at time zone :zone) - 1 as month_no
            from history_entry h where h.at >= :from and h.at < :until and h.event in (%s)
            """;

    /** A request's first month of the period has it counted there, so that no statement has to count it again. */
    private static final String COUNTS =
            """
            select m.milestone, r.group_code, v.category, m.month_no, count(*) as in_month,
                   sum(case when m.month_no = m.first_month then 1 else 0 end) as in_period
            from (select d.*, min(d.month_no) over (partition by d.request_id, d.milestone) as first_month
                  from (select distinct e.request_id, e.milestone, e.month_no from (%s) e where e.milestone is not null) d) m
            join publication_request r on r.id = m.request_id
            join revision v on v.request_id = r.id and v.round = r.round
            where %s group by m.milestone, r.group_code, v.category, m.month_no
            """;

    private static final String HOURS =
            """
            select t.milestone, t.part, t.part_value,
                   percentile_cont(0.5) within group (order by t.seconds) as median,
                   percentile_cont(0.9) within group (order by t.seconds) as p90
            from (select e.milestone, parts.part,
                         case parts.part when 'GROUP' then r.group_code when 'CATEGORY' then now.category
                                         when 'MONTH' then cast(cast(e.month_no as int) as varchar(8)) else '' end as part_value,
                         cast(extract(epoch from (e.at - v.submitted_at)) as double precision) as seconds
                  from (%s) e
                  join publication_request r on r.id = e.request_id
                  join revision v on v.request_id = e.request_id and v.round = e.round
                  join revision now on now.request_id = r.id and now.round = r.round
                  cross join (values ('ALL'), ('GROUP'), ('CATEGORY'), ('MONTH')) parts (part)
                  where e.milestone is not null and (e.milestone <> '%s' or v.publish_from <= v.submitted_at) and %s) t
            group by t.milestone, t.part, t.part_value
            """;

    private static final String REASONS =
            """
            select h.reason_code, count(distinct h.request_id)
            from history_entry h join publication_request r on r.id = h.request_id
            where h.at >= :from and h.at < :until and h.reason_code is not null and (%s) and %s group by h.reason_code
            """;

    private final JdbcClient jdbc;
    private final Office office;

    FiguresQuery(JdbcClient jdbc, Office office) {
        this.jdbc = jdbc;
        this.office = office;
    }

    /**
     * How many requests passed a milestone.
     *
     * @param inMonth all that did in that month
     * @param inPeriod those of them that did not do so in an earlier month of the period
     */
    record Count(Milestone milestone, String group, String category, YearMonth month, long inMonth, long inPeriod) {}

    /** By what times are told apart. */
    enum Part {
        ALL,
        GROUP,
        CATEGORY,
        MONTH
    }

    /**
     * How long it took until a milestone.
     *
     * @param value code of the group or category, number of the {@linkplain #month month}; "" for all
     */
    record Took(Milestone milestone, Part by, String value, Hours hours) {}

    List<Count> counts(FiscalPeriod period, String group) {
        String sql = COUNTS.formatted(entries(Set.of(Milestone.values())), of(group));
        return in(period, group, sql)
                .param("zone", office.zone().getId())
                .query((row, n) -> new Count(
                        milestone(row),
                        row.getString("group_code"),
                        row.getString("category"),
                        month(row.getInt("month_no")),
                        row.getLong("in_month"),
                        row.getLong("in_period")))
                .list();
    }

    List<Took> hours(FiscalPeriod period, String group) {
        String sql = HOURS.formatted(entries(TIMED), Milestone.PUBLISHED.code(), of(group));
        return in(period, group, sql)
                .param("zone", office.zone().getId())
                .query((row, n) -> new Took(
                        milestone(row),
                        Part.valueOf(row.getString("part")),
                        row.getString("part_value"),
                        Hours.ofSeconds(row.getDouble("median"), row.getDouble("p90"))))
                .list();
    }

    /** How many requests were returned for a reason; without those for which none was. */
    Map<ReasonCode, Long> returnsByReason(FiscalPeriod period, String group) {
        return in(period, group, REASONS.formatted(passed(Milestone.RETURNED), of(group)))
                .query((row, n) ->
                        Map.entry(Coded.of(ReasonCode.class, row.getString(1)).orElseThrow(), row.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The month of that number, counted from the year 0. */
    static YearMonth month(int number) {
        return YearMonth.of(number / MONTHS, number % MONTHS + 1);
    }

    private JdbcClient.StatementSpec in(FiscalPeriod period, String group, String sql) {
        return jdbc.sql(sql)
                .param("from", start(period.first()))
                .param("until", start(period.last().plusDays(1)))
                .param("group", group);
    }

    private OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay(office.zone()).toOffsetDateTime();
    }

    static String of(String group) {
        return group == null ? "true" : "r.group_code = :group";
    }

    private static Milestone milestone(ResultSet row) throws SQLException {
        return Coded.of(Milestone.class, row.getString("milestone")).orElseThrow();
    }

    private static String entries(Set<Milestone> milestones) {
        String which = milestones.stream()
                .map(milestone -> " when %s then '%s'".formatted(passed(milestone), milestone.code()))
                .collect(Collectors.joining("", "case", " end"));
        String events = milestones.stream()
                .flatMap(milestone -> milestone.signs().stream())
                .map(sign -> "'" + sign.event().code() + "'")
                .distinct()
                .collect(Collectors.joining(", "));
        return ENTRIES.formatted(which, events);
    }

    private static String passed(Milestone milestone) {
        return milestone.signs().stream()
                .map(sign -> "h.event = '%s'".formatted(sign.event().code())
                        + (sign.outcome() == null
                                ? ""
                                : " and h.outcome = '%s'"
                                        .formatted(sign.outcome().code())))
                .collect(Collectors.joining(" or "));
    }
}
