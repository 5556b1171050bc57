package prakat.screening.personal;

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
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
final class SecrecyMarkings implements Rule {

    private static final Words<String> WORDS = new Words<>(
            Stream.of("ลับ", "ลับมาก", "ลับที่สุด", "ลับเฉพาะ", "secret", "top secret", "confidential", "strictly confidential")
                    .collect(Collectors.toMap(UnaryOperator.identity(), UnaryOperator.identity())));

    /** In characters; a longer line is a sentence. */
    private static final int LONGEST_LINE = 100;

    /** Words that stand beside a marking on its line: others of urgency, copies and pages. */
    private static final Pattern BESIDE = Pattern.compile(
            "ดวนทีสุด|ดวนมาก|ดวน|เอกสาร|ชันความลับ|หนาที|หนา|ชุดที|ชุด|ฉบับที|ฉบับ|สาเนา|แผน|จานวน|ของ|ที|ใน|page|of|copy|pdf|docx|xlsx"
                    + "|[^ก-๙a-z]|[0-9]");

    private static final Pattern LEVEL = Pattern.compile("ลับ(?:มาก|ทีสุด|เฉพาะ)?|(?:top|strictly)?(?:secret|confidential)");

    private static final Pattern IN_A_LIST = Pattern.compile("\\s{0,9}\\(?[0-9ก-ฮ]{1,2}[.)].*");

    private static final Pattern CLASS_BEFORE = Pattern.compile("ชันความลับ[ \\t:.-]{0,5}$");

    /** What follows it in a title where it is no marking. */
    private static final Pattern GOES_ON = Pattern.compile("[\\s-]{0,3}(?:สมอง|คม|มีด|แล|หลัง|ตา|ลวง|ๆ|ปาก|ฝีปาก|กรรไกร).*", Pattern.DOTALL);

    private static final String CHOSEN = "☑☒✓✔√";

    @Override
    public void find(Content content, Consumer<Hit> hits) {
        String text = content.text();
        WORDS.find(text, (level, start, end) -> {
            double confidence = text.substring(start, end).indexOf(Reading.LINE) >= 0 ? 0 : confidence(text, start, end);
            if (confidence > 0) {
                hits.accept(new Hit(FindingKind.SECRECY, start, end, level, confidence));
            }
        });
    }

    private static double confidence(String text, int start, int end) {
        char before = start == 0 ? Reading.LINE : text.charAt(start - 1);
        char after = end == text.length() ? Reading.LINE : text.charAt(end);
        String line = line(text, start, end);
        if (isLetter(after) || isLetter(before) && !text.startsWith("เอกสาร", start - "เอกสาร".length())) {
            return 0;
        }
        boolean isThai = text.charAt(start) >= 'ก';
        if (line != null && levels(line) > 1) {
            return isChosen(text, start) ? Hit.LIKELY : 0;
        }
        if (line != null && isAlone(line)) {
            return IN_A_LIST.matcher(line).matches() ? Hit.UNLIKELY : Hit.CERTAIN;
        }
        if (!isThai) {
            return 0;
        }
        if (isInBrackets(text, start, end)
                || CLASS_BEFORE.matcher(text.substring(Math.max(0, start - 20), start)).find()) {
            return Hit.LIKELY;
        }
        boolean isApart = isWide(text, start - 1, -1) && isWide(text, end, 1);
        boolean isFirst = start == 0 && (isBlank(after) || after == '-') && !GOES_ON.matcher(text).region(end, Math.min(text.length(), end + 20)).matches();
        return isApart ? 0.65 : isFirst ? Hit.POSSIBLE : 0;
    }

    /** The line, or the cell, that it stands in; null where that is long. */
    private static String line(String text, int start, int end) {
        int from = start;
        while (from > 0 && !isEnd(text.charAt(from - 1))) {
            if (end - --from > LONGEST_LINE) {
                return null;
            }
        }
        int to = end;
        while (to < text.length() && !isEnd(text.charAt(to))) {
            if (++to - from > LONGEST_LINE) {
                return null;
            }
        }
        return text.substring(from, to);
    }

    private static boolean isAlone(String line) {
        String joined = line.replaceAll("\\s", "");
        return BESIDE.matcher(LEVEL.matcher(BESIDE_CLASS.matcher(joined).replaceAll("")).replaceAll("")).replaceAll("").isEmpty();
    }

    private static final Pattern BESIDE_CLASS = Pattern.compile("ชันความลับ");

    private static long levels(String line) {
        String joined = BESIDE_CLASS.matcher(line.replaceAll("\\s", "")).replaceAll("");
        return LEVEL.matcher(joined).results().map(found -> found.group()).distinct().count();
    }

    private static boolean isChosen(String text, int start) {
        for (int i = start - 1; i >= 0 && i >= start - 3; i--) {
            if (CHOSEN.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInBrackets(String text, int start, int end) {
        int before = start - 1;
        while (before >= 0 && text.charAt(before) == ' ' && start - before < 4) {
            before--;
        }
        int after = end;
        while (after < text.length() && text.charAt(after) == ' ' && after - end < 4) {
            after++;
        }
        int opened = before < 0 ? -1 : "([{【<".indexOf(text.charAt(before));
        return opened >= 0 && after < text.length() && text.charAt(after) == ")]}】>".charAt(opened);
    }

    /** Whether the line ends there, or three blanks set it apart. */
    private static boolean isWide(String text, int from, int step) {
        for (int i = 0; i < 3; i++) {
            int index = from + i * step;
            if (index < 0 || index >= text.length() || isEnd(text.charAt(index))) {
                return true;
            }
            if (text.charAt(index) != ' ') {
                return false;
            }
        }
        return true;
    }

    private static boolean isEnd(char c) {
        return c == Reading.LINE || c == Reading.CELL || c == Reading.ROW;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || isEnd(c);
    }

    private static boolean isLetter(char c) {
        return c >= 'ก' && c <= '๙' || Content.isLatin(c);
    }
}
