package prakat.organisation.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiscalPeriodTest {

    @ParameterizedTest
    @CsvSource({
        "0, 2026-10-01, 2027-09-30",
        "1, 2026-10-01, 2026-12-31",
        "2, 2027-01-01, 2027-03-31",
        "3, 2027-04-01, 2027-06-30",
        "4, 2027-07-01, 2027-09-30"
    })
    void goesFromOctoberToSeptember(int quarter, LocalDate first, LocalDate last) {
        FiscalPeriod period = new FiscalPeriod(2570, quarter);
        assertThat(period.first()).isEqualTo(first);
        assertThat(period.last()).isEqualTo(last);
        assertThat(FiscalPeriod.of(first)).isEqualTo(FiscalPeriod.of(last)).isEqualTo(FiscalPeriod.year(2570));
        assertThat(period.months()).startsWith(YearMonth.from(first)).endsWith(YearMonth.from(last));
    }

    @Test
    void isReadAsPeopleWriteIt() {
        assertThat(FiscalPeriod.read("๒๕๗๐", "๔")).contains(new FiscalPeriod(2570, 4));
        assertThat(FiscalPeriod.read(" 2570", null)).contains(FiscalPeriod.year(2570));
        assertThat(FiscalPeriod.read("2570", "5")).isEmpty();
        assertThat(FiscalPeriod.read("2027", "")).isEmpty();
        assertThat(FiscalPeriod.read(null, "1")).isEmpty();
    }

    @Test
    void isChosenFromTheLastFiveYearsAndItself() {
        FiscalPeriod present = FiscalPeriod.year(2570);

        assertThat(new FiscalPeriod(2569, 2).yearsToChoose(present)).containsExactly(2570, 2569, 2568, 2567, 2566);
        assertThat(FiscalPeriod.year(2560).yearsToChoose(present))
                .startsWith(2570)
                .endsWith(2566, 2560);
    }
}
