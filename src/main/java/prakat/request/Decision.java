package prakat.request;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import prakat.input.Refusal;
import prakat.input.Texts;

/**
 * What a director or web officer says of a request, as it was said; {@link #checked} tells whether it can be recorded.
 *
 * @param outcome code of an {@link Outcome}; null where it was left out
 * @param checklist by code of a {@link Criterion}; never null
 * @param reasonCode code of a {@link ReasonCode}; null where it was left out
 * @param reason text; null where it was left out
 * @param contentSha256 digest of the version that the decider looked at; null where the door does not say it
 */
public record Decision(
        String outcome, Map<String, Boolean> checklist, String reasonCode, String reason, String contentSha256) {

    static final int REASON_AT_LEAST = 10;
    static final int REASON_AT_MOST = 2000;

    /** Copies the checklist. */
    public Decision {
        checklist = checklist == null ? Map.of() : Collections.unmodifiableMap(new java.util.TreeMap<>(checklist));
    }

    /** A decision that can be recorded. */
    record Checked(Outcome outcome, Map<Criterion, Boolean> checklist, ReasonCode reasonCode, String reason) {}

    /**
     * The decision, checked against the rules: every criterion met for a yes; a reason code and a reason for a no.
     *
     * @param yes the outcome that says yes
     * @param no the one that says no
     * @param criteria that a yes must have met
     * @throws Refusal with all that is wrong with it
     */
    Checked checked(Outcome yes, Outcome no, List<Criterion> criteria) {
        Outcome said = Outcome.of(outcome)
                .filter(one -> one == yes || one == no)
                .orElseThrow(() -> Refusal.invalid("outcome", "outcome", yes.code(), no.code()));
        List<Refusal.Field> faults = new ArrayList<>();
        Map<Criterion, Boolean> marks = marks(criteria, faults);
        ReasonCode code = ReasonCode.of(reasonCode).orElse(null);
        String text = Texts.plain(reason);
        if (reasonCode != null && code == null) {
            faults.add(Refusal.Field.of("reasonCode", "reason-code"));
        }
        if (Texts.length(text) > REASON_AT_MOST) {
            faults.add(Refusal.Field.of("reason", "reason", REASON_AT_LEAST, REASON_AT_MOST));
        }
        if (said == yes) {
            criteria.stream()
                    .filter(criterion -> !Boolean.TRUE.equals(marks.get(criterion)))
                    .forEach(criterion ->
                            faults.add(Refusal.Field.of("checklist." + criterion.code(), "criterion-not-met")));
        } else {
            if (reasonCode == null) {
                faults.add(Refusal.Field.of("reasonCode", "reason-code"));
            }
            if (Texts.length(text) < REASON_AT_LEAST) {
                faults.add(Refusal.Field.of("reason", "reason", REASON_AT_LEAST, REASON_AT_MOST));
            }
        }
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        return new Checked(said, marks, code, text.isEmpty() ? null : text);
    }

    private Map<Criterion, Boolean> marks(List<Criterion> criteria, List<Refusal.Field> faults) {
        Map<Criterion, Boolean> marks = new EnumMap<>(Criterion.class);
        checklist.forEach((code, met) -> Criterion.of(code)
                .filter(criteria::contains)
                .ifPresentOrElse(
                        criterion -> {
                            if (met != null) {
                                marks.put(criterion, met);
                            }
                        },
                        () -> faults.add(Refusal.Field.of(
                                "checklist." + code,
                                "criterion",
                                criteria.stream().map(Criterion::code).collect(Collectors.joining(", "))))));
        return marks;
    }
}
