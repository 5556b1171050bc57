package prakat.publication;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How many publications a list would have.
 *
 * @param total of the list itself
 * @param byCategory by category's code, within the list's group, days and words; a code that is missing has none; null where
 *     a search did not look at everything
 * @param byGroup the same by group's code, within the list's category, days and words
 */
public record Counts(long total, Map<String, Long> byCategory, Map<String, Long> byGroup) {

    /** How many there are of a category and a group; several lines may be of the same. */
    record Line(String category, String group, long number) {}

    /** @param lines of all categories and groups */
    static Counts of(List<Line> lines, Selection selection) {
        List<Line> inCategory = lines.stream()
                .filter(line -> selection.hasCategory(line.category()))
                .toList();
        List<Line> inGroup =
                lines.stream().filter(line -> selection.hasGroup(line.group())).toList();
        return new Counts(
                inCategory.stream()
                        .filter(line -> selection.hasGroup(line.group()))
                        .mapToLong(Line::number)
                        .sum(),
                inGroup.stream().collect(Collectors.groupingBy(Line::category, Collectors.summingLong(Line::number))),
                inCategory.stream().collect(Collectors.groupingBy(Line::group, Collectors.summingLong(Line::number))));
    }
}
