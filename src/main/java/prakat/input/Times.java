package prakat.input;

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
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How times that people and programs write are read: ISO 8601, to the second, in Arabic or Thai digits. */
public final class Times {

    /** What a date alone means as a beginning. */
    public static final LocalTime START_OF_DAY = LocalTime.MIDNIGHT;

    /** What a date alone means as an end. */
    public static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);

    /** Years after this one are Buddhist ones that somebody typed where Gregorian ones belong. */
    private static final int LATEST_YEAR = 2400;

    /** The engine writes offsets without a colon. */
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter(Locale.ROOT);

    private Times() {}

    /**
     * The instant that was said; empty where none was.
     *
     * @param said as typed; null or blank for none
     * @param timeOfDate meant where a date alone is said
     * @param zone in which times without an offset are meant
     * @param field named by a fault
     * @param faults to which a fault is added where it cannot be read
     */
    public static Optional<Instant> read(
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
