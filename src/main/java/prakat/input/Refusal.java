package prakat.input;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A rule of the procedure says no. The code that throws it has changed nothing that outlives the transaction; every door turns
 * it into the same answer, in the reader's language.
 */
public final class Refusal extends RuntimeException {

    private static final Duration A_MOMENT = Duration.ofSeconds(5);

    /** Somebody has to make room first. */
    private static final Duration A_WHILE = Duration.ofMinutes(5);

    private final Kind kind;
    private final String code;
    private final List<Object> arguments;
    private final List<Field> fields;
    private final transient Duration retryAfter;

    /** Why, in the terms of HTTP. */
    public enum Kind {
        /** What was said is wrong or incomplete: 400. */
        INVALID(400),
        /** Not this person's to do: 403. */
        FORBIDDEN(403),
        /** No such thing, or none that this person may see: 404. */
        NOT_FOUND(404),
        /** Not in this state: 409. */
        CONFLICT(409),
        /** More bytes than are allowed: 413. */
        TOO_LARGE(413),
        /** A kind of file that is not allowed, or a file that nobody could read: 415. */
        UNSUPPORTED_TYPE(415),
        /** More often than is allowed: 429. */
        TOO_MANY(429),
        /** It was allowed and could not be done, as where a disk is full: 500. */
        FAILED(500),
        /** Too much is asked for at this moment; it may go later: 503. */
        BUSY(503),
        /** There is no room to store it: 507. */
        FULL(507);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        /** The HTTP status. */
        public int status() {
            return status;
        }
    }

    /**
     * What is wrong with one field.
     *
     * @param name the field's name in the API, e.g. {@code publishUntil}
     * @param code of the message, in the bundles under {@code refusal.}
     * @param arguments of the message
     */
    public record Field(String name, String code, List<Object> arguments) {

        /** A field's fault. */
        public static Field of(String name, String code, Object... arguments) {
            return new Field(name, code, List.of(arguments));
        }
    }

    private Refusal(Kind kind, String code, List<Object> arguments, List<Field> fields) {
        this(kind, code, arguments, fields, null);
    }

    private Refusal(Kind kind, String code, List<Object> arguments, List<Field> fields, Duration retryAfter) {
        super(kind + " " + code + (fields.isEmpty() ? "" : " " + fields));
        this.kind = kind;
        this.code = code;
        this.arguments = arguments;
        this.fields = fields;
        this.retryAfter = retryAfter;
    }

    /** Without the name of the class: the engine shows it of a job that was refused, to whoever may see the job. */
    @Override
    public String toString() {
        return getMessage();
    }

    /** What was said is wrong in these fields. */
    public static Refusal invalid(List<Field> fields) {
        return new Refusal(Kind.INVALID, "invalid", List.of(), List.copyOf(fields));
    }

    /**
     * Refuses what was said if anything is wrong with it.
     *
     * @throws Refusal naming these fields, unless there are none
     */
    public static void throwIfAny(List<Field> fields) {
        if (!fields.isEmpty()) {
            throw invalid(fields);
        }
    }

    /** What was said is wrong in this field. */
    public static Refusal invalid(String field, String code, Object... arguments) {
        return invalid(List.of(Field.of(field, code, arguments)));
    }

    /** Not this person's to do. */
    public static Refusal forbidden(String code) {
        return new Refusal(Kind.FORBIDDEN, code, List.of(), List.of());
    }

    /** No such thing, or none that this person may see. */
    public static Refusal notFound() {
        return notFound("not-found");
    }

    /** No such thing, and why. */
    public static Refusal notFound(String code) {
        return new Refusal(Kind.NOT_FOUND, code, List.of(), List.of());
    }

    /** Not in this state. */
    public static Refusal conflict(String code, Object... arguments) {
        return new Refusal(Kind.CONFLICT, code, List.of(arguments), List.of());
    }

    /** More bytes than are allowed. */
    public static Refusal tooLarge(String code, Object... arguments) {
        return new Refusal(Kind.TOO_LARGE, code, List.of(arguments), List.of());
    }

    /** A file of a kind that is not allowed, or that nobody could read. */
    public static Refusal unsupportedType(String code, Object... arguments) {
        return new Refusal(Kind.UNSUPPORTED_TYPE, code, List.of(arguments), List.of());
    }

    /** It was allowed and could not be done. */
    public static Refusal failed(String code, Object... arguments) {
        return new Refusal(Kind.FAILED, code, List.of(arguments), List.of());
    }

    /** Too much is asked for at this moment; it may go later. */
    public static Refusal busy(String code) {
        return new Refusal(Kind.BUSY, code, List.of(), List.of(), A_MOMENT);
    }

    /** There is no room to store it until somebody makes room. */
    public static Refusal full(String code) {
        return new Refusal(Kind.FULL, code, List.of(), List.of(), A_WHILE);
    }

    /** More often than is allowed; again after that time. */
    public static Refusal tooMany(String code, Duration retryAfter, Object... arguments) {
        return new Refusal(Kind.TOO_MANY, code, List.of(arguments), List.of(), retryAfter);
    }

    /** Why, in the terms of HTTP. */
    public Kind kind() {
        return kind;
    }

    /** Code of the message, in the bundles under {@code refusal.}. */
    public String code() {
        return code;
    }

    /** Arguments of the message. */
    public List<Object> arguments() {
        return arguments;
    }

    /**
     * After how many whole seconds it may go well, as HTTP's {@code Retry-After} says it; empty unless the kind is
     * {@link Kind#TOO_MANY}, {@link Kind#BUSY} or {@link Kind#FULL}.
     */
    public Optional<String> retryAfterSeconds() {
        return Optional.ofNullable(retryAfter)
                .map(wait -> String.valueOf(wait.plusMillis(999).toSeconds()));
    }

    /** Faults by field; empty unless the kind is {@link Kind#INVALID}. */
    public List<Field> fields() {
        return fields;
    }
}
