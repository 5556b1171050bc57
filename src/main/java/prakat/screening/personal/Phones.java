package prakat.screening.personal;

import java.util.Set;
import java.util.function.Consumer;
import prakat.screening.FindingKind;
import prakat.screening.personal.DigitGroups.Gap;

/** Telephone numbers in Thailand, mobile and fixed, as people write them at home and with the country's code. */
final class Phones implements Detector {

    private static final int MOBILE_LENGTH = 10;
    private static final int FIXED_LENGTH = 9;
    private static final String COUNTRY = "66";

    /** How the digits of numbers that begin with 0 are set apart. */
    private static final Set<String> MOBILE_SHAPES = Set.of(
            "3-3-4", "3-7", "2-4-4", "2-8", "3-4-3", "3-3-2-2", "3-2-2-3", "2-4-2-2", "3-5-2", "4-3-3", "6-4", "1-4-5",
            "1-9", "1-4-4-1");

    private static final Set<String> FIXED_SHAPES =
            Set.of("2-7", "3-6", "2-3-4", "3-3-3", "1-4-4", "1-8", "2-4-3", "3-2-4", "3-2-2-2", "3-3-2-1");

    private static final int LONGEST_EXTENSION = 4;

    private final AllowedPhones allowed;

    Phones(AllowedPhones allowed) {
        this.allowed = allowed;
    }

    @Override
    public void find(Content content, Consumer<Hit> hits) {
        DigitGroups digits = content.digits();
        Likeness likeness = new Likeness(content);
        int solid = 0;
        for (int group = 0; group < digits.size(); group++) {
            if (digits.length(group) == MOBILE_LENGTH) {
                String number = content.text().substring(digits.start(group), digits.end(group));
                boolean fits = isMobile(number);
                likeness.add(digits.start(group), digits.end(group), MOBILE_LENGTH, number, fits, false);
            }
        }
        for (int first = 0; first < digits.size(); first++) {
            boolean isSolid = digits.length(first) == MOBILE_LENGTH;
            double others = isSolid ? Math.min(0, likeness.evidence(solid++)) : 0;
            if (!digits.isTaken(first)) {
                first += find(content, first, others, hits);
            }
        }
    }

    /** Answers how many further groups the number took. */
    private int find(Content content, int first, double others, Consumer<Hit> hits) {
        DigitGroups digits = content.digits();
        int start = digits.start(first);
        boolean isInternational = isInternational(content, first);
        if (!isInternational && content.text().charAt(start) != '0') {
            return 0;
        }
        int last = first + 1;
        int length = digits.length(first);
        while (length < FIXED_LENGTH && isInside(digits.gapBefore(last))) {
            length += digits.length(last++);
        }
        String number = national(digits.digits(first, last), isInternational);
        while (!isWhole(number, digits.gapBefore(last))
                && number.length() < MOBILE_LENGTH
                && isInside(digits.gapBefore(last))) {
            number = national(digits.digits(first, ++last), isInternational);
        }
        if (!isWhole(number, digits.gapBefore(last)) || digits.isTaken(last - 1)) {
            return 0;
        }
        double confidence = confidence(content, first, last, isInternational, isMobile(number), others);
        if (confidence >= Hit.POSSIBLE) {
            digits.take(first, last);
        }
        if (confidence > 0 && !allowed.contains(number)) {
            String excerpt = Hit.masked(isMobile(number) ? "000-000-0000" : "000-000-000", number, 2, 2);
            hits.accept(new Hit(FindingKind.PHONE, start, digits.end(last - 1), excerpt, confidence));
        }
        return last - first - 1;
    }

    private static double confidence(
            Content content, int first, int last, boolean isInternational, boolean isMobile, double others) {
        DigitGroups digits = content.digits();
        int start = digits.start(first);
        int end = digits.end(last - 1);
        Sense label = content.labels().of(start, end);
        return (isInternational ? 0.85 : form(digits, first, last, isMobile))
                + border(digits, first, last)
                + (content.touchesLetters(start, end) ? -0.4 : 0)
                + (label == Sense.PHONE ? 0 : others)
                + switch (label) {
                    case PHONE -> 0.3;
                    case OTHER -> -0.6;
                    case NUMBER -> -0.25;
                    case ACCOUNT -> -0.2;
                    default -> 0;
                };
    }

    private static double form(DigitGroups digits, int first, int last, boolean isMobile) {
        if (last == first + 1) {
            return isMobile ? 0.7 : Hit.UNLIKELY;
        }
        boolean isBySigns = false;
        for (int i = first + 1; i < last; i++) {
            isBySigns |= digits.gapBefore(i) == Gap.HYPHEN || digits.gapBefore(i) == Gap.BRACKET;
        }
        boolean isDecimal = last == first + 2 && digits.length(first) == 1 && digits.gapBefore(first + 1) == Gap.DOT;
        String shape = isDecimal ? "" : digits.shape(first, last);
        if (isMobile) {
            return MOBILE_SHAPES.contains(shape) ? isBySigns ? 0.8 : 0.65 : 0.25;
        }
        return FIXED_SHAPES.contains(shape) ? isBySigns ? 0.65 : 0.4 : 0.25;
    }

    private static double border(DigitGroups digits, int first, int last) {
        Gap before = digits.gapBefore(first);
        Gap after = digits.gapBefore(last);
        boolean isPart = before.isSign() && digits.length(first - 1) < FIXED_LENGTH && !digits.isTaken(first - 1);
        boolean goesOn = after.isSign() && !isExtension(digits, last, after);
        return (isPart || isThousands(digits, first, last) ? -0.5 : 0) + (goesOn ? -0.5 : 0);
    }

    /** In {@code 1,089 123 4567} an amount ends. */
    private static boolean isThousands(DigitGroups digits, int first, int last) {
        return first > 0
                && last > first + 1
                && digits.length(first) == 3
                && digits.gapBefore(first + 1) != Gap.HYPHEN
                && digits.start(first) == digits.end(first - 1) + 1
                && digits.gapBefore(first) == Gap.FAR;
    }

    /** {@code 053-112233-5} are three numbers; after a slash the next one may follow. */
    private static boolean isExtension(DigitGroups digits, int group, Gap gap) {
        int length = digits.length(group);
        return switch (gap) {
            case HYPHEN, SLASH -> length <= LONGEST_EXTENSION || length >= FIXED_LENGTH;
            default -> false;
        };
    }

    private static boolean isInside(Gap gap) {
        return gap == Gap.HYPHEN || gap == Gap.BLANK || gap == Gap.BRACKET || gap == Gap.DOT || gap == Gap.LINE;
    }

    private static boolean isInternational(Content content, int first) {
        int start = content.digits().start(first);
        return content.text().startsWith(COUNTRY, start)
                        && start > 0
                        && content.text().charAt(start - 1) == '+'
                || content.digits().length(first) == 4 && content.text().startsWith("00" + COUNTRY, start)
                || content.digits().length(first) == COUNTRY.length() + FIXED_LENGTH
                        && content.text().startsWith(COUNTRY, start)
                        && content.labels().of(start, content.digits().end(first)) == Sense.PHONE;
    }

    /** Whether that is all of a number; 06 is that of a mobile one, where it goes on. */
    private static boolean isWhole(String number, Gap after) {
        return isMobile(number)
                || number.length() == FIXED_LENGTH
                        && number.charAt(0) == '0'
                        && number.charAt(1) >= '2'
                        && number.charAt(1) <= '7'
                        && !(number.charAt(1) == '6' && isInside(after));
    }

    private static boolean isMobile(String number) {
        return number.length() == MOBILE_LENGTH && number.charAt(0) == '0' && "689".indexOf(number.charAt(1)) >= 0;
    }

    /** As dialled within the country; what is not yet or no longer a number stays what it is. */
    private static String national(String digits, boolean isInternational) {
        if (!isInternational) {
            return digits;
        }
        String local = digits.replaceFirst("^(?:00)?" + COUNTRY, "");
        return local.startsWith("0") ? local : "0" + local;
    }
}
