package prakat.request;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import prakat.input.Refusal;
import prakat.organisation.Person;
import prakat.request.content.PublicationPolicy;
import prakat.request.record.Actor;
import prakat.request.record.Event;
import prakat.request.record.Fact;
import prakat.request.record.HistoryEntry;
import prakat.request.record.Outcome;
import prakat.request.record.ReviewDecision;

/**
 * How what is on the website is kept current: its owner is asked before its end what happens then, and web officers
 * review it from time to time.
 */
public final class Upkeep {

    private final PublicationRequest request;
    private final History history;

    Upkeep(PublicationRequest request) {
        this.request = request;
        this.history = request.history();
    }

    /**
     * When the owner is asked about the end: as many days before as the policy says, but not before half of the time has
     * passed since this end was set, so that nobody is asked about what has only begun. To the second.
     */
    Instant reminderDay(PublicationPolicy.Category policy) {
        Instant since = history.last(Event.PUBLISHED, Event.EXTENDED, Event.REPLACED)
                .map(HistoryEntry::at)
                .orElse(request.publishFrom());
        Instant end = request.publishUntil();
        Instant half = since.plus(Duration.between(since, end).dividedBy(2));
        Instant usual = end.minus(Duration.ofDays(policy.reminderDays()));
        return (usual.isAfter(half) ? usual : half).truncatedTo(ChronoUnit.SECONDS);
    }

    /** The owner is asked, once for each end; nothing is recorded before the day. */
    void announceEnd(PublicationPolicy.Category policy, Instant at) {
        if (request.isOnWebsite(at)
                && !reminderDay(policy).isAfter(at)
                && endAnnounced().isEmpty()) {
            request.record(Fact.of(Event.END_ANNOUNCED, Actor.SYSTEM).until(request.publishUntil()), at);
        }
    }

    /** The owner lets the period end; an extension may still be asked for. Said twice, it is recorded once. */
    void letLapse(Actor owner, Instant at) {
        Action.LET_LAPSE.ensure(request, owner, at);
        if (onThisEnd(Event.LAPSE_CHOSEN).isEmpty()) {
            request.record(Fact.of(Event.LAPSE_CHOSEN, owner).until(request.publishUntil()), at);
        }
    }

    /** When the owner was asked about the present end; empty if that has not come yet. */
    public Optional<Instant> endAnnounced() {
        return onThisEnd(Event.END_ANNOUNCED).map(HistoryEntry::at);
    }

    /** Whether the person is asked at that moment what happens at its end, and has not chosen yet. */
    public boolean isAsked(Person person, Instant at) {
        return person.id().equals(request.requester())
                && request.isOnWebsite(at)
                && request.extensions().open().isEmpty()
                && endAnnounced().isPresent()
                && onThisEnd(Event.LAPSE_CHOSEN).isEmpty();
    }

    private Optional<HistoryEntry> onThisEnd(Event event) {
        return history.last(event).filter(entry -> request.publishUntil().equals(entry.publishUntil()));
    }

    /** Since when the present version is on the website; its reviews are counted from there. */
    Instant onWebsiteSince() {
        return history.last(Event.PUBLISHED, Event.REPLACED)
                .map(HistoryEntry::at)
                .orElse(request.publishFrom());
    }

    /** Whether a review can start at that moment: it is on the website, and no review is open. */
    boolean isReviewNeeded(Instant at) {
        return request.isOnWebsite(at) && request.openReview().isEmpty();
    }

    void startReview(Instant at) {
        Action.START_REVIEW.ensure(request, Actor.SYSTEM, at);
        request.record(Fact.of(Event.REVIEW_DUE, Actor.SYSTEM), at);
    }

    /** A web officer's decision; if it is to withdraw, {@link PublicationRequest#withdraw} follows. */
    public Outcome review(Actor webOfficer, ReviewDecision decision, Instant at) {
        Action.REVIEW.ensure(request, webOfficer, at);
        request.ensureSeen(decision.contentSha256());
        ReviewDecision.Checked checked = decision.checked();
        request.record(
                Fact.of(Event.REVIEWED, webOfficer).with(checked.outcome()).because(checked.reason()), at);
        return checked.outcome();
    }

    /** The owner is told to bring it up to date, and why. */
    void requestUpdate(Instant at) {
        HistoryEntry decision = lastReview()
                .filter(entry -> entry.outcome() == Outcome.UPDATE_REQUESTED)
                .orElseThrow(() -> Refusal.conflict("no-review"));
        request.record(Fact.of(Event.UPDATE_REQUESTED, Actor.SYSTEM).because(decision.reason()), at);
    }

    /** The last decision on whether it is still current; empty if there is none yet. */
    public Optional<HistoryEntry> lastReview() {
        return history.last(Event.REVIEWED);
    }

    /**
     * The review that asked its owner to bring it up to date; empty once a newer version took its place, or a later review
     * decided otherwise.
     */
    public Optional<HistoryEntry> updateRequest() {
        return history.last(Event.REVIEWED, Event.REPLACED)
                .filter(entry -> request.status() == Status.PUBLISHED && entry.outcome() == Outcome.UPDATE_REQUESTED);
    }
}
