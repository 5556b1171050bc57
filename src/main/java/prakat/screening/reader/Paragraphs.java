package prakat.screening.reader;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.poi.ss.util.CellReference;
import prakat.screening.FindingKind;
import prakat.screening.Place;
import prakat.screening.Place.Part;

/**
 * Text that comes in pieces, in paragraphs that may lie within each other and within the cells of tables. What is deleted,
 * hidden or said at the margin of a paragraph comes apart from what everybody sees of it; a cell comes as a whole.
 */
final class Paragraphs {

    private final Output output;
    private final Deque<Texts> open = new ArrayDeque<>();
    private final Deque<Table> tables = new ArrayDeque<>();
    private final Deque<Part> parts = new ArrayDeque<>();
    private Place place;
    private final Map<Place, Integer> tablesWithoutHeader = new LinkedHashMap<>();
    private final Map<Place, Integer> picturesWithoutText = new LinkedHashMap<>();

    Paragraphs(Output output, Place place) {
        this.output = output;
        this.place = place;
    }

    /** Text, by the part in which it stands. */
    private static final class Texts {

        private final StringBuilder visible = new StringBuilder();
        private final Map<Part, StringBuilder> parts = new EnumMap<>(Part.class);

        StringBuilder of(Part part) {
            return part == null ? visible : parts.computeIfAbsent(part, one -> new StringBuilder());
        }

        void add(Texts other) {
            add(visible, other.visible);
            other.parts.forEach((part, text) -> add(of(part), text));
        }

        private static void add(StringBuilder all, StringBuilder more) {
            all.append(all.length() == 0 || more.length() == 0 ? "" : "\n").append(more);
        }
    }

    private static final class Table {

        private int row;
        private int rows;
        private int column;
        private int last;
        private int columns;
        private boolean hasHeader;
        private Texts texts;
    }

    /** Where the text that follows stands. */
    void moveTo(Place other) {
        place = other;
    }

    /** Where it stands now. */
    Place place() {
        return place;
    }

    /** What follows stands in that part, until it is left. */
    void enter(Part part) {
        parts.push(part);
    }

    /** Leaves the part that was entered last. */
    void leave() {
        parts.pop();
    }

    /** Whether text would become part of a paragraph. */
    boolean isInParagraph() {
        return !open.isEmpty();
    }

    void beginParagraph() {
        open.push(new Texts());
    }

    void endParagraph() {
        Texts ended = open.pop();
        Table table = tables.peek();
        if (table != null && table.texts != null) {
            table.texts.add(ended);
        } else {
            write(ended, place);
        }
    }

    /** Adds text to the paragraph that is open, or as one of its own where none is. */
    void text(String text) {
        text(text, part());
    }

    /** The same, in that part. */
    void text(String text, Part part) {
        if (open.isEmpty()) {
            output.text(part == null ? place : place.inPart(part, null), text);
        } else {
            open.peek().of(part).append(text);
        }
    }

    void beginTable() {
        tables.push(new Table());
    }

    void endTable() {
        Table ended = tables.pop();
        if (!ended.hasHeader && ended.rows > 1 && ended.columns > 1) {
            tablesWithoutHeader.merge(place, 1, Integer::sum);
        }
    }

    /** Says that the table has a row that names its columns. */
    void header() {
        if (!tables.isEmpty()) {
            tables.peek().hasHeader = true;
        }
    }

    /** Begins a row, which stands for several that are the same. */
    void beginRow(int repeated) {
        Table table = tables.peek();
        table.row = table.rows + 1;
        table.rows += repeated;
        table.column = 0;
        table.last = 0;
    }

    void beginCell() {
        Table table = tables.peek();
        table.column = ++table.last;
        table.columns = Math.max(table.columns, table.column);
        table.texts = new Texts();
    }

    /** That of the cell, from 1. */
    int column() {
        return tables.peek().column;
    }

    /** The cell takes so many columns more. */
    void widen(int columns) {
        tables.peek().last += columns;
    }

    void endCell() {
        endCell(UnaryOperator.identity());
    }

    /** @param read what is to be read in the cell that shows a text */
    void endCell(UnaryOperator<String> read) {
        Table table = tables.peek();
        StringBuilder shown = table.texts.of(part());
        shown.replace(0, shown.length(), read.apply(shown.toString()));
        write(table.texts, place.inCell(place.sheet(), cell(table.column, table.row)));
        table.texts = null;
    }

    /** Counts a picture without a text that says what is to be seen. */
    void pictureWithoutText() {
        picturesWithoutText.merge(place, 1, Integer::sum);
    }

    /** Says what is missing to those who cannot see it. Programs that read aloud pass over heads, feet and templates. */
    void end() {
        tablesWithoutHeader.forEach((where, count) -> found(FindingKind.NO_TABLE_HEADER, where, count));
        picturesWithoutText.forEach((where, count) -> found(FindingKind.NO_ALTERNATIVE_TEXT, where, count));
    }

    private void found(FindingKind kind, Place where, int count) {
        if (where.part() == null) {
            output.found(kind, where, count);
        }
    }

    /** The name of a cell, such as {@code C5}; both from 1. */
    static String cell(int column, int row) {
        return CellReference.convertNumToColString(column - 1) + row;
    }

    private Part part() {
        return parts.peek();
    }

    private void write(Texts texts, Place where) {
        output.text(where, texts.visible.toString());
        texts.parts.forEach((part, text) -> output.text(where.inPart(part, null), text.toString()));
    }
}
