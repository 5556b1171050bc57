package prakat.web.site;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;

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

    private static final int LONGEST = 200;
    private static final int LAST_PAGE = 100_000;

    static Filter of(String category, String group, String words, String page) {
        return new Filter(line(category), line(group), line(words), pageOf(page));
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
        parameters.put("page", page == 1 ? "" : String.valueOf(page));
        parameters.values().removeIf(String::isEmpty);
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        parameters.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(parameters).toUriString();
    }

    /** Without control characters, which PostgreSQL takes in no text. */
    private static String line(String said) {
        String text = said == null ? "" : said.replaceAll("\\p{Cntrl}", " ").strip();
        return text.substring(0, Math.min(text.length(), LONGEST));
    }

    private static int pageOf(String said) {
        try {
            int page = said == null ? 1 : Integer.parseInt(said.strip());
            return page < 1 || page > LAST_PAGE ? 1 : page;
        } catch (NumberFormatException e) {
            return 1;
        }
    }
}
