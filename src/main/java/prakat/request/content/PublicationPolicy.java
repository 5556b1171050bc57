package prakat.request.content;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import prakat.organisation.office.Text;

/** The office's policy: which categories there are and how long each may stay on the website. */
public interface PublicationPolicy {

    /** How many days before the end its owner is asked, where the policy says nothing of it. */
    int REMINDER_DAYS = 30;

    /** How many days after it came on the website it is reviewed, and again, where the policy says nothing of it. */
    int REVIEW_DAYS = 365;

    /**
     * A category of information.
     *
     * @param code in the API and in URLs, e.g. {@code news}
     * @param name as people say it
     * @param defaultDays the period where the requester names no end
     * @param longestDays the longest period
     * @param reminderDays how many days before the end its owner is asked what happens then
     * @param reviewDays after how many days, and again after as many, it is reviewed whether it is still current
     */
    record Category(String code, Text name, int defaultDays, int longestDays, int reminderDays, int reviewDays) {}

    /** The category of that code, as the policy has it now. */
    Optional<Category> category(String code);

    /** What the category of that code is called; its code where the policy no longer has it. */
    default String categoryName(String code, Locale locale) {
        return category(code).map(category -> category.name().in(locale)).orElse(code);
    }

    /** All categories, in the policy's order. */
    List<Category> categories();
}
