package prakat.screening.personal;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import prakat.screening.FindingKind;
import prakat.screening.text.Reading;
import prakat.screening.text.Words;

/**
 * Markings that say that something is secret: such a word alone on a line or in a cell, in brackets, behind the word for the
 * class, or set apart from the line like a stamp. Not where it is a part of a sentence, and not where one is to be chosen.
 */
final class SecrecyMarkings implements Detector {

    private static final Words<String> WORDS = new Words<>(Stream.of(
                    "ลับ",
                    "ลับมาก",
                    "ลับที่สุด",
                    "ลับเฉพาะ",
                    "secret",
                    "top secret",
                    "confidential",
                    "strictly confidential")
            .collect(Collectors.toMap(UnaryOperator.identity(), UnaryOperator.identity())));

    /** In characters; a longer line is a sentence. */
    private static final int LONGEST_LINE = 100;

    /** Blanks that set a stamp apart. */
    private static final int WIDE = 3;

    private static final String LEVEL = "ลับ(?:มาก|ทีสุด|เฉพาะ)?|(?:top|strictly)?(?:secret|confidential)";

    /** A line, without its blanks, on which a marking stands with nothing but what stands beside markings. */
    private static final Pattern ALONE = Pattern.compile("(?:ชันความลับ|เอกสาร|" + LEVEL
            + "|ดวนทีสุด|ดวนมาก|ดวน|หนาที|หนา|ชุดที|ชุด|ฉบับที|ฉบับ|สาเนา|แผน|จานวน|ของ|ที|ใน|page|of|copy|pdf|docx|xlsx"
            + "|[^ก-๎a-z])*+");

    private static final Pattern ANY_LEVEL = Pattern.compile("ชันความลับ|(" + LEVEL + ")");

    private static final Pattern IN_A_LIST = Pattern.compile("\\(?[0-9ก-ฮ]{1,2}[.)].*");

    private static final Pattern AFTER_CLASS = Pattern.compile(".*ชันความลับ[ \\t:.-]{0,5}", Pattern.DOTALL);

    private static final Pattern OTHER_CLASS = Pattern.compile("[ ,/]{0,3}(?:และ|หรือ)?[ ]{0,3}ลับ");

    private static final String DOCUMENT = "เอกสาร";

    /** What follows the word in titles of games and stories. */
    private static final Pattern GOES_ON =
            Pattern.compile("[ -]{0,3}(?:สมอง|คม|มีด|แล|หลัง|ตา|ลวง|ๆ|ปาก|ฝีปาก|กรรไกร).*", Pattern.DOTALL);

    private static final String CHOSEN = "☑☒✓✔√";
    private static final String OPENING = "([{【<-*";
    private static final String CLOSING = ")]}】>-*";

    @Override
    public void find(Content content, Consumer<Hit> hits) {
        String text = content.text();
        WORDS.find(text, (level, start, end) -> {
            double confidence = confidence(text, start, end);
            if (confidence > 0) {
                hits.accept(new Hit(FindingKind.SECRECY, start, end, level, confidence));
            }
        });
    }

    private static double confidence(String text, int start, int end) {
        boolean isBroken = text.substring(start, end).indexOf(Reading.LINE) >= 0;
        boolean isPartOfWord = isLetter(text, end)
                || isLetter(text, start - 1) && !text.startsWith(DOCUMENT, start - DOCUMENT.length());
        if (isBroken || isPartOfWord) {
            return 0;
        }
        String line = line(text, start, end);
        if (!line.isEmpty() && hasSeveralLevels(line)) {
            return isChosen(text, start) ? Hit.LIKELY : 0;
        }
        if (!line.isEmpty() && ALONE.matcher(line).matches()) {
            return IN_A_LIST.matcher(line).matches() ? Hit.UNLIKELY : Hit.CERTAIN;
        }
        return Content.isLatin(text.charAt(start)) ? 0 : apart(text, start, end);
    }

    /** On a line with other words. */
    private static double apart(String text, int start, int end) {
        if (isInBrackets(text, start, end) || isClass(text, start, end)) {
            return Hit.LIKELY;
        }
        if (isWide(text, start - 1, -1) && isWide(text, end, 1)) {
            return 0.65;
        }
        boolean isFirst = start == 0
                && " -\n\t\f".indexOf(text.charAt(end)) >= 0
                && !GOES_ON.matcher(text)
                        .region(end, Math.min(text.length(), end + 20))
                        .matches();
        return isFirst ? Hit.POSSIBLE : 0;
    }

    /** Whether it is the class that a text has, and not the first one of those that there are. */
    private static boolean isClass(String text, int start, int end) {
        return AFTER_CLASS.matcher(text).region(Math.max(0, start - 20), start).matches()
                && !OTHER_CLASS
                        .matcher(text)
                        .region(end, Math.min(text.length(), end + 20))
                        .lookingAt();
    }

    /** The line, or the cell, that it stands in, without blanks; empty where that is long. */
    private static String line(String text, int start, int end) {
        int from = start;
        while (from > 0 && !isEnd(text.charAt(from - 1)) && end - from <= LONGEST_LINE) {
            from--;
        }
        int to = end;
        while (to < text.length() && !isEnd(text.charAt(to)) && to - from <= LONGEST_LINE) {
            to++;
        }
        return to - from > LONGEST_LINE ? "" : text.substring(from, to).replace(" ", "");
    }

    private static boolean hasSeveralLevels(String line) {
        Matcher level = ANY_LEVEL.matcher(line);
        String first = null;
        while (level.find()) {
            String found = level.group(1);
            if (found != null && first != null && !found.equals(first)) {
                return true;
            }
            first = found == null ? first : found;
        }
        return false;
    }

    private static boolean isChosen(String text, int start) {
        return text.substring(Math.max(0, start - WIDE), start).chars().anyMatch(c -> CHOSEN.indexOf(c) >= 0);
    }

    private static boolean isInBrackets(String text, int start, int end) {
        int before = start - 1;
        while (before > 0 && text.charAt(before) == ' ' && start - before <= WIDE) {
            before--;
        }
        int after = end;
        while (after < text.length() && text.charAt(after) == ' ' && after - end < WIDE) {
            after++;
        }
        int opened = before < 0 ? -1 : OPENING.indexOf(text.charAt(before));
        return opened >= 0 && after < text.length() && text.charAt(after) == CLOSING.charAt(opened);
    }

    /** Whether the line ends there, or many blanks follow. */
    private static boolean isWide(String text, int from, int step) {
        for (int i = from; i != from + step * WIDE; i += step) {
            if (i < 0 || i >= text.length() || isEnd(text.charAt(i))) {
                return true;
            }
            if (text.charAt(i) != ' ') {
                return false;
            }
        }
        return true;
    }

    private static boolean isEnd(char c) {
        return c == Reading.LINE || c == Reading.CELL || c == Reading.ROW;
    }

    private static boolean isLetter(String text, int index) {
        if (index < 0 || index >= text.length()) {
            return false;
        }
        char c = text.charAt(index);
        return c >= 'ก' && c <= '๎' || Content.isLatin(c);
    }
}
