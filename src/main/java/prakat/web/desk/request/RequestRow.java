package prakat.web.desk.request;

import java.time.Instant;
import java.util.List;

/**
 * A request as the desk's list shows it.
 *
 * @param status its code, or {@code replaced}
 * @param assignees with whom it is; empty where nobody has to act
 * @param since when it came to where it is
 * @param due when it is to go on from there; null where nobody said
 * @param late whether somebody should have acted by now
 * @param over whether nothing comes any more
 */
public record RequestRow(
        String id,
        String number,
        String title,
        String status,
        String group,
        String requester,
        List<String> assignees,
        Instant since,
        Instant due,
        boolean late,
        boolean over) {}
