package prakat.request.record;

import jakarta.persistence.Converter;
import java.util.List;
import prakat.input.Coded;
import prakat.input.CodedColumn;

/** How a task ends. */
public enum Outcome implements Coded {
    /** The screening lets it go on. */
    PASSED,
    /** The screening sends it back. */
    BLOCKED,
    /** The director certifies. */
    CERTIFIED,
    /** The director returns it. */
    RETURNED,
    /** The web officer permits. */
    PERMITTED,
    /** The web officer refuses. */
    REFUSED,
    /** The requester proposes it again, revised. */
    RESUBMITTED,
    /** The requester gives it up. */
    CANCELLED,
    /** The web officer finds it still current. */
    CONFIRMED,
    /** The web officer asks its owner to bring it up to date. */
    UPDATE_REQUESTED,
    /** The web officer takes it off the website, since it is no longer current. */
    WITHDRAWN;

    static final List<Outcome> OF_REVIEW = List.of(CONFIRMED, UPDATE_REQUESTED, WITHDRAWN);

    @Converter(autoApply = true)
    static final class Column extends CodedColumn<Outcome> {
        Column() {
            super(Outcome.class);
        }
    }
}
