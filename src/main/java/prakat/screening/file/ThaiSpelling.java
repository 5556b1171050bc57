package prakat.screening.file;

/**
 * Whether what was read as Thai can be Thai. Nearly every byte is a letter in Windows-874, so that text in another charset
 * can be read as if it were in it; but what comes out breaks rules of spelling again and again. A long text in Thai breaks
 * them less than once in a hundred letters.
 */
final class ThaiSpelling {

    /** Of a hundred letters, more than a text by people who mistype has wrong. */
    private static final int MOST_FAULTS = 5;

    /** Of a hundred letters; in an East Asian text every other byte can be the same. */
    private static final int MOST_REPEATED = 15;

    private static final char KHO_KHUAT = '\u0E03';
    private static final char KHO_KHON = '\u0E05';
    private static final char SARA_A = '\u0E30';
    private static final char SARA_AA = '\u0E32';
    private static final char SARA_E = '\u0E40';

    private long letters;
    private long faults;
    private long repeated;
    private char before;
    private char last;

    /** Takes the next letter of the text. */
    void add(char c) {
        if (isThai(c)) {
            letters++;
            repeated += c == before && c != last && isThai(last) ? 1 : 0;
        }
        faults += faultsWith(c);
        before = last;
        last = c;
    }

    /** Whether the text, up to its end, is spelled like Thai, or has no Thai in it. */
    boolean isPlausible() {
        return (faults + faultsWith('\n')) * 100 <= letters * MOST_FAULTS && repeated * 100 <= letters * MOST_REPEATED;
    }

    /** What is wrong where this letter comes next. */
    private int faultsWith(char c) {
        boolean isAlone = isThai(last) && !isThai(before) && !isThai(c);
        boolean isInOtherWord = isAlone
                && (isLowerCase(before)
                        || isLowerCase(c)
                        || isLetterOrDigit(before) && (isConsonant(last) || isLetterOrDigit(c)));
        boolean isUnled = isLeadingVowel(last) && !isConsonant(c) && !(last == SARA_E && c == SARA_E);
        boolean isOutOfPlace =
                followsConsonant(c) && !isConsonant(last) && !isMark(last) && !(c == SARA_A && last == SARA_AA);
        boolean isObsolete = c == KHO_KHUAT || c == KHO_KHON;
        return (isInOtherWord || isUnled ? 1 : 0) + (isOutOfPlace || isObsolete ? 1 : 0);
    }

    private static boolean isThai(char c) {
        return c >= '\u0E01' && c <= '\u0E5B';
    }

    private static boolean isConsonant(char c) {
        return c >= '\u0E01' && c <= '\u0E2E';
    }

    private static boolean isLeadingVowel(char c) {
        return c >= SARA_E && c <= '\u0E44';
    }

    /** Vowels above, below and behind a consonant, and signs of tone. */
    private static boolean followsConsonant(char c) {
        return c >= SARA_A && c <= '\u0E3A' || c >= '\u0E45' && c <= '\u0E4E' && c != '\u0E46';
    }

    private static boolean isMark(char c) {
        return followsConsonant(c) && c != SARA_A && c != SARA_AA && c != '\u0E45';
    }

    private static boolean isLowerCase(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isLetterOrDigit(char c) {
        return c < 0x80 && Character.isLetterOrDigit(c);
    }
}
