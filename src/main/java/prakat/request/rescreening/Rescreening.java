package prakat.request.rescreening;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import prakat.organisation.Person;

/** One look at everything that is public or on its way there; goes on where it was when the program ended. */
@Entity
public class Rescreening {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private Instant begunAt;
    private String begunBy;
    private Instant endedAt;

    /** Null once it has ended, so that the database lets no two be under way. */
    private Boolean underWay = true;

    private long total;
    private long screened;
    private String lastRequestId;

    /** For JPA. */
    protected Rescreening() {}

    Rescreening(Person by, long total, Instant at) {
        this.begunBy = by.name();
        this.total = total;
        this.begunAt = at;
        this.lastRequestId = "";
    }

    Long id() {
        return id;
    }

    String lastRequestId() {
        return lastRequestId;
    }

    void passed(String requestId) {
        lastRequestId = requestId;
        screened++;
    }

    void end(Instant at) {
        endedAt = at;
        underWay = null;
    }

    /** When it was begun. */
    public Instant begunAt() {
        return begunAt;
    }

    /** Name of who wanted it, at that time. */
    public String begunBy() {
        return begunBy;
    }

    /** When everything had been looked at; null while it is under way. */
    public Instant endedAt() {
        return endedAt;
    }

    /** How many requests there were to look at when it was begun. */
    public long total() {
        return total;
    }

    /** How many of them were looked at so far. */
    public long screened() {
        return screened;
    }
}
