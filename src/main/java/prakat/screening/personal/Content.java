package prakat.screening.personal;

import java.util.regex.Pattern;
import prakat.screening.text.Reading;

/**
 * A text, and what rules ask of it.
 *
 * @param reading the text and where each character of it stands
 * @param digits its digits in their groups
 * @param labels its words that say what a number is
 */
record Content(Reading reading, DigitGroups digits, Labels labels) {

    /** In characters, on either side. */
    private static final int LONGEST_NAME = 60;

    private static final Pattern NAME = Pattern.compile("://|www\\.|image|img|\\.(?:jpe?g|png|webp|gif|heic|mp4|pdf)");

    static Content of(Reading reading) {
        DigitGroups digits = new DigitGroups(reading.text());
        return new Content(reading, digits, new Labels(reading, digits));
    }

    String text() {
        return reading.text();
    }

    /** Whether a Latin letter touches the stretch: it is then a part of something else, such as a code. */
    boolean touchesLetters(int start, int end) {
        return start > 0 && isLatin(text().charAt(start - 1)) || end < text().length() && isLatin(text().charAt(end));
    }

    /** Whether the stretch is in a link or the name of a picture. */
    boolean isInName(int start, int end) {
        int from = start;
        while (from > 0 && start - from < LONGEST_NAME && !Character.isWhitespace(text().charAt(from - 1))) {
            from--;
        }
        int to = end;
        while (to < text().length() && to - end < LONGEST_NAME && !Character.isWhitespace(text().charAt(to))) {
            to++;
        }
        return NAME.matcher(text().substring(from, to)).find();
    }

    static boolean isLatin(char c) {
        return c >= 'a' && c <= 'z';
    }
}
