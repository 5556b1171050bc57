package prakat.screening.personal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import prakat.screening.FindingKind;
import prakat.screening.Place;
import prakat.screening.personal.DigitGroups.Gap;

/**
 * Citizens' numbers: thirteen digits with a check digit, however they are separated. One in ten of all numbers of thirteen
 * digits has the right check digit, so what stands around it counts: to the confidence that the form gives, each sign that it
 * is a person's adds, and each sign that it is something else takes away.
 */
final class NationalIds implements Detector {

    private static final int LENGTH = 13;

    /** After which digits it is separated: {@code 1-2345-67890-12-1}. */
    private static final Set<Integer> STANDARD_CUTS = Set.of(1, 5, 10, 12);

    /** Of a number that is broken once; fewer could be the number of a row. */
    private static final int FEWEST_ON_A_LINE = 5;

    /** Of the goods that are registered in Thailand. */
    private static final String THAI_BAR_CODE = "885";

    /** In 2014 and in 2033. */
    private static final String EARLIEST_TIME = "1400000000000";

    private static final String LATEST_TIME = "2000000000000";

    private static final String BAHT = "บาท";

    private final Set<String> allowed;

    NationalIds(Set<String> allowed) {
        this.allowed = allowed;
    }

    /** How the digits are written, and how sure that alone makes it. */
    private enum Form {
        STANDARD(0.8),
        STANDARD_BY_BLANKS(0.7),
        STANDARD_IN_CELLS(0.5),
        SOLID(0.65),
        SINGLE_DIGITS(0.55),
        IN_HALVES(0.5),
        BROKEN(0.35),
        OTHER(0.3);

        private final double confidence;

        Form(double confidence) {
            this.confidence = confidence;
        }
    }

    /** Thirteen digits: the groups, how they are written, and what a word says of them. */
    private record Candidate(
            int first, int last, String digits, Form form, double border, boolean isValid, Sense label) {

        /** Barcodes and books have another check digit. */
        boolean isBarCode() {
            int sum = 0;
            for (int i = 0; i < LENGTH; i++) {
                sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
            }
            return sum % 10 == 0;
        }
    }

    @Override
    public void find(Content content, Consumer<Hit> hits) {
        List<Candidate> candidates = candidates(content);
        Likeness likeness = new Likeness(content);
        for (Candidate candidate : candidates) {
            likeness.add(
                    content.digits().start(candidate.first()),
                    content.digits().end(candidate.last() - 1),
                    candidate.form(),
                    candidate.digits(),
                    candidate.isValid(),
                    candidate.isBarCode());
        }
        for (int i = 0; i < candidates.size(); i++) {
            Candidate candidate = candidates.get(i);
            if ((candidate.isValid() || isMisread(content, candidate))
                    && !content.digits().isTaken(candidate.first())) {
                tell(content, candidate, likeness.evidence(i), hits);
            }
        }
    }

    /** In a picture of a text, a digit is easily taken for another one: behind its word, thirteen of them are enough. */
    private static boolean isMisread(Content content, Candidate candidate) {
        int start = content.digits().start(candidate.first());
        return candidate.label() == Sense.NATIONAL_ID
                && content.reading().place(start, start + 1).part() == Place.Part.PICTURE;
    }

    private void tell(Content content, Candidate candidate, double others, Consumer<Hit> hits) {
        double confidence = confidence(content, candidate, others);
        if (confidence <= 0) {
            return;
        }
        DigitGroups digits = content.digits();
        int end = digits.end(candidate.last() - 1);
        if (confidence >= Hit.POSSIBLE) {
            digits.take(candidate.first(), candidate.last());
        }
        if (!allowed.contains(candidate.digits())) {
            String excerpt = Hit.masked("0-0000-00000-00-0", candidate.digits(), 3, 1);
            hits.accept(new Hit(FindingKind.NATIONAL_ID, digits.start(candidate.first()), end, excerpt, confidence));
        }
    }

    private static double confidence(Content content, Candidate candidate, double others) {
        DigitGroups digits = content.digits();
        int start = digits.start(candidate.first());
        int end = digits.end(candidate.last() - 1);
        boolean isNamed = isNamed(candidate.label(), candidate.digits());
        if (!isNamed && !mayBePersons(candidate.digits())) {
            return 0;
        }
        double confidence = candidate.form().confidence
                + (isNamed ? candidate.border() / 2 : candidate.border())
                + (content.touchesLetters(start, end) ? -0.4 : 0)
                + (isAmount(content.text(), end) ? -0.6 : 0)
                + (content.labels().isNearTitle(start, end) ? 0.1 : 0)
                + (candidate.digits().startsWith(THAI_BAR_CODE) && candidate.isBarCode() ? -0.4 : 0);
        if (isNamed) {
            return candidate.isValid() ? confidence + 0.3 : Math.min(confidence, Hit.POSSIBLE);
        }
        return confidence
                + others
                + (isRating(candidate) ? -0.3 : 0)
                + (isTime(content, candidate, start, end) ? -0.4 : 0)
                + switch (candidate.label()) {
                    case OTHER -> -0.6;
                    case NUMBER -> -0.25;
                    default -> 0;
                };
    }

    /** Less sure where it may be a part of a longer row of digits. */
    private static double border(DigitGroups digits, Form form, int first, int last) {
        Gap loosest = null;
        for (int i = first + 1; i < last; i++) {
            Gap gap = digits.gapBefore(i);
            if (gap != Gap.LINE && (loosest == null || gap.looseness() > loosest.looseness())) {
                loosest = gap;
            }
        }
        if (loosest == null && form != Form.SOLID && form != Form.BROKEN) {
            loosest = Gap.LINE;
        }
        return side(digits, digits.gapBefore(first), first - 1, loosest)
                + side(digits, digits.gapBefore(last), last, loosest);
    }

    /** What the digits beside it take away: a number of its own nothing, what is joined to it in the same way most. */
    private static double side(DigitGroups digits, Gap gap, int neighbour, Gap inside) {
        if (inside == null && gap.isSign()) {
            int length = digits.length(neighbour);
            return length >= 9 ? 0 : gap == Gap.DOT && length <= 2 ? -1 : -0.25;
        }
        int looseness = inside == null ? 0 : inside.looseness();
        if (gap.looseness() != looseness) {
            return gap.looseness() < looseness ? -0.5 : 0;
        }
        return !gap.isSign() ? -0.25 : gap == inside ? -0.5 : 0;
    }

    private static List<Candidate> candidates(Content content) {
        DigitGroups digits = content.digits();
        List<Candidate> candidates = new ArrayList<>();
        for (int first = 0; first < digits.size(); first++) {
            int length = digits.length(first);
            int last = first + 1;
            while (length < LENGTH && digits.gapBefore(last) != Gap.FAR) {
                length += digits.length(last++);
            }
            if (length == LENGTH) {
                Candidate candidate = candidate(content, first, last);
                if (candidate != null) {
                    candidates.add(candidate);
                }
            }
        }
        return candidates;
    }

    /** What may be a number; null where thirteen digits only happen to follow each other. */
    private static Candidate candidate(Content content, int first, int last) {
        DigitGroups digits = content.digits();
        Form form = form(digits, first, last);
        double border = border(digits, form, first, last);
        boolean isByChance = form == Form.OTHER || form == Form.BROKEN || border <= -0.5;
        String number = digits.digits(first, last);
        boolean isValid = isValid(number);
        if (isByChance && !isValid) {
            return null;
        }
        Sense label = content.labels().of(digits.start(first), digits.end(last - 1));
        return isByChance && !isNamed(label, number)
                ? null
                : new Candidate(first, last, number, form, border, isValid, label);
    }

    private static Form form(DigitGroups digits, int first, int last) {
        if (last == first + 1) {
            return Form.SOLID;
        }
        int position = 0;
        int standardCuts = 0;
        boolean isStandard = true;
        boolean isUniform = true;
        Gap gap = null;
        for (int i = first + 1; i < last; i++) {
            position += digits.length(i - 1);
            Gap cut = digits.gapBefore(i);
            boolean isStandardCut = STANDARD_CUTS.contains(position);
            standardCuts += isStandardCut ? 1 : 0;
            if (cut != Gap.LINE) {
                isStandard &= isStandardCut;
                isUniform &= gap == null || cut == gap;
                gap = gap == null || cut.looseness() > gap.looseness() ? cut : gap;
            }
        }
        if (gap == null) {
            return ofLines(digits, first, last, standardCuts);
        }
        if (isStandard && standardCuts == STANDARD_CUTS.size()) {
            return gap == Gap.CELL ? Form.STANDARD_IN_CELLS : gap.isSign() ? Form.STANDARD : Form.STANDARD_BY_BLANKS;
        }
        if (!isUniform) {
            return Form.BROKEN;
        }
        return last - first == LENGTH ? Form.SINGLE_DIGITS : Form.OTHER;
    }

    /** Only line breaks stand between the digits: cells that a reader gave one a line, or a number at the end of one. */
    private static Form ofLines(DigitGroups digits, int first, int last, int standardCuts) {
        int groups = last - first;
        if (groups == LENGTH) {
            return Form.SINGLE_DIGITS;
        }
        if (groups == STANDARD_CUTS.size() + 1 && standardCuts == STANDARD_CUTS.size()) {
            return Form.STANDARD_IN_CELLS;
        }
        boolean isInHalves =
                groups == 2 && digits.length(first) >= FEWEST_ON_A_LINE && digits.length(last - 1) >= FEWEST_ON_A_LINE;
        return isInHalves ? Form.IN_HALVES : Form.BROKEN;
    }

    private static boolean isAmount(String text, int end) {
        return text.startsWith(BAHT, end) || text.startsWith(" " + BAHT, end);
    }

    /** Thirteen marks from 0 to 5 are answers to a questionnaire. */
    private static boolean isRating(Candidate candidate) {
        return candidate.form() == Form.SINGLE_DIGITS
                && candidate.digits().chars().allMatch(digit -> digit <= '5');
    }

    /** Cameras and chats call pictures by the milliseconds since 1970, in thirteen digits. */
    private static boolean isTime(Content content, Candidate candidate, int start, int end) {
        String digits = candidate.digits();
        return candidate.form() == Form.SOLID
                && digits.compareTo(EARLIEST_TIME) > 0
                && digits.compareTo(LATEST_TIME) < 0
                && content.isInName(start, end);
    }

    private static boolean isNamed(Sense label, String digits) {
        return label == Sense.NATIONAL_ID || label == Sense.SOME_ID && mayBePersons(digits);
    }

    /** Companies have numbers that begin with 0, and nobody has one that begins with 9. */
    private static boolean mayBePersons(String digits) {
        return digits.charAt(0) != '0' && digits.charAt(0) != '9';
    }

    private static boolean isValid(String digits) {
        int sum = 0;
        for (int i = 0; i < LENGTH - 1; i++) {
            sum += (digits.charAt(i) - '0') * (LENGTH - i);
        }
        return (11 - sum % 11) % 10 == digits.charAt(LENGTH - 1) - '0';
    }
}
