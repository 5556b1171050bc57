package prakat.disclosure;

import prakat.input.Coded;

/** How it stands with an item that has to be disclosed. */
public enum State implements Coded {
    /** Nothing of it is public, and the day by which it has to be is over. */
    LATE,
    /** Nothing of it is public. */
    MISSING,
    /** Public, but soon not any more, or not on the day of the assessment. */
    ENDS_SOON,
    /** Public, and for longer. */
    PUBLISHED;

    /** Whether somebody has to see to it. */
    public boolean isGap() {
        return this != PUBLISHED;
    }
}
