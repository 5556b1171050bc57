package prakat.report;

import java.time.Instant;
import prakat.organisation.office.Capacity;
import prakat.request.record.HistoryEntry;

/**
 * A request as the report lists it, as it stands now.
 *
 * @param title of its present version
 * @param group code
 * @param state what its record says last, as {@link prakat.request.record.PrintedRecord#state} has it
 * @param proposed who proposed the present version
 * @param certified who certified it; null while nobody has
 * @param vetted who permitted it; null while nobody has
 * @param publishedAt since when it is, or was, on the website; null where it never was
 * @param until when it left the website, or will; null where it never was there
 * @param address the number under which the public finds it; null where it never was on the website
 * @param contentSha256 digest of the present version
 */
public record ReportedRequest(
        String number,
        String title,
        String group,
        String state,
        Step proposed,
        Step certified,
        Step vetted,
        Instant publishedAt,
        Instant until,
        String address,
        String contentSha256) {

    /**
     * What somebody did.
     *
     * @param name of the person at that time
     * @param capacity in which
     */
    public record Step(String name, Capacity capacity, Instant at) {

        static Step of(HistoryEntry entry) {
            return new Step(entry.actorName(), entry.capacity(), entry.at());
        }
    }
}
