package prakat.notification;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.transaction.annotation.Transactional;
import prakat.notification.Message.Channel;
import prakat.notification.Message.State;

interface MessageRepository extends JpaRepository<Message, String> {

    Page<Message> findByChannel(Channel channel, Pageable page);

    Page<Message> findByState(State state, Pageable page);

    List<Message> findByStateOrderByCreatedAt(State state, Limit most);

    long countByState(State state);

    /** Whether the owner was told of something about the account since then. */
    @Query(
            "select count(m) > 0 from Message m where m.kind = 'account' and m.recipient = :account and m.createdAt > :since")
    boolean isToldOfAccount(String account, Instant since);

    /** How many wait to be delivered, since when the first of them does, and how many have failed. */
    @Query(
            """
            select new prakat.notification.Outbox$Backlog(
                sum(case when m.state = QUEUED then 1 else 0 end),
                min(case when m.state = QUEUED then m.stateSince end),
                sum(case when m.state = FAILED then 1 else 0 end))
            from Message m where m.state in (QUEUED, FAILED)""")
    Outbox.Backlog backlog();

    /** Somebody was told of an entry: an account, or the address of a program. */
    record Told(Long entry, String recipient) {}

    /** Who is told of those entries already. */
    @Query("select new prakat.notification.MessageRepository$Told(m.historyEntryId, m.recipient)"
            + " from Message m where m.historyEntryId in :entries")
    List<Told> told(Collection<Long> entries);

    /** Ids of the entries, beside that one, of which people are to be told by now, and nobody is at it or ever was. */
    @Query(
            nativeQuery = true,
            value =
                    """
                    select task_instance from scheduled_tasks
                    where task_name = :task and task_instance <> :entry and execution_time <= :now
                    and not picked and consecutive_failures is null
                    order by execution_time limit :most for update skip locked""")
    List<String> othersUntold(String task, String entry, Instant now, int most);

    /** They are done. */
    @Modifying
    @Query(
            nativeQuery = true,
            value = "delete from scheduled_tasks where task_name = :task and task_instance in :instances")
    void deleteTasks(String task, Collection<String> instances);

    /** The requests with an entry of which telling has failed that often in a row. */
    @Query(
            nativeQuery = true,
            value =
                    """
                    select distinct entry.request_id from scheduled_tasks task
                    join history_entry entry on entry.id = cast(task.task_instance as bigint)
                    where task.task_name = :task and task.consecutive_failures >= :failures""")
    List<String> untold(String task, int failures);

    /** Ids of the entries of which people are still to be told. */
    @Query(nativeQuery = true, value = "select task_instance from scheduled_tasks where task_name = :task")
    List<String> untoldEntries(String task);

    /** What waits has failed, for that reason; the number of those. */
    @Modifying
    @Query("update Message m set m.state = FAILED, m.stateSince = :at, m.lastError = :why"
            + " where m.state = QUEUED or m.state = KEPT")
    int holdBack(Instant at, String why);

    /** Of several who try at once, one moves it; the number of those moved. */
    @Transactional
    @Modifying
    @Query("update Message m set m.state = :to, m.stateSince = :at where m.id = :id and m.state = :from")
    int move(String id, State from, State to, Instant at);

    /** It was taken. */
    @Transactional
    @Modifying
    @Query("update Message m set m.state = SENT, m.stateSince = :at, m.attempts = m.attempts + 1, m.lastError = null"
            + " where m.id = :id")
    void noteSent(String id, Instant at);

    /** It was tried in vain. */
    @Transactional
    @Modifying
    @Query("update Message m set m.attempts = m.attempts + 1, m.lastError = :error where m.id = :id")
    void noteFailure(String id, String error);

    /** What stands there since before then goes on to another state. */
    @Modifying
    @Query("update Message m set m.state = :to, m.stateSince = :at where m.state = :from and m.stateSince < :before")
    int moveOlder(State from, Instant before, State to, Instant at);

    /** Calls of programs at other addresses have failed. */
    @Modifying
    @Query("update Message m set m.state = FAILED, m.stateSince = :at, m.lastError = :why"
            + " where m.state = QUEUED and m.channel = WEBHOOK and m.recipient not in :addresses")
    int failCallsBeside(Collection<String> addresses, Instant at, String why);

    @Modifying
    @Query("delete from Message m where m.stateSince < :before")
    int deleteOlder(Instant before);
}
