package prakat.screening.personal;

import prakat.screening.text.Reading;

/**
 * A text, and what rules ask of it.
 *
 * @param reading the text and where each character of it stands
 * @param digits its digits in their groups
 * @param labels its words that say what a number is
 */
record Content(Reading reading, DigitGroups digits, Labels labels) {

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

    static boolean isLatin(char c) {
        return c >= 'a' && c <= 'z';
    }
}
