package prakat.request;

import java.util.regex.Pattern;

/** How text that people typed is read. */
final class Texts {

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");
    private static final char THAI_ZERO = '๐';

    private Texts() {}

    /** The text without surrounding space and without control characters, which no database column or page needs; "" for null. */
    static String plain(String text) {
        return text == null
                ? ""
                : CONTROL.matcher(text.replace("\r\n", "\n")).replaceAll("").strip();
    }

    /** The same on one line. */
    static String line(String text) {
        return plain(text).replaceAll("\\s+", " ");
    }

    /** How many characters a reader would count. */
    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Thai digits turned into Arabic ones. */
    static String arabicDigits(String text) {
        StringBuilder result = new StringBuilder(text);
        for (int i = 0; i < result.length(); i++) {
            int digit = result.charAt(i) - THAI_ZERO;
            if (digit >= 0 && digit <= 9) {
                result.setCharAt(i, (char) ('0' + digit));
            }
        }
        return result.toString();
    }
}
