package prakat.disclosure;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.context.MessageSource;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import prakat.organisation.office.FiscalPeriod;
import prakat.organisation.office.Office;
import prakat.request.content.DisclosureItems;

/**
 * The office's lists. Until the list of a year is announced, the office goes by the one before: that is the list in force.
 */
@Component
public class DisclosureLists implements DisclosureItems {

    private static final ConfigurationPropertyName FIRST_YEAR =
            ConfigurationPropertyName.of("prakat.disclosure.lists[0].year");

    /** The latest year's first. */
    private final List<DisclosureList> lists;

    private final Office office;
    private final Clock clock;

    DisclosureLists(
            DisclosureSettings settings, Office office, Environment environment, MessageSource messages, Clock clock) {
        this.lists = new DisclosureFile(code -> office.group(code).isPresent(), isExample(environment), messages)
                .lists(settings);
        this.office = office;
        this.clock = clock;
    }

    /** Whether the file is the one that comes with the program. */
    private static boolean isExample(Environment environment) {
        return StreamSupport.stream(
                        ConfigurationPropertySources.get(environment).spliterator(), false)
                .map(source -> source.getConfigurationProperty(FIRST_YEAR))
                .filter(Objects::nonNull)
                .findFirst()
                .filter(year -> String.valueOf(year.getOrigin()).startsWith("class path"))
                .isPresent();
    }

    /** The fiscal year that it is now, in the Buddhist Era. */
    public int thisYear() {
        return FiscalPeriod.of(office.day(clock.instant())).year();
    }

    /** The years that have a list, the latest first. */
    public List<Integer> years() {
        return lists.stream().map(DisclosureList::year).toList();
    }

    /** Those years and this one, the latest first. */
    public List<Integer> shownYears() {
        return Stream.concat(Stream.of(thisYear()), years().stream())
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /** The list in force: this year's, or that of the last year before that has one. Empty where there is none. */
    public Optional<DisclosureList> inForce() {
        int now = thisYear();
        return lists.stream().filter(list -> list.year() <= now).findFirst();
    }

    /** By which list a year's disclosures are shown: its own, and for this year the list in force. */
    public Optional<DisclosureList> of(int year) {
        return lists.stream()
                .filter(list -> list.year() == year)
                .findFirst()
                .or(() -> year == thisYear() ? inForce() : Optional.empty());
    }

    @Override
    public Optional<String> find(String said) {
        return inForce().stream()
                .flatMap(list -> list.items().stream())
                .filter(item -> item.code().equalsIgnoreCase(said))
                .findFirst()
                .or(() -> item(said))
                .map(DisclosureItem::reference);
    }

    /** The item of that reference; empty where no list has it. */
    public Optional<DisclosureItem> item(String reference) {
        return lists.stream()
                .flatMap(list -> list.items().stream())
                .filter(item -> item.reference().equalsIgnoreCase(reference))
                .findFirst();
    }

    /** Those items in words, such as {@code 2568/O1 Structure}; what no list has any more by its reference alone. */
    public List<String> names(List<String> references, Locale locale) {
        return references.stream()
                .map(reference -> item(reference)
                        .map(item -> reference + " " + item.name().in(locale))
                        .orElse(reference))
                .toList();
    }
}
