package prakat.screening.personal;

import java.util.Optional;
import java.util.function.Consumer;
import prakat.screening.FindingKind;
import prakat.screening.text.DaysInText;

/** Days of birth: each day that a text names after the word for it, or below it in a column. */
final class BirthDates implements Detector {

    /** In characters, from the word to the day. */
    private static final int REACH = 40;

    private static final String BORN = "เกิด";

    @Override
    public void find(Content content, Consumer<Hit> hits) {
        if (!isAnyNamed(content.labels()) && !content.text().contains(BORN)) {
            return;
        }
        DaysInText days = new DaysInText(content.text());
        int lastEnd = 0;
        for (Optional<DaysInText.Day> next = days.next(); next.isPresent(); next = days.next()) {
            DaysInText.Day day = next.get();
            boolean isNamed = content.labels().of(day.start(), day.end()) == Sense.BIRTH_DATE
                    && (isInCell(content, day) || !hasDayBefore(content, day, lastEnd));
            if (isNamed || isBorn(content.text(), day.start())) {
                String written = content.reading().original(day.start(), day.end());
                hits.accept(new Hit(
                        FindingKind.BIRTH_DATE, day.start(), day.end(), Hit.withoutDigits(written), Hit.CERTAIN));
            }
            lastEnd = day.end();
        }
    }

    private static boolean isAnyNamed(Labels labels) {
        for (int word = 0; word < labels.size(); word++) {
            if (labels.sense(word) == Sense.BIRTH_DATE) {
                return true;
            }
        }
        return false;
    }

    /** The bare word, which is said of much else, stands directly before the day. */
    private static boolean isBorn(String text, int start) {
        int end = start;
        while (end > 0 && start - end < 3 && text.charAt(end - 1) == ' ') {
            end--;
        }
        int born = end - BORN.length();
        return text.startsWith(BORN, born) && !text.startsWith("เหตุ", born - 4) && !text.startsWith("ที", born - 2);
    }

    private static boolean isInCell(Content content, DaysInText.Day day) {
        return content.labels().header(content.reading().passageAt(day.start())) == Sense.BIRTH_DATE;
    }

    /** Whether another day stands between the word and this one: the day of birth is the first. */
    private static boolean hasDayBefore(Content content, DaysInText.Day day, int lastEnd) {
        Labels labels = content.labels();
        for (int word = labels.lastBefore(day.start()); word >= 0 && labels.start(word) >= lastEnd; word--) {
            if (labels.sense(word) == Sense.BIRTH_DATE) {
                return day.start() - labels.end(word) > REACH;
            }
        }
        return lastEnd > 0;
    }
}
