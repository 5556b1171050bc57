package prakat.web.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
import prakat.input.Refusal;
import prakat.organisation.office.Office;
import prakat.publication.Counts;
import prakat.publication.Passage;
import prakat.publication.Publication;
import prakat.publication.Selection;
import prakat.publication.Teaser;
import prakat.publication.Website;
import prakat.publication.WebsiteSearch;
import prakat.request.content.Attachment;
import prakat.request.content.PublicationPolicy;
import prakat.request.content.Revision;
import prakat.search.SearchWords;
import prakat.web.Article;
import prakat.web.Downloads;
import prakat.web.Extent;
import prakat.web.Pictures;
import prakat.web.PublicAddress;
import prakat.web.site.Listing.Choice;
import prakat.web.site.Listing.Item;

/** The publications: the list, the page of each, and its files. */
@Controller
class NewsController {

    private static final int PAGE_SIZE = 20;

    private final Website website;
    private final WebsiteSearch search;
    private final PublicationPolicy policy;
    private final Office office;
    private final Pictures pictures;
    private final StructuredData structured;
    private final PublicAddress address;
    private final MessageSource messages;
    private final TypedAddresses typed;

    NewsController(
            Website website,
            WebsiteSearch search,
            PublicationPolicy policy,
            Office office,
            Pictures pictures,
            StructuredData structured,
            PublicAddress address,
            MessageSource messages,
            TypedAddresses typed) {
        this.website = website;
        this.search = search;
        this.policy = policy;
        this.office = office;
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
        Publication publication = visible(number);
        Revision content = publication.revision();
        Article article = new Article(
                publication.number(),
                number,
                content.title(),
                content.summary(),
                content.body(file -> FileLink.of(number, file)),
                policy.categoryName(content.category(), locale),
                office.groupName(publication.groupCode(), locale),
                publication.firstPublishedAt(),
                publication.isUpdate() ? publication.publishedAt() : null,
                publication.publishUntil(),
                content.externalLinks(),
                content.attachments().stream()
                        .map(attachment -> Article.File.of(
                                attachment,
                                FileLink.of(number, attachment),
                                pictures.shape(attachment, () -> website.file(publication, attachment.n()))))
                        .toList());
        List<Breadcrumb> trail = List.of(
                new Breadcrumb(messages.getMessage("page.home", null, locale), "/"),
                new Breadcrumb(
                        article.category(), Filter.of(content.category(), "").href()),
                new Breadcrumb(
                        article.group(), Filter.of("", publication.groupCode()).href()));
        model.addAttribute("article", article);
        model.addAttribute("trail", trail);
        model.addAttribute("structured", structured.article(article, trail, address.base(), locale));
        return "publication";
    }

    /**
     * The name is for the reader's eyes and disk; the number alone says which file it is. Only where an earlier version had
     * another file under that number and name, readers are told that it is gone and not given one that they did not ask for.
     */
    @GetMapping("/news/{number}/files/{n}/{name}")
    void file(
            @PathVariable String number,
            @PathVariable String n,
            @PathVariable String name,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Publication publication = visible(TypedNumber.of(number));
        Optional<Attachment> present = attachment(publication, n);
        List<Attachment> earlier = website.before(publication).stream()
                .flatMap(before -> attachment(before, n).stream())
                .toList();
        boolean anothers = earlier.stream().anyMatch(file -> FileLink.name(file).equals(name));
        Attachment attachment = present.filter(
                        file -> !anothers || FileLink.name(file).equals(name))
                .orElseThrow(() -> earlier.isEmpty() ? Refusal.notFound() : Gone.file(publication));
        Downloads.send(website.file(publication, attachment.n()), publication.publishedAt(), request, response);
    }

    private static Optional<Attachment> attachment(Publication publication, String n) {
        return publication.revision().attachments().stream()
                .filter(attachment -> String.valueOf(attachment.n()).equals(n))
                .findFirst();
    }

    private Publication visible(String number) {
        Website.Answer answer = website.byNumber(number).orElseThrow(Refusal::notFound);
        if (answer.gone()) {
            throw Gone.of(answer.publication());
        }
        return answer.publication();
    }

    private Listing listing(Filter filter, Locale locale) {
        Selection selection = filter.selection();
        WebsiteSearch.Found found = search.find(selection, filter.page() - 1, PAGE_SIZE);
        Counts counts = found.counts();
        Extent extent = new Extent(filter.page(), PAGE_SIZE, counts.total(), found.since(), !filter.nearestFirst());
        Map<String, List<Passage>> passages = found.passages().stream().collect(Collectors.groupingBy(Passage::number));
        return new Listing(
                filter,
                extent,
                extent.goOnAt(filter.until(), office.zone())
                        .map(day -> filter.withUntil(day).href())
                        .orElse(null),
                found.teasers().stream()
                        .map(teaser -> item(
                                teaser, selection.words(), passages.getOrDefault(teaser.number(), List.of()), locale))
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

    private Item item(Teaser teaser, SearchWords words, List<Passage> passages, Locale locale) {
        Highlight title = Highlight.of(teaser.title(), words);
        Highlight summary = Highlight.of(teaser.summary(), words);
        Highlight body = passages.stream()
                .filter(passage -> !passage.isFileName())
                .map(passage -> Highlight.around(passage.text(), words))
                .findFirst()
                .orElse(null);
        return new Item(
                teaser.number(),
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
