package prakat.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Days as Thai offices write them. */
class DaysTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "31/12/2569",
                "๓๑/๑๒/๒๕๖๙",
                " 31-12-2569 ",
                "31.12.69",
                "31/12/2026",
                "31 ธันวาคม 2569",
                "๓๑ ธันวาคม พ.ศ. ๒๕๖๙",
                "31 ธ.ค. 69",
                "31ธ.ค.2569",
                "2026-12-31",
                "2569-12-31"
            })
    void theLastDayOf2026(String typed) {
        assertThat(Days.day(typed)).contains(LocalDate.of(2026, 12, 31));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "31/12", "31/13/2569", "30/2/2569", "31 ธันวา 2569", "3112/2569", "31/12/1500", "พรุ่งนี้"})
    void whatIsNoDayIsNone(String typed) {
        assertThat(Days.day(typed)).isEmpty();
    }

    @Test
    void whatIsTooLongForADayIsNoneAtOnce() {
        String typed = "1" + ".".repeat(200_000) + "2569";

        assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> assertThat(Days.day(typed)).isEmpty());
    }

    @Test
    void aDayIsTypedAsItIsRead() {
        LocalDate leapDay = LocalDate.of(2028, 2, 29);

        assertThat(Days.typed(leapDay)).isEqualTo("29/2/2571");
        assertThat(Days.day(Days.typed(leapDay))).contains(leapDay);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.30", "08:30", "๘.๓๐ น.", "08.30น"})
    void halfPastEight(String typed) {
        assertThat(Days.time(typed)).contains(LocalTime.of(8, 30));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "8", "24:00", "8:60", "เช้า"})
    void whatIsNoTimeIsNone(String typed) {
        assertThat(Days.time(typed)).isEmpty();
    }
}
