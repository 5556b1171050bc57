package prakat.web.desk;

import java.time.Instant;
import java.util.List;

/**
 * A request as the desk's list shows it.
 *
 * @param holders with whom it is; empty where nobody has to act
 * @param since when it came to where it is
 */
record Row(
        String id,
        String number,
        String title,
        String status,
        String group,
        String requester,
        List<String> holders,
        Instant since) {}
