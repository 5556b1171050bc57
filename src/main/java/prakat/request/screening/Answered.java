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

    void ensure() {
        List<Refusal.Field> faults = new ArrayList<>();
        Map<String, Answer> byFinding = new HashMap<>();
        answers.forEach(answer -> byFinding.put(answer.finding(), answer));
        List<ScreenedFinding> open = warnings.stream()
                .filter(warning -> !isAnswered(byFinding.get(warning.id())))
                .toList();
        if (!open.isEmpty()) {
            faults.add(Refusal.Field.of(FIELD, "warnings-unanswered", open.size()));
        }
        List<ScreenedFinding> withoutReason = warnings.stream()
                .filter(warning -> !open.contains(warning) && warning.needsReason())
                .filter(warning -> Texts.length(reason(byFinding.get(warning.id()))) < Reason.SHORTEST)
                .toList();
        if (!withoutReason.isEmpty()) {
            faults.add(Refusal.Field.of(FIELD, "answer-without-reason", Reason.SHORTEST, withoutReason.size()));
        }
        if (answers.stream().anyMatch(answer -> Texts.length(reason(answer)) > Reason.LONGEST)) {
            faults.add(Refusal.Field.of(FIELD, "too-long", Reason.LONGEST));
        }
        Refusal.throwIfAny(faults);
    }

    private static boolean isAnswered(Answer answer) {
        return answer != null && Coded.of(Answer.Meaning.class, answer.answer()).isPresent();
    }

    private static String reason(Answer answer) {
        return Texts.plain(answer.reason());
    }
}
