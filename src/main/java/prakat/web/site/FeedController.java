package prakat.web.site;

import com.rometools.rome.feed.atom.Category;
import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.atom.Person;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdom2.Verifier;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import prakat.organisation.office.Office;
import prakat.publication.Cover;
import prakat.publication.Teaser;
import prakat.publication.Website;
import prakat.request.content.Attachment;
import prakat.request.content.PublicationPolicy;
import prakat.web.Article;
import prakat.web.PublicAddress;
import prakat.web.site.article.PictureLinks;

/** The newest publications as an Atom feed. */
@RestController
class FeedController {

    private static final int LONGEST = 50;

    private final Website website;
    private final PublicationPolicy policy;
    private final Office office;
    private final PublicAddress address;
    private final PictureLinks pictures;
    private final Clock clock;

    FeedController(
            Website website,
            PublicationPolicy policy,
            Office office,
            PublicAddress address,
            PictureLinks pictures,
            Clock clock) {
        this.website = website;
        this.policy = policy;
        this.office = office;
        this.address = address;
        this.pictures = pictures;
        this.clock = clock;
    }

    @GetMapping("/feed.xml")
    ResponseEntity<Feed> feed(
            @RequestParam(required = false) String category,
            @RequestParam(required = false) String group,
            Locale locale) {
        Filter filter = Filter.of(category, group);
        String base = address.base();
        List<Teaser> teasers = website.visible(filter.selection(), 0, LONGEST);
        Map<String, Attachment> covers =
                website.covers(teasers).stream().collect(Collectors.toMap(Cover::number, Cover::picture));
        Feed feed = new Feed("atom_1.0");
        feed.setId(base + filter.feedHref());
        feed.setTitle(title(filter, locale));
        feed.setUpdated(
                teasers.isEmpty()
                        ? Date.from(clock.instant())
                        : Date.from(teasers.get(0).publishedAt()));
        feed.setAuthors(List.of(author(locale)));
        feed.setAlternateLinks(List.of(link("alternate", MediaType.TEXT_HTML_VALUE, base + filter.href())));
        feed.setOtherLinks(List.of(link("self", MediaType.APPLICATION_ATOM_XML_VALUE, base + filter.feedHref())));
        feed.setEntries(teasers.stream()
                .map(teaser -> entry(
                        teaser, covers.get(teaser.number()), base, policy.categoryName(teaser.category(), locale)))
                .toList());
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_ATOM_XML).body(feed);
    }

    private String title(Filter filter, Locale locale) {
        StringBuilder title = new StringBuilder(office.name().in(locale));
        if (!filter.category().isEmpty()) {
            title.append(" · ").append(policy.categoryName(filter.category(), locale));
        }
        if (!filter.group().isEmpty()) {
            title.append(" · ").append(office.groupName(filter.group(), locale));
        }
        return xml(title.toString());
    }

    private Person author(Locale locale) {
        Person author = new Person();
        author.setName(office.name().in(locale));
        return author;
    }

    private Entry entry(Teaser teaser, Attachment cover, String base, String categoryName) {
        String address = base + "/news/" + teaser.number();
        Entry entry = new Entry();
        entry.setId(address);
        entry.setTitle(xml(teaser.title()));
        entry.setAlternateLinks(List.of(link("alternate", MediaType.TEXT_HTML_VALUE, address)));
        entry.setPublished(Date.from(teaser.firstPublishedAt()));
        entry.setUpdated(Date.from(teaser.publishedAt()));
        Category category = new Category();
        category.setTerm(teaser.category());
        category.setLabel(categoryName);
        entry.setCategories(List.of(category));
        Content summary = new Content();
        summary.setType(Content.TEXT);
        summary.setValue(xml(teaser.summary()));
        entry.setSummary(summary);
        Article.Picture picture = cover == null ? null : pictures.of(teaser.number(), cover);
        if (picture != null) {
            entry.setOtherLinks(List.of(link(
                    "enclosure",
                    picture.medium().mediaType(),
                    base + picture.medium().href())));
        }
        return entry;
    }

    private static Link link(String relation, String type, String address) {
        Link link = new Link();
        link.setRel(relation);
        link.setType(type);
        link.setHref(address);
        return link;
    }

    /** Without the few characters that XML cannot hold in any form: one of them would cost readers the whole feed. */
    private static String xml(String text) {
        return text.codePoints()
                .filter(Verifier::isXMLCharacter)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
