package prakat.screening;

/**
 * Something that was found. What was found itself is nowhere in it.
 *
 * @param excerpt what was found, masked so that only who has it before them knows which it is; may be null
 * @param count how many stand there, at least 1
 * @param confidence how sure that is, from 0 to 1
 */
public record Finding(FindingKind kind, Place place, String excerpt, int count, double confidence) {

    /** The same at another place. */
    public Finding at(Place other) {
        return new Finding(kind, other, excerpt, count, confidence);
    }
}
