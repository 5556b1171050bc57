package prakat.organisation.office;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.chrono.Chronology;
import java.time.chrono.IsoChronology;
import java.time.chrono.ThaiBuddhistChronology;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Dates as people write them, in the office's zone: in the Buddhist Era for Thai readers, in ours for the others. */
@Component
public class WrittenDates {

    private static final String THAI = "th";

    private final MessageSource messages;
    private final Office office;

    /** In the zone of that office. */
    public WrittenDates(MessageSource messages, Office office) {
        this.messages = messages;
        this.office = office;
    }

    /** The day, e.g. {@code 22 พฤศจิกายน 2569}. */
    public String day(Instant instant, Locale locale) {
        return format("date.day", instant, locale);
    }

    /** The same. */
    public String day(LocalDate day, Locale locale) {
        return day(office.start(day), locale);
    }

    /** The day and the minute, e.g. {@code 22 พฤศจิกายน 2569 เวลา 13.30 น.} */
    public String moment(Instant instant, Locale locale) {
        return format("date.moment", instant, locale);
    }

    /** The month, e.g. {@code พฤศจิกายน 2569}. */
    public String month(YearMonth month, Locale locale) {
        return format("date.month", office.start(month.atDay(1)), locale);
    }

    private String format(String pattern, Instant instant, Locale locale) {
        // The chronology is named: left to the locale, the JDK takes the Gregorian years for th.
        Chronology chronology =
                THAI.equals(locale.getLanguage()) ? ThaiBuddhistChronology.INSTANCE : IsoChronology.INSTANCE;
        return DateTimeFormatter.ofPattern(messages.getMessage(pattern, null, locale), locale)
                .withChronology(chronology)
                .format(instant.atZone(office.zone()));
    }
}
