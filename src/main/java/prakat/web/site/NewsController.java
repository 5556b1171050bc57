package prakat.web.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import prakat.organisation.office.Office;
import prakat.publication.Counts;
import prakat.publication.Passage;
import prakat.publication.Publication;
import prakat.publication.Selection;
import prakat.publication.Teaser;
import prakat.publication.Website;
import prakat.publication.WebsiteSearch;
import prakat.request.content.PublicationPolicy;
import prakat.search.SearchWords;
import prakat.web.Article;
import prakat.web.Extent;
import prakat.web.PublicAddress;
import prakat.web.site.Listing.Choice;
import prakat.web.site.Listing.Item;
import prakat.web.site.article.Articles;
import prakat.web.site.article.PictureLinks;
import prakat.web.site.article.TypedNumber;

/** The publications: the list, and the page of each. */
@Controller
class NewsController {

    private static final int PAGE_SIZE = 20;

    private final Website website;
    private final WebsiteSearch search;
    private final PublicationPolicy policy;
    private final Office office;
    private final Articles articles;
    private final PictureLinks pictures;
    private final StructuredData structured;
    private final PublicAddress address;
    private final MessageSource messages;
    private final TypedAddresses typed;

    NewsController(
            Website website,
            WebsiteSearch search,
            PublicationPolicy policy,
            Office office,
            Articles articles,
            PictureLinks pictures,
            StructuredData structured,
            PublicAddress address,
            MessageSource messages,
            TypedAddresses typed) {
        this.website = website;
        this.search = search;
        this.policy = policy;
        this.office = office;
        this.articles = articles;
        this.pictures = pictures;
        this.structured = structured;
        this.address = address;
        this.messages = messages;
        this.typed = typed;
    }

    @GetMapping("/")
    String list(
            @RequestParam(required = false) String category,
            @RequestParam(required = false) String group,
            @RequestParam(required = false) String q,
            @RequestParam(required = false) String from,
            @RequestParam(required = false) String until,
            @RequestParam(required = false) String sort,
            @RequestParam(required = false) String page,
            Locale locale,
            Model model) {
        Filter filter = Filter.of(new Filter.Said(category, group, q, from, until, sort, page));
        model.addAttribute("list", listing(filter, locale));
        model.addAttribute("structured", structured.website(address.base(), locale));
        return "list";
    }

    /** A newer version stands at the address of the first one; its own number redirects there. */
    @GetMapping("/news/{number}")
    String publication(@PathVariable String number, Locale locale, Model model, HttpServletRequest request) {
        if (!TypedNumber.of(number).equals(number)) {
            return typed.redirect(number, UnaryOperator.identity(), request);
        }
        Optional<String> elsewhere = website.addressOfUpdate(number);
        if (elsewhere.isPresent()) {
            request.setAttribute(View.RESPONSE_STATUS_ATTRIBUTE, HttpStatus.MOVED_PERMANENTLY);
            return "redirect:/news/" + elsewhere.get();
        }
        Publication publication = articles.visible(number);
        Article article = articles.of(publication, locale);
        List<Breadcrumb> trail = List.of(
                new Breadcrumb(messages.getMessage("page.home", null, locale), "/"),
                new Breadcrumb(
                        article.category(),
                        Filter.of(publication.revision().category(), "").href()),
                new Breadcrumb(
                        article.group(), Filter.of("", publication.groupCode()).href()));
        model.addAttribute("article", article);
        model.addAttribute("trail", trail);
        model.addAttribute("structured", structured.article(article, trail, address.base(), locale));
        return "publication";
    }

    private Listing listing(Filter filter, Locale locale) {
        Selection selection = filter.selection();
        WebsiteSearch.Found found = search.find(selection, filter.page() - 1, PAGE_SIZE);
        Counts counts = found.counts();
        Extent extent = new Extent(filter.page(), PAGE_SIZE, counts.total(), found.since(), !filter.nearestFirst());
        Map<String, List<Passage>> passages = found.passages().stream().collect(Collectors.groupingBy(Passage::number));
        Map<String, Article.Picture> covers = covers(found.teasers());
        return new Listing(
                filter,
                extent,
                extent.goOnAt(filter.until(), office.zone())
                        .map(day -> filter.withUntil(day).href())
                        .orElse(null),
                found.teasers().stream()
                        .map(teaser -> item(
                                teaser,
                                covers.get(teaser.number()),
                                selection.words(),
                                passages.getOrDefault(teaser.number(), List.of()),
                                locale))
                        .toList(),
                choices(
                        policy.categories().stream()
                                .map(category -> choice(
                                        category.name().in(locale),
                                        filter.withCategory(category.code()),
                                        filter,
                                        count(counts.byCategory(), category.code())))
                                .toList(),
                        choice(null, filter.withCategory(""), filter, total(counts.byCategory()))),
                choices(
                        office.groups().stream()
                                .map(group -> choice(
                                        group.name().in(locale),
                                        filter.withGroup(group.code()),
                                        filter,
                                        count(counts.byGroup(), group.code())))
                                .toList(),
                        choice(null, filter.withGroup(""), filter, total(counts.byGroup()))),
                extent.hasPrevious() ? filter.withPage(filter.page() - 1).href() : null,
                extent.hasNext() ? filter.withPage(filter.page() + 1).href() : null);
    }

    private Map<String, Article.Picture> covers(List<Teaser> teasers) {
        Map<String, Article.Picture> covers = new HashMap<>();
        website.covers(teasers)
                .forEach(cover -> covers.put(cover.number(), pictures.of(cover.number(), cover.picture())));
        return covers;
    }

    private Item item(Teaser teaser, Article.Picture cover, SearchWords words, List<Passage> passages, Locale locale) {
        Highlight title = Highlight.of(teaser.title(), words);
        Highlight summary = Highlight.of(teaser.summary(), words);
        Highlight body = passages.stream()
                .filter(passage -> !passage.isFileName())
                .map(passage -> Highlight.around(passage.text(), words))
                .findFirst()
                .orElse(null);
        return new Item(
                teaser.number(),
                cover,
                title,
                summary,
                body,
                passages.stream()
                        .filter(Passage::isFileName)
                        .map(passage -> Highlight.of(passage.text(), words))
                        .toList(),
                policy.categoryName(teaser.category(), locale),
                office.groupName(teaser.group(), locale),
                teaser.publishedAt());
    }

    private static List<Choice> choices(List<Choice> some, Choice all) {
        return Stream.concat(Stream.of(all), some.stream()).toList();
    }

    private static Choice choice(String name, Filter there, Filter here, Long count) {
        return new Choice(name, there.href(), there.equals(here.withPage(1)), count);
    }

    private static Long count(Map<String, Long> counts, String code) {
        return counts == null ? null : counts.getOrDefault(code, 0L);
    }

    private static Long total(Map<String, Long> counts) {
        return counts == null
                ? null
                : counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
