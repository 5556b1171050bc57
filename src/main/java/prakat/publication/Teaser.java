package prakat.publication;

import java.time.Instant;

/**
 * A publication as a list shows it.
 *
 * @param number by which readers find it
 * @param category code
 * @param group code
 * @param firstPublishedAt when the first of its versions came on the website
 * @param publishedAt when this version did
 */
public record Teaser(
        String number,
        String title,
        String summary,
        String category,
        String group,
        Instant firstPublishedAt,
        Instant publishedAt) {}
