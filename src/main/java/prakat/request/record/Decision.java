package prakat.request.record;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import prakat.input.Coded;
import prakat.input.Refusal;
import prakat.input.Texts;

/**
 * What a director or web officer says of a request, as it was said; {@link #certification} and {@link #vetting} tell
 * whether it can be recorded.
 *
 * @param outcome code of an {@link Outcome}; null where it was left out
 * @param checklist by code of a {@link Criterion}; never null
 * @param remarks why a criterion is not met, by its code; never null
 * @param reasonCode code of a {@link ReasonCode}; null where it was left out
 * @param reason text; null where it was left out
 * @param contentSha256 digest of the version that the decider looked at; null where the door does not say it
 * @param answers to the warnings of the screening; never null
 */
public record Decision(
        String outcome,
        Map<String, Boolean> checklist,
        Map<String, String> remarks,
        String reasonCode,
        String reason,
        String contentSha256,
        List<Answer> answers) {

    /** Copies the checklist, the remarks and the answers. */
    public Decision {
        checklist = checklist == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(checklist));
        remarks = remarks == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(remarks));
        answers = answers == null
                ? List.of()
                : answers.stream().filter(Objects::nonNull).toList();
    }

    /**
     * A decision that can be recorded.
     *
     * @param isYes whether it lets the request go on
     */
    public record Checked(
            boolean isYes,
            Outcome outcome,
            Map<Criterion, Boolean> checklist,
            Map<Criterion, String> remarks,
            ReasonCode reasonCode,
            String reason) {}

    /** Whether that is the outcome that was said. */
    public boolean says(Outcome one) {
        return one.code().equals(outcome);
    }

    /**
     * The decision, checked against the rules: every criterion met for a yes; a reason code and a reason for a
     * no; a remark only on a criterion that is marked as not met.
     *
     * @param task that it completes
     * @throws Refusal with all that is wrong with it
     */
    public Checked checked(TaskKind task) {
        Outcome said = Coded.of(Outcome.class, outcome)
                .filter(one -> one == task.yes() || one == task.no())
                .orElseThrow(task::noSuchOutcome);
        boolean yes = said == task.yes();
        List<Criterion> criteria = task.criteria();
        List<Refusal.Field> faults = new ArrayList<>();
        Map<Criterion, Boolean> marks = marks(criteria, faults);
        Map<Criterion, String> words = words(marks, criteria, faults);
        ReasonCode code = Coded.of(ReasonCode.class, reasonCode).orElse(null);
        if (reasonCode == null ? !yes : code == null) {
            faults.add(Refusal.Field.of("reasonCode", "reason-code"));
        }
        String text = Reason.read(reason, !yes, faults);
        if (yes) {
            criteria.stream()
                    .filter(criterion -> !Boolean.TRUE.equals(marks.get(criterion)))
                    .forEach(criterion ->
                            faults.add(Refusal.Field.of("checklist." + criterion.code(), "criterion-not-met")));
        }
        Refusal.throwIfAny(faults);
        return new Checked(yes, said, marks, words, code, text);
    }

    private Map<Criterion, Boolean> marks(List<Criterion> criteria, List<Refusal.Field> faults) {
        Map<Criterion, Boolean> marks = new EnumMap<>(Criterion.class);
        checklist.forEach((code, met) -> Coded.of(Criterion.class, code)
                .filter(criteria::contains)
                .ifPresentOrElse(
                        criterion -> {
                            if (met != null) {
                                marks.put(criterion, met);
                            }
                        },
                        () -> faults.add(noSuchCriterion("checklist." + code, criteria))));
        return marks;
    }

    private Map<Criterion, String> words(
            Map<Criterion, Boolean> marks, List<Criterion> criteria, List<Refusal.Field> faults) {
        Map<Criterion, String> words = new EnumMap<>(Criterion.class);
        remarks.forEach((code, remark) -> {
            String text = Texts.plain(remark);
            String field = "remarks." + code;
            Optional<Criterion> criterion = Coded.of(Criterion.class, code).filter(criteria::contains);
            if (criterion.isEmpty()) {
                faults.add(noSuchCriterion(field, criteria));
            } else if (Texts.length(text) > Reason.LONGEST) {
                faults.add(Refusal.Field.of(field, "too-long", Reason.LONGEST));
            } else if (!text.isEmpty() && !Boolean.FALSE.equals(marks.get(criterion.get()))) {
                faults.add(Refusal.Field.of(field, "remark-without-fault"));
            } else if (!text.isEmpty()) {
                words.put(criterion.get(), text);
            }
        });
        return words;
    }

    private static Refusal.Field noSuchCriterion(String field, List<Criterion> criteria) {
        return Refusal.Field.of(
                field, "criterion", criteria.stream().map(Criterion::code).collect(Collectors.joining(", ")));
    }
}
