package prakat.organisation.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Alone: it sets the machine's language. */
@Isolated
class WrittenDatesTest {

    private static final Text NAME = new Text("สำนักงาน", "Office");

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T06:30:00Z, 22 พฤศจิกายน 2569 เวลา 13.30 น., '22 November 2026, 13:30'",
        "2026-12-31T17:00:00Z, 1 มกราคม 2570 เวลา 00.00 น., '1 January 2027, 00:00'",
        "2028-02-29T01:05:00Z, 29 กุมภาพันธ์ 2571 เวลา 08.05 น., '29 February 2028, 08:05'"
    })
    void areInTheBuddhistEraForThaiReaders(Instant instant, String thai, String english) {
        assertThat(dates().moment(instant, Locale.forLanguageTag("th"))).isEqualTo(thai);
        assertThat(dates().moment(instant, Locale.ENGLISH)).isEqualTo(english);
    }

    @Test
    void doNotDependOnTheMachinesLocale() {
        Locale before = Locale.getDefault();
        try {
            for (String machine : List.of("th-TH", "th-TH-u-ca-buddhist-nu-thai", "ar-EG", "en-US")) {
                Locale.setDefault(Locale.forLanguageTag(machine));
                assertThat(dates().day(Instant.parse("2026-11-22T06:30:00Z"), Locale.forLanguageTag("th")))
                        .as(machine)
                        .isEqualTo("22 พฤศจิกายน 2569");
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    private static WrittenDates dates() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("pages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        Office office = new Office(
                NAME,
                NAME,
                ZoneId.of("Asia/Bangkok"),
                new OfficeHours(LocalTime.of(8, 30), LocalTime.of(16, 30)),
                "ict",
                List.of(new Group("ict", NAME)),
                Map.of(),
                "classpath:/static/assets/logo.png",
                new Colours("#1b4b82", null),
                null);
        return new WrittenDates(messages, office);
    }
}
