package prakat.screening.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Words that are looked for in a text, all at once and in one pass: the longest one at each place, none within another. Blanks
 * and line breaks in a word do not matter, in the text or here. A word that begins or ends with a Latin letter stands alone.
 *
 * @param <T> what a word means
 */
public final class Words<T> {

    /** Blanks in a row that may stand within a word. */
    private static final int MOST_BLANKS = 3;

    private static final int ROOT = 0;

    private final char[] letters = new char[Character.MAX_VALUE + 1];
    private final List<int[]> nodes = new ArrayList<>();
    private final List<T> meanings = new ArrayList<>();

    /** What to do where a word stands. */
    @FunctionalInterface
    public interface Found<T> {

        /** A word of that meaning stands from {@code start} until before {@code end}. */
        void at(T meaning, int start, int end);
    }

    /** The words and what they mean, in any spelling; one without a letter is never found. */
    public Words(Map<String, T> meaningOf) {
        char count = 1;
        for (String word : meaningOf.keySet()) {
            for (char c : spelling(word).toCharArray()) {
                if (letters[c] == 0) {
                    letters[c] = count++;
                }
            }
        }
        int size = count;
        addNode(size);
        meaningOf.forEach((word, meaning) -> {
            int node = ROOT;
            for (char c : spelling(word).toCharArray()) {
                int[] next = nodes.get(node);
                if (next[letters[c]] == ROOT) {
                    next[letters[c]] = addNode(size);
                }
                node = next[letters[c]];
            }
            meanings.set(node, meaning);
        });
        meanings.set(ROOT, null);
    }

    /** Tells of each word in a text that is spelled as {@link Reading#text()} is, from its beginning to its end. */
    public void find(String text, Found<T> found) {
        int[] first = nodes.get(ROOT);
        for (int i = 0; i < text.length(); i++) {
            int node = first[letters[text.charAt(i)]];
            if (node != ROOT) {
                i = Math.max(i, walk(text, i, node, found) - 1);
            }
        }
    }

    /** Answers where the longest word that begins there ends, 0 where none does. */
    private int walk(String text, int start, int begun, Found<T> found) {
        int node = begun;
        int end = 0;
        T meaning = null;
        int blanks = 0;
        for (int i = start + 1; node != ROOT; i++) {
            if (blanks == 0 && meanings.get(node) != null && standsAlone(text, start, i)) {
                end = i;
                meaning = meanings.get(node);
            }
            if (i == text.length() || blanks > MOST_BLANKS) {
                break;
            }
            char c = text.charAt(i);
            if (c == ' ' || c == Reading.LINE) {
                blanks++;
            } else {
                blanks = 0;
                node = nodes.get(node)[letters[c]];
            }
        }
        if (meaning != null) {
            found.at(meaning, start, end);
        }
        return end;
    }

    private static boolean standsAlone(String text, int start, int end) {
        return !(start > 0 && isLatin(text.charAt(start)) && isLatin(text.charAt(start - 1)))
                && !(end < text.length() && isLatin(text.charAt(end - 1)) && isLatin(text.charAt(end)));
    }

    private static boolean isLatin(char c) {
        return c >= 'a' && c <= 'z';
    }

    private int addNode(int size) {
        // Letter 0 is what no word has, and leads nowhere.
        int[] next = new int[size];
        Arrays.fill(next, ROOT);
        nodes.add(next);
        meanings.add(null);
        return nodes.size() - 1;
    }

    private static String spelling(String word) {
        return Folding.fold(word).replaceAll("\\s", "");
    }
}
