package prakat.web.site;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text in which the words that a reader searched for stand out.
 *
 * @param parts the text, cut where the words begin and end
 */
record Highlight(List<Part> parts) {

    /** How much of a body stands around the words, in characters. */
    private static final int AROUND = 80;

    /** A piece of the text; whether it is the words themselves. */
    record Part(String text, boolean hit) {}

    /** The whole text, without regard to upper and lower case; no words stand out where there are none. */
    static Highlight of(String text, String words) {
        List<Part> parts = new ArrayList<>();
        int shown = 0;
        if (!words.isEmpty()) {
            BreakIterator letters = letters(text);
            Matcher matcher = pattern(words).matcher(text);
            while (matcher.find()) {
                // A vowel or tone mark stands on its letter and with it.
                int start = Math.max(shown, boundaryBefore(letters, matcher.start()));
                int end = boundaryAfter(letters, matcher.end(), text.length());
                add(parts, text.substring(shown, start), false);
                add(parts, text.substring(start, end), true);
                shown = Math.max(shown, end);
            }
        }
        add(parts, text.substring(shown), false);
        return new Highlight(parts);
    }

    /** The part of a long text that holds the words first. */
    static Highlight around(String text, String words) {
        String line = text.replaceAll("\\s+", " ");
        Matcher matcher = pattern(words).matcher(line);
        if (!matcher.find()) {
            return of(line.substring(0, boundaryBefore(letters(line), Math.min(line.length(), 2 * AROUND))), words);
        }
        BreakIterator letters = letters(line);
        int start = boundaryBefore(letters, Math.max(0, matcher.start() - AROUND));
        int end = boundaryAfter(letters, Math.min(line.length(), matcher.end() + AROUND), line.length());
        return of(
                (start > 0 ? "… " : "") + line.substring(start, end).strip() + (end < line.length() ? " …" : ""),
                words);
    }

    /** Whether the words are in it. */
    public boolean hits() {
        return parts.stream().anyMatch(Part::hit);
    }

    /** The whole text. */
    public String text() {
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> text.append(part.text()));
        return text.toString();
    }

    private static void add(List<Part> parts, String text, boolean hit) {
        if (!text.isEmpty()) {
            parts.add(new Part(text, hit));
        }
    }

    private static Pattern pattern(String words) {
        return Pattern.compile(words, Pattern.LITERAL | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static BreakIterator letters(String text) {
        BreakIterator letters = BreakIterator.getCharacterInstance(Locale.ROOT);
        letters.setText(text);
        return letters;
    }

    private static int boundaryBefore(BreakIterator letters, int at) {
        return at == 0 || letters.isBoundary(at) ? at : letters.preceding(at);
    }

    private static int boundaryAfter(BreakIterator letters, int at, int length) {
        return at >= length || letters.isBoundary(at) ? at : letters.following(at);
    }
}
