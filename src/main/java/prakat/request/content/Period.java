package prakat.request.content;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import prakat.input.Refusal;
import prakat.input.Texts;
import prakat.input.Times;

/**
 * How long something is on the website.
 *
 * @param from first instant, to the second
 * @param until the instant from which it is gone, to the second
 */
public record Period(Instant from, Instant until) {

    /**
     * The period that was asked for, within the policy.
     *
     * @param from as said, or null for now
     * @param until as said, or null for the policy's default
     * @throws Refusal naming {@code publishFrom} or {@code publishUntil}
     */
    public static Period of(String from, String until, PublicationPolicy.Category category, Instant now, ZoneId zone) {
        List<Refusal.Field> faults = new ArrayList<>();
        Instant second = now.truncatedTo(ChronoUnit.SECONDS);
        Instant start = Times.read(from, Times.START_OF_DAY, zone, "publishFrom", faults)
                .orElse(second);
        Instant end = Times.read(until, Times.END_OF_DAY, zone, "publishUntil", faults)
                .orElseGet(() -> start.plus(Duration.ofDays(category.defaultDays())));
        if (faults.isEmpty()) {
            if (!end.isAfter(now) && Texts.line(until).isEmpty()) {
                faults.add(Refusal.Field.of("publishFrom", "from-long-past", category.defaultDays()));
            } else if (start.isAfter(latest(now, category, zone))) {
                faults.add(Refusal.Field.of("publishFrom", "from-too-far", category.longestDays()));
            } else if (!end.isAfter(start)) {
                faults.add(Refusal.Field.of("publishUntil", "until-before-from"));
            } else if (!end.isAfter(now)) {
                faults.add(Refusal.Field.of("publishUntil", "until-past"));
            } else if (end.isAfter(latest(start, category, zone))) {
                faults.add(Refusal.Field.of("publishUntil", "until-beyond-policy", category.longestDays()));
            }
        }
        Refusal.throwIfAny(faults);
        return new Period(start, end);
    }

    /**
     * A later end for what is on the website, within the policy's longest period counted from its first day.
     *
     * @param said the new end
     * @param faults to which is added what is wrong with {@code publishUntil}
     * @return the new end; of no use where there are faults
     */
    public Instant extended(String said, PublicationPolicy.Category category, ZoneId zone, List<Refusal.Field> faults) {
        Optional<Instant> end = Times.read(said, Times.END_OF_DAY, zone, "publishUntil", faults);
        if (faults.isEmpty()) {
            if (end.isEmpty()) {
                faults.add(Refusal.Field.of("publishUntil", "needed"));
            } else if (!end.get().isAfter(until)) {
                faults.add(Refusal.Field.of("publishUntil", "extension-not-later"));
            } else if (end.get().isAfter(latest(from, category, zone))) {
                faults.add(Refusal.Field.of("publishUntil", "extension-beyond-policy", category.longestDays()));
            }
        }
        return end.orElse(until);
    }

    /** The end of the last day that the policy allows, so that an end given as a date is not refused for its hours. */
    public static Instant latest(Instant start, PublicationPolicy.Category category, ZoneId zone) {
        return start.atZone(zone)
                .toLocalDate()
                .plusDays(category.longestDays())
                .atTime(Times.END_OF_DAY)
                .atZone(zone)
                .toInstant();
    }
}
