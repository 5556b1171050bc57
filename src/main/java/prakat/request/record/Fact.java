package prakat.request.record;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What is to go on a request's record; all but the first two are null or empty where they do not apply.
 *
 * @param event what happened
 * @param actor who did it
 * @param outcome of a decision
 * @param checklist of a decision
 * @param remarks why a criterion is not met
 * @param reasonCode of a decision
 * @param reason in words
 * @param publishUntil the end of the period that it is about
 * @param subject the account or number of what it is about
 * @param answers to the warnings of the screening
 */
public record Fact(
        Event event,
        Actor actor,
        Outcome outcome,
        Map<Criterion, Boolean> checklist,
        Map<Criterion, String> remarks,
        ReasonCode reasonCode,
        String reason,
        Instant publishUntil,
        String subject,
        List<Answer> answers) {

    /** That something happened. */
    public static Fact of(Event event, Actor actor) {
        return new Fact(event, actor, null, Map.of(), Map.of(), null, null, null, null, List.of());
    }

    /** With what a director or web officer decided. */
    public Fact with(Decision.Checked decision) {
        return new Fact(
                event,
                actor,
                decision.outcome(),
                decision.checklist(),
                decision.remarks(),
                decision.reasonCode(),
                decision.reason(),
                publishUntil,
                subject,
                answers);
    }

    /** With what was said to the warnings of the screening. */
    public Fact answering(List<Answer> said) {
        return new Fact(event, actor, outcome, checklist, remarks, reasonCode, reason, publishUntil, subject, said);
    }

    /** For that reason. */
    public Fact with(ReasonCode code) {
        return new Fact(event, actor, outcome, checklist, remarks, code, reason, publishUntil, subject, answers);
    }

    /** With an outcome. */
    public Fact with(Outcome said) {
        return new Fact(event, actor, said, checklist, remarks, reasonCode, reason, publishUntil, subject, answers);
    }

    /** With the reason; null for none. */
    public Fact because(String why) {
        return new Fact(event, actor, outcome, checklist, remarks, reasonCode, why, publishUntil, subject, answers);
    }

    /** About the end of a period. */
    public Fact until(Instant end) {
        return new Fact(event, actor, outcome, checklist, remarks, reasonCode, reason, end, subject, answers);
    }

    /** About an account, or the number of another request. */
    public Fact about(String whomOrWhat) {
        return new Fact(
                event, actor, outcome, checklist, remarks, reasonCode, reason, publishUntil, whomOrWhat, answers);
    }
}
