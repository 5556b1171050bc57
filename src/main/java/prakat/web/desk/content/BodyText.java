package prakat.web.desk.content;

import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import prakat.input.Texts;

/** A body as lines of text, for comparing: a line for each paragraph, list item or table row, links with their address. */
final class BodyText {

    private static final Set<String> LINES = Set.of(
            "p",
            "h2",
            "h3",
            "h4",
            "li",
            "ul",
            "ol",
            "blockquote",
            "pre",
            "dl",
            "dt",
            "dd",
            "table",
            "caption",
            "tr",
            "hr");
    private static final Set<String> CELLS = Set.of("td", "th");

    private BodyText() {}

    /** @param html already cut down to what is allowed, or plain text */
    static String of(String html) {
        StringBuilder text = new StringBuilder();
        // Where there is no markup at all, line breaks are lines.
        boolean plain = !html.contains("<");
        Jsoup.parseBodyFragment(html).body().traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                if (node instanceof Element picture && picture.nameIs("img")) {
                    text.append("\n[")
                            .append(picture.attr("src").replaceFirst("^attachment:", ""))
                            .append("]\n");
                } else if (node instanceof TextNode words) {
                    text.append(
                            plain ? words.getWholeText() : words.getWholeText().replaceAll("\\s+", " "));
                } else if (node instanceof Element element && (isLine(element) || element.nameIs("br"))) {
                    text.append('\n');
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (node instanceof Element element) {
                    if (isLine(element)) {
                        text.append('\n');
                    } else if (CELLS.contains(element.normalName()) && element.nextElementSibling() != null) {
                        text.append(" | ");
                    } else if (element.nameIs("a") && !element.attr("href").equals(element.text())) {
                        text.append(" (").append(element.attr("href")).append(')');
                    }
                }
            }
        });
        return text.toString()
                .lines()
                .map(Texts::plain)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static boolean isLine(Element element) {
        return LINES.contains(element.normalName());
    }
}
