package prakat.web.desk.content;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import prakat.web.Languages;

/**
 * What changed from one text to the next, in words.
 *
 * <p>Thai has no spaces between words, so the JDK's break iterator cuts it by its dictionary, never between a letter and its
 * signs. It splits newer words in the wrong places; here that only makes a mark a little wider or narrower, so that ICU's
 * larger dictionary would bring nothing. Cut into letters the marks would be exact and unreadable: a vowel alone says
 * nothing to anybody.
 */
final class TextDiff {

    /** Comparing costs up to the square of it; a longer passage is shown as replaced in one piece. */
    private static final int MOST_TOKENS = 6000;

    /** Unchanged lines that are shown before and after a change. */
    private static final int CONTEXT = 1;

    private TextDiff() {}

    /** What happened to a passage. */
    enum Kind {
        SAME,
        REMOVED,
        ADDED,
        /** Unchanged, and too long to be repeated. */
        SKIPPED
    }

    /**
     * A passage.
     *
     * @param text its words; "" where it is skipped
     * @param lines how many lines were skipped
     */
    record Piece(Kind kind, String text, int lines) {

        static Piece of(Kind kind, String text) {
            return new Piece(kind, text, 0);
        }

        /** The kind as pages name it, e.g. {@code removed}. */
        public String name() {
            return kind.name().toLowerCase(Locale.ROOT);
        }
    }

    /** What changed in a text of several lines; long unchanged parts are left out. */
    static List<Piece> changes(String before, String after) {
        List<Piece> pieces = new ArrayList<>();
        List<Run> runs = runs(before.lines().toList(), after.lines().toList(), "\n");
        for (int i = 0; i < runs.size(); i++) {
            Run run = runs.get(i);
            boolean last = i == runs.size() - 1;
            if (run.same()) {
                addUnchanged(pieces, run.before(), i > 0, !last);
            } else {
                words(pieces, text(run.before(), last), text(run.after(), last));
            }
        }
        return List.copyOf(pieces);
    }

    /** What changed in a list whose lines are the same or not. */
    static List<Piece> lines(List<String> before, List<String> after) {
        List<Piece> pieces = new ArrayList<>();
        for (Run run : runs(before, after, "\n")) {
            run.before().forEach(line -> pieces.add(Piece.of(run.same() ? Kind.SAME : Kind.REMOVED, line + "\n")));
            if (!run.same()) {
                run.after().forEach(line -> pieces.add(Piece.of(Kind.ADDED, line + "\n")));
            }
        }
        return List.copyOf(pieces);
    }

    /** One value in the place of another. */
    static List<Piece> replaced(String before, String after) {
        return List.of(Piece.of(Kind.REMOVED, before), Piece.of(Kind.ADDED, after));
    }

    private static void addUnchanged(List<Piece> pieces, List<String> lines, boolean afterAChange, boolean beforeOne) {
        int head = afterAChange ? CONTEXT : 0;
        int tail = beforeOne ? CONTEXT : 0;
        int skipped = lines.size() - head - tail;
        if (skipped <= 1) {
            pieces.add(Piece.of(Kind.SAME, text(lines, !beforeOne)));
            return;
        }
        if (head > 0) {
            pieces.add(Piece.of(Kind.SAME, text(lines.subList(0, head), false)));
        }
        pieces.add(new Piece(Kind.SKIPPED, "", skipped));
        if (tail > 0) {
            pieces.add(Piece.of(Kind.SAME, text(lines.subList(lines.size() - tail, lines.size()), false)));
        }
    }

    /** Word by word; a space between two changed words is part of the change. */
    private static void words(List<Piece> pieces, String before, String after) {
        StringBuilder removed = new StringBuilder();
        StringBuilder added = new StringBuilder();
        List<Run> runs = runs(tokens(before), tokens(after), "");
        for (int i = 0; i < runs.size(); i++) {
            Run run = runs.get(i);
            String old = String.join("", run.before());
            boolean between = i > 0 && i < runs.size() - 1;
            if (!run.same() || between && old.isBlank()) {
                removed.append(old);
                added.append(String.join("", run.after()));
            } else {
                add(pieces, Kind.REMOVED, removed);
                add(pieces, Kind.ADDED, added);
                pieces.add(Piece.of(Kind.SAME, old));
            }
        }
        add(pieces, Kind.REMOVED, removed);
        add(pieces, Kind.ADDED, added);
    }

    private static void add(List<Piece> pieces, Kind kind, StringBuilder text) {
        if (!text.isEmpty()) {
            pieces.add(Piece.of(kind, text.toString()));
            text.setLength(0);
        }
    }

    /** A part that is the same on both sides, or is not. */
    private record Run(boolean same, List<String> before, List<String> after) {}

    /**
     * Both sides as parts that are the same and parts that are not, in turns.
     *
     * @param glue what stands between two tokens where too many of them are taken as one
     */
    private static List<Run> runs(List<String> before, List<String> after, String glue) {
        if (before.size() + after.size() > MOST_TOKENS) {
            return List.of(new Run(false, List.of(String.join(glue, before)), List.of(String.join(glue, after))));
        }
        List<Run> runs = new ArrayList<>();
        for (AbstractDelta<String> delta : DiffUtils.diff(before, after, new MyersDiffWithLinearSpace<>(), null, true)
                .getDeltas()) {
            Run run = new Run(
                    delta.getType() == DeltaType.EQUAL,
                    delta.getSource().getLines(),
                    delta.getTarget().getLines());
            Run previous = runs.isEmpty() ? null : runs.get(runs.size() - 1);
            if (previous != null && previous.same() == run.same()) {
                // The algorithm may part one change in two, where halves of its search meet.
                runs.set(
                        runs.size() - 1,
                        new Run(
                                run.same(),
                                join(previous.before(), run.before()),
                                join(previous.after(), run.after())));
            } else {
                runs.add(run);
            }
        }
        return runs;
    }

    private static List<String> join(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    private static List<String> tokens(String text) {
        BreakIterator words = BreakIterator.getWordInstance(Languages.THAI);
        words.setText(text);
        List<String> tokens = new ArrayList<>();
        int start = words.first();
        for (int end = words.next(); end != BreakIterator.DONE; start = end, end = words.next()) {
            tokens.add(text.substring(start, end));
        }
        return tokens;
    }

    private static String text(List<String> lines, boolean last) {
        String text = String.join("\n", lines);
        return last || lines.isEmpty() ? text : text + "\n";
    }
}
