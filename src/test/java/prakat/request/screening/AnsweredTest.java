package prakat.request.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import prakat.input.Refusal;
import prakat.request.record.Answer;
import prakat.screening.Consequence;
import prakat.screening.FindingKind;
import prakat.screening.Place;

/** One answer to each warning, and what is kept of them. */
class AnsweredTest {

    private static final ScreenedFinding ID = warning("a", FindingKind.NATIONAL_ID, true);
    private static final ScreenedFinding PHONE = warning("b", FindingKind.PHONE, false);
    private static final String REASON = "เป็นเลขตัวอย่างในแบบฟอร์ม";

    @Test
    void theLastAnswerToEachWarningIsKeptAndNobodyElses() {
        assertThat(checked(
                        true,
                        new Answer("a", "meant-to-be-public", REASON),
                        new Answer("a", "not-so", " " + REASON + "\u0000 "),
                        new Answer("b", "meant-to-be-public", ""),
                        new Answer("c", "not-so", REASON),
                        new Answer(null, null, null)))
                .containsExactly(new Answer("a", "not-so", REASON), new Answer("b", "meant-to-be-public", null));
    }

    @Test
    void whatIsMissingIsSaidTogether() {
        assertThat(faults(true)).containsExactly("warnings-unanswered");
        assertThat(faults(true, new Answer("a", "not-so", "สั้น"), new Answer("b", "yes", REASON)))
                .containsExactly("warnings-unanswered", "answer-without-reason");
        assertThat(faults(true, new Answer("a", "not-so", "ก".repeat(2001)), new Answer("b", "not-so", null)))
                .containsExactly("too-long");
    }

    @Test
    void whoReturnsItNeedsNoneAndLeavesNoNonsenseOnTheRecord() {
        assertThat(checked(false, new Answer("a", "yes", REASON), new Answer("b", "not-so", null)))
                .containsExactly(new Answer("b", "not-so", null));
        assertThat(faults(false, new Answer("b", "not-so", "ก".repeat(2001)))).containsExactly("too-long");
    }

    private static List<Answer> checked(boolean needed, Answer... answers) {
        return new Answered(List.of(ID, PHONE), List.of(answers)).checked(needed);
    }

    private static List<String> faults(boolean needed, Answer... answers) {
        List<String> codes = new ArrayList<>();
        assertThatThrownBy(() -> checked(needed, answers))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> refusal.fields().forEach(field -> codes.add(field.code())));
        return codes;
    }

    private static ScreenedFinding warning(String id, FindingKind kind, boolean needsReason) {
        return new ScreenedFinding(id, kind, Consequence.WARN, needsReason, Place.field("summary"), "x", 1, 1);
    }
}
