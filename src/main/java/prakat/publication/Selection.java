package prakat.publication;

import java.time.LocalDate;
import prakat.search.SearchWords;

/**
 * Which publications a reader asks for.
 *
 * @param category code; "" for any
 * @param group code; "" for any
 * @param from the first day on which they came on the website; null for any
 * @param until the last such day; null for any
 * @param words that each of them holds
 * @param nearestFirst whether those that name the words in number or title come first; else the newest do
 */
public record Selection(
        String category, String group, LocalDate from, LocalDate until, SearchWords words, boolean nearestFirst) {

    /** All of them, the newest first. */
    public static final Selection ALL = of("", "");

    /** Those of a category and a group, "" for any, the newest first. */
    public static Selection of(String category, String group) {
        return new Selection(category, group, null, null, SearchWords.NONE, false);
    }

    /** The same of any category and group. */
    Selection ofAnyKind() {
        return new Selection("", "", from, until, words, nearestFirst);
    }

    boolean isOfAnyKind() {
        return category.isEmpty() && group.isEmpty();
    }

    boolean hasCategory(String code) {
        return category.isEmpty() || category.equals(code);
    }

    boolean hasGroup(String code) {
        return group.isEmpty() || group.equals(code);
    }

    boolean has(Hit hit) {
        return hasCategory(hit.category()) && hasGroup(hit.group());
    }
}
