package prakat.request;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import prakat.organisation.office.Text;
import prakat.request.content.PublicationPolicy;

/** The procedure's steps that keep what is on the website current, as the engine comes to them; in its transaction. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class UpkeepSteps {

    private final LockedRequests locked;
    private final PublicationPolicy policy;
    private final Clock clock;

    UpkeepSteps(LockedRequests locked, PublicationPolicy policy, Clock clock) {
        this.locked = locked;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * When its owner is to be asked what happens at its end, as the policy has it now: in a second, where that
     * day is past and nobody asked.
     */
    public Instant reminderDay(String requestId) {
        PublicationRequest request = locked.find(requestId);
        Instant day = request.upkeep().reminderDay(policyOf(request));
        Instant now = clock.instant();
        return day.isAfter(now) || request.upkeep().endAnnounced().isPresent()
                ? day
                : now.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
    }

    /** Its owner is asked what happens at its end. */
    public void announceEnd(String requestId) {
        PublicationRequest request = locked.find(requestId);
        request.upkeep().announceEnd(policyOf(request), clock.instant());
    }

    /**
     * When what is on the website is reviewed.
     *
     * @param from counted from this instant
     * @param every again and again after this time
     */
    public record ReviewCycle(Instant from, Duration every) {}

    /** When it is reviewed whether it is still current, as the policy has it now. */
    public ReviewCycle reviewCycle(String requestId) {
        PublicationRequest request = locked.find(requestId);
        return new ReviewCycle(
                request.upkeep().onWebsiteSince(),
                Duration.ofDays(policyOf(request).reviewDays()));
    }

    /** Whether it is to be reviewed now. */
    public boolean isReviewNeeded(String requestId) {
        return locked.find(requestId).upkeep().isReviewNeeded(clock.instant());
    }

    /** It is to be reviewed whether it is still current. */
    public void reviewDue(String requestId) {
        locked.find(requestId).upkeep().startReview(clock.instant());
    }

    /** Its owner is told to bring it up to date, and why. */
    public void requestUpdate(String requestId) {
        locked.find(requestId).upkeep().requestUpdate(clock.instant());
    }

    /** What the policy says of its category; where an office dropped it meanwhile, what holds where nothing is said. */
    private PublicationPolicy.Category policyOf(PublicationRequest request) {
        String code = request.current().category();
        return policy.category(code)
                .orElseGet(() -> new PublicationPolicy.Category(
                        code,
                        new Text(code, code),
                        0,
                        0,
                        PublicationPolicy.REMINDER_DAYS,
                        PublicationPolicy.REVIEW_DAYS));
    }
}
