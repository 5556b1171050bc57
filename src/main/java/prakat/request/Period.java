package prakat.request;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How long something is on the website.
 *
 * @param from first instant, to the second
 * @param until the instant from which it is gone, to the second
 */
record Period(Instant from, Instant until) {

    /** Years after this one are Buddhist ones that somebody typed where Gregorian ones belong. */
    private static final int LATEST_YEAR = 2400;

    /** The engine writes offsets without a colon. */
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter(Locale.ROOT);

    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);

    /**
     * The period that was asked for, within the policy.
     *
     * @param from as said, or null for now
     * @param until as said, or null for the policy's default
     * @throws Refusal naming {@code publishFrom} or {@code publishUntil}
     */
    static Period of(String from, String until, PublicationPolicy.Category category, Instant now, ZoneId zone) {
        List<Refusal.Field> faults = new ArrayList<>();
        Instant second = now.truncatedTo(ChronoUnit.SECONDS);
        Instant start =
                read(from, LocalTime.MIDNIGHT, zone, "publishFrom", faults).orElse(second);
        Instant end = read(until, END_OF_DAY, zone, "publishUntil", faults)
                .orElseGet(() -> start.plus(Duration.ofDays(category.defaultDays())));
        if (faults.isEmpty()) {
            if (!end.isAfter(start)) {
                faults.add(Refusal.Field.of("publishUntil", "until-before-from"));
            } else if (!end.isAfter(now)) {
                faults.add(Refusal.Field.of("publishUntil", "until-past"));
            } else if (end.isAfter(latest(start, category, zone))) {
                faults.add(Refusal.Field.of("publishUntil", "until-beyond-policy", category.longestDays()));
            }
        }
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        return new Period(start, end);
    }

    /** The end of the last day that the policy allows, so that an end given as a date is not refused for its hours. */
    private static Instant latest(Instant start, PublicationPolicy.Category category, ZoneId zone) {
        return start.atZone(zone)
                .toLocalDate()
                .plusDays(category.longestDays())
                .atTime(END_OF_DAY)
                .atZone(zone)
                .toInstant();
    }

    private static Optional<Instant> read(
            String said, LocalTime timeOfDate, ZoneId zone, String field, List<Refusal.Field> faults) {
        String text = Texts.arabicDigits(Texts.plain(said));
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            OffsetDateTime time = parse(text, timeOfDate, zone);
            if (time.getYear() < 1 || time.getYear() >= LATEST_YEAR) {
                faults.add(Refusal.Field.of(field, "buddhist-year"));
            }
            return Optional.of(time.toInstant().truncatedTo(ChronoUnit.SECONDS));
        } catch (DateTimeParseException e) {
            faults.add(Refusal.Field.of(field, "time"));
            return Optional.empty();
        }
    }

    private static OffsetDateTime parse(String text, LocalTime timeOfDate, ZoneId zone) {
        if (!text.contains("T")) {
            return LocalDate.parse(text).atTime(timeOfDate).atZone(zone).toOffsetDateTime();
        }
        TemporalAccessor time = TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
        return time instanceof OffsetDateTime offset
                ? offset
                : ((LocalDateTime) time).atZone(zone).toOffsetDateTime();
    }
}
