package prakat.request;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a task ends. */
public enum Outcome {
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

    /** The name in the API and in the engine, e.g. {@code update-requested}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The outcome of that code, if there is one; null is none. */
    public static Optional<Outcome> of(String code) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.code().equals(code))
                .findFirst();
    }
}
