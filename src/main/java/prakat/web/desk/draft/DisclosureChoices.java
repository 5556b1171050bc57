package prakat.web.desk.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import prakat.disclosure.DisclosureItem;
import prakat.disclosure.DisclosureList;
import prakat.disclosure.DisclosureLists;

/**
 * The items that somebody may say to disclose.
 *
 * @param own those of their groups, after those of earlier lists that were chosen before
 * @param others the rest of the list in force
 */
public record DisclosureChoices(List<Choice> own, List<Choice> others) {

    /**
     * An item to choose.
     *
     * @param reference by which it is sent
     * @param name code and name; the reference where no list has it any more
     * @param content what has to be in it; null where nobody says
     */
    public record Choice(String reference, String name, String content) {}

    static DisclosureChoices of(DisclosureLists lists, List<String> chosen, Set<String> groups, Locale locale) {
        List<DisclosureItem> inForce =
                lists.inForce().map(DisclosureList::items).orElse(List.of());
        List<Choice> own = new ArrayList<>(chosen.stream()
                .filter(reference ->
                        inForce.stream().noneMatch(item -> item.reference().equals(reference)))
                .map(reference -> new Choice(
                        reference, lists.names(List.of(reference), locale).get(0), null))
                .toList());
        List<Choice> others = new ArrayList<>();
        inForce.forEach(item ->
                (item.group() != null && groups.contains(item.group()) ? own : others).add(choice(item, locale)));
        return new DisclosureChoices(List.copyOf(own), List.copyOf(others));
    }

    private static Choice choice(DisclosureItem item, Locale locale) {
        return new Choice(
                item.reference(),
                item.code() + " " + item.name().in(locale),
                Optional.ofNullable(item.content()).map(text -> text.in(locale)).orElse(null));
    }

    /** Whether there is nothing to choose: the office has no list. */
    public boolean isEmpty() {
        return own.isEmpty() && others.isEmpty();
    }
}
