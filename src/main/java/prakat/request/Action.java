package prakat.request;

import static prakat.request.Condition.END_ANNOUNCED;
import static prakat.request.Condition.NOT_SCREENED;
import static prakat.request.Condition.NO_OPEN_EXTENSION;
import static prakat.request.Condition.NO_OPEN_UPDATE;
import static prakat.request.Condition.NO_PERIOD_LEFT;
import static prakat.request.Condition.ON_WEBSITE;
import static prakat.request.Condition.OWNER_HAS_LEFT;
import static prakat.request.Condition.OWNER_IN_GROUP;
import static prakat.request.Condition.PERIOD_LEFT;
import static prakat.request.Condition.PERIOD_OVER;
import static prakat.request.Condition.REVIEW_NEEDED;
import static prakat.request.Condition.SCREENED;
import static prakat.request.Condition.START_REACHED;
import static prakat.request.Condition.in;
import static prakat.request.Condition.open;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import prakat.input.Refusal;
import prakat.organisation.office.Capacity;
import prakat.request.Condition.Situation;
import prakat.request.record.Actor;
import prakat.request.record.TaskKind;

/**
 * The table of what may be done with a request: whose it is to do, the refusal for everybody else, and what must hold, with
 * the refusal where it does not. Refusals come in the order of the row. {@link Rules} answers from it for people;
 * {@link PublicationRequest} enforces it for every caller.
 */
public enum Action {
    // spotless:off
    CERTIFY          (Role.CERTIFIER,  "not-yours-to-certify",  SCREENED, open(TaskKind.CERTIFY, "not-awaiting-certification")),
    VET              (Role.VETTER,     "not-yours-to-vet",      open(TaskKind.VET, "not-awaiting-vetting")),
    REVISE           (Role.OWNER,      "not-your-request",      open(TaskKind.REVISE, "not-returned")),
    CANCEL           (Role.OWNER,      "not-your-request",      in(Status.UNTIL_PUBLISHED, "not-cancellable")),
    EXTEND           (Role.OWNER,      "not-your-request",      ON_WEBSITE, NO_OPEN_EXTENSION),
    CERTIFY_EXTENSION(Role.CERTIFIER,  "not-yours-to-certify",  ON_WEBSITE, open(TaskKind.CERTIFY_EXTENSION, "no-extension")),
    VET_EXTENSION    (Role.VETTER,     "not-yours-to-vet",      ON_WEBSITE, open(TaskKind.VET_EXTENSION, "no-extension")),
    LET_LAPSE        (Role.OWNER,      "not-your-request",      ON_WEBSITE, END_ANNOUNCED, NO_OPEN_EXTENSION),
    UPDATE           (Role.OWNER,      "not-your-request",      OWNER_IN_GROUP, ON_WEBSITE, NO_OPEN_UPDATE),
    REVIEW           (Role.REVIEWER,   "not-yours-to-review",   ON_WEBSITE, open(TaskKind.REVIEW, "no-review")),
    WITHDRAW         (Role.WITHDRAWER, "not-yours-to-withdraw", ON_WEBSITE),
    ANSWER_FINDINGS  (Role.WITHDRAWER, "not-yours-to-withdraw", ON_WEBSITE),
    REASSIGN         (Role.REASSIGNER, "not-yours-to-reassign", in(Status.NOT_ENDED, "already-ended"), OWNER_HAS_LEFT),

    // What the procedure does by itself, in nobody's capacity.
    SCREEN           (in(Status.AWAITING_CERTIFICATION, "wrong-state"), NOT_SCREENED),
    HAND_OVER        (in(Status.AWAITING_VETTING, "not-awaiting-vetting")),
    TELL_OF_RETURN   (in(Status.RETURNED, "not-returned")),
    PUBLISH          (in(Status.SCHEDULED, "not-permitted"), START_REACHED, PERIOD_LEFT),
    MISS_PERIOD      (in(Status.SCHEDULED, "not-permitted"), NO_PERIOD_LEFT),
    MOVE_END         (ON_WEBSITE),
    START_REVIEW     (REVIEW_NEEDED),
    REMIND           (in(Status.NOT_ENDED, "wrong-state")),
    ESCALATE         (in(Status.NOT_ENDED, "wrong-state")),
    REPLACE          (in(Status.PUBLISHED, "not-published")),
    TAKE_DOWN        (in(Status.PUBLISHED, "not-published"), PERIOD_OVER);
    // spotless:on

    private final Role role;
    private final String notTheirs;
    private final List<Condition> conditions;

    Action(Condition... conditions) {
        this(Role.PROCEDURE, "not-your-request", conditions);
    }

    Action(Role role, String notTheirs, Condition... conditions) {
        this.role = role;
        this.notTheirs = notTheirs;
        this.conditions = List.of(conditions);
    }

    /** The action that completes a task. */
    public static Action of(TaskKind task) {
        return valueOf(task.name());
    }

    Role role() {
        return role;
    }

    /**
     * Why it cannot be done; empty where it can.
     *
     * @param capacity in which somebody would do it; empty where it is not theirs to do
     */
    Optional<Refusal> objection(Optional<Capacity> capacity, Situation situation) {
        return capacity.isEmpty()
                ? Optional.of(Refusal.forbidden(notTheirs))
                : conditions.stream()
                        .filter(condition -> !condition.holds().test(situation))
                        .findFirst()
                        .map(Condition::refusal);
    }

    /**
     * The same as far as the request alone can tell, for its own steps.
     *
     * @throws Refusal where it cannot be done
     */
    void ensure(PublicationRequest request, Actor actor, Instant at) {
        if (role.isClosedTo(actor.id(), request)) {
            throw Refusal.forbidden(notTheirs);
        }
        Situation alone = new Situation(request, at, () -> true, () -> false);
        conditions.stream()
                .filter(Condition::ofRequest)
                .filter(condition -> !condition.holds().test(alone))
                .findFirst()
                .ifPresent(condition -> {
                    throw condition.refusal();
                });
    }
}
