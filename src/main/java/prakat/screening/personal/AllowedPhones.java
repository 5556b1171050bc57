package prakat.screening.personal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import prakat.input.SetupException;
import prakat.screening.text.Reading;

/**
 * The office's own telephones, as an office lists them: {@code 053-112233}, several as {@code 053-112233-5} or
 * {@code 053-112200-99}, all that begin so as {@code 053-1122*}. What else people write beside a number does not matter.
 */
final class AllowedPhones {

    private static final String NEXT_DIGIT = "[ ().-]{0,3}[0-9]";

    /** A mobile number, a fixed one, or how several begin; and the last digits of the last one. */
    private static final Pattern LISTED =
            Pattern.compile("(?<![0-9])(?:\\+?66[ ()-]{0,3}0?|0)([ ().-]{0,3}[689](?:" + NEXT_DIGIT
                    + "){8}|[ ().-]{0,3}[0-57](?:" + NEXT_DIGIT + "){7}|(?:" + NEXT_DIGIT
                    + "){2,7}\\*)(?:[-/]([0-9]{1,4}))?(?![0-9])");

    /** With fewer it is one that nobody takes for a person's, such as 1579. */
    private static final int FEWEST_DIGITS = 5;

    /** From the first number to the last; numbers that begin alike, where the last is null. */
    private record Range(String first, String last) {

        boolean contains(String number) {
            return last == null
                    ? number.startsWith(first)
                    : number.length() == first.length() && number.compareTo(first) >= 0 && number.compareTo(last) <= 0;
        }
    }

    private final List<Range> ranges = new ArrayList<>();

    /**
     * Those numbers; one with few digits, such as 1579, is nobody's and counts for nothing.
     *
     * @throws SetupException where one cannot be read
     */
    AllowedPhones(List<String> listed) {
        listed.forEach(this::add);
    }

    /** Whether a number, all digits and from its 0 on, is the office's. */
    boolean contains(String number) {
        return ranges.stream().anyMatch(range -> range.contains(number));
    }

    private void add(String listed) {
        String folded = Reading.fold(listed);
        Matcher said = LISTED.matcher(folded);
        boolean isRead = digits(folded).length() < FEWEST_DIGITS;
        while (said.find()) {
            isRead = true;
            String first = "0" + digits(said.group(1));
            String end = said.group(2) == null ? "" : said.group(2);
            boolean isBeginning = said.group(1).endsWith("*");
            ranges.add(new Range(first, isBeginning ? null : first.substring(0, first.length() - end.length()) + end));
        }
        if (!isRead) {
            throw new SetupException("screening.yaml: allowed.phones '" + listed
                    + "' is not a telephone's number, such as 053-112233, 053-112233-5 or 053-1122*");
        }
    }

    private static String digits(String text) {
        return text.replaceAll("[^0-9]", "");
    }
}
