package prakat.screening;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * What somebody pastes into a body.
 *
 * @param html of it, as {@link HtmlBody} would keep it
 * @param leftOut how much of each kind there was that cannot be kept
 * @param pictures the names of the pictures among that, where they have any
 */
public record PastedHtml(String html, Map<LeftOut, Integer> leftOut, List<String> pictures) {

    private static final String LINES = "p, h2, h3, h4";
    private static final String BLOCKS = LINES + ", ul, ol, dl, table, blockquote, pre, hr";

    /** Reads what a program laid on the clipboard as HTML. */
    public static PastedHtml of(String clipboard) {
        Document document = HtmlBody.parse(clipboard);
        ForeignMarkup markup = ForeignMarkup.translate(document);
        Document cleaned = HtmlBody.allowed(document);
        Map<LeftOut, Integer> leftOut = new EnumMap<>(LeftOut.class);
        leftOut.putAll(markup.leftOut());
        int links = cleaned.select("a:not([href])").unwrap().size();
        if (links > 0) {
            leftOut.put(LeftOut.LINKS, links);
        }
        tidy(cleaned.body());
        return new PastedHtml(HtmlBody.html(cleaned), leftOut, markup.pictures());
    }

    /** Blanks by which programs keep their distance, and a table around a single cell. */
    private static void tidy(Element body) {
        body.nodeStream(TextNode.class)
                .forEach(text -> text.text(text.getWholeText().replace('\u00a0', ' ')));
        List<Element> all = body.select("br, " + LINES);
        for (int i = all.size() - 1; i >= 0; i--) {
            Element one = all.get(i);
            if (one.nameIs("br") ? isBetweenBlocks(one) : one.text().isBlank()) {
                one.remove();
            }
        }
        body.select("b").tagName("strong");
        body.select("i").tagName("em");
        for (Element line : body.select("li > p:first-child, td > p:first-child, th > p:first-child")) {
            boolean isAlone = line.parent() != null && line.parent().ownText().isBlank();
            if (isAlone && line.nextElementSiblings().stream().allMatch(next -> next.is("ul, ol"))) {
                line.unwrap();
            }
        }
        for (Element table : body.select("table")) {
            List<Element> cells = table.select("td, th");
            if (cells.size() == 1) {
                table.before(new Element("p")
                        .insertChildren(0, List.copyOf(cells.get(0).childNodes())));
                table.remove();
            }
        }
    }

    private static boolean isBetweenBlocks(Element br) {
        Node before = beside(br, false);
        Node after = beside(br, true);
        return isBlock(before) || isBlock(after) || (before == null) != (after == null);
    }

    private static Node beside(Node node, boolean isAfter) {
        Node next = node;
        do {
            next = isAfter ? next.nextSibling() : next.previousSibling();
        } while (next instanceof TextNode text && text.isBlank());
        return next;
    }

    private static boolean isBlock(Node node) {
        return node instanceof Element element && element.is(BLOCKS);
    }
}
