package prakat.web.site;

import java.time.Instant;
import java.util.Locale;
import prakat.organisation.office.Contact;
import prakat.organisation.office.WrittenDates;

/**
 * What stands around every page, the staff's too.
 *
 * @param officeName in full
 * @param officeShortName for narrow places
 * @param base scheme, host and port by which the reader came
 * @param contact how people reach the office; null where the office says nothing of it
 * @param discloses whether the office has a list of what it has to disclose
 * @param signedIn whether somebody signed in is known here: on public pages nobody is
 * @param otherLanguage the language that the page is not in
 * @param otherLanguageHref the same page in that language
 */
record PageFrame(
        String officeName,
        String officeShortName,
        String styleHref,
        String logoHref,
        String base,
        Contact contact,
        boolean discloses,
        boolean signedIn,
        Locale otherLanguage,
        String otherLanguageHref,
        Locale locale,
        WrittenDates dates) {

    /** Whether the page is in English. */
    public boolean isEnglish() {
        return Locale.ENGLISH.equals(locale);
    }

    /** The day, as this reader writes it. */
    public String day(Instant instant) {
        return dates.day(instant, locale);
    }

    /** The day and the minute, as this reader writes them. */
    public String moment(Instant instant) {
        return dates.moment(instant, locale);
    }
}
