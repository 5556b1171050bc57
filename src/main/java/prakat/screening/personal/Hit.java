package prakat.screening.personal;

import prakat.screening.FindingKind;

/**
 * A stretch of a text that may not be published.
 *
 * @param start where it begins
 * @param end before where it ends
 * @param excerpt what stands there, masked
 * @param confidence how sure that is, at most 1; one that is not above 0 counts for nothing
 */
record Hit(FindingKind kind, int start, int end, String excerpt, double confidence) {

    /** The form fits, and a word says what it is. */
    static final double CERTAIN = 0.95;

    /** The form is that of hardly anything else, or a word stands near. */
    static final double LIKELY = 0.75;

    /** The form fits, and nothing says that it is something else. */
    static final double POSSIBLE = 0.5;

    /** The form fits, and so do others. */
    static final double UNLIKELY = 0.35;

    Hit {
        confidence = Math.round(Math.min(1, confidence) * 100) / 100.0;
    }

    /**
     * Digits in a form, those between the first and the last ones as {@code x}.
     *
     * @param form with {@code 0} for each digit
     */
    static String masked(String form, String digits, int first, int last) {
        StringBuilder masked = new StringBuilder();
        int digit = 0;
        for (int i = 0; i < form.length(); i++) {
            if (form.charAt(i) != '0') {
                masked.append(form.charAt(i));
            } else {
                boolean isShown = digit < first || digit >= digits.length() - last;
                masked.append(isShown ? digits.charAt(digit) : 'x');
                digit++;
            }
        }
        return masked.toString();
    }

    /** The text with {@code x} for each of its digits, on one line. */
    static String withoutDigits(String text) {
        StringBuilder masked = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            masked.append(Character.isDigit(c) ? 'x' : Character.isWhitespace(c) ? ' ' : c);
        }
        return masked.toString().strip();
    }
}
