package prakat.web.site.article;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import prakat.input.Refusal;
import prakat.organisation.office.Office;
import prakat.publication.Publication;
import prakat.publication.Website;
import prakat.request.content.Attachment;
import prakat.request.content.PublicationPolicy;
import prakat.request.content.Revision;
import prakat.web.Article;

/** Publications as the public's pages show them. */
@Component
public class Articles {

    private final Website website;
    private final PublicationPolicy policy;
    private final Office office;
    private final PictureLinks pictures;

    Articles(Website website, PublicationPolicy policy, Office office, PictureLinks pictures) {
        this.website = website;
        this.policy = policy;
        this.office = office;
        this.pictures = pictures;
    }

    /**
     * What readers find under a number now.
     *
     * @throws Gone where it was there
     * @throws Refusal where nothing ever was
     */
    public Publication visible(String number) {
        Website.Answer answer = website.byNumber(number).orElseThrow(Refusal::notFound);
        if (answer.gone()) {
            throw Gone.of(answer.publication());
        }
        return answer.publication();
    }

    /** A publication that is on the website, in the reader's language. */
    public Article of(Publication publication, Locale locale) {
        Revision content = publication.revision();
        String address = publication.address();
        return new Article(
                publication.number(),
                address,
                content.title(),
                content.summary(),
                content.body(file -> inText(address, file)),
                policy.categoryName(content.category(), locale),
                office.groupName(publication.groupCode(), locale),
                publication.firstPublishedAt(),
                publication.isUpdate() ? publication.publishedAt() : null,
                publication.publishUntil(),
                content.externalLinks(),
                content.attachments().stream()
                        .map(attachment -> new Article.File(
                                attachment.name(),
                                attachment.mediaType(),
                                attachment.size(),
                                FileLink.of(address, attachment),
                                pictures.of(address, attachment)))
                        .toList());
    }

    private Revision.PicturePlace inText(String address, Attachment attachment) {
        Article.Source source = pictures.of(address, attachment).medium();
        return source.size() == null
                ? new Revision.PicturePlace(source.href())
                : new Revision.PicturePlace(
                        source.href(), source.size().width(), source.size().height());
    }

    /**
     * An attachment of it.
     *
     * @param n its number, as it stands in an address
     * @param name how the address calls it; null where it does not. Where an earlier version had another file under that
     *     number and name, readers are told that it is gone and not given one that they did not ask for
     * @throws Gone where only an earlier version had it
     * @throws Refusal where there never was such a one
     */
    Attachment attachment(Publication publication, String n, String name) {
        Optional<Attachment> present = attachment(publication, n);
        List<Attachment> earlier = website.before(publication).stream()
                .flatMap(before -> attachment(before, n).stream())
                .toList();
        boolean anothers = earlier.stream().anyMatch(file -> FileLink.name(file).equals(name));
        return present.filter(file -> !anothers || FileLink.name(file).equals(name))
                .orElseThrow(() -> earlier.isEmpty() ? Refusal.notFound() : Gone.file(publication));
    }

    private static Optional<Attachment> attachment(Publication publication, String n) {
        return publication.revision().attachments().stream()
                .filter(attachment -> String.valueOf(attachment.n()).equals(n))
                .findFirst();
    }
}
