package prakat.sheet;

import java.net.URI;
import java.util.List;

/**
 * A table for a spreadsheet.
 *
 * @param title of its tab; it is cut to 31 characters, and what no tab may hold becomes a space
 * @param headings of the columns
 * @param rows each with a value for every heading: a {@link String}, a {@link Number}, a {@link java.time.LocalDate}, an
 *     {@link java.time.Instant}, which is shown in the office's zone, or a {@link Link}; null for nothing. They are asked for
 *     once for each file, one after the other as they are written, so that a long table need not be in memory
 */
public record Sheet(String title, List<String> headings, Iterable<? extends List<?>> rows) {

    /**
     * Something to follow.
     *
     * @param text that is shown
     */
    public record Link(String text, URI address) {

        /** An address that is shown as it is. */
        public static Link to(URI address) {
            return new Link(address.toString(), address);
        }
    }
}
