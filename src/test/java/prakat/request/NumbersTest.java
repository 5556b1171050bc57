package prakat.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");

    @ParameterizedTest
    @CsvSource({
        "2026-09-30T23:59:59.999999+07:00, 2569",
        "2026-10-01T00:00:00+07:00, 2570",
        "2026-12-31T23:59:59+07:00, 2570",
        "2027-01-01T00:00:00+07:00, 2570",
        "2027-09-30T23:59:59+07:00, 2570",
        "2027-10-01T00:00:00+07:00, 2571"
    })
    void beginsOnTheFirstOfOctoberAndCarriesTheBuddhistYearInWhichItEnds(String time, int year) {
        assertThat(Numbers.fiscalYear(OffsetDateTime.parse(time).toInstant(), BANGKOK))
                .isEqualTo(year);
    }

    @ParameterizedTest
    @CsvSource({"2026-09-30T17:00:00Z, 2570, 2569", "2026-09-30T16:59:59Z, 2569, 2569"})
    void beginsAtMidnightWhereTheOfficeIs(String instant, int inBangkok, int inUtc) {
        assertThat(Numbers.fiscalYear(Instant.parse(instant), BANGKOK)).isEqualTo(inBangkok);
        assertThat(Numbers.fiscalYear(Instant.parse(instant), ZoneOffset.UTC)).isEqualTo(inUtc);
    }
}
