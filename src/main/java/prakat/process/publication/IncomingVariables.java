package prakat.process.publication;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.FileValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import prakat.input.Coded;
import prakat.input.Refusal;
import prakat.process.publication.PublicationModel.Variables;
import prakat.request.content.FileVariables;
import prakat.request.content.Revision;
import prakat.request.content.Submission;
import prakat.request.content.Upload;
import prakat.request.record.Criterion;
import prakat.request.record.Decision;
import prakat.request.record.ReviewDecision;

/**
 * The variables with which somebody starts an instance or completes a task, read as a submission or a decision. Anybody
 * may send them, so an unknown name is refused, and only the procedure's own variables stay in the engine.
 */
final class IncomingVariables {

    private final VariableScope scope;
    private final VariableMap variables;
    private final ZoneId zone;

    IncomingVariables(VariableScope scope, ZoneId zone) {
        this.scope = scope;
        this.variables = scope.getVariablesTyped(false);
        this.zone = zone;
    }

    /**
     * A decision, of an outcome, criteria with remarks, a reason code and a reason.
     *
     * @param own the procedure's own variables, as they must have stayed
     */
    Decision decision(Map<String, Object> own) {
        ensureKnown(name -> Variables.KEPT.contains(name)
                || Variables.CONTENT_SHA256.equals(name)
                || Variables.ANSWERS.equals(name)
                || Coded.of(Criterion.class, name).isPresent()
                || Variables.isRemark(name));
        ensureUnchanged(own);
        Map<String, Boolean> checklist = new HashMap<>();
        Map<String, String> remarks = new HashMap<>();
        for (Criterion criterion : Criterion.values()) {
            Object mark = variables.get(criterion.code());
            if (mark instanceof Boolean met) {
                checklist.put(criterion.code(), met);
            } else if (mark != null) {
                throw Refusal.invalid("checklist." + criterion.code(), "boolean");
            }
            String remark = text(Variables.remark(criterion.code()));
            if (remark != null) {
                remarks.put(criterion.code(), remark);
            }
        }
        return new Decision(
                text(Variables.OUTCOME),
                checklist,
                remarks,
                text(Variables.REASON_CODE),
                text(Variables.REASON),
                text(Variables.CONTENT_SHA256),
                AnswersVariable.read(text(Variables.ANSWERS)));
    }

    /**
     * A decision on a review.
     *
     * @param own the procedure's own variables, as they must have stayed
     */
    ReviewDecision review(Map<String, Object> own) {
        ensureKnown(name -> Variables.KEPT.contains(name) || Variables.OF_REVIEW.contains(name));
        ensureUnchanged(own);
        return new ReviewDecision(
                text(Variables.OUTCOME),
                text(Variables.REASON),
                text(Variables.PUBLIC_NOTICE),
                text(Variables.REPLACEMENT_URL),
                text(Variables.CONTENT_SHA256));
    }

    /** A first submission. */
    Submission submission() {
        return new Submission(
                text(Variables.TITLE),
                text(Variables.SUMMARY),
                text(Variables.BODY),
                text(Variables.CATEGORY),
                time(Variables.PUBLISH_FROM),
                time(Variables.PUBLISH_UNTIL),
                text(Variables.GROUP),
                lines(text(Variables.EXTERNAL_LINKS)),
                text(Variables.NOTE),
                List.of(),
                List.of(),
                items());
    }

    /** The next version: what is not said stays as it was, attachments included. */
    Submission revision(Revision before) {
        String links = text(Variables.EXTERNAL_LINKS);
        String kept = text(Variables.KEEP_ATTACHMENTS);
        boolean filesStay = kept == null && uploads().isEmpty();
        return new Submission(
                orElse(Variables.TITLE, before.title()),
                orElse(Variables.SUMMARY, before.summary()),
                orElse(Variables.BODY, before.body()),
                orElse(Variables.CATEGORY, before.category()),
                time(Variables.PUBLISH_FROM),
                time(Variables.PUBLISH_UNTIL),
                null,
                links == null ? before.externalLinks() : lines(links),
                orElse(Variables.NOTE, before.note()),
                filesStay ? before.attachments().stream().map(file -> file.n()).toList() : numbers(kept),
                List.of(),
                items());
    }

    /** A line each; null where nothing is said. */
    private List<String> items() {
        String items = text(Variables.DISCLOSURE_ITEMS);
        return items == null ? null : lines(items);
    }

    /** All file variables, in the order of their names. */
    List<Upload> uploads() {
        return variables.keySet().stream()
                .filter(this::isFile)
                .sorted()
                .map(this::upload)
                .toList();
    }

    private Upload upload(String name) {
        String fileName = variables.<FileValue>getValueTyped(name).getFilename();
        return FileVariables.get(name)
                .map(file -> new Upload(fileName, file))
                .orElseThrow(() -> Refusal.invalid("attachments", "file-empty", fileName));
    }

    /** The outcome's code; null where none was said. */
    String outcome() {
        return text(Variables.OUTCOME);
    }

    /** The reason, unless it is still the one for which the request came back. */
    String newReason(String reasonOfReturn) {
        String reason = text(Variables.REASON);
        return Objects.equals(reason, reasonOfReturn) ? null : reason;
    }

    /** Refuses variables that a submission does not have. */
    void ensureSubmission() {
        ensureKnown(name -> Variables.CONTENT.contains(name)
                || Variables.PERIOD.contains(name)
                || Variables.GROUP.equals(name)
                || isFile(name));
    }

    /** Refuses variables that a revision does not have, and changes to what only the procedure sets. */
    void ensureRevision(Map<String, Object> own) {
        ensureKnown(name -> Variables.KEPT.contains(name) || Variables.CONTENT.contains(name) || isFile(name));
        ensureUnchanged(own);
    }

    /** Takes a submission out of the engine, before the procedure's own variables are set. */
    void discardAll() {
        List.copyOf(variables.keySet()).forEach(scope::removeVariable);
    }

    /** Takes everything but the procedure's own variables out of the engine. */
    void discardForeign() {
        variables.keySet().stream()
                .filter(name -> !Variables.KEPT.contains(name))
                .toList()
                .forEach(scope::removeVariable);
    }

    private void ensureKnown(Predicate<String> known) {
        variables.keySet().stream().filter(known.negate()).sorted().findFirst().ifPresent(name -> {
            throw Refusal.invalid(name, "unknown-variable");
        });
    }

    private void ensureUnchanged(Map<String, Object> own) {
        own.forEach((name, value) -> {
            if (!value.equals(variables.get(name))) {
                throw Refusal.invalid(name, "unknown-variable");
            }
        });
    }

    private boolean isFile(String name) {
        return variables.<TypedValue>getValueTyped(name) instanceof FileValue;
    }

    private String orElse(String name, String before) {
        String said = text(name);
        return said == null ? before : said;
    }

    private String text(String name) {
        Object value = variables.get(name);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw Refusal.invalid(name, "string");
    }

    private String time(String name) {
        return variables.get(name) instanceof Date date
                ? date.toInstant().atZone(zone).toOffsetDateTime().toString()
                : text(name);
    }

    private static List<String> lines(String text) {
        return text == null ? List.of() : text.lines().toList();
    }

    private static List<Integer> numbers(String text) {
        if (text == null || text.isBlank()) {
            return List.of();
        }
        try {
            return Arrays.stream(text.strip().split("[,\\s]+"))
                    .map(Integer::valueOf)
                    .toList();
        } catch (NumberFormatException e) {
            throw Refusal.invalid(Variables.KEEP_ATTACHMENTS, "no-such-attachment", text);
        }
    }
}
