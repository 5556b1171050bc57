package prakat.web.site;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import prakat.search.FoldedText.Place;
import prakat.search.SearchWords;

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

    /** The whole text; nothing stands out where the words are not. */
    static Highlight of(String text, SearchWords words) {
        List<Part> parts = new ArrayList<>();
        int shown = 0;
        for (Place place : words.places(text)) {
            add(parts, text.substring(shown, place.start()), false);
            add(parts, text.substring(place.start(), place.end()), true);
            shown = place.end();
        }
        add(parts, text.substring(shown), false);
        return new Highlight(parts);
    }

    /** The part of a long text that holds any of the words first. */
    static Highlight around(String text, SearchWords words) {
        String line = text.replaceAll("\\s+", " ");
        BreakIterator letters = letters(line);
        List<Place> places = words.places(line);
        if (places.isEmpty()) {
            return of(line.substring(0, boundaryBefore(letters, Math.min(line.length(), 2 * AROUND))), words);
        }
        Place first = places.get(0);
        int start = boundaryBefore(letters, Math.max(0, first.start() - AROUND));
        int end = boundaryAfter(letters, Math.min(line.length(), first.end() + AROUND), line.length());
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
