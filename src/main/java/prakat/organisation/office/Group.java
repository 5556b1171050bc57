package prakat.organisation.office;

import java.util.Optional;
import java.util.Set;

/**
 * A work group (กลุ่ม) or unit (หน่วย) of the office, and the names by which the engine knows it and the other groups.
 *
 * @param code its id in URLs, in the engine and in accounts, e.g. {@code finance}
 * @param name as people say it
 */
public record Group(String code, Text name) {

    /** The engine's group of those who keep the website. */
    public static final String WEB_OFFICERS = "web-officers";

    /** The engine's group of the office's deputy directors. */
    public static final String DEPUTY_DIRECTORS = "deputy-directors";

    /** The engine's group of administrators; its name is the engine's own. */
    public static final String ADMINISTRATORS = "camunda-admin";

    private static final String DIRECTORS = "-directors";

    /** The engine's group of the directors of the group of that code. */
    public static String directors(String code) {
        return code + DIRECTORS;
    }

    /** The code of the group that is led by the members of that group of the engine; empty where it is not one of directors. */
    public static Optional<String> directedBy(String engineGroup) {
        return engineGroup.endsWith(DIRECTORS)
                ? Optional.of(engineGroup.substring(0, engineGroup.length() - DIRECTORS.length()))
                : Optional.empty();
    }

    /** The engine's group of this group's directors. */
    public String directors() {
        return directors(code);
    }

    /** Whether a group of that code would have rights that the program itself gives. */
    static boolean isReserved(String code) {
        return Set.of(WEB_OFFICERS, DEPUTY_DIRECTORS, ADMINISTRATORS).contains(code) || code.endsWith(DIRECTORS);
    }
}
