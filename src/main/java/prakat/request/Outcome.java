package prakat.request;

import java.util.Arrays;
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
    CANCELLED;

    /** The name in the API and in the engine, e.g. {@code certified}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The outcome of that code, if there is one; null is none. */
    public static Optional<Outcome> of(String code) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.code().equals(code))
                .findFirst();
    }
}
