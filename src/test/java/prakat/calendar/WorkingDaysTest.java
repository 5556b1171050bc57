package prakat.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import prakat.organisation.office.OfficeHours;

/** Working days, with the holidays that the program brings along. */
class WorkingDaysTest {

    private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");

    private final List<Integer> unknown = new ArrayList<>();
    private final WorkingDays days = new WorkingDays(
            brought(), BANGKOK, new OfficeHours(LocalTime.of(8, 30), LocalTime.of(16, 30)), unknown::add);

    @ParameterizedTest
    @CsvSource({
        // Within a week; the hour of the day does not matter.
        "2026-11-23T09:00, 3, 2026-11-26",
        "2026-11-23T22:00, 3, 2026-11-26",
        "2026-11-23T00:10, 0, 2026-11-23",
        // Over a weekend, and from one.
        "2026-11-26T10:00, 3, 2026-12-01",
        "2026-11-28T10:00, 1, 2026-11-30",
        "2026-11-28T10:00, 0, 2026-11-30",
        // National Day falls on a Saturday: Monday is free in its place.
        "2026-12-04T10:00, 1, 2026-12-08",
        // From one year to the next, over two holidays and a weekend.
        "2026-12-30T10:00, 1, 2027-01-04",
        // Songkran.
        "2027-04-12T10:00, 1, 2027-04-16",
        // Asalha Bucha on a Sunday, Lent on Monday, so that the substitution is on Tuesday.
        "2027-07-16T10:00, 1, 2027-07-21"
    })
    void aDayIsReachedWhenTheOfficeClosesOnIt(LocalDateTime from, int count, LocalDate reached) {
        assertThat(days.closingAfter(at(from), count)).isEqualTo(at(reached.atTime(16, 30)));
        assertThat(unknown).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-26T16:30, 1, 2026-11-25",
        "2026-11-26T16:30, 0, 2026-11-26",
        "2026-11-30T16:30, 1, 2026-11-27",
        "2026-12-08T16:30, 1, 2026-12-04",
        "2027-01-04T16:30, 1, 2026-12-30",
        "2026-12-06T12:00, 0, 2026-12-04"
    })
    void goingBackADayIsReachedWhenTheOfficeOpensOnIt(LocalDateTime until, int count, LocalDate reached) {
        assertThat(days.openingBefore(at(until), count)).isEqualTo(at(reached.atTime(8, 30)));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-26T16:30, 2026-11-26T23:00, 0",
        "2026-11-26T16:30, 2026-11-27T00:01, 1",
        "2026-11-26T16:30, 2026-11-29T12:00, 1",
        "2026-12-04T16:30, 2026-12-08T12:00, 1",
        "2026-12-30T16:30, 2027-01-05T12:00, 2",
        "2026-12-30T16:30, 2026-12-01T12:00, 0"
    })
    void onlyWorkingDaysCountBetweenTwoInstants(LocalDateTime first, LocalDateTime second, int count) {
        assertThat(days.between(at(first), at(second))).isEqualTo(count);
    }

    @Test
    void ofAYearWithoutAnyHolidayOnlyTheWeekendsAreKeptAndThatIsTold() {
        assertThat(days.closingAfter(at(LocalDateTime.parse("2027-12-30T10:00")), 2))
                .as("New Year's Eve is known, New Year 2571 is not, and is a Saturday")
                .isEqualTo(at(LocalDateTime.parse("2028-01-04T16:30")));
        assertThat(unknown).contains(2028).doesNotContain(2027);
    }

    @ParameterizedTest
    @ValueSource(ints = {2026, 2027})
    void theListsThatAreBroughtGiveADayOffForEveryHolidayOnAWeekend(int year) {
        List<HolidayEntry> entries = brought(year);
        Set<LocalDate> all = entries.stream().map(HolidayEntry::day).collect(Collectors.toSet());

        assertThat(entries).isSortedAccordingTo(java.util.Comparator.comparing(HolidayEntry::day));
        assertThat(entries).allSatisfy(entry -> {
            assertThat(entry.source()).isNotBlank();
            assertThat(entry.nameTh()).matches(".*\\p{InThai}.*");
            assertThat(entry.nameEn()).matches("[A-Z][A-Za-z', ]+");
            if (isWeekend(entry.day())) {
                LocalDate monday = entry.day().with(java.time.temporal.TemporalAdjusters.next(DayOfWeek.MONDAY));
                assertThat(all).contains(monday);
            }
        });
        assertThat(entries.stream().filter(entry -> entry.nameEn().startsWith("Substitution")))
                .hasSize((int) all.stream().filter(WorkingDaysTest::isWeekend).count());
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue();
    }

    private static Set<LocalDate> brought() {
        Set<LocalDate> all = new HashSet<>();
        List.of(2026, 2027).forEach(year -> brought(year).forEach(entry -> all.add(entry.day())));
        return all;
    }

    private static List<HolidayEntry> brought(int year) {
        try {
            return HolidayFile.read(
                    Files.readAllBytes(Path.of("src/main/resources/holidays/" + (year + 543) + ".csv")), year);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Instant at(LocalDateTime time) {
        return time.atZone(BANGKOK).toInstant();
    }
}
