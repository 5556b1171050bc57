package prakat.screening.care;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The wording of a title and its text, in the form in which copies of it are recognised: runs of letters (shingles), in
 * whatever order, and {@link Marks}.
 */
public final class Wording {

    /** In letters: Thai has no blanks between words. */
    private static final int SHINGLE_OF_TITLE = 3;

    /** In a longer text most runs of three letters occur by chance. */
    private static final int SHINGLE_OF_TEXT = 5;

    /** What stands before it says whose announcement it is, and is the same in most titles of an office. */
    private static final String SUBJECT = "เรื่อง";

    private static final int SHORTEST_SUBJECT = 10;

    /** In letters; a text that is shorter says hardly more than that all is in a file. */
    private static final int SHORTEST_TEXT = 60;

    /** In characters: what begins alike for so long is a copy. */
    private static final int LONGEST_TEXT = 50_000;

    /** In letters, where there is no more of a text; a title that is shorter may be that of many. */
    private static final int SHORTEST_TITLE = 20;

    /** One word of six is another one. */
    private static final double LIKE_TITLES = 0.7;

    /** Where nothing but the title tells: a few letters are others, or a short word was added. */
    private static final double VERY_LIKE_TITLES = 0.85;

    /** Some words are others, or one sentence of five is missing. Texts of one form about different matters are less like. */
    private static final double LIKE_TEXTS = 0.8;

    /** Of titles and texts that are just like enough, 999 pairs of 1,000 have a fingerprint in common. */
    private static final int BANDS = 6;

    private static final int ROWS = 3;

    private static final long GOLDEN_RATIO = 0x9e3779b97f4a7c15L;

    private final Marks titleMarks;
    private final Marks textMarks;
    private final Set<String> title;
    private final Set<String> text;

    private Wording(String title, String text) {
        int subject = title.contains(SUBJECT) ? title.indexOf(SUBJECT) + SUBJECT.length() : 0;
        boolean isLongEnough = title.length() - subject >= SHORTEST_SUBJECT;
        this.titleMarks = Marks.ofTitle(title);
        this.textMarks = Marks.of(text.substring(0, Math.min(text.length(), LONGEST_TEXT)));
        this.title = shingles(
                Marks.of(isLongEnough ? title.substring(subject) : title).letters(), SHINGLE_OF_TITLE);
        this.text = shingles(textMarks.letters(), SHINGLE_OF_TEXT);
    }

    /**
     * That of a title and its text.
     *
     * @param text its words, without marks of HTML
     */
    public static Wording of(String title, String text) {
        return new Wording(title, text);
    }

    /** At least one. */
    private static Set<String> shingles(String letters, int length) {
        Set<String> shingles = new HashSet<>();
        IntStream.rangeClosed(0, Math.max(0, letters.length() - length))
                .forEach(i -> shingles.add(letters.substring(i, Math.min(letters.length(), i + length))));
        return shingles;
    }

    /**
     * Some numbers, at least one of which two wordings share that are nearly the same. Where the marks of the titles are not the
     * same, they share none. By MinHash, in bands. They are kept: those that are there have to go whenever they come out
     * otherwise than before.
     */
    public Set<Long> fingerprints() {
        Set<Long> prints = new LinkedHashSet<>();
        long seed = mixed(titleMarks.marks().hashCode());
        addPrints(title, seed, prints);
        if (hasText()) {
            addPrints(text, ~seed, prints);
            // Most texts of a series share all others; marks alone would be shared by all texts that have none.
            addPrints(text, mixed(seed + textMarks.marks().hashCode()), prints);
        }
        return prints;
    }

    private static void addPrints(Set<String> shingles, long seed, Set<Long> prints) {
        for (int band = 0; band < BANDS; band++) {
            long print = seed + band;
            for (int row = 0; row < ROWS; row++) {
                long order = mixed(seed + band * ROWS + row);
                print = mixed(print
                        ^ shingles.stream()
                                .mapToLong(shingle -> mixed(shingle.hashCode() ^ order))
                                .min()
                                .orElseThrow());
            }
            prints.add(print);
        }
    }

    /** As SplitMix64 does it: each bit of the number changes about half of those of the result. */
    private static long mixed(long number) {
        long mixed = number + GOLDEN_RATIO;
        mixed = (mixed ^ mixed >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }

    /** Whether its text says more than that all is in a file. */
    public boolean hasText() {
        return textMarks.letters().length() >= SHORTEST_TEXT;
    }

    /** How like the other it is, from 0 to 1, where one is nearly a copy of the other; 0 for all else. */
    public double likeness(Wording other) {
        if (!titleMarks.marks().equals(other.titleMarks.marks()) || textMarks.isNextTo(other.textMarks)) {
            return 0;
        }
        double titles = likeness(title, other.title);
        if (!hasText() && !other.hasText()) {
            return titles >= VERY_LIKE_TITLES && titleMarks.letters().length() >= SHORTEST_TITLE ? titles : 0;
        }
        double texts = likeness(text, other.text);
        boolean isCopy =
                titles >= LIKE_TITLES && texts >= LIKE_TEXTS && !(isAboutItsOwn(other) && other.isAboutItsOwn(this));
        return isCopy ? Math.min(titles, texts) : 0;
    }

    /** Whether the words that only its title has are also in its text, and not in that of the other. */
    private boolean isAboutItsOwn(Wording other) {
        List<String> own =
                title.stream().filter(shingle -> !other.title.contains(shingle)).toList();
        long inTextToo = own.stream()
                .filter(shingle -> textMarks.letters().contains(shingle)
                        && !other.textMarks.letters().contains(shingle))
                .count();
        // Where the other only has some letters more, there are fewer.
        return own.size() >= SHINGLE_OF_TITLE && inTextToo * 2 > own.size();
    }

    /** Jaccard's: what both have, of all that either has. */
    private static double likeness(Set<String> one, Set<String> other) {
        long both = one.stream().filter(other::contains).count();
        return (double) both / (one.size() + other.size() - both);
    }
}
