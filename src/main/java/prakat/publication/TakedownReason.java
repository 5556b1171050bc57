package prakat.publication;

import prakat.input.Coded;

/** Why something is no longer on the website. */
public enum TakedownReason implements Coded {
    /** ครบระยะเวลาการเผยแพร่. */
    PERIOD_ENDED,
    /** ถอนก่อนกำหนด, by a person. */
    WITHDRAWN,
    /** ฉบับปรับปรุงขึ้นแทน, at the same address. */
    REPLACED;
}
