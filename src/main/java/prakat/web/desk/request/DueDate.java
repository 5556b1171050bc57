package prakat.web.desk.request;

import java.time.Instant;

/**
 * By when a request goes on from where it is.
 *
 * @param at null where nobody said
 * @param late whether somebody should have acted by now; the website's own times keep themselves
 */
public record DueDate(Instant at, boolean late) {}
