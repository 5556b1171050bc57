package prakat.input;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** An enum whose values have one name for everybody outside the program: in the API, in the database, in the bundles. */
public interface Coded {

    /** The constant's own name; every enum has it. */
    String name();

    /** The name outside, in lower case with hyphens, e.g. {@code awaiting-vetting}. */
    @JsonValue
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The value's code; null for null. */
    static String codeOf(Coded value) {
        return value == null ? null : value.code();
    }

    /** The value of that code; empty where there is none, and for null. */
    static <E extends Enum<E> & Coded> Optional<E> of(Class<E> type, String code) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.code().equals(code))
                .findFirst();
    }
}
