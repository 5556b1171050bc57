package prakat.publication;

import jakarta.persistence.Converter;
import prakat.input.Coded;
import prakat.input.CodedColumn;

/** Why something is no longer on the website. */
public enum TakedownReason implements Coded {
    /** ครบระยะเวลาการเผยแพร่. */
    PERIOD_ENDED,
    /** พ้นกำหนดก่อนได้ขึ้นเว็บไซต์, so that nobody ever saw it. */
    PERIOD_MISSED,
    /** ถอนก่อนกำหนด, by a person. */
    WITHDRAWN,
    /** ฉบับปรับปรุงขึ้นแทน, at the same address. */
    REPLACED;

    @Converter(autoApply = true)
    static final class Column extends CodedColumn<TakedownReason> {
        Column() {
            super(TakedownReason.class);
        }
    }
}
