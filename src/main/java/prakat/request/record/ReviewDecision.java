package prakat.request.record;

import java.util.ArrayList;
import java.util.List;
import prakat.input.Coded;
import prakat.input.Refusal;
import prakat.input.Texts;

/**
 * What a web officer says who looked at whether something is still current, as it was said; {@link #checked} tells whether
 * it can be recorded.
 *
 * @param outcome code of an {@link Outcome}; null where it was left out
 * @param reason text; null where it was left out
 * @param publicNotice for readers of what was withdrawn; null for none
 * @param replacementUrl where readers find something in its place; null for none
 * @param contentSha256 digest of the version that the web officer looked at; null where the door does not say it
 */
public record ReviewDecision(
        String outcome, String reason, String publicNotice, String replacementUrl, String contentSha256) {

    /** A decision that can be recorded: the reason is null where none was given. */
    public record Checked(Outcome outcome, String reason) {}

    /**
     * The decision, checked against the rules: a reason for whatever is no confirmation, and words for readers only where it
     * is withdrawn.
     *
     * @throws Refusal with all that is wrong with it
     */
    public Checked checked() {
        Outcome said = Coded.of(Outcome.class, outcome)
                .filter(Outcome.OF_REVIEW::contains)
                .orElseThrow(() -> Refusal.invalid(
                        "outcome",
                        "review-outcome",
                        Outcome.CONFIRMED.code(),
                        Outcome.UPDATE_REQUESTED.code(),
                        Outcome.WITHDRAWN.code()));
        List<Refusal.Field> faults = new ArrayList<>();
        String text = Reason.read(reason, said != Outcome.CONFIRMED, faults);
        if (said != Outcome.WITHDRAWN) {
            if (!Texts.plain(publicNotice).isEmpty()) {
                faults.add(Refusal.Field.of("publicNotice", "only-withdrawn"));
            }
            if (!Texts.plain(replacementUrl).isEmpty()) {
                faults.add(Refusal.Field.of("replacementUrl", "only-withdrawn"));
            }
        }
        Refusal.throwIfAny(faults);
        return new Checked(said, text);
    }
}
