package prakat.disclosure;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import prakat.organisation.office.Text;

/**
 * Something that has to be disclosed.
 *
 * @param reference by which publications name it: year of its list and code, such as {@code 2568/O1}
 * @param code as its list has it, such as {@code O1}
 * @param heading of the part of the list that begins with it; null where none does
 * @param content what has to be in it; null where the list does not say
 * @param group code of the group whose it is; null where it is the whole office's
 * @param due the day by whose end it has to be public, in the office's zone; null for none
 * @param references all that count for it: its own, and those of the items of earlier lists that asked for the same
 */
public record DisclosureItem(
        String reference,
        String code,
        Text heading,
        Text name,
        Text content,
        String group,
        LocalDate due,
        Set<String> references) {

    /** Whether what names those items discloses this one. */
    boolean isAmong(Collection<String> named) {
        return !Collections.disjoint(references, named);
    }
}
