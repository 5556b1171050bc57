package prakat.request;

import java.time.Instant;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** The government's year: it begins on 1 October and carries the Buddhist year in which it ends. */
final class FiscalYear {

    private static final int BUDDHIST_ERA = 543;

    private FiscalYear() {}

    /** The fiscal year of an instant, in the Buddhist Era: 2570 from 1 October 2026 to 30 September 2027. */
    static int of(Instant instant, ZoneId zone) {
        ZonedDateTime there = instant.atZone(zone);
        boolean nextYears = there.getMonth().compareTo(Month.OCTOBER) >= 0;
        return there.getYear() + BUDDHIST_ERA + (nextYears ? 1 : 0);
    }
}
