package prakat.web.site;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.data.domain.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import prakat.input.Refusal;
import prakat.publication.Publication;
import prakat.publication.Publications;
import prakat.publication.Teaser;
import prakat.request.PublicationPolicy;
import prakat.request.Revision;
import prakat.web.Article;
import prakat.web.Downloads;
import prakat.web.site.Listing.Choice;
import prakat.web.site.Listing.Item;

/** What is on the website now: the list, each publication, its files. */
@Controller
class NewsController {

    private static final int PAGE_SIZE = 20;

    private final Publications publications;
    private final Names names;

    NewsController(Publications publications, Names names) {
        this.publications = publications;
        this.names = names;
    }

    @GetMapping("/")
    String list(
            @RequestParam(required = false) String category,
            @RequestParam(required = false) String group,
            @RequestParam(required = false) String q,
            @RequestParam(required = false) String page,
            Locale locale,
            Model model) {
        model.addAttribute("list", listing(Filter.of(category, group, q, page), locale));
        return "list";
    }

    @GetMapping("/news/{number}")
    String publication(@PathVariable String number, Locale locale, Model model) {
        Publication publication = visible(number);
        Revision content = publication.revision();
        model.addAttribute("publication", publication);
        model.addAttribute(
                "article",
                Article.of(
                        number,
                        content,
                        names.category(content.category(), locale),
                        names.group(publication.groupCode(), locale),
                        publication.publishedAt(),
                        publication.publishUntil(),
                        attachment -> Article.File.of(attachment, FileLink.of(number, attachment), null)));
        return "publication";
    }

    /** The name is for the reader's eyes and disk; the number alone says which file it is. */
    @GetMapping("/news/{number}/files/{n}/{name}")
    ResponseEntity<byte[]> file(@PathVariable String number, @PathVariable String n) {
        Publication publication = visible(number);
        return publication.revision().attachments().stream()
                .filter(attachment -> String.valueOf(attachment.n()).equals(n))
                .findFirst()
                .map(attachment -> Downloads.of(publications.file(publication, attachment.n())))
                .orElseThrow(Refusal::notFound);
    }

    private Publication visible(String number) {
        Publications.Answer answer = publications.byNumber(number).orElseThrow(Refusal::notFound);
        if (answer.gone()) {
            throw new Gone(answer.publication());
        }
        return answer.publication();
    }

    private Listing listing(Filter filter, Locale locale) {
        Page<Teaser> found =
                publications.visible(filter.category(), filter.group(), filter.words(), filter.page() - 1, PAGE_SIZE);
        List<PublicationPolicy.Category> categories = names.categories();
        return new Listing(
                filter,
                found.getTotalElements(),
                found.map(teaser -> item(teaser, categories, locale)).toList(),
                Stream.concat(
                                Stream.of(choice(null, filter.withCategory(""), filter)),
                                categories.stream()
                                        .map(category -> choice(
                                                category.name().in(locale),
                                                filter.withCategory(category.code()),
                                                filter)))
                        .toList(),
                Stream.concat(
                                Stream.of(choice(null, filter.withGroup(""), filter)),
                                names.groups().stream()
                                        .map(group -> choice(
                                                group.name().in(locale), filter.withGroup(group.code()), filter)))
                        .toList(),
                found.getTotalPages(),
                found.hasPrevious() && found.hasContent()
                        ? filter.withPage(filter.page() - 1).href()
                        : null,
                found.hasNext() ? filter.withPage(filter.page() + 1).href() : null);
    }

    private Item item(Teaser teaser, List<PublicationPolicy.Category> categories, Locale locale) {
        return new Item(
                teaser.number(),
                teaser.title(),
                teaser.summary(),
                names.category(categories, teaser.category(), locale),
                names.group(teaser.group(), locale),
                teaser.publishedAt());
    }

    private static Choice choice(String name, Filter there, Filter here) {
        return new Choice(name, there.href(), there.equals(here.withPage(1)));
    }
}
