package prakat.request;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a director or web officer checks; the source's words, see {@code procedure.md}, steps 2 and 4. */
public enum Criterion {
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

    static final List<Criterion> AT_CERTIFICATION = List.of(ACCURATE, COMPLETE);
    static final List<Criterion> AT_VETTING = List.of(values());

    /** The name under which the API shows it, e.g. {@code accurate}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The criterion of that code, if there is one. */
    public static Optional<Criterion> of(String code) {
        return Arrays.stream(values())
                .filter(criterion -> criterion.code().equals(code))
                .findFirst();
    }
}
