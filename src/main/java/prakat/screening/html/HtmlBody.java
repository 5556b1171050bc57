package prakat.screening.html;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;
import org.jsoup.select.Elements;
import prakat.input.Texts;

/** HTML bodies: cut down to an allow-list, so that nothing in them runs or loads anything in a reader's browser. */
public final class HtmlBody {

    /** Relative links are judged as if they stood on a page like ours; they stay relative. */
    private static final String ANY_SITE = "https://prakat.invalid/";

    private static final Safelist ALLOWED = new Safelist()
            .addTags("p", "br", "hr", "h2", "h3", "h4", "strong", "b", "em", "i", "u", "s", "sub", "sup")
            .addTags("ul", "ol", "li", "blockquote", "pre", "code", "dl", "dt", "dd", "a")
            .addTags("figure", "img")
            .addTags("table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td")
            .addAttributes("a", "href", "title")
            .addAttributes("th", "colspan", "rowspan", "scope")
            .addAttributes("td", "colspan", "rowspan")
            .addAttributes("ol", "start")
            .addAttributes("img", "src")
            .addProtocols("img", "src", BodyPictures.SCHEME)
            .addProtocols("a", "href", "http", "https", "mailto", "tel")
            // To another publication, or to a place in the same body.
            .preserveRelativeLinks(true)
            .addEnforcedAttribute("a", "rel", "noopener nofollow");

    /** In characters; a draft may be longer, which nobody can propose. */
    private static final int LONGEST_READ = 1_000_000;

    private HtmlBody() {}

    /**
     * The body without what is not allowed; what other programs say by styles is said by elements first. Plain text comes back as
     * it was, except that its special characters are escaped; so does what is too long to be read.
     */
    public static String clean(String html) {
        if (html.length() > LONGEST_READ || ForeignMarkup.hasTooManyTags(html)) {
            return Entities.escape(html);
        }
        Document said = parse(html);
        ForeignMarkup.translate(said);
        return html(allowed(said));
    }

    static Document parse(String html) {
        return Jsoup.parseBodyFragment(html, ANY_SITE);
    }

    static Document allowed(Document document) {
        Document cleaned = new Cleaner(ALLOWED).clean(document);
        BodyPictures.tidy(cleaned);
        TextStyles.join(cleaned);
        cleaned.outputSettings().prettyPrint(false);
        return cleaned;
    }

    static String html(Document cleaned) {
        // An entity may have stood for a character that no text is to have.
        return Texts.plain(cleaned.body().html());
    }

    /** The words of a body line by line, as people see them: the cells of a row are set apart by tabs. */
    public static String lines(String html) {
        Document body = Jsoup.parseBodyFragment(html);
        body.select("td, th").append("\t");
        body.select("br, p, li, tr, blockquote, pre, h1, h2, h3, h4, h5, h6").after("\n");
        return body.body().wholeText();
    }

    /** The addresses to which a body leads, in their order. */
    public static List<String> links(String html) {
        return Jsoup.parseBodyFragment(html).select("a[href]").eachAttr("href");
    }

    /** How many tables of a body have rows and columns, and no cell that names one. */
    public static int tablesWithoutHeader(String html) {
        Document body = Jsoup.parseBodyFragment(html);
        Set<Element> tables = tablesOf(body.select("td + td"));
        tables.retainAll(tablesOf(body.select("tr + tr")));
        tables.removeAll(tablesOf(body.select("th")));
        return tables.size();
    }

    private static Set<Element> tablesOf(Elements parts) {
        return parts.stream().map(part -> part.closest("table")).collect(Collectors.toSet());
    }

    /** The words of a body, for search, feeds and previews. */
    public static String text(String html) {
        return Jsoup.parseBodyFragment(html).text();
    }
}
