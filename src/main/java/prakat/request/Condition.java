package prakat.request;

import java.time.Instant;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import prakat.input.Refusal;
import prakat.request.record.TaskKind;

/**
 * What must hold for an action by anybody.
 *
 * @param kind of the refusal where it does not hold
 * @param code of that refusal
 * @param ofRequest whether the request alone can tell
 * @param holds whether it holds
 */
record Condition(Refusal.Kind kind, String code, boolean ofRequest, Predicate<Situation> holds) {

    /** It is on the website, as readers see it. */
    static final Condition ON_WEBSITE = when("not-published", PublicationRequest::isOnWebsite);

    /** It was looked at for what must not be published, where somebody is to certify it. */
    static final Condition SCREENED = when(
            "being-screened",
            (request, now) -> request.isScreened() || request.status() != Status.AWAITING_CERTIFICATION);

    /** Nobody has looked yet. */
    static final Condition NOT_SCREENED = when("wrong-state", (request, now) -> !request.isScreened());

    /** Nobody has still to decide on an extension. */
    static final Condition NO_OPEN_EXTENSION = when(
            "extension-pending", (request, now) -> request.extensions().open().isEmpty());

    /** It can be reviewed. */
    static final Condition REVIEW_NEEDED =
            when("no-review", (request, now) -> request.upkeep().isReviewNeeded(now));

    /** Its start has come. */
    static final Condition START_REACHED =
            when("start-not-reached", (request, now) -> !request.publishFrom().isAfter(now));

    /** Its end has come. */
    static final Condition PERIOD_OVER =
            when("period-not-over", (request, now) -> !request.publishUntil().isAfter(now));

    /** Readers could still see it. */
    static final Condition PERIOD_LEFT = when("period-over", PublicationRequest::isPeriodLeft);

    /** Nobody could see it any more. */
    static final Condition NO_PERIOD_LEFT = when("period-not-over", (request, now) -> !request.isPeriodLeft(now));

    /** Its owner was asked about its end. */
    static final Condition END_ANNOUNCED = when(
            "end-not-near", (request, now) -> request.upkeep().endAnnounced().isPresent());

    /** No newer version is on its way to the website. */
    static final Condition NO_OPEN_UPDATE = outside(Refusal.Kind.CONFLICT, "update-pending", situation -> !situation
            .openUpdate()
            .getAsBoolean());

    /** Its owner works in its group. */
    static final Condition OWNER_IN_GROUP =
            outside(Refusal.Kind.FORBIDDEN, "not-your-group-any-more", situation -> situation
                    .ownerInGroup()
                    .getAsBoolean());

    /** Its owner works in its group no more. */
    static final Condition OWNER_HAS_LEFT = outside(Refusal.Kind.CONFLICT, "owner-still-there", situation -> !situation
            .ownerInGroup()
            .getAsBoolean());

    /**
     * What conditions look at.
     *
     * @param now the moment of the action
     * @param ownerInGroup whether its owner works in its group
     * @param openUpdate whether a newer version is on its way to the website
     */
    record Situation(
            PublicationRequest request, Instant now, BooleanSupplier ownerInGroup, BooleanSupplier openUpdate) {}

    static Condition in(Set<Status> statuses, String code) {
        return when(code, (request, now) -> statuses.contains(request.status()));
    }

    static Condition in(Status status, String code) {
        return in(Set.of(status), code);
    }

    static Condition open(TaskKind task, String code) {
        return when(code, (request, now) -> request.openTasks().contains(task));
    }

    static Condition when(String code, BiPredicate<PublicationRequest, Instant> holds) {
        return new Condition(
                Refusal.Kind.CONFLICT, code, true, situation -> holds.test(situation.request(), situation.now()));
    }

    private static Condition outside(Refusal.Kind kind, String code, Predicate<Situation> holds) {
        return new Condition(kind, code, false, holds);
    }

    Refusal refusal() {
        return kind == Refusal.Kind.FORBIDDEN ? Refusal.forbidden(code) : Refusal.conflict(code);
    }
}
