package prakat.notification.mail;

/**
 * A mail, worded.
 *
 * @param language {@code th} or {@code en}
 * @param subject on one line
 * @param plain the whole as plain text
 * @param html the same as HTML
 */
public record MailText(String language, String subject, String plain, String html) {}
