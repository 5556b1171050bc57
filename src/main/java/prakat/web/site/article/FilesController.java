package prakat.web.site.article;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import prakat.files.ReceivedFile;
import prakat.input.Refusal;
import prakat.picture.Pictures;
import prakat.picture.Variant;
import prakat.publication.Publication;
import prakat.publication.Website;
import prakat.request.content.Attachment;
import prakat.request.content.StoredFile;
import prakat.web.Downloads;

/** The files of publications. Of a picture readers get what is to be seen, and nothing that the camera wrote beside it. */
@Controller
class FilesController {

    private final Website website;
    private final Articles articles;
    private final Pictures pictures;

    FilesController(Website website, Articles articles, Pictures pictures) {
        this.website = website;
        this.articles = articles;
        this.pictures = pictures;
    }

    /**
     * A file as it was certified, to the byte; a picture with all its pixels, and without place, time and camera. The name is
     * for the reader's eyes and disk; the number alone says which file it is.
     */
    @GetMapping("/news/{number}/files/{n}/{name}")
    void file(
            @PathVariable String number,
            @PathVariable String n,
            @PathVariable String name,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Publication publication = articles.visible(TypedNumber.of(number));
        Attachment attachment = articles.attachment(publication, n, name);
        StoredFile file = attachment.isPicture() ? bare(attachment) : website.file(publication, attachment.n());
        Downloads.send(file, publication.publishedAt(), request, response);
    }

    /** A picture in one of its widths; as large as it is while there is no other. */
    @GetMapping("/news/{number}/pictures/{n}/{width}")
    void picture(
            @PathVariable String number,
            @PathVariable String n,
            @PathVariable String width,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Attachment attachment = articles.attachment(articles.visible(number), n, null);
        Variant variant =
                Variant.of(width).filter(known -> attachment.isPicture()).orElseThrow(Refusal::notFound);
        StoredFile file = pictures.variant(attachment.sha256(), variant)
                .map(made -> stored(attachment, Variant.MEDIA_TYPE, made))
                .orElseGet(() -> bare(attachment));
        Downloads.send(file, null, request, response);
    }

    private StoredFile bare(Attachment picture) {
        return stored(picture, picture.mediaType(), pictures.bare(picture.sha256(), picture.mediaType()));
    }

    private static StoredFile stored(Attachment picture, String mediaType, ReceivedFile made) {
        return new StoredFile(picture.name(), mediaType, null, made.size(), made.sha256(), made.path());
    }
}
