package prakat.request.content;

import java.util.Optional;

/** The office's lists of what it has to disclose, a list a year: a submission says which items of them it discloses. */
public interface DisclosureItems {

    /**
     * The item that is meant, as versions keep it: year of its list and code, such as {@code 2568/O1}.
     *
     * @param said the same, or a code alone, which means the list that is in force now
     * @return empty where no list has such an item
     */
    Optional<String> find(String said);
}
