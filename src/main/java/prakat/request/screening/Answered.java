package prakat.request.screening;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import prakat.input.Coded;
import prakat.input.Refusal;
import prakat.input.Texts;
import prakat.request.record.Answer;
import prakat.request.record.Reason;

/** Checks the answers to warnings. */
record Answered(List<ScreenedFinding> warnings, List<Answer> answers) {

    /** The field of a decision, for what is wrong. */
    private static final String FIELD = "answers";

    /**
     * The answers as they are kept: one to each warning, the last one that was given; others are nobody's.
     *
     * @param needed whether each warning needs one
     * @throws Refusal with all that is wrong with them
     */
    List<Answer> checked(boolean needed) {
        Map<String, Answer> given = new HashMap<>();
        answers.forEach(answer -> given.put(answer.finding(), answer));
        List<Answer> kept = new ArrayList<>();
        int open = 0;
        int withoutReason = 0;
        boolean isTooLong = false;
        for (ScreenedFinding warning : warnings) {
            Answer answer = given.get(warning.id());
            if (answer == null
                    || Coded.of(Answer.Meaning.class, answer.answer()).isEmpty()) {
                open++;
            } else {
                String reason = Texts.plain(answer.reason());
                withoutReason += warning.needsReason() && Texts.length(reason) < Reason.SHORTEST ? 1 : 0;
                isTooLong |= Texts.length(reason) > Reason.LONGEST;
                kept.add(new Answer(warning.id(), answer.answer(), reason.isEmpty() ? null : reason));
            }
        }
        List<Refusal.Field> faults = new ArrayList<>();
        if (needed && open > 0) {
            faults.add(Refusal.Field.of(FIELD, "warnings-unanswered", open));
        }
        if (needed && withoutReason > 0) {
            faults.add(Refusal.Field.of(FIELD, "answer-without-reason", Reason.SHORTEST, withoutReason));
        }
        if (isTooLong) {
            faults.add(Refusal.Field.of(FIELD, "too-long", Reason.LONGEST));
        }
        Refusal.throwIfAny(faults);
        return kept;
    }
}
