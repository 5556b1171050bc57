package prakat.request.screening;

import prakat.input.Sha256;
import prakat.screening.Consequence;
import prakat.screening.Finding;
import prakat.screening.FindingKind;
import prakat.screening.Place;

/**
 * Something that was found in a version, and what follows from it.
 *
 * @param id the same for the same thing at the same place, whenever it is found
 * @param needsReason whether who lets it pass has to say why
 * @param excerpt masked; null where there is none
 * @param count how many stand there, at least 1
 * @param confidence how sure that is, from 0 to 1
 */
public record ScreenedFinding(
        String id,
        FindingKind kind,
        Consequence action,
        boolean needsReason,
        Place place,
        String excerpt,
        int count,
        double confidence) {

    private static final int LENGTH_OF_ID = 12;

    static ScreenedFinding of(Finding finding, Consequence action, boolean needsReason) {
        return new ScreenedFinding(
                id(finding),
                finding.kind(),
                action,
                needsReason,
                finding.place().masked(),
                finding.excerpt(),
                finding.count(),
                finding.confidence());
    }

    private static String id(Finding finding) {
        String what = finding.kind().code() + finding.place() + finding.excerpt() + finding.count();
        return Sha256.ofText(what, LENGTH_OF_ID);
    }
}
