package prakat.disclosure;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import prakat.organisation.office.Text;

/**
 * The lists as the office's {@code disclosure.yaml} says them; nothing in it is checked yet, but that lists are lists: one that
 * is written wrongly would be passed over, and ours be shown in its place.
 *
 * @param lists what the office has to disclose, a list for each year of the assessment
 */
@ConfigurationProperties(prefix = "prakat.disclosure", ignoreUnknownFields = false)
record DisclosureSettings(@DefaultValue List<YearList> lists) {

    /**
     * What a year's assessment asks for.
     *
     * @param year fiscal year of the Buddhist Era
     * @param source where it is announced
     * @param assessed the day by whose end everything has to be public; null for none
     * @param items in the order of the list
     */
    record YearList(int year, @DefaultValue("") String source, String assessed, @DefaultValue List<Item> items) {}

    /**
     * An item.
     *
     * @param code as the list has it, such as {@code O1}
     * @param heading of the part of the list that begins with it; null where none does
     * @param content what has to be in it; null where the list does not say
     * @param group code of the group whose it is; null where it is the whole office's
     * @param due the day by whose end it has to be public; null for none
     * @param continues code of the item of the list before that asked for the same; null for none
     */
    record Item(String code, Text heading, Text name, Text content, String group, String due, String continues) {}
}
