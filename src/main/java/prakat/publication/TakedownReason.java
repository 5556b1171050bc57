package prakat.publication;

import java.util.Locale;

/** Why something is no longer on the website. */
public enum TakedownReason {
    /** ครบระยะเวลาการเผยแพร่. */
    PERIOD_ENDED,
    /** ถอนก่อนกำหนด, by a person. */
    WITHDRAWN,
    /** ฉบับปรับปรุงขึ้นแทน, at the same address. */
    REPLACED;

    /** The name under which the API shows it, e.g. {@code period-ended}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
