package prakat.request;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import prakat.input.Coded;
import prakat.request.record.TaskKind;

/**
 * An owner's wish to keep something on the website for longer (ขยายเวลา): a director certifies it, a web officer permits it,
 * and only then the end moves. What was decided on it stands on the request's record.
 */
@Entity
public class Extension {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String requestId;
    private Instant publishUntil;
    private String reason;

    @Enumerated(EnumType.STRING)
    private State state;

    private Instant stateSince;
    private Instant requestedAt;

    /** Where it stands. */
    public enum State implements Coded {
        /** With the group's directors. */
        AWAITING_CERTIFICATION,
        /** With the web officers. */
        AWAITING_VETTING,
        /** The end has moved. */
        PERMITTED,
        /** A director did not certify it: the end stays. */
        RETURNED,
        /** A web officer did not permit it: the end stays. */
        REFUSED,
        /** It left the website before anybody decided. */
        LAPSED;
    }

    /** For JPA. */
    protected Extension() {}

    Extension(String requestId, Instant publishUntil, String reason, Instant at) {
        this.requestId = requestId;
        this.publishUntil = publishUntil;
        this.reason = reason;
        this.requestedAt = at;
        become(State.AWAITING_CERTIFICATION, at);
    }

    /** A decision: with a yes of the directors it goes to the web officers. */
    void decide(boolean yes, Instant at) {
        if (state == State.AWAITING_CERTIFICATION) {
            become(yes ? State.AWAITING_VETTING : State.RETURNED, at);
        } else {
            become(yes ? State.PERMITTED : State.REFUSED, at);
        }
    }

    /** It left the website before anybody decided. */
    void lapse(Instant at) {
        become(State.LAPSED, at);
    }

    private void become(State next, Instant at) {
        state = next;
        stateSince = at;
    }

    /** What somebody has still to do with it; empty once it was decided, or came to nothing. */
    Optional<TaskKind> openTask() {
        return switch (state) {
            case AWAITING_CERTIFICATION -> Optional.of(TaskKind.CERTIFY_EXTENSION);
            case AWAITING_VETTING -> Optional.of(TaskKind.VET_EXTENSION);
            case PERMITTED, RETURNED, REFUSED, LAPSED -> Optional.empty();
        };
    }

    /** Whether somebody has still to decide on it. */
    boolean isOpen() {
        return openTask().isPresent();
    }

    /** The end that the owner asks for. */
    public Instant publishUntil() {
        return publishUntil;
    }

    /** Why, in the owner's words. */
    public String reason() {
        return reason;
    }

    /** Where it stands. */
    public State state() {
        return state;
    }

    /** Since when it stands there. */
    public Instant stateSince() {
        return stateSince;
    }

    /** When the owner asked. */
    public Instant requestedAt() {
        return requestedAt;
    }
}
