package prakat.request;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import prakat.input.Refusal;
import prakat.organisation.office.Capacity;
import prakat.request.Condition.Situation;
import prakat.request.record.TaskKind;

/** What may be done, as a table: whose it is not, where it is possible, and the refusals everywhere else. */
class ActionTest {

    private static final Instant NOW = Samples.LATER;

    /** All that makes a difference, with the request that is there. */
    private static final Map<String, Supplier<Situation>> SITUATIONS = new LinkedHashMap<>();

    static {
        SITUATIONS.put("proposed", () -> at(NOW, Samples.proposed()));
        SITUATIONS.put("submitted", () -> at(NOW, Samples.in(Status.AWAITING_CERTIFICATION)));
        SITUATIONS.put("certified", () -> at(NOW, Samples.in(Status.AWAITING_VETTING)));
        SITUATIONS.put("returned", () -> at(NOW, Samples.in(Status.RETURNED)));
        SITUATIONS.put("early", () -> at(Samples.SUBMITTED_AT.minusSeconds(1), Samples.in(Status.SCHEDULED)));
        SITUATIONS.put("scheduled", () -> at(NOW, Samples.in(Status.SCHEDULED)));
        SITUATIONS.put("late", () -> at(Samples.UNTIL, Samples.in(Status.SCHEDULED)));
        SITUATIONS.put("shown", () -> at(NOW, Samples.in(Status.PUBLISHED)));
        SITUATIONS.put("wish", () -> at(NOW, Samples.extensionRequested()));
        SITUATIONS.put("certified wish", () -> at(NOW, Samples.extensionCertified()));
        SITUATIONS.put("review", () -> at(NOW, Samples.inReview()));
        SITUATIONS.put("ending", () -> at(Samples.UNTIL.minus(Duration.ofDays(1)), Samples.endAnnounced()));
        SITUATIONS.put("updated", () -> updated(Samples.in(Status.PUBLISHED)));
        SITUATIONS.put("orphaned", () -> orphaned(Samples.in(Status.PUBLISHED)));
        SITUATIONS.put("expired", () -> at(Samples.UNTIL, Samples.in(Status.PUBLISHED)));
        SITUATIONS.put("taken down", () -> at(Samples.UNTIL, Samples.in(Status.TAKEN_DOWN)));
        SITUATIONS.put("withdrawn", () -> at(NOW, Samples.in(Status.WITHDRAWN)));
        SITUATIONS.put("cancelled", () -> at(NOW, Samples.in(Status.CANCELLED)));
    }

    @Test
    void theTableSaysWhoMayDoWhatAndWhen() {
        assertThat(Arrays.stream(Action.values())
                        .filter(action -> action.role() != Role.PROCEDURE)
                        .map(ActionTest::row)
                        .collect(joining("\n")))
                .isEqualTo(
                        """
                        CERTIFY (CERTIFIER): not-yours-to-certify | submitted | being-screened: proposed; not-awaiting-certification
                        VET (VETTER): not-yours-to-vet | certified | not-awaiting-vetting
                        REVISE (OWNER): not-your-request | returned | not-returned
                        CANCEL (OWNER): not-your-request | proposed, submitted, certified, returned, early, scheduled, late | not-cancellable
                        EXTEND (OWNER): not-your-request | shown, review, ending, updated, orphaned | extension-pending: wish, certified wish; not-published
                        CERTIFY_EXTENSION (CERTIFIER): not-yours-to-certify | wish | no-extension: shown, certified wish, review, ending, updated, orphaned; not-published
                        VET_EXTENSION (VETTER): not-yours-to-vet | certified wish | no-extension: shown, wish, review, ending, updated, orphaned; not-published
                        LET_LAPSE (OWNER): not-your-request | ending | end-not-near: shown, wish, certified wish, review, updated, orphaned; not-published
                        UPDATE (OWNER): not-your-request | shown, wish, certified wish, review, ending | update-pending: updated; not-your-group-any-more: orphaned; not-published
                        REVIEW (REVIEWER): not-yours-to-review | review | no-review: shown, wish, certified wish, ending, updated, orphaned; not-published
                        WITHDRAW (WITHDRAWER): not-yours-to-withdraw | shown, wish, certified wish, review, ending, updated, orphaned | not-published
                        ANSWER_FINDINGS (WITHDRAWER): not-yours-to-withdraw | shown, wish, certified wish, review, ending, updated, orphaned | not-published
                        REASSIGN (REASSIGNER): not-yours-to-reassign | orphaned | already-ended: taken down, withdrawn, cancelled; owner-still-there""");
    }

    @Test
    void theProcedureKeepsToTheSameTable() {
        assertThat(Arrays.stream(Action.values())
                        .filter(action -> action.role() == Role.PROCEDURE)
                        .map(ActionTest::row)
                        .collect(joining("\n")))
                .isEqualTo(
                        """
                        SCREEN (PROCEDURE): not-your-request | proposed | wrong-state
                        HAND_OVER (PROCEDURE): not-your-request | certified | not-awaiting-vetting
                        TELL_OF_RETURN (PROCEDURE): not-your-request | returned | not-returned
                        PUBLISH (PROCEDURE): not-your-request | scheduled | start-not-reached: early; period-over: late; not-permitted
                        MISS_PERIOD (PROCEDURE): not-your-request | late | period-not-over: early, scheduled; not-permitted
                        MOVE_END (PROCEDURE): not-your-request | shown, wish, certified wish, review, ending, updated, orphaned | not-published
                        START_REVIEW (PROCEDURE): not-your-request | shown, wish, certified wish, ending, updated, orphaned | no-review
                        REMIND (PROCEDURE): not-your-request | proposed, submitted, certified, returned, early, scheduled, late, shown, wish, certified wish, review, ending, updated, orphaned, expired | wrong-state
                        ESCALATE (PROCEDURE): not-your-request | proposed, submitted, certified, returned, early, scheduled, late, shown, wish, certified wish, review, ending, updated, orphaned, expired | wrong-state
                        REPLACE (PROCEDURE): not-your-request | shown, wish, certified wish, review, ending, updated, orphaned, expired | not-published
                        TAKE_DOWN (PROCEDURE): not-your-request | expired | period-not-over: shown, wish, certified wish, review, ending, updated, orphaned; not-published""");
    }

    @Test
    void whoMayActComesBeforeEverythingElse() {
        for (Action action : Action.values()) {
            SITUATIONS.forEach((name, situation) -> assertThat(action.objection(Optional.empty(), situation.get())
                            .orElseThrow()
                            .kind())
                    .as(action + " when " + name)
                    .isEqualTo(Refusal.Kind.FORBIDDEN));
        }
    }

    @Test
    void everyTaskIsCompletedByAnAction() {
        assertThat(TaskKind.values())
                .allSatisfy(task -> assertThat(Action.of(task).role())
                        .isIn(Role.OWNER, Role.CERTIFIER, Role.VETTER, Role.REVIEWER));
    }

    /** Whose it is not, where it is possible, and why not elsewhere: the commonest refusal last and without its places. */
    private static String row(Action action) {
        Map<String, List<String>> places = new LinkedHashMap<>();
        SITUATIONS.forEach((name, situation) -> places.computeIfAbsent(
                        action.objection(Optional.of(Capacity.REQUESTER), situation.get())
                                .map(Refusal::code)
                                .orElse(""),
                        code -> new ArrayList<>())
                .add(name));
        String possible =
                String.join(", ", Optional.ofNullable(places.remove("")).orElse(List.of()));
        String refusals = places.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getValue().size()))
                .map(entry -> entry.getKey() + ": " + String.join(", ", entry.getValue()))
                .collect(joining("; "))
                .replaceFirst(": [^;:]*$", "");
        String notTheirs =
                action.objection(Optional.empty(), null).orElseThrow().code();
        return "%s (%s): %s | %s | %s".formatted(action, action.role(), notTheirs, possible, refusals);
    }

    private static Situation at(Instant now, PublicationRequest request) {
        return new Situation(request, now, () -> true, () -> false);
    }

    private static Situation updated(PublicationRequest request) {
        return new Situation(request, NOW, () -> true, () -> true);
    }

    private static Situation orphaned(PublicationRequest request) {
        return new Situation(request, NOW, () -> false, () -> false);
    }
}
