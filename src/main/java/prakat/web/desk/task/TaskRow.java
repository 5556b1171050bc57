package prakat.web.desk.task;

import java.time.Instant;

/**
 * An open task of the reader, as the desk lists it.
 *
 * @param what has to be done, in words
 * @param requester the requester's name
 * @param since when it was created
 * @param due the due date; null where there is none
 * @param late whether the due date has passed
 * @param href where the reader does it
 */
public record TaskRow(
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
