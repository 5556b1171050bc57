package prakat.screening.personal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import prakat.input.SetupException;
import prakat.screening.text.Reading;

/**
 * The office's own telephones, as an office lists them: {@code 053-112233}, several as {@code 053-112233-5} or
 * {@code 053-112200-99}, all that begin so as {@code 053-1122*}.
 */
final class AllowedPhones {

    private static final Pattern LISTED =
            Pattern.compile("(?:\\+?66[ .-]*(?:\\(?0\\)?)?|0)([0-9() .-]+?)(\\*?|[-/][0-9]{1,4})");

    /** What an office writes before and behind its number, such as an extension. */
    private static final Pattern AROUND = Pattern.compile("^[^0-9+]*([0-9+() ./*-]*[0-9*]).*$");

    private static final int SHORTEST = 9;
    private static final int LONGEST = 10;

    /** From the first number to the last; numbers that begin alike, where the first is shorter than a number. */
    private record Range(String first, String last) {

        boolean contains(String number) {
            return first.length() < SHORTEST
                    ? number.startsWith(first)
                    : number.length() == first.length() && number.compareTo(first) >= 0 && number.compareTo(last) <= 0;
        }
    }

    private final List<Range> ranges = new ArrayList<>();

    /**
     * Those numbers; an empty one is none.
     *
     * @throws SetupException where one cannot be read
     */
    AllowedPhones(List<String> listed) {
        listed.stream().filter(one -> !one.isBlank()).map(AllowedPhones::range).forEach(ranges::add);
    }

    /** Whether a number, all digits and from its 0 on, is the office's. */
    boolean contains(String number) {
        return ranges.stream().anyMatch(range -> range.contains(number));
    }

    private static Range range(String listed) {
        Matcher said = LISTED.matcher(
                AROUND.matcher(Reading.fold(listed).replaceFirst(",.*", "")).replaceFirst("$1"));
        if (!said.matches()) {
            throw unreadable(listed);
        }
        String number = "0" + said.group(1).replaceAll("[^0-9]", "");
        boolean isBeginning = said.group(2).equals("*");
        String end = said.group(2).replaceAll("[^0-9]", "");
        if (number.length() < SHORTEST && !isBeginning) {
            number += end;
            end = "";
        }
        if (number.length() > LONGEST || (number.length() < SHORTEST) != isBeginning) {
            throw unreadable(listed);
        }
        return new Range(number, number.substring(0, number.length() - end.length()) + end);
    }

    private static SetupException unreadable(String listed) {
        return new SetupException("screening.yaml: allowed.phones '" + listed
                + "' is not a telephone's number, such as 053-112233, 053-112233-5 or 053-1122*");
    }
}
