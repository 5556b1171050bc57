package prakat.request.record;

import java.util.List;
import prakat.input.Coded;

/** What a director or web officer checks; the source's words, see {@code procedure.md}, steps 2 and 4. */
public enum Criterion implements Coded {
    /** ถูกต้อง. */
    ACCURATE,
    /** ครบถ้วน. */
    COMPLETE,
    /** เป็นปัจจุบัน. */
    CURRENT,
    /** สร้างสรรค์. */
    CONSTRUCTIVE,
    /** โปร่งใส. */
    TRANSPARENT,
    /** ไม่ขัดคุณธรรมจริยธรรม. */
    ETHICAL;

    public static final List<Criterion> AT_CERTIFICATION = List.of(ACCURATE, COMPLETE);
    public static final List<Criterion> AT_VETTING = List.of(values());
}
