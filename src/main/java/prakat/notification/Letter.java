package prakat.notification;

/**
 * A mail, worded.
 *
 * @param language {@code th} or {@code en}
 * @param subject on one line
 * @param plain the whole as plain text
 * @param html the same as HTML
 */
record Letter(String language, String subject, String plain, String html) {}
