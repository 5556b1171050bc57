package prakat.screening.personal;

import java.util.Locale;
import java.util.function.Consumer;
import prakat.screening.FindingKind;

/** Passports' numbers near their word: one or two letters and six to eight digits, or nine digits of other countries'. */
final class Passports implements Detector {

    private static final int FEWEST_DIGITS = 6;
    private static final int MOST_DIGITS = 8;
    private static final int WITHOUT_LETTERS = 9;

    @Override
    public void find(Content content, Consumer<Hit> hits) {
        DigitGroups digits = content.digits();
        for (int group = 0; group < digits.size(); group++) {
            int length = digits.length(group);
            if (digits.isTaken(group) || length < FEWEST_DIGITS || length > WITHOUT_LETTERS) {
                continue;
            }
            int end = digits.end(group);
            int start = letters(content.text(), digits.start(group));
            boolean hasLetters = start < digits.start(group);
            boolean isNumber = hasLetters ? length <= MOST_DIGITS : length == WITHOUT_LETTERS;
            if (isNumber && content.labels().of(start, end) == Sense.PASSPORT && !content.touchesLetters(start, end)) {
                digits.take(group, group + 1);
                String letters =
                        content.text().substring(start, digits.start(group)).replaceAll("[^a-z]", "");
                String excerpt = letters.substring(0, hasLetters ? 1 : 0).toUpperCase(Locale.ROOT)
                        + "x".repeat(Math.max(0, letters.length() - 1))
                        + Hit.masked("0".repeat(length), digits.digits(group, group + 1), 1, 2);
                hits.accept(new Hit(FindingKind.PASSPORT, start, end, excerpt, hasLetters ? Hit.CERTAIN : Hit.LIKELY));
            }
        }
    }

    /** Where one or two letters before that place begin, a blank or a hyphen between; the place itself where there are none. */
    private static int letters(String text, int index) {
        int end = index;
        if (end > 0 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '-')) {
            end--;
        }
        int start = end;
        while (start > 0 && end - start < 2 && Content.isLatin(text.charAt(start - 1))) {
            start--;
        }
        boolean isWord = start > 0 && Content.isLatin(text.charAt(start - 1));
        return start == end || isWord ? index : start;
    }
}
