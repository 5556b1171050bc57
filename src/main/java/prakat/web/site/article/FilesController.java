package prakat.web.site.article;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import prakat.publication.Publication;
import prakat.publication.Website;
import prakat.request.content.Attachment;
import prakat.web.Downloads;
import prakat.web.PictureFiles;

/** The files of publications. Of a picture readers get what is to be seen, and nothing that the camera wrote beside it. */
@Controller
class FilesController {

    private final Website website;
    private final Articles articles;
    private final PictureFiles pictures;

    FilesController(Website website, Articles articles, PictureFiles pictures) {
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
        Downloads.send(
                pictures.bare(website.file(publication, attachment.n())), publication.publishedAt(), request, response);
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
        Publication publication = articles.visible(TypedNumber.of(number));
        Attachment attachment = articles.attachment(publication, n, null);
        Downloads.send(pictures.variant(website.file(publication, attachment.n()), width), null, request, response);
    }
}
