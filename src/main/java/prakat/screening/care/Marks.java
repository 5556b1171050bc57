package prakat.screening.care;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import prakat.screening.text.Months;
import prakat.screening.text.Reading;

/**
 * What sets one announcement of a series apart from the next: its numbers, months, days of the week and ordinals, in the order
 * of the text. In a title also whose it is, and whether it is about another announcement.
 *
 * @param letters of the text, without those of the marks
 */
record Marks(List<String> marks, String letters) {

    private static final Pattern GROUPED = Pattern.compile("(?<=[0-9]),(?=[0-9]{3}(?![0-9]))");

    private static final List<String> ORDINALS =
            List.of(Reading.fold("หนึ่ง สอง สาม สี่ ห้า หก เจ็ด แปด เก้า สิบ").split(" "));

    private static final Pattern MARK = Pattern.compile("(?<month>" + Months.NAME + ")"
            + Reading.fold("|วัน(?:จันทร์|อังคาร|พุธ|พฤหัส|ศุกร์|เสาร์|อาทิตย์)|ที่(?<ordinal>")
            + String.join("|", ORDINALS) + ")|(?<number>[0-9]+)");

    private static final Pattern MARK_OF_TITLE = Pattern.compile(
            Reading.fold("ยกเลิก|ขยาย|เลื่อน|เพิ่มเติม|ผลการ|(?:โรงเรียน|ตำแหน่ง|นาย|นางสาว|นาง|อำเภอ|ตำบล)")
                    + "\\s?[\\p{L}\\p{M}]{1,12}");

    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{M}]+");

    /** In digits: a shorter number with a mistake in it may as well be the next one. */
    private static final int LONG = 4;

    /** Those of a text. */
    static Marks of(String text) {
        String folded = GROUPED.matcher(Reading.fold(text)).replaceAll("");
        List<String> marks = new ArrayList<>();
        Matcher found = MARK.matcher(folded);
        while (found.find()) {
            marks.add(mark(found));
        }
        return new Marks(marks, NO_LETTER.matcher(found.replaceAll("")).replaceAll(""));
    }

    /** Those of a title. */
    static Marks ofTitle(String title) {
        Marks ofText = of(title);
        List<String> marks = new ArrayList<>(ofText.marks);
        MARK_OF_TITLE
                .matcher(Reading.fold(title))
                .results()
                .forEach(found -> marks.add(NO_LETTER.matcher(found.group()).replaceAll("")));
        Collections.sort(marks);
        return new Marks(marks, ofText.letters);
    }

    private static String mark(Matcher found) {
        if (found.group("month") != null) {
            return "month " + Months.number(found.group("month"));
        }
        if (found.group("ordinal") != null) {
            return String.valueOf(ORDINALS.indexOf(found.group("ordinal")) + 1);
        }
        return found.group("number") == null
                ? found.group()
                : found.group("number").replaceFirst("^0+(?=.)", "");
    }

    /**
     * Whether the other is the next one of a series: both have a mark that the other does not have. What only one of them has
     * was added or left out; and a long number may be written in another way, or with a mistake.
     */
    boolean isNextTo(Marks other) {
        List<String> here = less(marks, other.marks);
        List<String> there = less(other.marks, marks);
        if (here.isEmpty() || there.isEmpty()) {
            return false;
        }
        String one = String.join("", here);
        String two = String.join("", there);
        return !one.equals(two) && !(here.size() == 1 && there.size() == 1 && isMistyped(one, two));
    }

    private static List<String> less(List<String> marks, List<String> others) {
        Map<String, Integer> left = new HashMap<>();
        others.forEach(mark -> left.merge(mark, 1, Integer::sum));
        return marks.stream()
                .filter(mark -> left.merge(mark, -1, Integer::sum) < 0)
                .toList();
    }

    /** Whether two digits changed places, or one is missing. */
    private static boolean isMistyped(String one, String two) {
        String shorter = one.length() < two.length() ? one : two;
        String longer = one.length() < two.length() ? two : one;
        if (!longer.matches("[0-9]{" + LONG + ",}") || longer.length() - shorter.length() > 1) {
            return false;
        }
        int same = 0;
        while (same < shorter.length() && shorter.charAt(same) == longer.charAt(same)) {
            same++;
        }
        if (shorter.length() < longer.length()) {
            return shorter.substring(same).equals(longer.substring(same + 1));
        }
        return same + 1 < one.length()
                && one.charAt(same) == two.charAt(same + 1)
                && one.charAt(same + 1) == two.charAt(same)
                && one.substring(same + 2).equals(two.substring(same + 2));
    }
}
