package prakat.web.site.article;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import prakat.input.Refusal;
import prakat.publication.Publication;
import prakat.request.content.Attachment;

/** A page for each picture, for whoever has no script, or shares one picture of many. */
@Controller
class PictureController {

    private final Articles articles;
    private final PictureLinks links;

    PictureController(Articles articles, PictureLinks links) {
        this.articles = articles;
        this.links = links;
    }

    @GetMapping("/news/{number}/pictures/{n}")
    String page(@PathVariable String number, @PathVariable String n, Model model) {
        Publication publication = articles.visible(TypedNumber.of(number));
        Attachment shown = articles.attachment(publication, n, null);
        String address = publication.address();
        List<Attachment> pictures = publication.revision().attachments().stream()
                .filter(attachment -> links.of(address, attachment) != null)
                .toList();
        int place = pictures.indexOf(shown);
        if (place < 0) {
            throw Refusal.notFound();
        }
        model.addAttribute(
                "page",
                new PicturePage(
                        publication.revision().title(),
                        "/news/" + address,
                        links.of(address, shown),
                        place + 1,
                        pictures.size(),
                        place == 0 ? null : PictureLinks.page(address, pictures.get(place - 1)),
                        place == pictures.size() - 1 ? null : PictureLinks.page(address, pictures.get(place + 1))));
        return "picture";
    }
}
