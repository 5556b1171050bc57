package prakat.request;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hibernate.annotations.Immutable;
import prakat.input.Coded;
import prakat.organisation.Capacity;
import prakat.request.content.Revision;

/** One line of a request's record. Only ever added; the database refuses to change or remove one. */
@Entity
@Immutable
public class HistoryEntry {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private PublicationRequest request;

    private Instant at;
    private String actor;
    private String actorName;
    private String capacity;
    private String event;
    private int round;
    private String outcome;
    private String reasonCode;
    private String reason;
    private String checklist;

    @Convert(converter = Remarks.class)
    private Map<String, String> remarks = Map.of();

    private String contentSha256;
    private Instant publishUntil;
    private String subject;

    /** What can happen to a request. */
    public enum Event implements Coded {
        /** Proposed for the first time. */
        SUBMITTED,
        /** A director decided. */
        CERTIFICATION,
        /** Handed to the web officers in the owner's name. */
        HANDED_OVER,
        /** A web officer decided. */
        VETTING,
        /** The requester was told to revise it, and why. */
        RETURNED,
        /** Proposed again. */
        REVISED,
        /** Put on the website. */
        PUBLISHED,
        /** Its owner wishes to keep it on the website for longer. */
        EXTENSION_REQUESTED,
        /** A director decided on that. */
        EXTENSION_CERTIFICATION,
        /** A web officer decided on that. */
        EXTENSION_VETTING,
        /** Its end has moved. */
        EXTENDED,
        /** It left the website before that was decided. */
        EXTENSION_LAPSED,
        /** Whose turn it is was reminded that it is due soon. */
        REMINDED,
        /** It was not done in time: the deputy directors see it. */
        ESCALATED,
        /** Its owner was told that the end is near, and what can be done. */
        END_ANNOUNCED,
        /** Its owner lets the period end. */
        LAPSE_CHOSEN,
        /** Whether it is still current is to be looked at by a web officer. */
        REVIEW_DUE,
        /** A web officer looked at whether it is still current. */
        REVIEWED,
        /** Its owner was told to bring it up to date, and why. */
        UPDATE_REQUESTED,
        /** It has another owner. */
        REASSIGNED,
        /** A newer version took its place at its address. */
        REPLACED,
        /** Its period ended. */
        TAKEN_DOWN,
        /** Taken off earlier, by a person. */
        WITHDRAWN,
        /** Given up by the requester. */
        CANCELLED;

        /** Codes of those by which a version is proposed. */
        static final Set<String> PROPOSALS = Set.of(SUBMITTED.code(), REVISED.code());
    }

    /** Who did something. */
    record Actor(String id, String name, Capacity capacity) {
        /** The procedure itself. */
        static final Actor SYSTEM = new Actor("system", "system", Capacity.SYSTEM);
    }

    /** For JPA. */
    protected HistoryEntry() {}

    HistoryEntry(PublicationRequest request, Event event, Actor actor, Revision revision, Instant at) {
        this.request = request;
        this.event = event.code();
        this.actor = actor.id();
        this.actorName = actor.name();
        this.capacity = actor.capacity().code();
        this.round = revision.round();
        this.contentSha256 = revision.contentSha256();
        this.at = at;
    }

    HistoryEntry with(Outcome outcome, ReasonCode reasonCode, String reason) {
        this.outcome = outcome == null ? null : outcome.code();
        this.reasonCode = reasonCode == null ? null : reasonCode.code();
        this.reason = reason;
        return this;
    }

    HistoryEntry until(Instant end) {
        this.publishUntil = end;
        return this;
    }

    HistoryEntry about(String whomOrWhat) {
        this.subject = whomOrWhat;
        return this;
    }

    HistoryEntry with(Decision.Checked decision) {
        this.checklist = decision.checklist().isEmpty()
                ? null
                : decision.checklist().entrySet().stream()
                        .map(mark -> mark.getKey().code() + "=" + mark.getValue())
                        .collect(Collectors.joining(","));
        Map<String, String> words = new TreeMap<>();
        decision.remarks().forEach((criterion, text) -> words.put(criterion.code(), text));
        this.remarks = words;
        return with(decision.outcome(), decision.reasonCode(), decision.reason());
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

    /** Code of the {@link Capacity} in which the actor acted. */
    public String capacity() {
        return capacity;
    }

    /** Code of the {@link Event}. */
    public String event() {
        return event;
    }

    /** Whether it is the decision that sent a version back to its requester. */
    public boolean isReturn() {
        return Event.CERTIFICATION.code().equals(event)
                        && Outcome.RETURNED.code().equals(outcome)
                || Event.VETTING.code().equals(event) && Outcome.REFUSED.code().equals(outcome);
    }

    /** The round it belongs to. */
    public int round() {
        return round;
    }

    /** Code of the {@link Outcome}; null where the event is no decision. */
    public String outcome() {
        return outcome;
    }

    /** Code of the {@link ReasonCode}; null where none was given. */
    public String reasonCode() {
        return reasonCode;
    }

    /** Why, in words; null where none were given. */
    public String reason() {
        return reason;
    }

    /** The criteria that were marked, by code; empty where none were. */
    public Map<String, Boolean> checklist() {
        Map<String, Boolean> marks = new TreeMap<>();
        if (checklist != null) {
            for (String mark : checklist.split(",")) {
                String[] parts = mark.split("=");
                marks.put(parts[0], Boolean.valueOf(parts[1]));
            }
        }
        return marks;
    }

    /** The end of the period that it is about; null where it is about none. */
    public Instant publishUntil() {
        return publishUntil;
    }

    /** The account of the new owner, or the number of the request that took its place; null for every other event. */
    public String subject() {
        return subject;
    }

    /** Why a criterion was marked as not met, by its code; empty where nothing was said. */
    public Map<String, String> remarks() {
        return Map.copyOf(remarks);
    }

    /** Digest of the version that it was about. */
    public String contentSha256() {
        return contentSha256;
    }
}
