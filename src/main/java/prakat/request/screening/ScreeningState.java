package prakat.request.screening;

import prakat.input.Coded;

/** How far a version has been screened. */
public enum ScreeningState implements Coded {
    /** It is being looked at. */
    PENDING,
    /** Nothing was found. */
    CLEAN,
    /** Something was found. */
    FINDINGS,
    /** It could not be looked at: a person must. */
    NOT_SCREENED
}
