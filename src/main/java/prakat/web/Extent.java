package prakat.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * How far a list goes. A search for words may have ended before it had looked at everything.
 *
 * @param page from 1
 * @param size of a page
 * @param total how many there are on all pages, as far as was looked
 * @param since the instant of the oldest that was looked at; null where all were
 * @param newestFirst whether the search went on for as long as a page of the newest was not full
 */
public record Extent(int page, int size, long total, Instant since, boolean newestFirst) {

    /** Whether there are more than the total, on pages to come. */
    public boolean hasMore() {
        return since != null && newestFirst && page < known();
    }

    /** Since when everything was looked at and nothing older; null where nothing is missing, or only on pages to come. */
    public Instant onlySince() {
        return hasMore() ? null : since;
    }

    /** The day on which to go on where only newer ones were looked at; empty where that is the list's last day already. */
    public Optional<LocalDate> goOnAt(TypedDay until, ZoneId zone) {
        return Optional.ofNullable(onlySince())
                .map(instant -> LocalDate.ofInstant(instant, zone))
                .filter(day -> !day.equals(until.day()));
    }

    /** The total, rounded down to what is easily read. */
    public long roundTotal() {
        long unit = (long) Math.pow(10, (int) Math.log10(total));
        return total / unit * unit;
    }

    /** How many pages there are; 0 where nobody knows. */
    public int pages() {
        return hasMore() ? 0 : known();
    }

    /** Whether there is a page before this one. */
    public boolean hasPrevious() {
        return page > 1 && page <= known();
    }

    /** Whether there is a page after this one. */
    public boolean hasNext() {
        return page < known();
    }

    private int known() {
        return (int) ((total + size - 1) / size);
    }
}
