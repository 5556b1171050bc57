package prakat.screening.personal;

import java.util.Arrays;
import java.util.BitSet;

/** The digits of a text: groups that nothing separates, and the gaps between one group and the next. */
final class DigitGroups {

    /** What stands between two groups, the closest first. */
    enum Gap {
        HYPHEN,
        DOT,
        SLASH,
        BLANK,
        BRACKET,
        LINE,
        CELL,
        /** Anything else: no number goes on over it. */
        FAR;

        /** Whether a sign joins the groups. */
        boolean isSign() {
            return this == HYPHEN || this == DOT || this == SLASH;
        }

        /** How loosely it joins two groups, compared with others. */
        int looseness() {
            return isSign() ? 1 : this == BLANK || this == BRACKET ? 2 : this == FAR ? 9 : 3;
        }
    }

    /** In characters. */
    private static final int LONGEST_GAP = 8;

    private final String text;
    private final BitSet taken = new BitSet();
    private int[] starts = new int[16];
    private int[] ends = new int[16];
    private Gap[] gaps = new Gap[16];
    private int[] digitsBefore = new int[16];
    private int size;

    DigitGroups(String text) {
        this.text = text;
        for (int i = 0; i < text.length(); i++) {
            if (isDigit(text.charAt(i))) {
                int start = i;
                while (i < text.length() && isDigit(text.charAt(i))) {
                    i++;
                }
                add(start, i);
            }
        }
    }

    private void add(int start, int end) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
            gaps = Arrays.copyOf(gaps, size * 2);
            digitsBefore = Arrays.copyOf(digitsBefore, size * 2);
        }
        starts[size] = start;
        ends[size] = end;
        gaps[size] = size == 0 ? Gap.FAR : gap(ends[size - 1], start);
        digitsBefore[size] = size == 0 ? 0 : digitsBefore[size - 1] + length(size - 1);
        size++;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    int size() {
        return size;
    }

    int start(int group) {
        return starts[group];
    }

    int end(int group) {
        return ends[group];
    }

    int length(int group) {
        return ends[group] - starts[group];
    }

    /** What stands before the group; FAR before the first one and after the last one. */
    Gap gapBefore(int group) {
        return group == size ? Gap.FAR : gaps[group];
    }

    /** The number of the first group that ends after that character. */
    int at(int index) {
        int found = Arrays.binarySearch(ends, 0, size, index);
        return found < 0 ? -found - 1 : found + 1;
    }

    /** How many digits stand from one character until before the other. */
    int digitsBetween(int start, int end) {
        return digitsUntil(end) - digitsUntil(start);
    }

    private int digitsUntil(int index) {
        int group = at(index);
        if (group == size) {
            return size == 0 ? 0 : digitsBefore[size - 1] + length(size - 1);
        }
        return digitsBefore[group] + Math.max(0, index - starts[group]);
    }

    /** All digits from the first group until before the last one. */
    String digits(int first, int last) {
        StringBuilder digits = new StringBuilder();
        for (int i = first; i < last; i++) {
            digits.append(text, starts[i], ends[i]);
        }
        return digits.toString();
    }

    /** The lengths of these groups, such as {@code 3-3-4}. */
    String shape(int first, int last) {
        StringBuilder shape = new StringBuilder();
        for (int i = first; i < last; i++) {
            shape.append(i == first ? "" : "-").append(length(i));
        }
        return shape.toString();
    }

    /** From now on, the groups are known to be a number of some kind, and none of another. */
    void take(int first, int last) {
        taken.set(first, last);
    }

    boolean isTaken(int group) {
        return taken.get(group);
    }

    private Gap gap(int from, int to) {
        if (to - from > LONGEST_GAP) {
            return Gap.FAR;
        }
        Gap gap = Gap.BLANK;
        for (int i = from; i < to; i++) {
            Gap said =
                    switch (text.charAt(i)) {
                        case '-', '~' -> Gap.HYPHEN;
                        case '.' -> Gap.DOT;
                        case '/' -> Gap.SLASH;
                        case ' ' -> Gap.BLANK;
                        case '(', ')', '[', ']' -> Gap.BRACKET;
                        case '\n' -> Gap.LINE;
                        case '\t', '|' -> Gap.CELL;
                        default -> Gap.FAR;
                    };
            if (said == Gap.FAR || said.isSign() && gap.isSign() && said != gap) {
                return Gap.FAR;
            }
            // A line that breaks after a hyphen breaks all the same; a sign between blanks is a sign.
            if (said != Gap.BLANK && (gap == Gap.BLANK || said.looseness() > gap.looseness())) {
                gap = said;
            }
        }
        return gap;
    }
}
