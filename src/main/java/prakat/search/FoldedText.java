package prakat.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A text as the search compares it: what a reader takes for the same is the same in it. It has no case, no full width, no
 * invisible characters and no Thai digits, single blanks only, and one spelling of each Thai syllable and accented letter.
 * It remembers where in the original text each of its characters came from.
 */
public final class FoldedText {

    private static final char SARA_AA = 'า';
    private static final char SARA_AM = 'ำ';
    private static final char SARA_E = 'เ';
    private static final char NIKHAHIT = '\u0E4D';

    private static final Pattern AM_IN_TWO = Pattern.compile("\u0E4D([\u0E48-\u0E4B]?)\u0E32");
    private static final Pattern AM_BEFORE_TONE = Pattern.compile("\u0E33([\u0E48-\u0E4B])");
    private static final Pattern TONE_BEFORE_VOWEL = Pattern.compile("([\u0E48-\u0E4C])([\u0E31\u0E34-\u0E37\u0E47])");

    private final StringBuilder text;
    private int[] starts;
    private int[] ends;

    /** A stretch of the original text: from the first character until before the last one. */
    public record Place(int start, int end) {}

    private FoldedText(int length) {
        text = new StringBuilder(length);
        starts = new int[length];
        ends = new int[length];
    }

    /** The text, folded. */
    public static FoldedText of(String original) {
        FoldedText folded = new FoldedText(original.length());
        int start = 0;
        while (start < original.length()) {
            int end = endOfLetter(original, start);
            folded.append(original, start, end);
            start = end;
        }
        return folded;
    }

    /** The folded text itself; never null and never with a line break. */
    public static String fold(String original) {
        return of(original).toString();
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** Where the original text holds a folded word, in its order; whole letters, with their vowels and tone marks. */
    public List<Place> places(String word) {
        List<Place> places = new ArrayList<>();
        int found = text.indexOf(word);
        while (found >= 0 && !word.isEmpty()) {
            places.add(new Place(starts[found], ends[found + word.length() - 1]));
            found = text.indexOf(word, found + word.length());
        }
        return places;
    }

    /** A letter ends where nothing follows that changes it, such as an accent, a vowel above it, or its other half. */
    private static int endOfLetter(String original, int start) {
        int first = original.codePointAt(start);
        int end = start + Character.charCount(first);
        boolean nikhahit = first == NIKHAHIT;
        boolean half = first == SARA_E;
        while (end < original.length()) {
            int next = original.codePointAt(end);
            boolean belongs = isMark(next)
                    || isInvisible(next)
                    || next == SARA_AM
                    || next == SARA_AA && nikhahit
                    || next == SARA_E && half;
            if (!belongs) {
                break;
            }
            nikhahit |= next == NIKHAHIT;
            half &= isInvisible(next);
            end += Character.charCount(next);
        }
        return end;
    }

    private void append(String original, int start, int end) {
        if (isPlain(original, start, end)) {
            for (int i = start; i < end; i++) {
                append(Character.toLowerCase(original.charAt(i)), start, end);
            }
            return;
        }
        String letter = letter(original.substring(start, end));
        for (int i = 0; i < letter.length(); i++) {
            append(letter.charAt(i), start, end);
        }
    }

    private void append(char character, int start, int end) {
        int at = text.length();
        if (character == ' ' && (at == 0 || text.charAt(at - 1) == ' ')) {
            return;
        }
        if (at == starts.length) {
            starts = Arrays.copyOf(starts, at * 2 + 1);
            ends = Arrays.copyOf(ends, at * 2 + 1);
        }
        text.append(character);
        starts[at] = start;
        ends[at] = end;
    }

    /** What folds to itself or to its small letter, as most of a text does: the rest costs much more. */
    private static boolean isPlain(String original, int start, int end) {
        char first = original.charAt(start);
        if (end - start == 1) {
            return first >= ' ' && first < '\u007F' || first >= 'ก' && first <= '\u0E4C';
        }
        char second = original.charAt(start + 1);
        return first >= 'ก'
                && first <= 'ฮ'
                && (end - start == 2 && isThaiMark(second)
                        || end - start == 3 && isThaiVowelMark(second) && isThaiTone(original.charAt(start + 2)));
    }

    private static boolean isThaiMark(char character) {
        return isThaiVowelMark(character) || isThaiTone(character) || character == SARA_AM || character == '\u0E47';
    }

    private static boolean isThaiVowelMark(char character) {
        return character == '\u0E31' || character >= '\u0E34' && character <= '\u0E39';
    }

    private static boolean isThaiTone(char character) {
        return character >= '\u0E48' && character <= '\u0E4C';
    }

    private static String letter(String said) {
        StringBuilder seen = new StringBuilder(said.length());
        said.codePoints()
                .filter(character -> !isInvisible(character))
                .map(FoldedText::alike)
                .forEach(seen::appendCodePoint);
        String wide = seen.chars().anyMatch(character -> character >= '\uFF00' && character <= '\uFFEF')
                ? Normalizer.normalize(seen, Normalizer.Form.NFKC)
                : seen.toString();
        // Small, capital and small again: only so are ß, ẞ and SS the same.
        String small = wide.toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return thai(Normalizer.normalize(small, Normalizer.Form.NFC));
    }

    private static String thai(String letter) {
        if (letter.equals("เเ")) {
            return "แ";
        }
        String am = AM_IN_TWO.matcher(letter).replaceAll("$1\u0E33");
        String tone = AM_BEFORE_TONE.matcher(am).replaceAll("$1\u0E33");
        return TONE_BEFORE_VOWEL.matcher(tone).replaceAll("$2$1");
    }

    private static int alike(int character) {
        if (Character.isWhitespace(character) || Character.isSpaceChar(character)) {
            return ' ';
        }
        return switch (Character.getType(character)) {
            case Character.DECIMAL_DIGIT_NUMBER -> '0' + Character.digit(character, 10);
            case Character.DASH_PUNCTUATION -> '-';
            default -> character == '\u2212' ? '-' : character;
        };
    }

    private static boolean isMark(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
                // The other parts of Korean syllables, and the voicing of Japanese ones at half width.
            default -> character >= 0x1160 && character <= 0x11FF || character == 0xFF9E || character == 0xFF9F;
        };
    }

    /** What is not seen and separates nothing: also the zero-width spaces that Thai has between words. */
    private static boolean isInvisible(int character) {
        return Character.getType(character) == Character.FORMAT
                || character == 0x034F
                || character >= 0xFE00 && character <= 0xFE0F
                || character >= 0xE0100 && character <= 0xE01EF
                || Character.getType(character) == Character.CONTROL && !Character.isWhitespace(character);
    }
}
