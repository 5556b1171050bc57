package prakat.process.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import prakat.process.reconciliation.InstanceState.Timer;
import prakat.request.Status;
import prakat.request.query.OpenRequests.Standing;

/** What counts as a difference between a request and the engine. */
class DifferenceTest {

    private static final Instant FROM = Instant.parse("2026-10-01T01:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-12-31T17:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-15T05:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "AWAITING_CERTIFICATION, certify, ",
        "AWAITING_CERTIFICATION, vet, WRONG_STEP",
        "AWAITING_VETTING, vet, ",
        "RETURNED, revise, ",
        "RETURNED, certify, WRONG_STEP",
        "PUBLISHED, certify, WRONG_STEP"
    })
    void anInstanceWaitsAtTheStepOfItsRequest(Status status, String element, Difference difference) {
        assertThat(Difference.between(standing(status), new InstanceState(false, Set.of(element), Map.of()), NOW))
                .isEqualTo(Optional.ofNullable(difference));
    }

    @Test
    void anInstanceIsThere() {
        assertThat(Difference.between(standing(Status.RETURNED), null, NOW)).contains(Difference.INSTANCE_GONE);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-31T17:00:00Z, false, 2026-12-31T16:59:00Z, ",
        "2027-12-31T17:00:00Z, false, 2026-12-31T16:59:00Z, TIMER_MOVED",
        // Tried in vain, and to be tried again.
        "2026-12-31T17:04:00Z, true, 2026-12-31T17:01:00Z, ",
        // Before its time, as where the end was moved at that very moment.
        "2026-12-31T16:59:10Z, true, 2026-12-31T16:59:00Z, TIMER_MOVED",
        // By a clock that was a day ahead.
        "2027-01-01T17:01:00Z, true, 2026-12-31T17:01:00Z, TIMER_MOVED"
    })
    void theTimerIsSetForTheEndUnlessItIsBeingTriedAgain(
            Instant due, boolean retried, Instant now, Difference difference) {
        assertThat(Difference.between(
                        standing(Status.PUBLISHED), onWebsite(false, new Timer(due, false, retried)), now))
                .isEqualTo(Optional.ofNullable(difference));
    }

    @ParameterizedTest
    @CsvSource({"true, false", "false, true"})
    void aSuspensionMattersOnceTheEndIsPast(boolean instance, boolean timer) {
        InstanceState suspended = onWebsite(instance, new Timer(UNTIL, timer, false));

        assertThat(Difference.between(standing(Status.PUBLISHED), suspended, UNTIL.plusSeconds(59)))
                .isEmpty();
        assertThat(Difference.between(standing(Status.PUBLISHED), suspended, UNTIL.plusSeconds(61)))
                .contains(Difference.SUSPENDED);
    }

    private static Standing standing(Status status) {
        return new Standing("id", status, true, FROM, UNTIL, "instance");
    }

    private static InstanceState onWebsite(boolean suspended, Timer end) {
        return new InstanceState(suspended, Set.of("onWebsite"), Map.of("periodEnds", end));
    }
}
