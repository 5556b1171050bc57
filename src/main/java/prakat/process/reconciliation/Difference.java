package prakat.process.reconciliation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import prakat.input.Coded;
import prakat.process.publication.PublicationModel;
import prakat.process.reconciliation.InstanceState.Timer;
import prakat.request.query.OpenRequests.Standing;

/** What request, engine and website can disagree on. */
enum Difference implements Coded {
    /** The engine has no running instance for a request that is not over. */
    INSTANCE_GONE,
    /** The instance waits at another step than the request says, or its timer is gone. */
    WRONG_STEP,
    /** The timer that ends the stay on the website, or begins it, is set for another instant than the request says. */
    TIMER_MOVED,
    /** Somebody suspended the instance, and what is due does not happen. */
    SUSPENDED,
    /** The website shows something else than the request allows, or until another instant. */
    WEBSITE_DIFFERS,
    /** There are messages that could not be delivered by any of their tries; about no request. */
    MESSAGES_FAILED,
    /** A disk is filling up; about no request. */
    DISK_FILLS_UP,
    /** The last backup failed or found files missing; about no request. */
    BACKUP_FAILED,
    /** People could not be told of it for hours. */
    NOT_TOLD;

    /** How long after it was due nothing may have happened before a suspension is in its way. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Between two tries; what lies further ahead was said by a clock that was ahead itself. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(3);

    /**
     * What a request that has not ended and the engine disagree on.
     *
     * @param state null where the engine has no such instance
     */
    static Optional<Difference> between(Standing standing, InstanceState state, Instant now) {
        if (state == null) {
            return Optional.of(INSTANCE_GONE);
        }
        if (!state.waitingAt().contains(standing.element().orElseThrow())) {
            return Optional.of(WRONG_STEP);
        }
        return switch (standing.status()) {
            case SCHEDULED -> between(standing.publishFrom(), state, PublicationModel.PUBLICATION_STARTS, now);
            case PUBLISHED -> between(standing.publishUntil(), state, PublicationModel.PERIOD_ENDS, now);
            default -> Optional.empty();
        };
    }

    private static Optional<Difference> between(Instant due, InstanceState state, String element, Instant now) {
        Timer timer = state.timers().get(element);
        if (state.suspended() || timer.suspended()) {
            return due.plus(PATIENCE).isBefore(now) ? Optional.of(SUSPENDED) : Optional.empty();
        }
        boolean triedAgain =
                timer.retried() && !due.isAfter(now) && !timer.due().isAfter(now.plus(LONGEST_PAUSE));
        return !triedAgain && !timer.due().equals(due) ? Optional.of(TIMER_MOVED) : Optional.empty();
    }
}
