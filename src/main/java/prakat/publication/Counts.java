package prakat.publication;

import java.util.Map;

/**
 * How many publications a list would have.
 *
 * @param byCategory by category's code, within the list's group and words; a code that is missing has none
 * @param byGroup by group's code, within the list's category and words; a code that is missing has none
 */
public record Counts(Map<String, Long> byCategory, Map<String, Long> byGroup) {

    /** One line of a count. */
    record Line(String code, long number) {}
}
