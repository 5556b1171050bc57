package prakat.web;

import java.time.Instant;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import prakat.organisation.Office;
import prakat.organisation.WrittenDates;

/** Dates as people write them, on pages as in mails. */
@Component
public class Dates {

    private final WrittenDates written;

    Dates(MessageSource messages, Office office) {
        this.written = new WrittenDates(messages, office);
    }

    /** The day, e.g. {@code 22 พฤศจิกายน 2569}. */
    public String day(Instant instant, Locale locale) {
        return written.day(instant, locale);
    }

    /** The day and the minute, e.g. {@code 22 พฤศจิกายน 2569 เวลา 13.30 น.} */
    public String moment(Instant instant, Locale locale) {
        return written.moment(instant, locale);
    }
}
