package prakat.web.site;

import java.time.Instant;
import java.util.List;
import prakat.web.Article;
import prakat.web.Extent;

/**
 * The list as a page shows it.
 *
 * @param filter what was asked for
 * @param extent how far it goes
 * @param older address of the same search among those that were not looked at; null where there is none
 * @param categories links that narrow the list down, the first one to all of it
 * @param groups the same
 * @param previous address of the page before; null on the first
 * @param next address of the page after; null on the last
 */
record Listing(
        Filter filter,
        Extent extent,
        String older,
        List<Item> items,
        List<Choice> categories,
        List<Choice> groups,
        String previous,
        String next) {

    /**
     * One publication of the list; category and group by their names.
     *
     * @param cover the picture that stands for it; null where there is none
     * @param body the part of the body that holds the words; null unless some are in neither title nor summary
     * @param files the attachments' names that hold the words
     */
    record Item(
            String number,
            Article.Picture cover,
            Highlight title,
            Highlight summary,
            Highlight body,
            List<Highlight> files,
            String category,
            String group,
            Instant publishedAt) {}

    /**
     * A link that narrows the list down.
     *
     * @param name null for the one to everything
     * @param chosen whether the list is that one already
     * @param count how many the list would have; null where nobody counted
     */
    record Choice(String name, String href, boolean chosen, Long count) {}
}
