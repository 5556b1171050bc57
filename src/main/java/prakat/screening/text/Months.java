package prakat.screening.text;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names of the months, as Thai offices write them and {@link Reading#text()} spells them. */
public final class Months {

    /** Without tone marks, as texts are spelled here. */
    private static final List<String> THAI = List.of(
            "มกราคม",
            "กุมภาพันธ",
            "มีนาคม",
            "เมษายน",
            "พฤษภาคม",
            "มิถุนายน",
            "กรกฎาคม",
            "สิงหาคม",
            "กันยายน",
            "ตุลาคม",
            "พฤศจิกายน",
            "ธันวาคม");

    private static final List<String> SHORT =
            List.of("มค", "กพ", "มีค", "เมย", "พค", "มิย", "กค", "สค", "กย", "ตค", "พย", "ธค");

    private static final List<String> ENGLISH =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private static final String ENGLISH_MONTH = "(?:" + String.join("|", ENGLISH) + ")[a-z]{0,6}";

    /** After a day, where nothing else can be meant: short names need no dots there. */
    static final String AFTER_A_DAY = names("\\.? ?", "\\.?") + "|" + ENGLISH_MONTH + "\\.?";

    /** A month's name anywhere in a text. */
    public static final Pattern NAME = Pattern.compile(names("\\. ?", "\\.") + "|(?<![a-z])" + ENGLISH_MONTH);

    private Months() {}

    private static String names(String within, String after) {
        return Stream.concat(
                        THAI.stream(),
                        SHORT.stream()
                                .map(name -> name.substring(0, name.length() - 1)
                                        + within
                                        + name.substring(name.length() - 1)
                                        + after))
                .collect(Collectors.joining("|"));
    }

    /** Which one has that name, from 1. */
    public static int number(String name) {
        String letters = name.replaceAll("[. ]", "");
        int english = letters.length() < 3 ? -1 : ENGLISH.indexOf(letters.substring(0, 3));
        return Math.max(english, Math.max(THAI.indexOf(letters), SHORT.indexOf(letters))) + 1;
    }
}
