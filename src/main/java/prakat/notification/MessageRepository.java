package prakat.notification;

import java.time.Instant;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface MessageRepository extends JpaRepository<Message, String> {

    Page<Message> findByChannel(Message.Channel channel, Pageable page);

    List<Message> findByStateOrderByCreatedAt(Message.State state, Limit most);

    /** Of several who try at once, one moves it. */
    @Modifying
    @Query("update Message m set m.state = :to where m.id = :id and m.state = :from")
    int move(String id, Message.State from, Message.State to);

    @Modifying
    @Query("update Message m set m.attempts = m.attempts + 1 where m.id = :id")
    void countAttempt(String id);

    @Modifying
    @Query("delete from Message m where m.createdAt < :before and (m.sentAt is not null or m.state = :state)")
    int deleteOlder(Instant before, Message.State state);
}
