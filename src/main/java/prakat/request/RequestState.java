package prakat.request;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import prakat.organisation.Person;
import prakat.request.content.Content;
import prakat.request.content.Revision;
import prakat.request.record.Event;
import prakat.request.record.Fact;
import prakat.request.record.HistoryEntry;
import prakat.request.record.TaskKind;

/** What a request is at present, and what follows from it; {@link PublicationRequest} alone changes it. */
@MappedSuperclass
public abstract class RequestState {

    @Id
    private String id;

    private String number;

    @Enumerated(EnumType.STRING)
    private Status status;

    private Instant statusSince;
    private boolean screened;
    private int round;
    private Instant submittedAt;
    private Instant publishFrom;
    private Instant publishUntil;
    private String processInstanceId;
    private String replaces;

    @Version
    private Long version;

    @Embedded
    private Ownership ownership;

    @OneToMany(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "requestId", insertable = false, updatable = false)
    @OrderBy("round")
    private List<Revision> revisions = new ArrayList<>();

    @Embedded
    private Extensions extensions = new Extensions();

    @Embedded
    private History history = new History();

    /** For JPA. */
    RequestState() {}

    /** @param replaces id of what it is to replace on the website; null for all but a newer version */
    RequestState(
            String id, String processInstanceId, Ownership ownership, String replaces, Content content, Instant at) {
        this.id = id;
        this.number = Numbers.provisional(id);
        this.processInstanceId = processInstanceId;
        this.ownership = ownership;
        this.replaces = replaces;
        this.submittedAt = at;
        propose(content, at);
    }

    final void propose(Content content, Instant at) {
        round++;
        publishFrom = content.publishFrom();
        publishUntil = content.publishUntil();
        revisions.add(new Revision(id, round, content, at));
        if (isNumbered()) {
            current().findUnder(number);
        }
        screened = false;
        become(Status.AWAITING_CERTIFICATION, at);
    }

    /** It gets the number that people know it by, once. */
    final void number(String itsNumber) {
        number = itsNumber;
        current().findUnder(number);
    }

    final void become(Status next, Instant at) {
        status = next;
        statusSince = at;
    }

    final void passScreening() {
        screened = true;
    }

    final void moveEnd(Instant end) {
        publishUntil = end;
    }

    final void passTo(Person owner) {
        ownership = ownership.passedTo(owner);
    }

    final void leaveBehindAs(String formerId) {
        ownership = ownership.leftBehindAs(formerId);
    }

    final HistoryEntry record(Fact fact, Instant at) {
        HistoryEntry entry = new HistoryEntry(id, current(), fact, at);
        history.add(entry);
        return entry;
    }

    final void goOnIn(String instance) {
        processInstanceId = instance;
    }

    /** The tasks that somebody has to do now. */
    public Set<TaskKind> openTasks() {
        Set<TaskKind> open = new LinkedHashSet<>();
        status.element(screened).flatMap(TaskKind::of).ifPresent(open::add);
        if (status == Status.PUBLISHED) {
            extensions.open().flatMap(Extension::openTask).ifPresent(open::add);
            openReview().ifPresent(due -> open.add(TaskKind.REVIEW));
        }
        return open;
    }

    /**
     * The accounts that are kept from deciding on it: its owner, the person who proposed the present version, and the one
     * who asked for the open extension. They differ only where it was reassigned meanwhile.
     */
    public Set<String> authors() {
        Set<String> authors = new LinkedHashSet<>(Set.of(requester()));
        authors.addAll(history.authors(round));
        extensions
                .open()
                .flatMap(open -> history.last(Event.EXTENSION_REQUESTED))
                .map(HistoryEntry::actor)
                .ifPresent(authors::add);
        return Collections.unmodifiableSet(authors);
    }

    /**
     * The accounts that are kept from vetting what waits for it: the authors, and whoever certified it. Source: {@code
     * procedure.md}, "Four eyes".
     */
    public Set<String> authorsAndCertifiers() {
        Set<String> kept = new LinkedHashSet<>(authors());
        if (openTasks().contains(TaskKind.VET)) {
            history.last(Event.CERTIFICATION).map(HistoryEntry::actor).ifPresent(kept::add);
        }
        if (openTasks().contains(TaskKind.VET_EXTENSION)) {
            history.last(Event.EXTENSION_CERTIFICATION).map(HistoryEntry::actor).ifPresent(kept::add);
        }
        return Collections.unmodifiableSet(kept);
    }

    /** Whether readers see it at that moment. */
    boolean isOnWebsite(Instant at) {
        return status == Status.PUBLISHED && publishUntil.isAfter(at);
    }

    /**
     * Whether readers could still see it where it is put on the website at that moment. Periods end on a full second; what has
     * less than a second left is over before anybody sees it.
     */
    public boolean isPeriodLeft(Instant at) {
        return !publishUntil.isBefore(at.plusSeconds(1));
    }

    /** The review on which a web officer has still to decide; empty if there is none. */
    public Optional<HistoryEntry> openReview() {
        return history.last(Event.REVIEW_DUE, Event.REVIEWED)
                .filter(entry -> status == Status.PUBLISHED && entry.event() == Event.REVIEW_DUE);
    }

    /** Whether it left the website because a newer version took its place. */
    public boolean isReplaced() {
        return status == Status.TAKEN_DOWN && history.last(Event.REPLACED).isPresent();
    }

    /** When its period was found to be over before it could go on the website; empty for all else. */
    public Optional<Instant> periodMissed() {
        return history.last(Event.PERIOD_MISSED).map(HistoryEntry::at);
    }

    /** Whether the present version was looked at for what must not be published; nobody decides on it before. */
    public boolean isScreened() {
        return screened;
    }

    /** Whether it is still on its way to the website. */
    public boolean isOpen() {
        return Status.UNTIL_PUBLISHED.contains(status);
    }

    /** The version of the present round; not the last one, which may have come while somebody reads what was before it. */
    public Revision current() {
        return revisions.get(round - 1);
    }

    /** All versions, the first one first. */
    public List<Revision> revisions() {
        return List.copyOf(revisions);
    }

    /** Its record. */
    public History history() {
        return history;
    }

    /** The extension that was last asked for; empty if none ever was. */
    public Optional<Extension> extension() {
        return extensions.last();
    }

    Extensions extensions() {
        return extensions;
    }

    Ownership ownership() {
        return ownership;
    }

    /** A UUID; also the process instance's business key. */
    public String id() {
        return id;
    }

    /** Whether it has its number: it gets it in the transaction in which it is proposed, late. */
    public boolean isNumbered() {
        return !Numbers.isProvisional(number);
    }

    /** Buddhist fiscal year and running number, e.g. {@code 2570-00001}; nothing to be shown before {@link #isNumbered}. */
    public String number() {
        return number;
    }

    /** Where it stands. */
    public Status status() {
        return status;
    }

    /** Since when it stands there. */
    public Instant statusSince() {
        return statusSince;
    }

    /** How often it has been proposed. */
    public int round() {
        return round;
    }

    /** Code of the group for which it was proposed. */
    public String groupCode() {
        return ownership.groupCode();
    }

    /** The owner's account. */
    public String requester() {
        return ownership.requester();
    }

    /** The owner's name when they became its owner. */
    public String requesterName() {
        return ownership.requesterName();
    }

    /** When it was first proposed. */
    public Instant submittedAt() {
        return submittedAt;
    }

    /** The first instant on the website. */
    public Instant publishFrom() {
        return publishFrom;
    }

    /** The instant from which it is gone. */
    public Instant publishUntil() {
        return publishUntil;
    }

    /** The request that it is to replace on the website, or replaced; empty for the first version of something. */
    public Optional<String> replaces() {
        return Optional.ofNullable(replaces);
    }

    /** The engine's instance that runs the procedure for it. */
    public String processInstanceId() {
        return processInstanceId;
    }
}
