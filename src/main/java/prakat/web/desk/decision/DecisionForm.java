package prakat.web.desk.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import prakat.input.Refusal;
import prakat.input.Texts;
import prakat.request.record.Answer;
import prakat.request.record.Criterion;
import prakat.request.record.Decision;
import prakat.request.record.Outcome;
import prakat.request.record.ReasonCode;
import prakat.request.record.ReviewDecision;
import prakat.request.record.TaskKind;

/**
 * What somebody marked and typed before deciding.
 *
 * @param fields as they were sent, by the names that the engine's variables have, e.g. {@code accurate} and
 *     {@code accurateRemark}
 */
record DecisionForm(Map<String, String> fields) {

    static final DecisionForm EMPTY = new DecisionForm(Map.of());

    private static final String REMARK = "Remark";
    private static final String ANSWER = "answer.";
    private static final String ANSWER_REASON = "answerReason.";
    private static final int REMARK_AT_LEAST = 10;
    private static final int REASON_AT_MOST = 2000;

    private static final Set<String> MARKS = Set.of("true", "false");

    /** The reason code that says the same as a criterion that is not met. */
    private static final Map<Criterion, ReasonCode> NOT_MET = new EnumMap<>(Map.of(
            Criterion.ACCURATE, ReasonCode.INACCURATE,
            Criterion.COMPLETE, ReasonCode.INCOMPLETE,
            Criterion.CURRENT, ReasonCode.OUTDATED,
            Criterion.CONSTRUCTIVE, ReasonCode.NOT_CONSTRUCTIVE,
            Criterion.TRANSPARENT, ReasonCode.NOT_TRANSPARENT,
            Criterion.ETHICAL, ReasonCode.UNETHICAL));

    /** What was sent of one of several requests, whose fields have its id and a dot before their names. */
    static DecisionForm of(String id, Map<String, String> fields) {
        String prefix = id + ".";
        return new DecisionForm(fields.entrySet().stream()
                .filter(field -> field.getKey().startsWith(prefix))
                .collect(Collectors.toMap(field -> field.getKey().substring(prefix.length()), Map.Entry::getValue)));
    }

    /** The same with that outcome, whatever was sent as one. */
    DecisionForm with(Outcome outcome) {
        Map<String, String> own = new HashMap<>(fields);
        own.put("outcome", outcome.code());
        return new DecisionForm(own);
    }

    /** Whether any of the step's criteria is marked. */
    boolean isMarked(TaskKind step) {
        return step.criteria().stream().anyMatch(criterion -> MARKS.contains(value(criterion.code())));
    }

    /** What was sent as that field; empty where nothing was. */
    public String value(String name) {
        return fields.getOrDefault(name, "");
    }

    /** Why that criterion is not met, as it was typed. */
    public String remark(Criterion criterion) {
        return value(criterion.code() + REMARK);
    }

    /** The key of the outcome in the bundles, as the step's button says it. */
    String outcomeKey(TaskKind step) {
        String outcome = value("outcome");
        return step.yes().code().equals(outcome) || step.no().code().equals(outcome)
                ? "decide." + step.element() + "." + outcome
                : "desk.outcome." + outcome;
    }

    /** The names of the fields of a step, in their order on the page. */
    static List<String> names(TaskKind step) {
        List<String> names = new ArrayList<>();
        for (Criterion criterion : step.criteria()) {
            names.add(criterion.code());
            names.add(criterion.code() + REMARK);
        }
        names.addAll(List.of("answers", "reasonCode", "reason", "publicNotice", "replacementUrl", "outcome"));
        return names;
    }

    /**
     * The decision on a checklist. Remarks on the criteria that are not met are together the reason.
     *
     * @param words the text of a key in the bundles
     * @throws Refusal where a criterion is not marked, or one that is not met has no remark
     */
    Decision decision(TaskKind step, UnaryOperator<String> words) {
        boolean no = step.no().code().equals(value("outcome"));
        List<Criterion> failed = step.criteria().stream()
                .filter(criterion -> "false".equals(value(criterion.code())))
                .toList();
        String reason = failed.stream()
                .map(criterion -> words.apply(
                                "desk.reason." + NOT_MET.get(criterion).code()) + ": " + Texts.plain(remark(criterion)))
                .collect(Collectors.joining("\n"));
        ensureComplete(step, no, failed, reason, words);
        Map<String, Boolean> checklist = new LinkedHashMap<>();
        step.criteria().forEach(criterion -> checklist.put(criterion.code(), !failed.contains(criterion)));
        Map<String, String> remarks = new LinkedHashMap<>();
        failed.forEach(criterion -> remarks.put(criterion.code(), remark(criterion)));
        String code = value("reasonCode");
        return new Decision(
                value("outcome"),
                checklist,
                remarks,
                no ? (code.isEmpty() ? NOT_MET.get(failed.get(0)).code() : code) : null,
                no ? reason : null,
                value("contentSha256"),
                answers());
    }

    /** What was said to each warning of the screening. */
    List<Answer> answers() {
        return fields.keySet().stream()
                .filter(name -> name.startsWith(ANSWER))
                .map(name -> name.substring(ANSWER.length()))
                .map(finding -> new Answer(finding, value(ANSWER + finding), answerReason(finding)))
                .filter(answer -> !answer.answer().isEmpty())
                .sorted(Comparator.comparing(Answer::finding))
                .toList();
    }

    /** What was marked as the answer to that warning. */
    public String answer(String finding) {
        return value(ANSWER + finding);
    }

    /** The reason of that answer, as it was typed. */
    public String answerReason(String finding) {
        return value(ANSWER_REASON + finding);
    }

    private void ensureComplete(
            TaskKind step, boolean no, List<Criterion> failed, String reason, UnaryOperator<String> words) {
        List<Refusal.Field> errors = new ArrayList<>();
        List<Criterion> unmarked = new ArrayList<>();
        for (Criterion criterion : step.criteria()) {
            String name = words.apply("desk.criterion." + criterion.code());
            if (!MARKS.contains(value(criterion.code()))) {
                unmarked.add(criterion);
            } else if (!no && failed.contains(criterion)) {
                errors.add(Refusal.Field.of(criterion.code(), "criterion-not-met"));
            } else if (no
                    && failed.contains(criterion)
                    && Texts.length(Texts.plain(remark(criterion))) < REMARK_AT_LEAST) {
                errors.add(Refusal.Field.of(criterion.code() + REMARK, "remark-missing", name, REMARK_AT_LEAST));
            }
        }
        if (!unmarked.isEmpty()) {
            errors.add(Refusal.Field.of(
                    unmarked.get(0).code(),
                    "criteria-unmarked",
                    unmarked.stream()
                            .map(criterion -> words.apply("desk.criterion." + criterion.code()))
                            .collect(Collectors.joining(", "))));
        } else if (errors.isEmpty() && no && failed.isEmpty()) {
            errors.add(Refusal.Field.of(step.criteria().get(0).code(), "no-criterion-failed"));
        } else if (errors.isEmpty() && Texts.length(reason) > REASON_AT_MOST) {
            errors.add(Refusal.Field.of(failed.get(0).code() + REMARK, "remarks-too-long", REASON_AT_MOST));
        }
        if (!errors.isEmpty()) {
            throw Refusal.invalid(errors);
        }
    }

    /** The decision on whether it is still current; words for readers only where it is taken off the website. */
    ReviewDecision review() {
        boolean withdrawn = Outcome.WITHDRAWN.code().equals(value("outcome"));
        return new ReviewDecision(
                value("outcome"),
                value("reason"),
                withdrawn ? value("publicNotice") : null,
                withdrawn ? value("replacementUrl") : null,
                value("contentSha256"));
    }
}
