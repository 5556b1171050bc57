package prakat.monitoring;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import prakat.notification.Outbox.Backlog;
import prakat.process.publication.Workload.Incidents;
import prakat.process.publication.Workload.OpenTasks;
import prakat.request.record.TaskKind;

/**
 * What was read from the database at one moment.
 *
 * @param at when
 * @param tasks the open tasks, by kind
 * @param scheduled requests that wait for their start
 * @param overdueTakedowns publications whose takedown is not on record in time
 * @param backlog what is not delivered
 */
record Reading(
        Instant at,
        Map<TaskKind, OpenTasks> tasks,
        long scheduled,
        long overdueTakedowns,
        Backlog backlog,
        Incidents incidents) {

    /** How many open tasks of that kind there are. */
    double tasks(TaskKind kind) {
        return tasks.containsKey(kind) ? tasks.get(kind).count() : 0;
    }

    /** For how long the oldest open task of that kind is open, in seconds; 0 where there is none. */
    double oldestTask(TaskKind kind) {
        return tasks.containsKey(kind) ? since(tasks.get(kind).oldest()) : 0;
    }

    /** How many messages wait to be delivered. */
    double waiting() {
        return backlog.waiting() == null ? 0 : backlog.waiting();
    }

    /** How many messages could not be delivered. */
    double failed() {
        return backlog.failed() == null ? 0 : backlog.failed();
    }

    /** For how long the first of the messages waits, in seconds; 0 where none does. */
    double oldestMessage() {
        return backlog.oldest() == null ? 0 : since(backlog.oldest());
    }

    private double since(Instant then) {
        return Math.max(0, Duration.between(then, at).toMillis() / 1000.0);
    }
}
