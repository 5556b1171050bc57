package prakat.screening;

/**
 * Whether what was read as Thai can be Thai. Nearly every byte is a letter in Windows-874, so that text in another charset
 * can be read as if it were in it; but what comes out breaks rules of spelling in every other letter.
 */
final class ThaiSpelling {

    /** Of a hundred letters, more than a text by people who mistype has wrong. */
    private static final int MOST_FAULTS = 10;

    /** Of a hundred letters; in an East Asian text every other byte can be the same. */
    private static final int MOST_REPEATED = 20;

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
            if (followsConsonant(c) && !isConsonant(last) && !isMark(last) && !(c == SARA_A && last == SARA_AA)) {
                faults++;
            }
        }
        if (isLeadingVowel(last) && !isConsonant(c) && !(last == SARA_E && c == SARA_E)) {
            faults++;
        } else if (isThai(last) && !isThai(c) && isAsciiLetterOrDigit(before)) {
            // One Thai letter inside a word in another script.
            faults += isConsonant(last) || isAsciiLetterOrDigit(c) ? 1 : 0;
        }
        before = last;
        last = c;
    }

    /** Whether the text so far is spelled like Thai, or has no Thai in it. */
    boolean isPlausible() {
        return faults * 100 <= letters * MOST_FAULTS && repeated * 100 <= letters * MOST_REPEATED;
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

    private static boolean isAsciiLetterOrDigit(char c) {
        return c < 0x80 && Character.isLetterOrDigit(c);
    }
}
