package prakat.request;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a request comes back. The first six are the criteria of certification and vetting, failed. */
public enum ReasonCode {
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

    /** The name under which the API shows it, e.g. {@code not-constructive}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The reason of that code, if there is one; null is none. */
    public static Optional<ReasonCode> of(String code) {
        return Arrays.stream(values())
                .filter(reason -> reason.code().equals(code))
                .findFirst();
    }
}
