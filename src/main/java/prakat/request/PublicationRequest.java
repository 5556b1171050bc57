package prakat.request;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import prakat.input.Refusal;
import prakat.input.Texts;
import prakat.organisation.Person;
import prakat.organisation.office.Capacity;
import prakat.request.content.Content;
import prakat.request.content.Period;
import prakat.request.content.PublicationPolicy;
import prakat.request.record.Actor;
import prakat.request.record.Answer;
import prakat.request.record.Decision;
import prakat.request.record.Event;
import prakat.request.record.ExtensionWish;
import prakat.request.record.Fact;
import prakat.request.record.HistoryEntry;
import prakat.request.record.Outcome;
import prakat.request.record.Reason;
import prakat.request.record.Reassignment;
import prakat.request.record.TaskKind;
import prakat.request.screening.Screening;

/**
 * A publication request (คำขอเผยแพร่) with all its versions and its record. Every change is a step of the procedure, which
 * throws a refusal when {@link Action} does not allow it, or when what was said is wrong.
 */
@Entity
public class PublicationRequest extends RequestState {

    /** For JPA. */
    protected PublicationRequest() {}

    /** @param replaced what it is to replace on the website; empty for all but a newer version */
    PublicationRequest(
            String id,
            String processInstanceId,
            Person requester,
            String group,
            Optional<PublicationRequest> replaced,
            Content content,
            Instant at) {
        super(
                id,
                processInstanceId,
                new Ownership(requester, group),
                replaced.map(PublicationRequest::id).orElse(null),
                content,
                at);
        record(Fact.of(Event.SUBMITTED, Actor.of(requester, Capacity.REQUESTER)), at);
    }

    /**
     * The present version was looked at for what must not be published.
     *
     * @param why it goes back to its owner, in words; null where it does not
     */
    void screened(Screening screening, String why, Instant at) {
        ensure(Action.SCREEN, at);
        passScreening();
        Fact fact = Fact.of(Event.SCREENED, Actor.SYSTEM);
        if (!screening.blocking().isEmpty()) {
            become(Status.RETURNED, at);
            record(fact.with(Outcome.BLOCKED).with(screening.reasonCode()).because(why), at);
        } else if (!screening.warnings().isEmpty()) {
            record(fact.with(Outcome.PASSED), at);
        }
    }

    /**
     * It was looked at again while it is public, and somebody answers what was found.
     *
     * @param answers to all that nobody had answered
     */
    public void answerFindings(Actor actor, List<Answer> answers, Instant at) {
        ensure(Action.ANSWER_FINDINGS, actor, at);
        record(Fact.of(Event.FINDINGS_ANSWERED, actor).answering(answers), at);
    }

    /**
     * A director's or web officer's decision on the version or on its extension.
     *
     * @param screening of the present version; empty where nobody ever looked, as before there was one
     */
    HistoryEntry decide(
            TaskKind task, Actor actor, Decision decision, Supplier<Optional<Screening>> screening, Instant at) {
        ensure(Action.of(task), actor, at);
        ensureSeen(decision.contentSha256());
        if (TaskKind.ON_VERSION.contains(task) && decision.says(task.yes())) {
            if (task == TaskKind.VET) {
                ensureDecided(TaskKind.CERTIFY);
            }
            if (!isPeriodLeft(at)) {
                throw Refusal.conflict("period-over");
            }
        }
        Decision.Checked checked = decision.checked(task);
        Fact fact = Fact.of(task.event(), actor).with(checked);
        if (TaskKind.ON_VERSION.contains(task)) {
            fact = fact.answering(screening
                    .get()
                    .map(found -> found.answered(decision.answers(), checked.isYes()))
                    .orElse(List.of()));
        }
        if (TaskKind.ON_EXTENSION.contains(task)) {
            Extension extension = extensions().open().orElseThrow();
            extension.decide(checked.isYes(), at);
            return record(fact.until(extension.publishUntil()), at);
        }
        Status next = task == TaskKind.CERTIFY ? Status.AWAITING_VETTING : Status.SCHEDULED;
        become(checked.isYes() ? next : Status.RETURNED, at);
        return record(fact, at);
    }

    /** The certified information goes to the web officers in the owner's name: step 3 of the procedure. */
    void handOver(Instant at) {
        ensure(Action.HAND_OVER, at);
        record(Fact.of(Event.HANDED_OVER, ownership().actor(Capacity.SYSTEM)), at);
    }

    /** The requester is told of the return: step 2.2 of the procedure. */
    void returnToRequester(Instant at) {
        ensure(Action.TELL_OF_RETURN, at);
        record(Fact.of(Event.RETURNED, Actor.SYSTEM), at);
    }

    /** The requester's next version: the procedure begins again with the director. */
    void revise(Actor owner, Content content, Instant at) {
        ensure(Action.REVISE, owner, at);
        propose(content, at);
        record(Fact.of(Event.REVISED, owner).with(Outcome.RESUBMITTED), at);
    }

    /** The requester gives it up; a reason may be left out. */
    void cancel(Actor owner, String reason, Instant at) {
        ensure(Action.CANCEL, owner, at);
        String why = Texts.plain(reason);
        if (Texts.length(why) > Reason.LONGEST) {
            throw Refusal.invalid("reason", "too-long", Reason.LONGEST);
        }
        become(Status.CANCELLED, at);
        record(Fact.of(Event.CANCELLED, owner).with(Outcome.CANCELLED).because(why.isEmpty() ? null : why), at);
    }

    /**
     * It goes on the website: exactly the version that was certified and permitted.
     *
     * @param digest of the content as it is stored now, bytes of the attachments included
     */
    public void publish(String digest, Instant at) {
        ensure(Action.PUBLISH, at);
        ensureWhole(digest);
        ensureDecided(TaskKind.CERTIFY);
        ensureDecided(TaskKind.VET);
        become(Status.PUBLISHED, at);
        record(Fact.of(Event.PUBLISHED, Actor.SYSTEM), at);
    }

    /** Its period was over before anybody could see it, as where the program was off: it never was public. */
    public void missPeriod(Instant at) {
        ensure(Action.MISS_PERIOD, at);
        become(Status.TAKEN_DOWN, at);
        record(Fact.of(Event.PERIOD_MISSED, Actor.SYSTEM).until(publishUntil()), at);
    }

    /** The newer version of that number takes its place on the website. */
    public void replaceBy(String newer, Instant at) {
        ensure(Action.REPLACE, at);
        leaveWebsite(Status.TAKEN_DOWN, Fact.of(Event.REPLACED, Actor.SYSTEM).about(newer), at);
    }

    /** Its period has ended: it is off the website. */
    public void takeDown(Instant at) {
        ensure(Action.TAKE_DOWN, at);
        leaveWebsite(Status.TAKEN_DOWN, Fact.of(Event.TAKEN_DOWN, Actor.SYSTEM), at);
    }

    /**
     * A person takes it off before its time.
     *
     * @param reason at least ten characters
     */
    public void withdraw(Actor actor, String reason, Instant at) {
        ensure(Action.WITHDRAW, actor, at);
        List<Refusal.Field> errors = new ArrayList<>();
        String why = Reason.read(reason, true, errors);
        Refusal.throwIfAny(errors);
        leaveWebsite(Status.WITHDRAWN, Fact.of(Event.WITHDRAWN, actor).because(why), at);
    }

    /**
     * The owner asks to keep it on the website for longer.
     *
     * @param wish with an end within the policy's longest period
     * @param zone in which an end without an offset is meant
     */
    void requestExtension(Actor owner, ExtensionWish wish, PublicationPolicy.Category policy, ZoneId zone, Instant at) {
        ensure(Action.EXTEND, owner, at);
        List<Refusal.Field> errors = new ArrayList<>();
        Instant until = new Period(publishFrom(), publishUntil()).extended(wish.publishUntil(), policy, zone, errors);
        String why = Reason.read(wish.reason(), true, errors);
        Refusal.throwIfAny(errors);
        extensions().add(new Extension(id(), until, why, at));
        record(Fact.of(Event.EXTENSION_REQUESTED, owner).because(why).until(until), at);
    }

    /** The end moves to what was permitted. */
    public void extend(Instant at) {
        ensure(Action.MOVE_END, at);
        moveEnd(extensions().permittedBeyond(publishUntil()).orElseThrow(() -> Refusal.conflict("no-extension")));
        record(Fact.of(Event.EXTENDED, Actor.SYSTEM).until(publishUntil()), at);
    }

    /** The people who have to act were reminded that it is due soon. */
    void remind(Instant at) {
        ensure(Action.REMIND, at);
        record(Fact.of(Event.REMINDED, Actor.SYSTEM), at);
    }

    /** It was not done in time: the deputy directors see it. */
    void escalate(Instant at) {
        ensure(Action.ESCALATE, at);
        record(Fact.of(Event.ESCALATED, Actor.SYSTEM), at);
    }

    /**
     * Another member of the group becomes its owner, because the present one has left.
     *
     * @param said the new owner and why
     * @param owner the account that was said; empty if there is none
     */
    void reassign(Actor actor, Reassignment said, Optional<Person> owner, Instant at) {
        ensure(Action.REASSIGN, actor, at);
        List<Refusal.Field> errors = new ArrayList<>();
        Optional<Person> next = owner.filter(ownership()::mayPassTo);
        if (next.isEmpty()) {
            errors.add(Refusal.Field.of("user", "not-staff-of-group"));
        }
        String why = Reason.read(said.reason(), true, errors);
        Refusal.throwIfAny(errors);
        passTo(next.orElseThrow());
        record(Fact.of(Event.REASSIGNED, actor).because(why).about(requester()), at);
    }

    /** How it is kept current while it is on the website. */
    public Upkeep upkeep() {
        return new Upkeep(this);
    }

    /**
     * Makes sure that nobody tampered with the present version.
     *
     * @param digest of the content as it is stored now, bytes of the attachments included
     * @throws Refusal where it differs
     */
    public void ensureWhole(String digest) {
        if (!current().contentSha256().equals(digest)) {
            throw Refusal.conflict("content-differs");
        }
    }

    /** @param digest of the version that the person looked at; null where the door does not say it */
    void ensureSeen(String digest) {
        if (digest != null && !digest.equals(current().contentSha256())) {
            throw Refusal.conflict("other-version");
        }
    }

    private void ensure(Action action, Instant at) {
        ensure(action, Actor.SYSTEM, at);
    }

    private void ensure(Action action, Actor actor, Instant at) {
        action.ensure(this, actor, at);
    }

    private void ensureDecided(TaskKind task) {
        if (!history().isDecided(task.event(), task.yes(), current())) {
            throw Refusal.conflict("content-differs");
        }
    }

    private void leaveWebsite(Status next, Fact fact, Instant at) {
        extensions().open().ifPresent(open -> {
            open.lapse(at);
            record(Fact.of(Event.EXTENSION_LAPSED, Actor.SYSTEM).until(open.publishUntil()), at);
        });
        become(next, at);
        record(fact, at);
    }
}
