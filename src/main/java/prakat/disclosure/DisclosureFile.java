package prakat.disclosure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import prakat.disclosure.DisclosureSettings.Item;
import prakat.disclosure.DisclosureSettings.YearList;
import prakat.input.Days;
import prakat.input.SetupException;
import prakat.organisation.office.Text;

/** Checks what {@code disclosure.yaml} says, and says in the office's language what is wrong in it. */
final class DisclosureFile {

    private static final Pattern CODE = Pattern.compile("[A-Za-z]{1,6}[0-9]{1,3}(\\.[0-9]{1,2})?");
    private static final Locale OF_THE_OFFICE = Locale.forLanguageTag("th");
    private static final int FIRST_YEAR = 2500;
    private static final int LAST_YEAR = 2700;

    private final Predicate<String> isGroup;
    private final boolean isExample;
    private final MessageSource messages;

    /**
     * @param isGroup whether the office has a group of that code
     * @param isExample whether the lists are not the office's own: then its groups may be others
     */
    DisclosureFile(Predicate<String> isGroup, boolean isExample, MessageSource messages) {
        this.isGroup = isGroup;
        this.isExample = isExample;
        this.messages = messages;
    }

    /**
     * The lists, the latest year's first.
     *
     * @throws SetupException where something is wrong
     */
    List<DisclosureList> lists(DisclosureSettings said) {
        List<DisclosureList> lists = new ArrayList<>();
        for (YearList one : said.lists().stream()
                .sorted(Comparator.comparing(YearList::year))
                .toList()) {
            if (one.year() < FIRST_YEAR || one.year() > LAST_YEAR) {
                throw wrong("year", one.year());
            }
            DisclosureList before = lists.isEmpty() ? null : lists.get(0);
            if (before != null && before.year() == one.year()) {
                throw wrong("year-twice", one.year());
            }
            lists.add(0, list(one, before));
        }
        return List.copyOf(lists);
    }

    private DisclosureList list(YearList said, DisclosureList before) {
        if (said.items().isEmpty()) {
            throw wrong("no-items", said.year());
        }
        List<DisclosureItem> items = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (Item item : said.items()) {
            if (item.code() == null || !CODE.matcher(item.code()).matches()) {
                throw wrong("code", said.year(), item.code());
            }
            if (!codes.add(item.code().toUpperCase(Locale.ROOT))) {
                throw wrong("code-twice", said.year(), item.code());
            }
            items.add(item(item, said.year(), before));
        }
        return new DisclosureList(
                said.year(), said.source(), day(said.assessed(), said.year(), "assessed"), List.copyOf(items));
    }

    private DisclosureItem item(Item said, int year, DisclosureList before) {
        Text name = inBoth(said.name());
        if (name == null) {
            throw wrong("name", year, said.code());
        }
        boolean known = said.group() == null || isGroup.test(said.group());
        if (!known && !isExample) {
            throw wrong("group", year, said.code(), said.group());
        }
        String reference = year + "/" + said.code();
        Set<String> references = new HashSet<>(Set.of(reference));
        if (said.continues() != null) {
            Optional<DisclosureItem> continued = before == null
                    ? Optional.empty()
                    : before.items().stream()
                            .filter(item -> item.code().equals(said.continues()))
                            .findFirst();
            references.addAll(continued
                    .orElseThrow(() -> wrong("continues", year, said.code(), said.continues()))
                    .references());
        }
        return new DisclosureItem(
                reference,
                said.code(),
                inBoth(said.heading()),
                name,
                inBoth(said.content()),
                known ? said.group() : null,
                day(said.due(), year, said.code()),
                Set.copyOf(references));
    }

    private LocalDate day(String said, int year, String of) {
        return said == null ? null : Days.day(said).orElseThrow(() -> wrong("day", year, of, said));
    }

    /** In Thai for readers of English, too, where the list has no English. */
    private static Text inBoth(Text said) {
        return said == null || said.th() == null || said.th().isBlank()
                ? null
                : new Text(said.th(), said.en() == null ? said.th() : said.en());
    }

    private SetupException wrong(String what, Object year, Object... more) {
        List<Object> arguments = new ArrayList<>(List.of(String.valueOf(year)));
        for (Object argument : more) {
            arguments.add(argument == null ? "" : argument);
        }
        return new SetupException(messages.getMessage("disclosure-file." + what, arguments.toArray(), OF_THE_OFFICE));
    }
}
