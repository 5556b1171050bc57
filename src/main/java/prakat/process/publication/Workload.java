package prakat.process.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.runtime.Incident;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import prakat.request.record.TaskKind;

/**
 * What waits in the engine, counted. Read from its tables of what is open now, which stay small however much has ended: its
 * own queries would ask for each kind of task by itself.
 */
@Service
@Transactional(readOnly = true)
public class Workload {

    private final JdbcClient jdbc;

    Workload(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The open tasks of one kind.
     *
     * @param oldest since when the oldest of them is open
     */
    public record OpenTasks(TaskKind kind, long count, Instant oldest) {}

    /**
     * What somebody has to look at in Cockpit.
     *
     * @param failedJobs jobs of which no try is left
     * @param others what the program itself has found and cannot repair
     */
    public record Incidents(long failedJobs, long others) {}

    /** The open tasks, by kind; none for a kind of which none is open. */
    public Map<TaskKind, OpenTasks> openTasks() {
        return jdbc
                .sql("select task_def_key_, count(*), min(create_time_) from act_ru_task group by task_def_key_")
                .query((row, n) -> openTasks(row))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .collect(Collectors.toMap(OpenTasks::kind, tasks -> tasks));
    }

    /** Empty for a task of a model that is not ours. */
    private static Optional<OpenTasks> openTasks(ResultSet row) throws SQLException {
        long count = row.getLong(2);
        Instant oldest = row.getTimestamp(3).toInstant();
        return TaskKind.of(row.getString(1)).map(kind -> new OpenTasks(kind, count, oldest));
    }

    /** The open incidents. */
    public Incidents incidents() {
        Map<String, Long> byType = new TreeMap<>();
        jdbc.sql("select incident_type_, count(*) from act_ru_incident group by incident_type_")
                .query(row -> {
                    byType.put(row.getString(1), row.getLong(2));
                });
        long all = byType.values().stream().mapToLong(Long::longValue).sum();
        long failed = byType.getOrDefault(Incident.FAILED_JOB_HANDLER_TYPE, 0L);
        return new Incidents(failed, all - failed);
    }
}
