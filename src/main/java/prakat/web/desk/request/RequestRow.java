package prakat.web.desk.request;

import java.time.Instant;
import java.util.List;

/**
 * A request as the desk's list shows it.
 *
 * @param status its code, or {@code replaced}
 * @param assignees who has to act; empty where nobody has to
 * @param since when its status began
 * @param due the due date; null where there is none
 * @param late whether somebody should have acted by now
 * @param over whether its state is final
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
