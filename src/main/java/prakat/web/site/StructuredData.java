package prakat.web.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import prakat.organisation.office.Office;
import prakat.web.Article;

/** JSON-LD for search engines, in the vocabulary of schema.org. */
@Component
class StructuredData {

    private final ObjectMapper json;
    private final Office office;
    private final OfficeStyle officeStyle;

    StructuredData(ObjectMapper json, Office office, OfficeStyle officeStyle) {
        this.json = json;
        this.office = office;
        this.officeStyle = officeStyle;
    }

    /** The website as a whole: whose it is and how to search it. */
    String website(String base, Locale locale) {
        Map<String, Object> site = new LinkedHashMap<>();
        site.put("@type", "WebSite");
        site.put("url", base + "/");
        site.put("name", office.name().in(locale));
        site.put("inLanguage", List.of("th", "en"));
        site.put("publisher", organisation(base, locale));
        site.put(
                "potentialAction",
                Map.of(
                        "@type",
                        "SearchAction",
                        "target",
                        Map.of("@type", "EntryPoint", "urlTemplate", base + "/?q={search_term_string}"),
                        "query-input",
                        "required name=search_term_string"));
        return script(List.of(site));
    }

    /**
     * One publication and the way to it.
     *
     * @param trail the steps to it, without its own
     */
    String article(Article article, List<Breadcrumb> trail, String base, Locale locale) {
        String address = base + "/news/" + article.address();
        Map<String, Object> news = new LinkedHashMap<>();
        news.put("@type", "NewsArticle");
        news.put("@id", address);
        news.put("mainEntityOfPage", address);
        news.put("headline", article.title());
        news.put("description", article.summary());
        news.put("identifier", article.number());
        news.put("articleSection", article.category());
        news.put("inLanguage", "th");
        news.put("datePublished", office.time(article.from()).toString());
        news.put(
                "dateModified",
                office.time(article.updated() == null ? article.from() : article.updated())
                        .toString());
        news.put("expires", office.time(article.until()).toString());
        List<String> pictures = article.pictures().stream()
                .map(picture -> base + picture.medium().href())
                .toList();
        news.put("image", pictures.isEmpty() ? List.of(base + officeStyle.logoHref()) : pictures);
        Map<String, Object> publisher = organisation(base, locale);
        news.put(
                "author",
                Map.of("@type", "GovernmentOrganization", "name", article.group(), "parentOrganization", publisher));
        news.put("publisher", publisher);
        return script(List.of(news, Map.of("@type", "BreadcrumbList", "itemListElement", steps(trail, base))));
    }

    private static List<Map<String, Object>> steps(List<Breadcrumb> trail, String base) {
        return IntStream.range(0, trail.size())
                .mapToObj(i -> Map.<String, Object>of(
                        "@type",
                        "ListItem",
                        "position",
                        i + 1,
                        "name",
                        trail.get(i).name(),
                        "item",
                        base + trail.get(i).href()))
                .toList();
    }

    private Map<String, Object> organisation(String base, Locale locale) {
        Map<String, Object> organisation = new LinkedHashMap<>();
        organisation.put("@type", "GovernmentOrganization");
        organisation.put("@id", base + "/#office");
        organisation.put("name", office.name().in(locale));
        organisation.put("alternateName", office.shortName().in(locale));
        organisation.put("url", base + "/");
        organisation.put("logo", base + officeStyle.logoHref());
        return organisation;
    }

    /** As it may stand in a page: no {@code <} in it could end the script or open another. */
    private String script(List<?> graph) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("@context", "https://schema.org");
        document.put("@graph", graph);
        try {
            return json.writeValueAsString(document).replace("<", "\\u003c");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
