package prakat.screening.personal;

import java.util.Set;
import java.util.function.Consumer;
import prakat.screening.FindingKind;
import prakat.screening.personal.DigitGroups.Gap;

/** Bank accounts: of ten digits in their usual form, and of ten to twelve digits near their word or the bank's name. */
final class BankAccounts implements Detector {

    private static final String USUAL_SHAPE = "3-1-5-1";
    private static final int USUAL_LENGTH = 10;
    private static final int LONGEST = 12;

    private final Set<String> allowed;

    BankAccounts(Set<String> allowed) {
        this.allowed = allowed;
    }

    @Override
    public void find(Content content, Consumer<Hit> hits) {
        DigitGroups digits = content.digits();
        int first = 0;
        while (first < digits.size()) {
            int last = end(digits, first);
            if (last > first && !digits.isTaken(first) && !digits.isTaken(last - 1)) {
                tell(content, first, last, hits);
            }
            first = Math.max(first + 1, last);
        }
    }

    /** Where an account that begins with that group ends; the same group where none does. */
    private static int end(DigitGroups digits, int first) {
        int length = digits.length(first);
        int last = first + 1;
        Gap gap = digits.gapBefore(last);
        // Behind a blank, a number of its own may follow.
        int end = length >= USUAL_LENGTH && length <= LONGEST && !gap.isSign() ? last : first;
        while (end == first && length <= LONGEST && isInside(digits.gapBefore(last), gap)) {
            length += digits.length(last++);
            boolean isUsual =
                    length == USUAL_LENGTH && digits.shape(first, last).equals(USUAL_SHAPE);
            boolean mayEnd = !digits.gapBefore(last).isSign() && length >= USUAL_LENGTH && length <= LONGEST;
            end = isUsual || mayEnd ? last : first;
        }
        return end;
    }

    private static boolean isInside(Gap gap, Gap first) {
        return gap == first && (gap.isSign() && gap != Gap.SLASH || gap == Gap.BLANK)
                || gap == Gap.LINE && first == Gap.HYPHEN;
    }

    private void tell(Content content, int first, int last, Consumer<Hit> hits) {
        DigitGroups digits = content.digits();
        int start = digits.start(first);
        int end = digits.end(last - 1);
        String number = digits.digits(first, last);
        Sense label = content.labels().of(start, end);
        double confidence = form(digits, first, last, label)
                + (isPart(digits, first, last) ? -0.5 : 0)
                + (content.touchesLetters(start, end) ? -0.4 : 0);
        if (confidence >= Hit.POSSIBLE) {
            digits.take(first, last);
        }
        if (confidence > 0 && !allowed.contains(number)) {
            String form = number.length() == USUAL_LENGTH ? "000-0-00000-0" : "0".repeat(number.length());
            hits.accept(new Hit(FindingKind.BANK_ACCOUNT, start, end, Hit.masked(form, number, 3, 1), confidence));
        }
    }

    private static double form(DigitGroups digits, int first, int last, Sense label) {
        boolean isSolid = last == first + 1;
        boolean isUsual = digits.shape(first, last).equals(USUAL_SHAPE);
        boolean isBySigns = !isSolid && digits.gapBefore(first + 1).isSign();
        return switch (label) {
            case ACCOUNT -> isUsual ? Hit.CERTAIN : 0.85;
            case BANK -> isUsual ? Hit.CERTAIN : isSolid && mayBePhone(digits, first) ? Hit.UNLIKELY : 0.7;
            case OTHER -> isUsual && isBySigns ? Hit.UNLIKELY : 0;
            case PHONE -> isUsual ? 0.6 : 0;
            default -> isUsual ? isBySigns ? Hit.LIKELY : 0.4 : 0;
        };
    }

    private static boolean mayBePhone(DigitGroups digits, int group) {
        String number = digits.digits(group, group + 1);
        return number.length() == USUAL_LENGTH && number.matches("0[689].*");
    }

    private static boolean isPart(DigitGroups digits, int first, int last) {
        return digits.gapBefore(first).isSign() && digits.length(first - 1) < USUAL_LENGTH
                || digits.gapBefore(last).isSign() && digits.length(last) < USUAL_LENGTH;
    }
}
