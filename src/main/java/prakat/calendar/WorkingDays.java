package prakat.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import prakat.organisation.office.OfficeHours;

/** Counts working days (วันทำการ): days that are neither a weekend nor a holiday, in the office's zone. */
public final class WorkingDays {

    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private final Set<LocalDate> holidays;
    private final Set<Integer> knownYears;
    private final ZoneId zone;
    private final OfficeHours hours;
    private final IntConsumer unknownYear;

    /**
     * Of an office.
     *
     * @param holidays all that are known
     * @param unknownYear is told each year, a Gregorian one, of which a day is counted though no holiday is known in it: only
     *     its weekends are kept then
     */
    WorkingDays(Set<LocalDate> holidays, ZoneId zone, OfficeHours hours, IntConsumer unknownYear) {
        this.holidays = Set.copyOf(holidays);
        this.knownYears = holidays.stream().map(LocalDate::getYear).collect(Collectors.toUnmodifiableSet());
        this.zone = zone;
        this.hours = hours;
        this.unknownYear = unknownYear;
    }

    /**
     * When the office closes on the day that lies so many working days after another; the day itself does not count,
     * whatever the hour.
     *
     * @param days 0 for the day itself, or the first working day after it where it is none
     */
    public Instant closingAfter(Instant from, int days) {
        return workingDay(from, days, 1).atTime(hours.closes()).atZone(zone).toInstant();
    }

    /**
     * When the office opens on the day that lies so many working days before another.
     *
     * @param days 0 for the day itself, or the last working day before it where it is none
     */
    public Instant openingBefore(Instant until, int days) {
        return workingDay(until, days, -1).atTime(hours.opens()).atZone(zone).toInstant();
    }

    /** @param step 1 for a day that comes later, -1 for one that lies before */
    private LocalDate workingDay(Instant from, int days, int step) {
        LocalDate day = day(from);
        for (int left = days; left > 0 || !isWorkingDay(day); ) {
            day = day.plusDays(step);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return day;
    }

    /** How many working days there are after the first instant's day up to the second one's; 0 within one day. */
    public int between(Instant first, Instant second) {
        return (int) day(first)
                .plusDays(1)
                .datesUntil(later(day(first), day(second)).plusDays(1))
                .filter(this::isWorkingDay)
                .count();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private LocalDate day(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    private boolean isWorkingDay(LocalDate day) {
        if (!knownYears.contains(day.getYear())) {
            unknownYear.accept(day.getYear());
        }
        return !WEEKEND.contains(day.getDayOfWeek()) && !holidays.contains(day);
    }
}
