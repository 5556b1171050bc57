package prakat.request.screening;

import prakat.screening.Consequence;
import prakat.screening.FindingKind;

/** The office's policy: what follows from what was found. */
public interface ScreeningPolicy {

    /**
     * What follows from something that was found.
     *
     * @param needsReason whether who lets it pass has to say why
     */
    record Judgement(Consequence consequence, boolean needsReason) {}

    /**
     * What follows from a finding of that kind in a request of that category and group; a warning with a reason where the
     * policy says nothing of it.
     */
    Judgement of(FindingKind kind, String category, String group);

    /** Another one whenever it may answer otherwise. */
    String edition();
}
