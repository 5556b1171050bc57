package prakat.screening.care;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import prakat.screening.Finding;
import prakat.screening.FindingKind;
import prakat.screening.Passage;
import prakat.screening.text.Reading;
import prakat.screening.text.Words;

/** Finds attachments that a text promises and nobody attached. */
public final class MissingAttachments {

    /** Whether the words promise one. */
    private static final Words<Boolean> WORDS = new Words<>(words(
            List.of(
                    "เอกสารแนบ",
                    "ตามแนบ",
                    "ดังแนบ",
                    "ไฟล์แนบ",
                    "แนบท้าย",
                    "ที่แนบมา",
                    "แนบมาพร้อม",
                    "แนบมาด้วย",
                    "ตามไฟล์ที่แนบ",
                    "ตามเอกสารที่แนบ",
                    "สิ่งที่ส่งมาด้วย",
                    "ดังเอกสารแนบ",
                    "see attached",
                    "attached file",
                    "attachment"),
            List.of(
                    "ไม่มีเอกสารแนบ",
                    "ไม่มีไฟล์แนบ",
                    "ไม่ต้องแนบ",
                    "ไม่มีสิ่งที่ส่งมาด้วย",
                    "ผู้สมัครต้องแนบ",
                    "เอกสารแนบประกอบการสมัคร",
                    "เอกสารแนบใบสมัคร",
                    "กฎหมายแนบท้าย",
                    "บัญชีแนบท้ายพระราช",
                    "แนบท้ายพระราชบัญญัติ",
                    "แนบท้ายกฎ",
                    "แนบท้ายสัญญา",
                    "แนบท้ายระเบียบ",
                    "no attachment")));

    private static final double CONFIDENCE = 0.75;

    private MissingAttachments() {}

    private static Map<String, Boolean> words(List<String> promises, List<String> others) {
        Map<String, Boolean> words = new HashMap<>();
        promises.forEach(word -> words.put(word, true));
        others.forEach(word -> words.put(word, false));
        return words;
    }

    /**
     * The first promise in the submission's own text; none where there is a file or a link.
     *
     * @param fields the submission's fields
     * @param hasAttachment whether it has a file, or a link to somewhere else
     */
    public static List<Finding> find(List<Passage> fields, boolean hasAttachment) {
        List<Finding> found = new ArrayList<>();
        if (!hasAttachment) {
            for (Reading reading : Reading.of(fields)) {
                WORDS.find(reading.text(), (isPromise, start, end) -> {
                    if (isPromise && found.isEmpty()) {
                        found.add(new Finding(
                                FindingKind.MISSING_ATTACHMENT,
                                reading.place(start, end),
                                reading.original(start, end).strip(),
                                1,
                                CONFIDENCE));
                    }
                });
            }
        }
        return List.copyOf(found);
    }
}
