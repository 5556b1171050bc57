package prakat.screening.care;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import prakat.screening.Finding;
import prakat.screening.FindingKind;
import prakat.screening.Passage;
import prakat.screening.Place;
import prakat.screening.text.DaysInText;
import prakat.screening.text.Reading;
import prakat.screening.text.Words;

/** Finds invitations and deadlines whose day is over. What reports of the past is left alone. */
public final class PastEvents {

    private enum Sense {
        /** What follows is still to come, or was when it was written. */
        AHEAD,
        /** The day that follows is of something else: of a letter, or of what has happened. */
        BACK,
        /** In a title: what it announces elsewhere has been. */
        REPORT
    }

    private static final List<String> AHEAD = List.of(
            "ขอเชิญ",
            "เชิญชวน",
            "ขอเรียนเชิญ",
            "กำหนดจัด",
            "กำหนดการจัด",
            "จะจัด",
            "จะดำเนินการ",
            "จะมีการ",
            "จะเปิด",
            "กำหนดเปิด",
            "เปิดรับสมัคร",
            "รับสมัคร",
            "สมัครได้",
            "ลงทะเบียนได้",
            "เปิดลงทะเบียน",
            "ภายในวันที่",
            "ไม่เกินวันที่",
            "ก่อนวันที่",
            "ถึงวันที่",
            "หมดเขต",
            "ปิดรับ",
            "กำหนดสอบ",
            "กำหนดยื่น",
            "ยื่นข้อเสนอ",
            "ยื่นซอง",
            "กำหนดส่ง",
            "กำหนดการ",
            "พบกัน");

    private static final List<String> BACK = List.of(
            "เมื่อวันที่",
            "ลงวันที่",
            "ณ วันที่",
            "สั่ง ณ วันที่",
            "ประกาศ ณ วันที่",
            "ข้อมูล ณ วันที่",
            "ที่ผ่านมา",
            "ได้จัด",
            "ได้รับเชิญ",
            "ได้ดำเนินการ",
            "ตามที่ได้",
            "เสร็จสิ้น");

    private static final List<String> REPORT =
            List.of("ผลการ", "รายชื่อ", "สรุป", "รายงานผล", "ภาพกิจกรรม", "ประมวลภาพ", "ขอบคุณ");

    /** After a day from which on something is so. */
    private static final String ON_FROM_THEN = Reading.fold("เป็นต้นไป");

    private static final Words<Sense> WORDS = new Words<>(senses());

    /** In characters, from the words of an invitation to its day, on either side. */
    private static final int REACH = 200;

    /** From a word for the past to the day that it is of. */
    private static final int REACH_BACK = 25;

    private static final double CONFIDENCE = 0.75;

    private record Word(Sense sense, int start, int end) {}

    private PastEvents() {}

    private static Map<String, Sense> senses() {
        Map<String, Sense> senses = new HashMap<>();
        AHEAD.forEach(word -> senses.put(word, Sense.AHEAD));
        BACK.forEach(word -> senses.put(word, Sense.BACK));
        REPORT.forEach(word -> senses.put(word, Sense.REPORT));
        return senses;
    }

    /**
     * One finding for each passage that announces what was over before today; the day is its excerpt.
     *
     * @param today in the office's zone
     */
    public static List<Finding> find(List<Passage> passages, LocalDate today) {
        Map<Place, Finding> findings = new LinkedHashMap<>();
        boolean isInvitation = passages.stream()
                .filter(passage -> "title".equals(passage.place().field()))
                .anyMatch(title -> isOnlyAhead(words(Reading.fold(title.text()))));
        for (Reading reading : Reading.of(passages)) {
            List<Word> words = words(reading.text());
            boolean isOfInvitation = isInvitation && isOfTitle(reading.place(0, 1));
            if (isOfInvitation || words.stream().anyMatch(word -> word.sense() == Sense.AHEAD)) {
                new Announcements(reading, words, isOfInvitation).over(today).forEach(day -> {
                    Place place = reading.place(day.start(), day.end());
                    String written = reading.original(day.start(), day.end()).strip();
                    findings.putIfAbsent(place, new Finding(FindingKind.PAST_EVENT, place, written, 1, CONFIDENCE));
                });
            }
        }
        return List.copyOf(findings.values());
    }

    private static List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        WORDS.find(text, (sense, start, end) -> words.add(new Word(sense, start, end)));
        return words;
    }

    private static boolean isOfTitle(Place place) {
        return "summary".equals(place.field()) || "body".equals(place.field());
    }

    private static boolean isOnlyAhead(List<Word> words) {
        return !words.isEmpty() && words.stream().allMatch(word -> word.sense() == Sense.AHEAD);
    }

    /**
     * The paragraphs of a text that announce something.
     *
     * @param ofInvitation whether the title announces it, so that each day in the text may be the one
     */
    private record Announcements(Reading reading, List<Word> words, boolean ofInvitation) {

        /** The last day of each one that has none from today on. */
        List<DaysInText.Day> over(LocalDate today) {
            Map<Integer, List<DaysInText.Day>> days = new LinkedHashMap<>();
            DaysInText all = new DaysInText(reading.text());
            int word = 0;
            for (Optional<DaysInText.Day> next = all.next(); next.isPresent(); next = all.next()) {
                DaysInText.Day day = next.get();
                while (word < words.size() && words.get(word).end() <= day.start()) {
                    word++;
                }
                if (isAnnounced(day, word)) {
                    days.computeIfAbsent(reading.passageAt(day.start()), any -> new ArrayList<>())
                            .add(day);
                }
            }
            return days.values().stream()
                    .filter(announced ->
                            announced.stream().allMatch(day -> day.date().isBefore(today)))
                    .map(announced -> announced.get(announced.size() - 1))
                    .toList();
        }

        /** By the words before the day, or by those that follow it in its line. */
        private boolean isAnnounced(DaysInText.Day day, int next) {
            Word before = next == 0 ? null : words.get(next - 1);
            if (before != null && before.sense() == Sense.BACK && day.start() - before.end() <= REACH_BACK) {
                return false;
            }
            String after =
                    reading.text().substring(day.end(), Math.min(reading.text().length(), day.end() + REACH_BACK));
            if (after.contains(ON_FROM_THEN)) {
                return false;
            }
            if (ofInvitation) {
                return true;
            }
            for (int i = next - 1; i >= 0 && isNear(words.get(i).end(), day.start()); i--) {
                if (words.get(i).sense() == Sense.AHEAD) {
                    return true;
                }
            }
            return next < words.size()
                    && words.get(next).sense() == Sense.AHEAD
                    && isNear(day.end(), words.get(next).start())
                    && reading.text()
                                    .substring(day.end(), words.get(next).start())
                                    .indexOf(Reading.LINE)
                            < 0;
        }

        private boolean isNear(int from, int to) {
            return to - from <= REACH && reading.passageAt(from) == reading.passageAt(to);
        }
    }
}
