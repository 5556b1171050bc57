package prakat.request;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import prakat.input.Refusal;
import prakat.input.Texts;
import prakat.organisation.Capacity;
import prakat.organisation.Person;
import prakat.request.content.Content;
import prakat.request.content.Period;
import prakat.request.content.PublicationPolicy;
import prakat.request.content.Revision;
import prakat.request.record.Actor;
import prakat.request.record.Decision;
import prakat.request.record.Event;
import prakat.request.record.Fact;
import prakat.request.record.History;
import prakat.request.record.HistoryEntry;
import prakat.request.record.Outcome;
import prakat.request.record.ReviewDecision;

/**
 * A publication request (คำขอเผยแพร่) with all its versions and its whole record. Every change is a step of the
 * procedure, which refuses when it is not this person's, not in this state or not rightly said, in this order.
 */
@Entity
public class PublicationRequest {

    @Id
    private String id;

    private String number;

    @Enumerated(EnumType.STRING)
    private Status status;

    private Instant statusSince;
    private int round;
    private String groupCode;
    private String requester;
    private String requesterName;
    private Instant submittedAt;
    private Instant publishFrom;
    private Instant publishUntil;
    private String processInstanceId;
    private String replaces;

    @Version
    private Long version;

    @OneToMany(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "requestId", insertable = false, updatable = false)
    @OrderBy("round")
    private List<Revision> revisions = new ArrayList<>();

    @Embedded
    private History history = new History();

    @OneToMany(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "requestId", insertable = false, updatable = false)
    @OrderBy("id")
    private List<Extension> extensions = new ArrayList<>();

    /** For JPA. */
    protected PublicationRequest() {}

    PublicationRequest(
            String id,
            String number,
            String processInstanceId,
            Person requester,
            String group,
            Content content,
            Instant at) {
        this.id = id;
        this.number = number;
        this.processInstanceId = processInstanceId;
        this.requester = requester.id();
        this.requesterName = requester.name();
        this.groupCode = group;
        this.submittedAt = at;
        propose(1, content, at);
        record(Fact.of(Event.SUBMITTED, owner()), at);
    }

    /** A newer version of what that request has on the website: for its group, and to replace it at its address. */
    PublicationRequest(
            String id,
            String number,
            String processInstanceId,
            Person requester,
            PublicationRequest replaced,
            Content content,
            Instant at) {
        this(id, number, processInstanceId, requester, replaced.groupCode, content, at);
        this.replaces = replaced.id;
    }

    /**
     * A director's decision.
     *
     * @param capacity in which the actor may certify this request; empty where it is not theirs to do
     */
    HistoryEntry certify(Person actor, Optional<Capacity> capacity, Decision decision, Instant at) {
        ensureNotOwn(actor, "not-yours-to-certify");
        ensureAwaitsCertificationBy(capacity);
        ensureSeen(decision);
        Decision.Checked checked = decision.certification();
        become(checked.isYes() ? Status.AWAITING_VETTING : Status.RETURNED, at);
        return record(Fact.of(Event.CERTIFICATION, actor(actor, capacity)).with(checked), at);
    }

    /** The certified information goes to the web officers in the owner's name: step 3 of the procedure. */
    void handOver(Instant at) {
        ensureStatus(Status.AWAITING_VETTING, "not-awaiting-vetting");
        record(Fact.of(Event.HANDED_OVER, new Actor(requester, requesterName, Capacity.SYSTEM)), at);
    }

    /**
     * A web officer's decision. Nothing is permitted that was not certified, or whose period is already over.
     *
     * @param capacity in which the actor may vet this request; empty where it is not theirs to do
     */
    HistoryEntry vet(Person actor, Optional<Capacity> capacity, Decision decision, Instant at) {
        ensureNotOwn(actor, "not-yours-to-vet");
        ensureAwaitsVettingBy(capacity);
        ensureSeen(decision);
        if (Outcome.PERMITTED.code().equals(decision.outcome())) {
            ensureDecided(Event.CERTIFICATION, Outcome.CERTIFIED);
            if (!publishUntil.isAfter(at)) {
                throw Refusal.conflict("period-over");
            }
        }
        Decision.Checked checked = decision.vetting();
        become(checked.isYes() ? Status.SCHEDULED : Status.RETURNED, at);
        return record(Fact.of(Event.VETTING, actor(actor, capacity)).with(checked), at);
    }

    /** Refuses unless a certification is due, and the actor's to give. */
    void ensureAwaitsCertificationBy(Optional<Capacity> capacity) {
        ensureEntitled(capacity, "not-yours-to-certify");
        ensureStatus(Status.AWAITING_CERTIFICATION, "not-awaiting-certification");
    }

    /** Refuses unless a vetting is due, and the actor's to do. */
    void ensureAwaitsVettingBy(Optional<Capacity> capacity) {
        ensureEntitled(capacity, "not-yours-to-vet");
        ensureStatus(Status.AWAITING_VETTING, "not-awaiting-vetting");
    }

    /** The requester is told of the return: step 2.2 of the procedure. */
    void returnToRequester(Instant at) {
        ensureStatus(Status.RETURNED, "not-returned");
        record(Fact.of(Event.RETURNED, Actor.SYSTEM), at);
    }

    /** The requester's next version: the procedure begins again with the director. */
    void revise(Person actor, Content content, Instant at) {
        ensureRevisable(actor);
        propose(round + 1, content, at);
        record(Fact.of(Event.REVISED, owner()).with(Outcome.RESUBMITTED), at);
    }

    /** Refuses what {@link #revise} would refuse, save for the content. */
    public void ensureRevisable(Person actor) {
        ensureRequester(actor);
        ensureStatus(Status.RETURNED, "not-returned");
    }

    /** The requester gives it up. */
    void cancel(Person actor, String reason, Instant at) {
        ensureCancellable(actor);
        String why = Texts.plain(reason);
        if (Texts.length(why) > Decision.REASON_AT_MOST) {
            throw Refusal.invalid("reason", "too-long", Decision.REASON_AT_MOST);
        }
        become(Status.CANCELLED, at);
        record(Fact.of(Event.CANCELLED, owner()).with(Outcome.CANCELLED).because(why.isEmpty() ? null : why), at);
    }

    /** Refuses what {@link #cancel} would refuse, save for the reason. */
    public void ensureCancellable(Person actor) {
        ensureRequester(actor);
        if (!isOpen()) {
            throw Refusal.conflict("not-cancellable");
        }
    }

    /**
     * It goes on the website: exactly the version that was certified and permitted, and nothing else.
     *
     * @param digest of the content as it is stored now, bytes of the attachments included
     */
    public void publish(String digest, Instant at) {
        ensureStatus(Status.SCHEDULED, "not-permitted");
        if (publishFrom.isAfter(at)) {
            throw Refusal.conflict("start-not-reached");
        }
        ensureWhole(digest);
        ensureDecided(Event.CERTIFICATION, Outcome.CERTIFIED);
        ensureDecided(Event.VETTING, Outcome.PERMITTED);
        become(Status.PUBLISHED, at);
        record(Fact.of(Event.PUBLISHED, Actor.SYSTEM), at);
    }

    /**
     * A newer version takes its place on the website.
     *
     * @param number of the newer version
     */
    public void replaceBy(String number, Instant at) {
        ensureStatus(Status.PUBLISHED, "not-published");
        lapseExtension(at);
        become(Status.TAKEN_DOWN, at);
        record(Fact.of(Event.REPLACED, Actor.SYSTEM).about(number), at);
    }

    /**
     * Refuses to let the person propose a newer version.
     *
     * @param updated whether a newer version is on its way already
     */
    public void ensureUpdatable(Person actor, boolean updated, Instant at) {
        ensureUpdatableBy(actor);
        ensureOnWebsite(at);
        if (updated) {
            throw Refusal.conflict("update-pending");
        }
    }

    /** Refuses unless a newer version is the person's to propose, whatever state this one is in. */
    void ensureUpdatableBy(Person actor) {
        ensureRequester(actor);
        if (!actor.staffOf().contains(groupCode)) {
            throw Refusal.forbidden("not-your-group-any-more");
        }
    }

    /** Its period has ended: it is off the website. */
    public void takeDown(Instant at) {
        ensureStatus(Status.PUBLISHED, "not-published");
        if (publishUntil.isAfter(at)) {
            throw Refusal.conflict("period-not-over");
        }
        lapseExtension(at);
        become(Status.TAKEN_DOWN, at);
        record(Fact.of(Event.TAKEN_DOWN, Actor.SYSTEM), at);
    }

    /**
     * A person takes it off before its time.
     *
     * @param capacity in which the actor may do so; empty where it is not theirs to do
     * @param reason at least ten characters
     */
    public void withdraw(Person actor, Optional<Capacity> capacity, String reason, Instant at) {
        ensureWithdrawable(capacity, at);
        List<Refusal.Field> faults = new ArrayList<>();
        String why = neededReason(reason, faults);
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        lapseExtension(at);
        become(Status.WITHDRAWN, at);
        record(Fact.of(Event.WITHDRAWN, actor(actor, capacity)).because(why), at);
    }

    /** Refuses what {@link #withdraw} would refuse, save for the reason. */
    public void ensureWithdrawable(Optional<Capacity> capacity, Instant at) {
        ensureEntitled(capacity, "not-yours-to-withdraw");
        ensureOnWebsite(at);
    }

    /**
     * The owner wishes to keep it on the website for longer.
     *
     * @param wish with a reason of at least ten characters, and an end within the policy's longest period
     * @param zone in which an end without an offset is meant
     */
    void requestExtension(Person actor, ExtensionWish wish, PublicationPolicy.Category rules, ZoneId zone, Instant at) {
        ensureExtendable(actor, at);
        List<Refusal.Field> faults = new ArrayList<>();
        Instant until = new Period(publishFrom, publishUntil).extended(wish.publishUntil(), rules, zone, faults);
        String why = neededReason(wish.reason(), faults);
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        extensions.add(new Extension(id, until, why, at));
        record(Fact.of(Event.EXTENSION_REQUESTED, owner()).because(why).until(until), at);
    }

    /** Refuses what {@link #requestExtension} would refuse, save for what is said. */
    public void ensureExtendable(Person actor, Instant at) {
        ensureRequester(actor);
        ensureOnWebsite(at);
        if (openExtension().isPresent()) {
            throw Refusal.conflict("extension-pending");
        }
    }

    /** A director's decision on the extension. */
    void certifyExtension(Person actor, Optional<Capacity> capacity, Decision decision, Instant at) {
        ensureNotOwn(actor, "not-yours-to-certify");
        Extension extension = ensureExtensionAwaitsCertificationBy(capacity, at);
        ensureSeen(decision);
        decide(extension, Event.EXTENSION_CERTIFICATION, actor(actor, capacity), decision.certification(), at);
    }

    /** Refuses unless an extension is to be certified, and the actor's to certify. */
    Extension ensureExtensionAwaitsCertificationBy(Optional<Capacity> capacity, Instant at) {
        ensureEntitled(capacity, "not-yours-to-certify");
        return ensureExtensionIs(Extension.State.AWAITING_CERTIFICATION, at);
    }

    /** A web officer's decision on the extension; the end moves by {@link #extend}. */
    void vetExtension(Person actor, Optional<Capacity> capacity, Decision decision, Instant at) {
        ensureNotOwn(actor, "not-yours-to-vet");
        Extension extension = ensureExtensionAwaitsVettingBy(capacity, at);
        ensureSeen(decision);
        decide(extension, Event.EXTENSION_VETTING, actor(actor, capacity), decision.vetting(), at);
    }

    /** Refuses unless an extension is to be vetted, and the actor's to vet. */
    Extension ensureExtensionAwaitsVettingBy(Optional<Capacity> capacity, Instant at) {
        ensureEntitled(capacity, "not-yours-to-vet");
        return ensureExtensionIs(Extension.State.AWAITING_VETTING, at);
    }

    /** The end moves to what was permitted. */
    public void extend(Instant at) {
        ensureOnWebsite(at);
        Extension permitted = extension()
                .filter(last -> last.state() == Extension.State.PERMITTED)
                .filter(last -> last.publishUntil().isAfter(publishUntil))
                .orElseThrow(() -> Refusal.conflict("no-extension"));
        publishUntil = permitted.publishUntil();
        record(Fact.of(Event.EXTENDED, Actor.SYSTEM).until(publishUntil), at);
    }

    private void decide(Extension extension, Event event, Actor actor, Decision.Checked decision, Instant at) {
        extension.decide(decision.isYes(), at);
        record(Fact.of(event, actor).with(decision).until(extension.publishUntil()), at);
    }

    /** Whose turn it is was reminded that it is due soon. */
    void remind(Instant at) {
        ensureNotEnded();
        record(Fact.of(Event.REMINDED, Actor.SYSTEM), at);
    }

    /** It was not done in time: the deputy directors see it. */
    void escalate(Instant at) {
        ensureNotEnded();
        record(Fact.of(Event.ESCALATED, Actor.SYSTEM), at);
    }

    private void ensureNotEnded() {
        if (status != Status.PUBLISHED && !isOpen()) {
            throw Refusal.conflict("wrong-state");
        }
    }

    /**
     * Another member of the group becomes its owner, since the present one has left.
     *
     * @param capacity in which the actor may say so; empty where it is not theirs to say
     * @param left whether the present owner works in the group no more
     * @param said the new owner, and why; at least ten characters
     * @param owner the account that was said; empty where there is none
     */
    void reassign(
            Person actor,
            Optional<Capacity> capacity,
            boolean left,
            Reassignment said,
            Optional<Person> owner,
            Instant at) {
        ensureReassignable(capacity, left);
        List<Refusal.Field> faults = new ArrayList<>();
        Optional<Person> next = owner.filter(person -> person.staffOf().contains(groupCode));
        if (next.isEmpty() || next.get().id().equals(requester)) {
            faults.add(Refusal.Field.of("user", "not-staff-of-group"));
        }
        String why = neededReason(said.reason(), faults);
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        requester = next.get().id();
        requesterName = next.get().name();
        record(Fact.of(Event.REASSIGNED, actor(actor, capacity)).because(why).about(requester), at);
    }

    /** Refuses what {@link #reassign} would refuse, save for what is said. */
    void ensureReassignable(Optional<Capacity> capacity, boolean left) {
        ensureEntitled(capacity, "not-yours-to-reassign");
        if (status != Status.PUBLISHED && !isOpen()) {
            throw Refusal.conflict("already-ended");
        }
        if (!left) {
            throw Refusal.conflict("owner-still-there");
        }
    }

    private void lapseExtension(Instant at) {
        openExtension().ifPresent(open -> {
            open.lapse(at);
            record(Fact.of(Event.EXTENSION_LAPSED, Actor.SYSTEM).until(open.publishUntil()), at);
        });
    }

    /**
     * When its owner is asked what shall become of it at its end: as many days before as the policy says, but not before
     * half of the time has passed since this end was set, so that nobody is asked about what has only begun. To the second.
     */
    Instant reminderDay(PublicationPolicy.Category rules) {
        Instant since = history.last(Event.PUBLISHED, Event.EXTENDED, Event.REPLACED)
                .map(HistoryEntry::at)
                .orElse(publishFrom);
        Instant half = since.plus(Duration.between(since, publishUntil).dividedBy(2));
        Instant wished = publishUntil.minus(Duration.ofDays(rules.reminderDays()));
        return (wished.isAfter(half) ? wished : half).truncatedTo(ChronoUnit.SECONDS);
    }

    /** Its owner is asked, once for each end: nothing is recorded before the day, or where this end was asked about. */
    void announceEnd(PublicationPolicy.Category rules, Instant at) {
        if (isShownAt(at) && !isReminderToCome(rules, at) && endAnnounced().isEmpty()) {
            record(Fact.of(Event.END_ANNOUNCED, Actor.SYSTEM).until(publishUntil), at);
        }
    }

    /** Whether the day on which its owner is asked about the present end is still to come. */
    boolean isReminderToCome(PublicationPolicy.Category rules, Instant at) {
        return isShownAt(at) && reminderDay(rules).isAfter(at);
    }

    private boolean isShownAt(Instant at) {
        return status == Status.PUBLISHED && publishUntil.isAfter(at);
    }

    /** The owner lets the period end; an extension may be asked for all the same. Said twice, it is recorded once. */
    void chooseLapse(Person actor, Instant at) {
        ensureLapsable(actor, at);
        if (!hasForThisEnd(Event.LAPSE_CHOSEN)) {
            record(Fact.of(Event.LAPSE_CHOSEN, owner()).until(publishUntil), at);
        }
    }

    private void ensureLapsable(Person actor, Instant at) {
        ensureRequester(actor);
        ensureOnWebsite(at);
        if (endAnnounced().isEmpty()) {
            throw Refusal.conflict("end-not-near");
        }
        if (openExtension().isPresent()) {
            throw Refusal.conflict("extension-pending");
        }
    }

    /** When its owner was asked about the present end; empty where that has not come yet. */
    public Optional<Instant> endAnnounced() {
        return history.last(Event.END_ANNOUNCED)
                .filter(entry -> publishUntil.equals(entry.publishUntil()))
                .map(HistoryEntry::at);
    }

    /** Whether the person is asked at that instant what shall become of it, and has not chosen yet. */
    public boolean isAskedBeforeEnd(Person person, Instant at) {
        return person.id().equals(requester)
                && isShownAt(at)
                && openExtension().isEmpty()
                && endAnnounced().isPresent()
                && !hasForThisEnd(Event.LAPSE_CHOSEN);
    }

    private boolean hasForThisEnd(Event event) {
        return history.last(event)
                .filter(entry -> publishUntil.equals(entry.publishUntil()))
                .isPresent();
    }

    /** Since when the present version is on the website, from which its reviews are counted. */
    Instant onWebsiteSince() {
        return history.last(Event.PUBLISHED, Event.REPLACED)
                .map(HistoryEntry::at)
                .orElse(publishFrom);
    }

    /** Whether a review is to be made at that instant: it is on the website, and the review before is not still open. */
    boolean isReviewNeeded(Instant at) {
        return isShownAt(at) && openReview().isEmpty();
    }

    /** A review has come up. */
    void reviewDue(Instant at) {
        if (!isReviewNeeded(at)) {
            throw Refusal.conflict("no-review");
        }
        record(Fact.of(Event.REVIEW_DUE, Actor.SYSTEM), at);
    }

    /**
     * A web officer's decision on whether it is still current; where it is withdrawn, {@link #withdraw} follows.
     *
     * @param capacity in which the actor may review it; empty where it is not theirs to do
     */
    public Outcome review(Person actor, Optional<Capacity> capacity, ReviewDecision decision, Instant at) {
        ensureNotOwn(actor, "not-yours-to-review");
        ensureReviewableBy(capacity, at);
        if (decision.contentSha256() != null) {
            ensureSeen(decision.contentSha256());
        }
        ReviewDecision.Checked checked = decision.checked();
        record(
                Fact.of(Event.REVIEWED, actor(actor, capacity))
                        .with(checked.outcome())
                        .because(checked.reason()),
                at);
        return checked.outcome();
    }

    /** Refuses what {@link #review} would refuse, save for what is said. */
    public void ensureReviewableBy(Optional<Capacity> capacity, Instant at) {
        ensureEntitled(capacity, "not-yours-to-review");
        ensureOnWebsite(at);
        if (openReview().isEmpty()) {
            throw Refusal.conflict("no-review");
        }
    }

    /** Its owner is told to bring it up to date, and why. */
    void requestUpdate(Instant at) {
        HistoryEntry decision = lastReview()
                .filter(entry -> entry.outcome() == Outcome.UPDATE_REQUESTED)
                .orElseThrow(() -> Refusal.conflict("no-review"));
        record(Fact.of(Event.UPDATE_REQUESTED, Actor.SYSTEM).because(decision.reason()), at);
    }

    /** That a review has come up on which a web officer has still to decide; empty where there is none. */
    public Optional<HistoryEntry> openReview() {
        return history.last(Event.REVIEW_DUE, Event.REVIEWED)
                .filter(entry -> status == Status.PUBLISHED && entry.event() == Event.REVIEW_DUE);
    }

    /** The last decision on whether it is still current; empty where there is none yet. */
    public Optional<HistoryEntry> lastReview() {
        return history.last(Event.REVIEWED);
    }

    /**
     * The decision for which its owner is to bring it up to date; empty once a newer version took its place, or a later
     * review decided otherwise.
     */
    public Optional<HistoryEntry> updateRequest() {
        return history.last(Event.REVIEWED, Event.REPLACED)
                .filter(entry -> status == Status.PUBLISHED && entry.outcome() == Outcome.UPDATE_REQUESTED);
    }

    private Extension ensureExtensionIs(Extension.State expected, Instant at) {
        ensureOnWebsite(at);
        return openExtension()
                .filter(open -> open.state() == expected)
                .orElseThrow(() -> Refusal.conflict("no-extension"));
    }

    private void ensureOnWebsite(Instant at) {
        ensureStatus(Status.PUBLISHED, "not-published");
        if (!publishUntil.isAfter(at)) {
            throw Refusal.conflict("not-published");
        }
    }

    /**
     * Refuses where somebody tampered with the present version.
     *
     * @param digest of the content as it is stored now, bytes of the attachments included
     */
    void ensureWhole(String digest) {
        if (!current().contentSha256().equals(digest)) {
            throw Refusal.conflict("content-differs");
        }
    }

    void goOnIn(String instance) {
        processInstanceId = instance;
    }

    /** Refuses unless the request has that status: for steps of the engine that follow a decision. */
    void ensureIs(Status expected) {
        ensureStatus(expected, "wrong-state");
    }

    /** Whether the person may read it: see "Seen by" in the contract. */
    boolean isVisibleTo(Person person) {
        return person.id().equals(requester) || person.seesAllGroups() || person.belongsTo(groupCode);
    }

    /** Whether the person may revise it now. */
    public boolean isRevisableBy(Person person) {
        return person.id().equals(requester) && status == Status.RETURNED;
    }

    /** Whether the person may ask at that instant to keep it on the website for longer. */
    public boolean isExtendableBy(Person person, Instant at) {
        return person.id().equals(requester)
                && status == Status.PUBLISHED
                && publishUntil.isAfter(at)
                && openExtension().isEmpty();
    }

    /**
     * Whether the person may propose at that instant a newer version of what is on the website; a newer version that is on
     * its way already stands against it all the same.
     */
    public boolean isUpdatableBy(Person person, Instant at) {
        return person.id().equals(requester)
                && person.staffOf().contains(groupCode)
                && status == Status.PUBLISHED
                && publishUntil.isAfter(at);
    }

    /** Whether it left the website because a newer version took its place. */
    public boolean isReplaced() {
        return status == Status.TAKEN_DOWN && history.last(Event.REPLACED).isPresent();
    }

    /** Whether it is still on its way to the website. */
    public boolean isOpen() {
        return Status.UNTIL_PUBLISHED.contains(status);
    }

    /**
     * Who is kept from deciding on it: its owner, who proposed the version of the present round, and who asked for the
     * extension that is open. They are several only where it was reassigned meanwhile.
     */
    public Set<String> authors() {
        Set<String> authors = new LinkedHashSet<>(Set.of(requester));
        authors.addAll(history.authors(round));
        openExtension()
                .flatMap(open -> history.last(Event.EXTENSION_REQUESTED))
                .ifPresent(entry -> authors.add(entry.actor()));
        return Collections.unmodifiableSet(authors);
    }

    /** Whether the person may cancel it now. */
    public boolean isCancellableBy(Person person) {
        return person.id().equals(requester) && isOpen();
    }

    private static String neededReason(String said, List<Refusal.Field> faults) {
        String reason = Texts.plain(said);
        if (Texts.length(reason) < Decision.REASON_AT_LEAST || Texts.length(reason) > Decision.REASON_AT_MOST) {
            faults.add(Refusal.Field.of("reason", "reason", Decision.REASON_AT_LEAST, Decision.REASON_AT_MOST));
        }
        return reason;
    }

    private void propose(int newRound, Content content, Instant at) {
        round = newRound;
        publishFrom = content.publishFrom();
        publishUntil = content.publishUntil();
        revisions.add(new Revision(id, newRound, content, at));
        become(Status.AWAITING_CERTIFICATION, at);
    }

    private void become(Status next, Instant at) {
        status = next;
        statusSince = at;
    }

    private HistoryEntry record(Fact fact, Instant at) {
        return history.add(id, round, current().contentSha256(), fact, at);
    }

    private Actor owner() {
        return new Actor(requester, requesterName, Capacity.REQUESTER);
    }

    private static Actor actor(Person person, Optional<Capacity> capacity) {
        return Actor.of(person, capacity.orElseThrow());
    }

    private void ensureEntitled(Optional<Capacity> capacity, String code) {
        if (capacity.isEmpty()) {
            throw Refusal.forbidden(code);
        }
    }

    /** Four eyes: whatever capacity somebody has, it is not for their own submission. */
    private void ensureNotOwn(Person actor, String code) {
        if (authors().contains(actor.id())) {
            throw Refusal.forbidden(code);
        }
    }

    private void ensureRequester(Person actor) {
        if (!actor.id().equals(requester)) {
            throw Refusal.forbidden("not-your-request");
        }
    }

    private void ensureStatus(Status expected, String code) {
        if (status != expected) {
            throw Refusal.conflict(code);
        }
    }

    private void ensureSeen(Decision decision) {
        if (decision.contentSha256() != null) {
            ensureSeen(decision.contentSha256());
        }
    }

    private void ensureSeen(String digest) {
        if (!digest.equals(current().contentSha256())) {
            throw Refusal.conflict("other-version");
        }
    }

    private void ensureDecided(Event event, Outcome outcome) {
        if (!history.isDecided(event, outcome, round, current().contentSha256())) {
            throw Refusal.conflict("content-differs");
        }
    }

    /** The version of the present round. */
    public Revision current() {
        return revisions.get(revisions.size() - 1);
    }

    /** All versions, the first one first. */
    public List<Revision> revisions() {
        return List.copyOf(revisions);
    }

    /** The whole record, oldest first. */
    public List<HistoryEntry> history() {
        return history.entries();
    }

    /** The last decision that sent it back; empty where none did. */
    public Optional<HistoryEntry> lastReturn() {
        return history.lastReturn();
    }

    /** The extension that was last asked for; empty where none ever was. */
    public Optional<Extension> extension() {
        return extensions.stream().reduce((earlier, later) -> later);
    }

    /** The extension on which somebody has still to decide; empty where there is none. */
    Optional<Extension> openExtension() {
        return extension().filter(Extension::isOpen);
    }

    /** A UUID; also the process instance's business key. */
    public String id() {
        return id;
    }

    /** Buddhist fiscal year and running number, e.g. {@code 2570-00001}. */
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

    /** Code of the requester's group. */
    public String groupCode() {
        return groupCode;
    }

    /** The requester's account. */
    public String requester() {
        return requester;
    }

    /** The requester's name when they became its owner. */
    public String requesterName() {
        return requesterName;
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
