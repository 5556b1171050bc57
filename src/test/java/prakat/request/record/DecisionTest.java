package prakat.request.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import prakat.input.Refusal;

class DecisionTest {

    private static final String REASON = "ยอดรวมในตารางที่ ๒ ไม่ตรงกับเอกสารแนบ";

    /** A character that Java holds in two. */
    private static final String FOLDED_HANDS = "\uD83D\uDE4F";

    @Test
    void aYesNeedsEveryCriterionOfItsStepAndNothingElse() {
        assertThat(certification(yes("certified", "accurate", "complete")))
                .isEqualTo(new Decision.Checked(
                        true,
                        Outcome.CERTIFIED,
                        Map.of(Criterion.ACCURATE, true, Criterion.COMPLETE, true),
                        Map.of(),
                        null,
                        null));
        assertThat(vetting(yes(
                                "permitted",
                                "accurate",
                                "complete",
                                "current",
                                "constructive",
                                "transparent",
                                "ethical"))
                        .checklist())
                .hasSize(6)
                .containsOnlyKeys(Criterion.values());
    }

    static Stream<Criterion> criteria() {
        return Stream.of(Criterion.values());
    }

    @ParameterizedTest
    @MethodSource("criteria")
    void aYesIsRefusedForEachCriterionThatIsFalseNullOrLeftOut(Criterion missing) {
        Map<String, Boolean> all = new HashMap<>();
        criteria().forEach(criterion -> all.put(criterion.code(), true));
        for (Boolean mark : new Boolean[] {false, null}) {
            all.put(missing.code(), mark);
            assertThat(faultsOfVetting(new Decision("permitted", all, null, null, null, null, null)))
                    .containsExactly("checklist." + missing.code() + " criterion-not-met");
        }
        all.remove(missing.code());
        assertThat(faultsOfVetting(new Decision("permitted", all, null, null, null, null, null)))
                .containsExactly("checklist." + missing.code() + " criterion-not-met");
    }

    @Test
    void aYesWithoutAChecklistIsRefusedForAllCriteria() {
        assertThat(faultsOfCertification(new Decision("certified", null, null, null, null, null, null)))
                .containsExactly("checklist.accurate criterion-not-met", "checklist.complete criterion-not-met");
        assertThat(faultsOfVetting(new Decision("permitted", Map.of(), null, null, null, null, null)))
                .hasSize(6);
    }

    @Test
    void aYesMayCarryAWordAndKeepsIt() {
        Map<String, Boolean> met = Map.of("accurate", true, "complete", true);

        assertThat(certification(new Decision("certified", met, null, null, " ดี ", null, null))
                        .reason())
                .isEqualTo("ดี");
        assertThat(faultsOfCertification(new Decision("certified", met, null, null, "ก".repeat(2001), null, null)))
                .containsExactly("reason reason");
    }

    @ParameterizedTest
    @EnumSource(ReasonCode.class)
    void aNoNeedsOneOfTheReasonCodesAndAReasonAndNoChecklist(ReasonCode code) {
        assertThat(certification(no("returned", code.code(), REASON)))
                .isEqualTo(new Decision.Checked(false, Outcome.RETURNED, Map.of(), Map.of(), code, REASON));
        assertThat(vetting(no("refused", code.code(), REASON)))
                .isEqualTo(new Decision.Checked(false, Outcome.REFUSED, Map.of(), Map.of(), code, REASON));
    }

    @Test
    void theReasonCodesAreThoseOfTheContract() {
        assertThat(Stream.of(ReasonCode.values()).map(ReasonCode::code))
                .containsExactly(
                        "inaccurate",
                        "incomplete",
                        "outdated",
                        "not-constructive",
                        "not-transparent",
                        "unethical",
                        "personal-data",
                        "other");
    }

    @Test
    void aNoKeepsTheChecklistThatWasMarked() {
        Decision decision = new Decision(
                "refused", Map.of("accurate", true, "current", false), null, "outdated", REASON, null, null);

        assertThat(vetting(decision).checklist()).isEqualTo(Map.of(Criterion.ACCURATE, true, Criterion.CURRENT, false));
    }

    @Test
    void aCriterionThatIsNotMetMayHaveARemarkAndNoOtherMay() {
        Map<String, Boolean> marks = Map.of("accurate", false, "current", false, "ethical", true);

        assertThat(vetting(refused(marks, Map.of("accurate", " ยอดรวมผิด\r\n ", "current", "  ")))
                        .remarks())
                .isEqualTo(Map.of(Criterion.ACCURATE, "ยอดรวมผิด"));
        assertThat(faultsOfVetting(refused(marks, Map.of("ethical", "ดี", "complete", "ครบ", "beautiful", "งาม"))))
                .containsExactlyInAnyOrder(
                        "remarks.ethical remark-without-fault",
                        "remarks.complete remark-without-fault",
                        "remarks.beautiful criterion");
        assertThat(faultsOfCertification(new Decision(
                        "certified",
                        Map.of("accurate", true, "complete", true),
                        Map.of("accurate", "ดีมาก"),
                        null,
                        null,
                        null,
                        null)))
                .containsExactly("remarks.accurate remark-without-fault");
    }

    @Test
    void aRemarkHasAtMostTwoThousandCharacters() {
        Map<String, Boolean> marks = Map.of("accurate", false);

        assertThat(vetting(refused(marks, Map.of("accurate", "ก".repeat(2000)))).remarks())
                .hasSize(1);
        assertThat(faultsOfVetting(refused(marks, Map.of("accurate", "ก".repeat(2001)))))
                .containsExactly("remarks.accurate too-long");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "bad", "INACCURATE", "not_constructive"})
    void aNoIsRefusedWithoutAKnownReasonCode(String code) {
        assertThat(faultsOfVetting(no("refused", code, REASON))).containsExactly("reasonCode reason-code");
    }

    @Test
    void aMadeUpReasonCodeIsRefusedWithAYesToo() {
        assertThat(faultsOfCertification(new Decision(
                        "certified", Map.of("accurate", true, "complete", true), null, "bad", null, null, null)))
                .containsExactly("reasonCode reason-code");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "          ",
                "สั้นไป",
                "\n\n\n\n\n\n\n\n\n\nสั้น",
                "\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000ก"
            })
    void aNoIsRefusedWithoutAReasonThatSaysSomething(String reason) {
        Refusal refusal = refusal(() -> vetting(no("refused", "other", reason)));

        assertThat(refusal.fields()).containsExactly(new Refusal.Field("reason", "reason", List.of(10, 2000)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ก", "a", FOLDED_HANDS})
    void aReasonHasTenToTwoThousandCharactersAsReadersCountThem(String character) {
        for (int length : new int[] {10, 2000}) {
            assertThat(vetting(no("refused", "other", character.repeat(length))).reason())
                    .isEqualTo(character.repeat(length));
        }
        for (int length : new int[] {9, 2001}) {
            assertThat(faultsOfVetting(no("refused", "other", character.repeat(length))))
                    .as("%s characters", length)
                    .containsExactly("reason reason");
        }
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "approved", "CERTIFIED", "permitted", "refused", "resubmitted", "cancelled"})
    void certificationKnowsTwoOutcomes(String outcome) {
        assertThat(refusal(() -> certification(yes(outcome, "accurate", "complete")))
                        .fields())
                .containsExactly(new Refusal.Field("outcome", "outcome", List.of("certified", "returned")));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "published", "certified", "returned", "resubmitted", "cancelled"})
    void vettingKnowsTwoOutcomes(String outcome) {
        assertThat(refusal(() -> vetting(no(outcome, "other", REASON))).fields())
                .containsExactly(new Refusal.Field("outcome", "outcome", List.of("permitted", "refused")));
    }

    @Test
    void aCriterionOfAnotherStepOrOfNoneIsRefused() {
        assertThat(refusal(() -> certification(
                                new Decision("returned", Map.of("current", true), null, "other", REASON, null, null)))
                        .fields())
                .containsExactly(new Refusal.Field("checklist.current", "criterion", List.of("accurate, complete")));
        assertThat(faultsOfVetting(
                        new Decision("refused", Map.of("beautiful", true), null, "other", REASON, null, null)))
                .containsExactly("checklist.beautiful criterion");
    }

    @Test
    void allFaultsAreSaidAtOnce() {
        assertThat(faultsOfCertification(
                        new Decision("certified", Map.of("ethical", true), null, "bad", "ก".repeat(2001), null, null)))
                .containsExactlyInAnyOrder(
                        "checklist.ethical criterion",
                        "reasonCode reason-code",
                        "reason reason",
                        "checklist.accurate criterion-not-met",
                        "checklist.complete criterion-not-met");
        assertThat(faultsOfVetting(new Decision("refused", Map.of("beautiful", false), null, null, null, null, null)))
                .containsExactlyInAnyOrder("checklist.beautiful criterion", "reasonCode reason-code", "reason reason");
    }

    private static Decision yes(String outcome, String... criteria) {
        Map<String, Boolean> checklist = new HashMap<>();
        for (String criterion : criteria) {
            checklist.put(criterion, true);
        }
        return new Decision(outcome, checklist, null, null, null, null, null);
    }

    private static Decision no(String outcome, String reasonCode, String reason) {
        return new Decision(outcome, null, null, reasonCode, reason, null, null);
    }

    private static Decision refused(Map<String, Boolean> checklist, Map<String, String> remarks) {
        return new Decision("refused", checklist, remarks, "other", REASON, null, null);
    }

    private static Decision.Checked certification(Decision decision) {
        return decision.checked(TaskKind.CERTIFY);
    }

    private static Decision.Checked vetting(Decision decision) {
        return decision.checked(TaskKind.VET);
    }

    private static List<String> faultsOfCertification(Decision decision) {
        return faults(refusal(() -> certification(decision)));
    }

    private static List<String> faultsOfVetting(Decision decision) {
        return faults(refusal(() -> vetting(decision)));
    }

    private static List<String> faults(Refusal refusal) {
        return refusal.fields().stream()
                .map(field -> field.name() + " " + field.code())
                .toList();
    }

    private static Refusal refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        Refusal refusal = catchThrowableOfType(Refusal.class, call);
        assertThat(refusal).as("a refusal").isNotNull();
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID);
        return refusal;
    }
}
