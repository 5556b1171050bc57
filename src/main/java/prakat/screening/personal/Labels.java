package prakat.screening.personal;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import prakat.screening.text.CellAddress;
import prakat.screening.text.Reading;
import prakat.screening.text.Words;

/** The words of a text that say what a number is: those before it, and in a table the head of its column. */
final class Labels {

    private static final Words<Sense> WORDS = new Words<>(Sense.byWord());

    /** In characters, how far before a number its word stands. */
    private static final int REACH = 80;

    /** How far behind a number a word in brackets, or a title, stands. */
    private static final int REACH_BEHIND = 12;

    private static final int TITLE_BEHIND = 50;

    /** Between two words that say together what a number is, such as "หนังสือเดินทาง" and "เลขที่". */
    private static final int REACH_OF_LABEL = 25;

    /** From a word at the end of a line to the number on the next. */
    private static final int NEXT_LINE = 10;

    /** As in "one copy". */
    private static final int FEW_DIGITS = 2;

    /** A word is about the one number that follows it, and what joins that one: a telephone's has nine digits or more. */
    private static final int SHORTEST_NUMBER = 9;

    private static final int JOINED = 6;

    private final Reading reading;
    private final DigitGroups digits;
    private int[] starts = new int[16];
    private int[] ends = new int[16];
    private Sense[] senses = new Sense[16];
    private int size;
    private final Sense[] headers;

    Labels(Reading reading, DigitGroups digits) {
        this.reading = reading;
        this.digits = digits;
        WORDS.find(reading.text(), this::add);
        this.headers = headers();
    }

    private void add(Sense sense, int start, int end) {
        if (sense == Sense.NONE) {
            return;
        }
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
            senses = Arrays.copyOf(senses, size * 2);
        }
        starts[size] = start;
        ends[size] = end;
        senses[size++] = sense;
    }

    int size() {
        return size;
    }

    int start(int word) {
        return starts[word];
    }

    int end(int word) {
        return ends[word];
    }

    Sense sense(int word) {
        return senses[word];
    }

    /** What the words near it say that the stretch is; {@link Sense#NONE} where none does. */
    Sense of(int start, int end) {
        int passage = reading.passageAt(start);
        CellAddress cell = reading.cell(passage);
        int limit = Math.max(start - REACH, rowStart(start));
        Sense said = before(
                cell == null || isDirectlyBehindWord(start) ? limit : Math.max(limit, reading.start(passage)), start);
        if (said == Sense.NONE && cell != null) {
            said = header(passage) == Sense.NONE ? before(limit, start) : header(passage);
        }
        return said == Sense.NONE ? behind(end) : said;
    }

    /** As in a form, where the word stands in the cell before the number's. */
    private boolean isDirectlyBehindWord(int start) {
        int word = lastBefore(start);
        return word >= 0
                && senses[word].isLabel()
                && start - ends[word] <= JOINED
                && reading.text().substring(ends[word], start).chars().noneMatch(Character::isLetterOrDigit);
    }

    /** What the head of the column says of a passage that is a cell; {@link Sense#NONE} where nothing. */
    Sense header(int passage) {
        return headers[passage] == null ? Sense.NONE : headers[passage];
    }

    /** Whether a person's title stands near, and so probably their name. */
    boolean isNearTitle(int start, int end) {
        int limit = Math.max(start - REACH, rowStart(start));
        for (int i = lastBefore(start); i >= 0 && starts[i] >= limit; i--) {
            if (senses[i] == Sense.TITLE) {
                return true;
            }
        }
        for (int i = lastBefore(start) + 1; i < size && starts[i] < end + TITLE_BEHIND; i++) {
            if (senses[i] == Sense.TITLE) {
                return reading.text().substring(end, Math.max(end, starts[i])).indexOf(Reading.ROW) < 0;
            }
        }
        return false;
    }

    /** The number of the last word that ends at that character or before; -1 where there is none. */
    int lastBefore(int index) {
        int found = Arrays.binarySearch(ends, 0, size, index);
        return found < 0 ? -found - 2 : found;
    }

    /** The nearest word; where that says little, such as a bank's name, one before it that says more. */
    private Sense before(int limit, int start) {
        Sense said = Sense.NONE;
        int last = start;
        for (int i = lastBefore(start); i >= 0 && starts[i] >= limit; i--) {
            if (!senses[i].isLabel()) {
                continue;
            }
            if (said == Sense.NONE ? isSpent(i, start) || isHeadOfSeveral(i, start) : isApart(i, last)) {
                return said;
            }
            if (senses[i] != Sense.NUMBER && senses[i] != Sense.BANK) {
                return senses[i];
            }
            said = said == Sense.BANK ? said : senses[i];
            last = starts[i];
        }
        return said;
    }

    /** Of words on a line further above, as those of a table that lost its borders, nobody knows which one it is. */
    private boolean isHeadOfSeveral(int label, int start) {
        if (start - ends[label] <= NEXT_LINE
                || reading.text().substring(ends[label], start).indexOf(Reading.LINE) < 0) {
            return false;
        }
        int before = label - 1;
        while (before >= 0 && starts[label] - ends[before] < REACH && !senses[before].isLabel()) {
            before--;
        }
        return before >= 0
                && starts[label] - ends[before] < REACH
                && senses[before] != senses[label]
                && reading.text().substring(ends[before], starts[label]).indexOf(Reading.LINE) < 0;
    }

    private boolean isApart(int label, int start) {
        return start - ends[label] > REACH_OF_LABEL || digits.digitsBetween(ends[label], start) > FEW_DIGITS;
    }

    private boolean isSpent(int label, int start) {
        int group = digits.at(start) - 1;
        return digits.digitsBetween(ends[label], start) >= SHORTEST_NUMBER
                && (group < 0 || start - digits.end(group) > JOINED);
    }

    private Sense behind(int end) {
        int next = lastBefore(end) + 1;
        boolean isInBrackets = next < size
                && starts[next] > end
                && starts[next] <= end + REACH_BEHIND
                && senses[next].isLabel()
                && reading.text().substring(end, starts[next]).matches("[ \\n]{0,3}\\([^0-9)\\t\\f]*");
        return isInBrackets ? senses[next] : Sense.NONE;
    }

    /** Where the row, or the text, begins, as far back as words reach. */
    private int rowStart(int index) {
        int start = index;
        while (start > 0 && index - start < REACH && reading.text().charAt(start - 1) != Reading.ROW) {
            start--;
        }
        return start;
    }

    /** For each cell, what the head of its column says; null for what is no cell, or has no head. */
    private Sense[] headers() {
        Sense[] found = new Sense[reading.passages()];
        TreeMap<Integer, Sense> columns = new TreeMap<>();
        int from = 0;
        while (from < found.length) {
            int to = from + 1;
            while (to < found.length && isSameRow(from, to)) {
                to++;
            }
            if (from > 0 && reading.table(from) != reading.table(from - 1)) {
                columns.clear();
            }
            if (reading.cell(from) != null) {
                for (int passage = from; passage < to; passage++) {
                    // A head over several columns stands in the first of them.
                    Map.Entry<Integer, Sense> head =
                            columns.floorEntry(reading.cell(passage).column());
                    found[passage] = head == null ? null : head.getValue();
                }
                readHeads(from, to, columns);
            }
            from = to;
        }
        return found;
    }

    private boolean isSameRow(int one, int other) {
        CellAddress cell = reading.cell(one);
        return cell != null
                && reading.cell(other) != null
                && reading.table(one) == reading.table(other)
                && cell.row() == reading.cell(other).row();
    }

    /** A row without long numbers, in which some cell says what a number is, is a head. */
    private void readHeads(int from, int to, TreeMap<Integer, Sense> columns) {
        int end = reading.end(to - 1);
        int last = lastBefore(end);
        if (last < 0
                || starts[last] < reading.start(from)
                || digits.digitsBetween(reading.start(from), end) >= SHORTEST_NUMBER) {
            return;
        }
        for (int passage = from; passage < to; passage++) {
            int column = reading.cell(passage).column();
            int word = lastBefore(reading.end(passage));
            while (word >= 0 && starts[word] >= reading.start(passage) && !senses[word].isLabel()) {
                word--;
            }
            if (word >= 0 && starts[word] >= reading.start(passage)) {
                columns.put(column, senses[word]);
            } else if (reading.end(passage) > reading.start(passage)) {
                columns.putIfAbsent(column, Sense.NONE);
            }
        }
    }
}
