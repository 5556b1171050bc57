package prakat.web.site.article;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import prakat.picture.PictureSize;
import prakat.picture.Pictures;
import prakat.picture.Variant;
import prakat.request.content.Attachment;
import prakat.web.Article;

/** Where the public gets pictures, in which sizes. No link leads to a file with what the camera wrote into it. */
@Component
public class PictureLinks {

    private final Pictures pictures;

    PictureLinks(Pictures pictures) {
        this.pictures = pictures;
    }

    /**
     * A picture of a publication, as pages show it.
     *
     * @param number under which it is found
     * @return null for what is no picture
     */
    public Article.Picture of(String number, Attachment attachment) {
        if (!attachment.isPicture()) {
            return null;
        }
        Optional<PictureSize> size = pictures.size(attachment.sha256());
        String page = page(number, attachment);
        String full = FileLink.of(number, attachment);
        List<Article.Source> variants = size.map(Variant::of).orElse(List.of()).stream()
                .map(variant ->
                        new Article.Source(page + "/" + variant.width(), Variant.MEDIA_TYPE, variant.size(size.get())))
                .toList();
        return new Article.Picture(
                Article.Picture.words(attachment.file()),
                attachment.caption(),
                attachment.isCover(),
                page,
                full,
                size.orElse(null),
                variants.isEmpty()
                        ? List.of(new Article.Source(full, attachment.mediaType(), size.orElse(null)))
                        : variants);
    }

    /** Address of the page that shows it alone. */
    static String page(String number, Attachment attachment) {
        return "/news/" + number + "/pictures/" + attachment.n();
    }
}
