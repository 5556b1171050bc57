package prakat.screening.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import prakat.screening.Passage;
import prakat.screening.Place;

/**
 * What a person reads in one go, such as a field, the text of a document, its comments, or a sheet: passages joined, in one
 * spelling, and where each character of it stands.
 */
public final class Reading {

    /** Between passages that follow each other, and between lines. */
    public static final char LINE = '\n';

    /** Between two cells of a row. */
    public static final char CELL = '\t';

    /** Between two rows, and between two tables. */
    public static final char ROW = '\f';

    private static final Pattern LIKE_ZERO = Pattern.compile("(?<=[0-9-])[OoQ](?=[0-9-])");

    private static final Pattern LIKE_ONE = Pattern.compile("(?<=[0-9-])[Il](?=[0-9-])");

    private final List<Passage> passages;
    private final CellAddress[] cells;
    private final int[] tables;
    private final int[] starts;
    private final int[] origins;
    private final String text;

    private Reading(List<Passage> passages) {
        this.passages = passages;
        this.cells = passages.stream()
                .map(passage -> CellAddress.of(passage.place().cell()))
                .toArray(CellAddress[]::new);
        this.tables = new int[cells.length];
        this.starts = new int[cells.length + 1];
        int length = passages.stream()
                .mapToInt(passage -> passage.text().length() + 1)
                .sum();
        this.origins = new int[length];
        StringBuilder folded = new StringBuilder(length);
        for (int i = 0; i < cells.length; i++) {
            if (i > 0) {
                origins[folded.length()] = passages.get(i - 1).text().length();
                folded.append(border(i));
            }
            starts[i] = folded.length();
            append(folded, asDigits(passages.get(i)));
        }
        starts[cells.length] = folded.length() + 1;
        this.text = folded.toString();
    }

    /** The passages, in their order, sorted into what is read in one go. A passage without a text is left out. */
    public static List<Reading> of(List<Passage> passages) {
        Map<Object, List<Passage>> together = new LinkedHashMap<>();
        passages.stream().filter(passage -> passage.text() != null).forEach(passage -> together.computeIfAbsent(
                        key(passage.place()), any -> new ArrayList<>())
                .add(passage));
        return together.values().stream().map(Reading::new).toList();
    }

    /** A hidden column belongs to its table, and a page to its document. */
    private static Object key(Place place) {
        boolean ofTable = place.sheet() != null && place.part() == Place.Part.HIDDEN;
        return Arrays.asList(place.field(), place.file(), place.sheet(), ofTable ? null : place.part(), place.name());
    }

    /** The text that words and patterns are compared with: see {@link #fold}. */
    public String text() {
        return text;
    }

    /** A text in the spelling of {@link #text()}: small letters, Arabic digits, no tone marks, nothing invisible. */
    public static String fold(String text) {
        return Folding.fold(text);
    }

    /** The number of the passage in which that character of the text stands, from 0. */
    public int passageAt(int index) {
        int found = Arrays.binarySearch(starts, index);
        if (found < 0) {
            return -found - 2;
        }
        // Of passages without a character, the one that has this.
        int last = found;
        while (last + 1 < cells.length && starts[last + 1] == index) {
            last++;
        }
        return last;
    }

    /** How many passages there are. */
    public int passages() {
        return cells.length;
    }

    /** Where the passage of that number begins in the text. */
    public int start(int passage) {
        return starts[passage];
    }

    /** Where the passage of that number ends in the text. */
    public int end(int passage) {
        return starts[passage + 1] - 1;
    }

    /** The cell that the passage of that number is; null where it is none. */
    public CellAddress cell(int passage) {
        return cells[passage];
    }

    /** The number of the table that the passage's cell is in; one that is no cell counts to the table before it. */
    public int table(int passage) {
        return tables[passage];
    }

    /** Where a stretch of the text stands: its cells, or the passage in which it begins. */
    public Place place(int start, int end) {
        int first = passageAt(start);
        int last = passageAt(end - 1);
        Place place = passages.get(first).place();
        return first == last || cells[first] == null || cells[last] == null
                ? place
                : place.inCell(place.sheet(), cells[first].to(cells[last]));
    }

    /** A stretch of the text as it was written, tone marks and all; over a border, only to the passage's end. */
    public String original(int start, int end) {
        int passage = passageAt(start);
        String written = passages.get(passage).text();
        int until = end > end(passage) || end == text.length() ? written.length() : origins[end];
        return written.substring(origins[start], until);
    }

    /** The text, in a picture with digits where letters that look like them stand among digits. */
    private static String asDigits(Passage passage) {
        if (passage.place().part() != Place.Part.PICTURE) {
            return passage.text();
        }
        return LIKE_ONE.matcher(LIKE_ZERO.matcher(passage.text()).replaceAll("0"))
                .replaceAll("1");
    }

    private void append(StringBuilder folded, String written) {
        for (int i = 0; i < written.length(); i++) {
            char c = Folding.at(written, i);
            if (c != Folding.NONE) {
                origins[folded.length()] = i;
                Folding.append(folded, c);
            }
        }
    }

    private char border(int passage) {
        CellAddress before = cells[passage - 1];
        CellAddress cell = cells[passage];
        boolean isSameTable = before != null && cell != null && cell.row() >= before.row();
        tables[passage] = tables[passage - 1] + (isSameTable ? 0 : 1);
        if (before == null || cell == null) {
            return LINE;
        }
        return isSameTable && cell.row() == before.row() ? CELL : ROW;
    }
}
