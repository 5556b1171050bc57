package prakat.web.desk.task;

import java.time.Instant;

/**
 * When a request is due to move on.
 *
 * @param at null where there is no due date
 * @param late whether somebody should have acted by now; false for the dates that timers keep
 */
public record DueDate(Instant at, boolean late) {}
