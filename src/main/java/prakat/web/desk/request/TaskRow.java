package prakat.web.desk.request;

import java.time.Instant;

/**
 * A request that waits for the reader.
 *
 * @param what the step that is the reader's to take, in words
 * @param requester the requester's name
 * @param since when it came to the reader
 * @param due by when it is to be done; null where nobody said
 * @param late whether that is over
 * @param href where the reader does it
 */
record TaskRow(
        String id,
        String number,
        String title,
        String what,
        String group,
        String requester,
        Instant since,
        Instant due,
        boolean late,
        String href) {}
