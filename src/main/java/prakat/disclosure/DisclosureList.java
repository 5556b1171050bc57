package prakat.disclosure;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import prakat.input.Times;
import prakat.publication.Disclosed;

/**
 * What a year's assessment asks for.
 *
 * @param year fiscal year of the Buddhist Era
 * @param source where it is announced; "" where the file does not say
 * @param assessed the day by whose end everything has to be public, in the office's zone; null for none
 * @param items in the order of the list
 */
public record DisclosureList(int year, String source, LocalDate assessed, List<DisclosureItem> items) {

    /** How long before the end of a publication it is said that it ends soon. */
    private static final Duration SOON = Duration.ofDays(30);

    /**
     * How it stands with each item, in the order of the list.
     *
     * @param published what is on the website at that instant, the newest first
     */
    List<Disclosure> disclosures(List<Disclosed> published, Instant now, ZoneId zone) {
        return items.stream()
                .map(item -> disclosure(
                        item,
                        published.stream()
                                .filter(one -> item.isAmong(one.items()))
                                .toList(),
                        now,
                        zone))
                .toList();
    }

    private Disclosure disclosure(DisclosureItem item, List<Disclosed> published, Instant now, ZoneId zone) {
        Instant end = published.stream()
                .map(Disclosed::publishUntil)
                .max(Comparator.naturalOrder())
                .orElse(null);
        LocalDate due = item.due() == null ? assessed : item.due();
        State state;
        if (end == null) {
            state = due != null && endOf(due, zone).isBefore(now) ? State.LATE : State.MISSING;
        } else {
            boolean endsSoon = end.isBefore(now.plus(SOON)) || isGoneWhenAssessed(end, now, zone);
            state = endsSoon ? State.ENDS_SOON : State.PUBLISHED;
        }
        return new Disclosure(item, published, state, end, due);
    }

    /** Of an assessment that is still to come. */
    private boolean isGoneWhenAssessed(Instant end, Instant now, ZoneId zone) {
        return assessed != null && endOf(assessed, zone).isAfter(now) && end.isBefore(endOf(assessed, zone));
    }

    private static Instant endOf(LocalDate day, ZoneId zone) {
        return day.atTime(Times.END_OF_DAY).atZone(zone).toInstant();
    }
}
