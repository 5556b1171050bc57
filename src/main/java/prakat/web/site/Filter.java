package prakat.web.site;

import java.util.LinkedHashMap;
import java.util.Map;
import prakat.web.ListAddress;

/**
 * What a reader of the list asks for. Anything may stand in an address: what makes no sense finds nothing or the first
 * page, and is never an error.
 *
 * @param category code; "" for any
 * @param group code; "" for any
 * @param words "" for no search
 * @param page from 1
 */
record Filter(String category, String group, String words, int page) {

    static Filter of(String category, String group, String words, String page) {
        return new Filter(
                ListAddress.words(category),
                ListAddress.words(group),
                ListAddress.words(words),
                ListAddress.page(page));
    }

    /** Whether anything narrows the list down. */
    public boolean narrows() {
        return !(category + group + words).isEmpty();
    }

    Filter withCategory(String other) {
        return new Filter(other, group, words, 1);
    }

    Filter withGroup(String other) {
        return new Filter(category, other, words, 1);
    }

    Filter withPage(int other) {
        return new Filter(category, group, words, other);
    }

    /** The list's address under this filter. */
    public String href() {
        return href("/");
    }

    /** The same address in a language of its own, whatever language the reader chose before. */
    public String hrefIn(String language) {
        String href = href();
        return href + (href.contains("?") ? "&" : "?") + "lang=" + language;
    }

    /** The address of the first page under this filter. */
    public String firstHref() {
        return withPage(1).href();
    }

    /** The address of the feed that has the same category and group. */
    public String feedHref() {
        return new Filter(category, group, "", 1).href("/feed.xml");
    }

    private String href(String path) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("category", category);
        parameters.put("group", group);
        parameters.put("q", words);
        return ListAddress.of(path, parameters, page);
    }
}
