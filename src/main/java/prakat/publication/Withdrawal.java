package prakat.publication;

import prakat.input.Refusal;
import prakat.input.Texts;
import prakat.request.content.Submissions;

/**
 * Why somebody takes a publication off the website, as it was typed.
 *
 * @param reason for the record, at least ten characters
 * @param publicNotice for readers; null for none
 * @param replacementUrl where readers find something in its place; null for none
 */
public record Withdrawal(String reason, String publicNotice, String replacementUrl) {

    private static final int LONGEST_NOTICE = 2000;
    private static final int LONGEST_URL = 2000;

    /** What readers are told; null where nothing is. */
    record Checked(String notice, String replacementUrl) {}

    /**
     * What readers are told, checked. The reason is the request's to check.
     *
     * @throws Refusal naming what is wrong
     */
    Checked checked() {
        String notice = emptyToNull(publicNotice);
        String replacement = emptyToNull(replacementUrl);
        if (notice != null && Texts.length(notice) > LONGEST_NOTICE) {
            throw Refusal.invalid("publicNotice", "too-long", LONGEST_NOTICE);
        }
        if (replacement != null && (replacement.length() > LONGEST_URL || !Submissions.isWebAddress(replacement))) {
            throw Refusal.invalid("replacementUrl", "link", replacement);
        }
        return new Checked(notice, replacement);
    }

    private static String emptyToNull(String text) {
        String plain = Texts.plain(text);
        return plain.isEmpty() ? null : plain;
    }
}
