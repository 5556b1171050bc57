package prakat.screening.text;

/**
 * The one spelling in which texts and words are compared. Unlike the search's, it keeps line breaks, and leaves out what
 * documents lose or misplace on the way: tone marks, the ring of sara am, what is invisible. Digits are Arabic, dashes are
 * hyphens, letters are small. Each character folds to one or none.
 */
final class Folding {

    static final char NONE = 0;

    private static final char SARA_E = 'เ';
    private static final char SARA_AE = 'แ';
    private static final char FULL_WIDTH = 0xff01 - '!';

    /** Glyphs of Thai fonts that got into texts instead of letters, from U+F700 on. */
    private static final String THAI_GLYPHS =
            "ฐ\u0e34\u0e35\u0e36\u0e37\0\0\0\0\0\0\0\0\0\0ญ\u0e31\0\0\0\0\0\0\0\u0e38\u0e39\0";

    private static final char[] FOLDED = new char[Character.MAX_VALUE + 1];

    static {
        for (int c = 0; c < FOLDED.length; c++) {
            FOLDED[c] = folded((char) c);
        }
    }

    private Folding() {}

    /** What the character at that place folds to; NONE for one that is left out, and for the second half of one. */
    static char at(CharSequence text, int index) {
        char c = text.charAt(index);
        if (Character.isHighSurrogate(c) && index + 1 < text.length()) {
            int digit = Character.digit(Character.codePointAt(text, index), 10);
            return digit < 0 ? '\uFFFD' : (char) ('0' + digit);
        }
        return FOLDED[c];
    }

    /** Adds what was folded; two sara e stand for a sara ae. */
    static void append(StringBuilder text, char folded) {
        int last = text.length() - 1;
        if (folded == SARA_E && last >= 0 && text.charAt(last) == SARA_E) {
            text.setCharAt(last, SARA_AE);
        } else {
            text.append(folded);
        }
    }

    static String fold(String text) {
        StringBuilder result = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char folded = at(text, i);
            if (folded != NONE) {
                append(result, folded);
            }
        }
        return result.toString();
    }

    private static char folded(char c) {
        if (c == '\t' || c == '\n') {
            return c;
        }
        if (c == '\r' || c == '\u000b' || c == '\f' || c == '\u0085' || c == '\u2028' || c == '\u2029') {
            return '\n';
        }
        if (c == '\u0e33') {
            return '\u0e32';
        }
        if (c == '\u0e31' || c >= '\u0e34' && c <= '\u0e39') {
            return c;
        }
        if (c >= '\uf700' && c < '\uf700' + THAI_GLYPHS.length()) {
            return THAI_GLYPHS.charAt(c - '\uf700');
        }
        if (c > '\uff00' && c <= '\uff5e') {
            return folded((char) (c - FULL_WIDTH));
        }
        return switch (c) {
            case '_', '\u2212', '\u2043', '\u30fc', '\uff70' -> '-';
            case '\u2044', '\u2215', '\\' -> '/';
            case '\u00b7', '\u2022', '\u2027', '\u2024', '\u0387', '\u30fb' -> '.';
            case '\u2800', '\u3164', '\u115f', '\u1160', '\uffa0' -> ' ';
            default -> byType(c);
        };
    }

    private static char byType(char c) {
        return switch (Character.getType(c)) {
            case Character.DECIMAL_DIGIT_NUMBER -> (char) ('0' + Character.digit(c, 10));
            case Character.DASH_PUNCTUATION -> '-';
            case Character.SPACE_SEPARATOR -> ' ';
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.SURROGATE -> NONE;
            default -> Character.toLowerCase(c);
        };
    }
}
