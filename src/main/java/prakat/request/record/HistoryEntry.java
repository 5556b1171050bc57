package prakat.request.record;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.Immutable;
import prakat.organisation.office.Capacity;
import prakat.request.content.Revision;

/** One line of a request's record. Only ever added; the database refuses to change or remove one. */
@Entity
@EntityListeners(EntryListener.class)
@Immutable
public class HistoryEntry {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String requestId;
    private Instant at;
    private String actor;
    private String actorName;
    private Capacity capacity;
    private Event event;
    private int round;
    private Outcome outcome;
    private ReasonCode reasonCode;
    private String reason;

    @Convert(converter = Checklist.class)
    private Map<Criterion, Boolean> checklist = new EnumMap<>(Criterion.class);

    @Convert(converter = Remarks.class)
    private Map<Criterion, String> remarks = new EnumMap<>(Criterion.class);

    private String contentSha256;
    private Instant publishUntil;
    private String subject;

    @Convert(converter = AnswersColumn.class)
    private List<Answer> answers = List.of();

    /** For JPA. */
    protected HistoryEntry() {}

    /**
     * A new entry.
     *
     * @param version that it is about
     */
    public HistoryEntry(String requestId, Revision version, Fact fact, Instant at) {
        this.requestId = requestId;
        this.round = version.round();
        this.contentSha256 = version.contentSha256();
        this.at = at;
        this.event = fact.event();
        this.actor = fact.actor().id();
        this.actorName = fact.actor().name();
        this.capacity = fact.actor().capacity();
        this.outcome = fact.outcome();
        this.checklist.putAll(fact.checklist());
        this.remarks.putAll(fact.remarks());
        this.reasonCode = fact.reasonCode();
        this.reason = fact.reason();
        this.publishUntil = fact.publishUntil();
        this.subject = fact.subject();
        this.answers = List.copyOf(fact.answers());
    }

    /** Its number among all entries. */
    public Long id() {
        return id;
    }

    /** The request on whose record it stands. */
    public String requestId() {
        return requestId;
    }

    /** When, to the microsecond. */
    public Instant at() {
        return at;
    }

    /** The account that acted; {@code system} for the procedure itself. */
    public String actor() {
        return actor;
    }

    /** The actor's name at that time. */
    public String actorName() {
        return actorName;
    }

    /** In what capacity the actor acted. */
    public Capacity capacity() {
        return capacity;
    }

    /** What happened. */
    public Event event() {
        return event;
    }

    /** Whether it is the decision, or the screening, that sent a version back to its requester. */
    public boolean isReturn() {
        return Milestone.RETURNED.isPassedBy(this);
    }

    /** The round it belongs to. */
    public int round() {
        return round;
    }

    /** What was decided; null where the event is no decision. */
    public Outcome outcome() {
        return outcome;
    }

    /** Why, as a code; null where none was given. */
    public ReasonCode reasonCode() {
        return reasonCode;
    }

    /** Why, in words; null where none were given. */
    public String reason() {
        return reason;
    }

    /** The criteria that were marked, in their order; empty where none were. */
    public Map<Criterion, Boolean> checklist() {
        return Collections.unmodifiableMap(checklist);
    }

    /** Why a criterion was marked as not met; empty where nothing was said. */
    public Map<Criterion, String> remarks() {
        return Collections.unmodifiableMap(remarks);
    }

    /** The end of the period that it is about; null where it is about none. */
    public Instant publishUntil() {
        return publishUntil;
    }

    /** The account of the new owner, or the number of the request that took its place; null for every other event. */
    public String subject() {
        return subject;
    }

    /** What was said to the warnings of the screening; empty where there were none. */
    public List<Answer> answers() {
        return List.copyOf(answers);
    }

    /** Whether the reason only repeats the remarks: the form of a decision puts them together as the reason. */
    public boolean remarksSayReason() {
        return reason != null && !remarks.isEmpty() && remarks.values().stream().allMatch(reason::contains);
    }

    /** Digest of the version that it was about. */
    public String contentSha256() {
        return contentSha256;
    }
}
