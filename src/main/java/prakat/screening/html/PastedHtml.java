package prakat.screening.html;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /** Whether it holds more than a body ever can, so that nobody needs to read it. */
    public static boolean isTooLong(String clipboard) {
        return ForeignMarkup.hasTooManyTags(clipboard);
    }

    /** Reads what a program laid on the clipboard as HTML. */
    public static PastedHtml of(String clipboard) {
        Document document = HtmlBody.parse(clipboard);
        ForeignMarkup markup = ForeignMarkup.translate(document);
        Document cleaned = HtmlBody.allowed(document);
        Map<LeftOut, Integer> leftOut = new EnumMap<>(LeftOut.class);
        leftOut.putAll(markup.leftOut());
        List<Element> deadLinks = cleaned.select("a:not([href])");
        Siblings.unwrap(deadLinks);
        int links = deadLinks.size();
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
        Set<Node> empty = Siblings.setOf(body.select(LINES));
        empty.removeIf(line -> !((Element) line).text().isBlank());
        for (Element parent : Siblings.parents(body.select("br, " + LINES))) {
            removeBlank(parent, empty);
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
                List<Node> words = Siblings.detach(cells.get(0));
                table.empty().clearAttributes().tagName("p").appendChildren(words);
            }
        }
    }

    /** Takes out the empty lines, and breaks where a line begins or ends anyhow; from the end, as the last ones are the first to go. */
    private static void removeBlank(Element parent, Set<Node> empty) {
        List<Node> nodes = Siblings.detach(parent);
        Deque<Node> kept = new ArrayDeque<>();
        Node after = null;
        for (int i = nodes.size() - 1; i >= 0; i--) {
            Node node = nodes.get(i);
            boolean isBreak = node instanceof Element element && element.nameIs("br");
            if (empty.contains(node) || isBreak && isBetweenBlocks(before(nodes, i), after)) {
                continue;
            }
            kept.push(node);
            if (!isBlank(node)) {
                after = node;
            }
        }
        parent.appendChildren(kept);
    }

    private static boolean isBetweenBlocks(Node before, Node after) {
        return isBlock(before) || isBlock(after) || (before == null) != (after == null);
    }

    private static Node before(List<Node> nodes, int index) {
        int i = index - 1;
        while (i >= 0 && isBlank(nodes.get(i))) {
            i--;
        }
        return i < 0 ? null : nodes.get(i);
    }

    private static boolean isBlank(Node node) {
        return node instanceof TextNode text && text.isBlank();
    }

    private static boolean isBlock(Node node) {
        return node instanceof Element element && element.is(BLOCKS);
    }
}
