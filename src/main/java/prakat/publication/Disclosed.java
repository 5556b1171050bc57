package prakat.publication;

import java.time.Instant;
import java.util.List;

/**
 * A publication that discloses something that has to be disclosed.
 *
 * @param items that it names, see {@link prakat.request.content.DisclosureItems}
 * @param number by which readers find it, and every newer version of it
 * @param firstPublishedAt when the first of its versions came on the website
 * @param publishedAt when this version did
 * @param publishUntil from when on nobody sees it
 */
public record Disclosed(
        List<String> items,
        String number,
        String title,
        Instant firstPublishedAt,
        Instant publishedAt,
        Instant publishUntil) {}
