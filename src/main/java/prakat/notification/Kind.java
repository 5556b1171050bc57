package prakat.notification;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What people are told of. Everybody may turn off each kind but the first. */
public enum Kind {
    /** Something waits for the reader, a request that came back included. */
    WAITING,
    /** What the reader proposed is on the website, or took the place of an older version there. */
    PUBLISHED,
    /** The end of a publication's period is near. */
    ENDING,
    /** The period has ended. */
    ENDED,
    /** It was taken off before its time. */
    WITHDRAWN,
    /** What was decided on the reader's wish to keep something on the website for longer. */
    EXTENSION,
    /** The reader is a request's new owner. */
    REASSIGNED,
    /** Something was not done in time; for the deputy directors. */
    ESCALATED;

    /** The name under which it is kept and shown, e.g. {@code waiting}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether people may do without it. */
    public boolean isOptional() {
        return this != WAITING;
    }

    /** The kind of that code, if there is one. */
    public static Optional<Kind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
