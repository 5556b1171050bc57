package prakat.web.site;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import prakat.publication.Selection;
import prakat.search.SearchWords;
import prakat.web.ListAddress;
import prakat.web.TypedDay;

/**
 * What a reader of the list asks for. Anything may stand in an address: what makes no sense finds nothing or the first
 * page, and is never an error; of days the page says so.
 *
 * @param category code; "" for any
 * @param group code; "" for any
 * @param words as typed; "" for no search
 * @param from the first day of coming on the website
 * @param until the last such day
 * @param nearestFirst whether those that are nearest to the words come first; else the newest do
 * @param page from 1
 */
record Filter(
        String category, String group, String words, TypedDay from, TypedDay until, boolean nearestFirst, int page) {

    private static final String NEAREST_FIRST = "nearness";

    /** What an address of the list says; null for what it does not. */
    record Said(String category, String group, String q, String from, String until, String sort, String page) {}

    static Filter of(Said said) {
        String words = ListAddress.words(said.q());
        boolean searches = !SearchWords.of(words).isEmpty();
        return new Filter(
                ListAddress.words(said.category()),
                ListAddress.words(said.group()),
                searches ? words : "",
                TypedDay.of(said.from()),
                TypedDay.of(said.until()),
                searches && NEAREST_FIRST.equals(said.sort()),
                ListAddress.page(said.page()));
    }

    /** The first page of a category and a group; "" or null for any. */
    static Filter of(String category, String group) {
        return of(new Said(category, group, null, null, null, null, null));
    }

    Selection selection() {
        return new Selection(category, group, from.day(), until.day(), SearchWords.of(words), nearestFirst);
    }

    /** Whether anything narrows the list down. */
    public boolean narrows() {
        return !(category + group + words).isEmpty() || isOfDays();
    }

    /** Whether only some days are asked for. */
    public boolean isOfDays() {
        return !(from.typed() + until.typed()).isEmpty();
    }

    Filter withCategory(String other) {
        return new Filter(other, group, words, from, until, nearestFirst, 1);
    }

    Filter withGroup(String other) {
        return new Filter(category, other, words, from, until, nearestFirst, 1);
    }

    Filter withUntil(LocalDate day) {
        return new Filter(category, group, words, from, TypedDay.of(day.toString()), nearestFirst, 1);
    }

    Filter withPage(int other) {
        return new Filter(category, group, words, from, until, nearestFirst, other);
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
        return of(category, group).href("/feed.xml");
    }

    private String href(String path) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("category", category);
        parameters.put("group", group);
        parameters.put("q", words);
        parameters.put("from", from.inAddress());
        parameters.put("until", until.inAddress());
        parameters.put("sort", nearestFirst ? NEAREST_FIRST : "");
        return ListAddress.of(path, parameters, page);
    }
}
