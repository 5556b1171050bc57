package prakat.screening.html;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Pictures in a body. One stands there as {@code <figure><img src="attachment:NAME"></figure>}, where the name is that of an
 * attachment of the same version: what it shows and its caption are said of the attachment, once.
 */
public final class BodyPictures {

    /** Before the attachment's name. */
    static final String SCHEME = "attachment";

    static final String PICTURE = "img[src^=" + SCHEME + ":]";
    private static final String FIGURE = "figure";

    private BodyPictures() {}

    /**
     * A picture as readers see it.
     *
     * @param href its address
     * @param width of the room that it takes, in pixels; 0 where not known
     * @param height the same
     * @param alternativeText what it shows; "" where nobody has said
     * @param caption what stands below it; "" for nothing
     */
    public record Shown(String href, int width, int height, String alternativeText, String caption) {}

    /** The names of the attachments that a body shows, in their order. */
    public static List<String> names(String html) {
        return Jsoup.parseBodyFragment(html).select(PICTURE).stream()
                .map(BodyPictures::name)
                .toList();
    }

    /**
     * The body as readers see it.
     *
     * @param pictures the picture of a name; where there is none, the name stands in its place
     */
    public static String shown(String html, Function<String, Optional<Shown>> pictures) {
        Document body = Jsoup.parseBodyFragment(html);
        List<Element> places = body.select(PICTURE);
        if (places.isEmpty()) {
            return html;
        }
        for (Element place : places) {
            String name = name(place);
            pictures.apply(name)
                    .ifPresentOrElse(
                            picture -> show(place, picture),
                            () -> place.replaceWith(new Element("em").text("[" + name + "]")));
        }
        body.outputSettings().prettyPrint(false);
        return HtmlBody.html(body);
    }

    private static void show(Element place, Shown picture) {
        place.attr("src", picture.href()).attr("alt", picture.alternativeText()).attr("loading", "lazy");
        if (picture.width() > 0) {
            place.attr("width", String.valueOf(picture.width())).attr("height", String.valueOf(picture.height()));
        }
        Element figure = place.parent();
        if (!picture.caption().isEmpty() && figure != null && figure.nameIs(FIGURE)) {
            figure.appendElement("figcaption").text(picture.caption());
        }
    }

    static String name(Element picture) {
        return picture.attr("src").substring(SCHEME.length() + 1);
    }

    /** Whether it is the frame of a picture, and no box around anything. */
    static boolean isFigure(Element element) {
        return element.nameIs(FIGURE) && element.children().is(PICTURE);
    }

    /** Cuts down to one picture in each frame; other words of it stand behind it, and a frame without a picture is none. */
    static void tidy(Document cleaned) {
        cleaned.select("img:not([src])").remove();
        for (Element figure : cleaned.select(FIGURE)) {
            Element picture = figure.selectFirst("> img");
            if (picture == null) {
                figure.unwrap();
                continue;
            }
            Node last = figure;
            for (Node node : Siblings.detach(figure)) {
                if (node != picture && !(node instanceof TextNode words && words.isBlank())) {
                    Node behind = node instanceof TextNode ? new Element("p").appendChild(node) : node;
                    last.after(behind);
                    last = behind;
                }
            }
            figure.appendChild(picture);
        }
    }
}
