package prakat.organisation;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import prakat.organisation.office.Capacity;

/**
 * Somebody who acts for a group's director (รักษาการแทน) from an instant until an instant. In that time the person counts
 * among the group's directors, for what is open already as for what comes.
 */
@Entity
public class ActingDirector {

    @Id
    private String id;

    private String groupCode;
    private String person;
    private Instant actsFrom;
    private Instant actsUntil;
    private String appointedBy;
    private Instant appointedAt;
    private String endedBy;

    /** For JPA. */
    protected ActingDirector() {}

    ActingDirector(String id, String groupCode, String person, Instant from, Instant until, Person by, Instant at) {
        this.id = id;
        this.groupCode = groupCode;
        this.person = person;
        this.actsFrom = from;
        this.actsUntil = until;
        this.appointedBy = by.id();
        this.appointedAt = at;
    }

    /** Ends it before its time; one that has not begun never will. */
    void end(Person by, Instant at) {
        actsUntil = at;
        endedBy = by.id();
    }

    /** The same by the program, since the person has left. */
    void lapse(Instant at) {
        if (!isOver(at)) {
            actsUntil = at;
            endedBy = Capacity.SYSTEM.code();
        }
    }

    boolean isOver(Instant at) {
        return endedBy != null || !actsUntil.isAfter(at);
    }

    /** A UUID. */
    public String id() {
        return id;
    }

    /** Code of the group. */
    public String groupCode() {
        return groupCode;
    }

    /** The account that acts. */
    public String person() {
        return person;
    }

    /** The first instant. */
    public Instant from() {
        return actsFrom;
    }

    /** The instant from which it is over. */
    public Instant until() {
        return actsUntil;
    }

    /** The account that appointed. */
    public String appointedBy() {
        return appointedBy;
    }
}
