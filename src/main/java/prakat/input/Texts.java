package prakat.input;

import java.util.regex.Pattern;

/** How text that people typed is read. */
public final class Texts {

    /**
     * What no database column, no XML and no page can hold: controls, halves of characters and non-characters. And marks
     * that turn the writing around, so that a reader sees another name or address than there is.
     */
    private static final Pattern UNUSABLE =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\uFFFE\\uFFFF\\u202A-\\u202E\\u2066-\\u2069&&[^\\n\\t]]");

    /** What a reader does not see at either end. Inside it stays: Thai puts zero-width spaces between words. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\s\\p{Z}\\p{Cf}\\u115F\\u1160\\u2800\\u3164\\uFFA0]");

    private static final char THAI_ZERO = '๐';

    private Texts() {}

    /** The text as it is kept: without what is invisible at its ends and what nothing can hold; "" for null. */
    public static String plain(String text) {
        if (text == null) {
            return "";
        }
        String lines = text.replace("\r\n", "\n").replace('\r', '\n');
        return withoutInvisibleEnds(UNUSABLE.matcher(lines).replaceAll(""));
    }

    /** By hand: a pattern that ends with the text costs the square of each run of spaces in it. */
    private static String withoutInvisibleEnds(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isInvisible(text.codePointAt(start))) {
            start = text.offsetByCodePoints(start, 1);
        }
        while (end > start && isInvisible(text.codePointBefore(end))) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(start, end);
    }

    private static boolean isInvisible(int character) {
        return INVISIBLE.matcher(Character.toString(character)).matches();
    }

    /** The same on one line. */
    public static String line(String text) {
        return plain(text).replaceAll("[\\s\\u2028\\u2029]+", " ");
    }

    /** How many characters a reader would count. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Thai digits turned into Arabic ones. */
    public static String arabicDigits(String text) {
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
