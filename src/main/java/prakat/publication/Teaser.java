package prakat.publication;

import java.time.Instant;

/**
 * A publication as a list shows it.
 *
 * @param number its number
 * @param title its title
 * @param summary its summary
 * @param category code
 * @param group code
 * @param publishedAt when it came on the website
 * @param publishUntil from when on it is gone
 */
public record Teaser(
        String number,
        String title,
        String summary,
        String category,
        String group,
        Instant publishedAt,
        Instant publishUntil) {}
