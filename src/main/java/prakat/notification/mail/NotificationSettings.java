package prakat.notification.mail;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people are told.
 *
 * @param deskAddress where staff reach the desk, for links in mails; empty where nobody said
 * @param siteAddress where the public finds the website, for links in mails; empty where nobody said
 * @param from the mails' sender, such as {@code website@example.go.th}; empty where mails are kept and not sent
 * @param shown whether mails are shown on a page, and need no mail server: for trying out
 * @param keep how long a mail or a call is kept after it was sent
 */
@ConfigurationProperties("prakat.notification")
public record NotificationSettings(
        @DefaultValue("") String deskAddress,
        @DefaultValue("") String siteAddress,
        @DefaultValue("") String from,
        boolean shown,
        @DefaultValue("P90D") Period keep) {

    /** Takes addresses with or without a slash at their end. */
    public NotificationSettings {
        deskAddress = withoutSlash(deskAddress);
        siteAddress = withoutSlash(siteAddress);
        from = from.strip();
    }

    private static String withoutSlash(String address) {
        return address.strip().replaceAll("/+$", "");
    }
}
