package prakat.request.record;

import jakarta.persistence.Converter;
import prakat.input.Coded;
import prakat.input.CodedColumn;

/** Why a request comes back. The first six are the criteria of certification and vetting, failed. */
public enum ReasonCode implements Coded {
    /** ไม่ถูกต้อง. */
    INACCURATE,
    /** ไม่ครบถ้วน. */
    INCOMPLETE,
    /** ไม่เป็นปัจจุบัน. */
    OUTDATED,
    /** ไม่สร้างสรรค์. */
    NOT_CONSTRUCTIVE,
    /** ไม่โปร่งใส. */
    NOT_TRANSPARENT,
    /** ขัดคุณธรรมจริยธรรม. */
    UNETHICAL,
    /** Holds personal data that must not be published. */
    PERSONAL_DATA,
    /** Anything else; the text says what. */
    OTHER;

    @Converter(autoApply = true)
    static final class Column extends CodedColumn<ReasonCode> {
        Column() {
            super(ReasonCode.class);
        }
    }
}
