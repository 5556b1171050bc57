package prakat.request.record;

import prakat.input.Coded;

/**
 * What a director or web officer says to a warning of the screening.
 *
 * @param finding id of what was found
 * @param answer code of an {@link Meaning}
 * @param reason in words; null where none was given
 */
public record Answer(String finding, String answer, String reason) {

    /** What may be said. */
    public enum Meaning implements Coded {
        /** It is not what it was taken for. */
        NOT_SO,
        /** It is, and belongs before everybody's eyes. */
        MEANT_TO_BE_PUBLIC
    }
}
