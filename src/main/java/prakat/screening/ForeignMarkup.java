package prakat.screening;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * What other programs say by styles and by names of their own, said by the elements that {@link HtmlBody} keeps, before the
 * rest is cut off: Word, Excel, Google Docs and Sheets, LibreOffice, mail and web pages.
 */
final class ForeignMarkup {

    private static final String FOREIGN =
            "[style], [class], [id], [align], [valign], [bgcolor], [width], [height], style, meta, font, span, div";

    private static final String HEADINGS = "h1, h2, h3, h4, h5, h6";
    private static final String BOXES =
            "div, section, article, main, header, footer, aside, nav, center, address, figure, figcaption";
    private static final String BLOCKS = "p, h2, h3, h4, ul, ol, dl, table, blockquote, pre, hr, li, dt, dd, " + BOXES;

    /** In which text may stand without a paragraph of its own. */
    private static final Set<String> HOLDERS = Set.of("li", "td", "th", "dt", "dd", "caption");

    private static final Pattern EMOJI =
            Pattern.compile("[\\p{So}\\p{Sk}\\u200d\\ufe0f\\u20e3\\d#*\\x{1F000}-\\x{1FAFF}]{1,16}");

    private final Document document;
    private final Map<LeftOut, Integer> leftOut = new EnumMap<>(LeftOut.class);
    private final List<String> pictures = new ArrayList<>();

    private ForeignMarkup(Document document) {
        this.document = document;
    }

    static ForeignMarkup translate(Document document) {
        ForeignMarkup markup = new ForeignMarkup(document);
        if (document.selectFirst(FOREIGN) != null) {
            markup.translateStyles();
        }
        markup.translateElements();
        return markup;
    }

    /** What there was of each kind, and is gone. */
    Map<LeftOut, Integer> leftOut() {
        return leftOut;
    }

    /** What the pictures that are gone were called, where they had a name. */
    List<String> pictures() {
        return pictures;
    }

    private void translateStyles() {
        StyleRules rules = StyleRules.of(document);
        removeUnseen(rules);
        headings(rules);
        leaveOut(LeftOut.NUMBERING, WordLists.translate(document, rules) ? 1 : 0);
        leaveOut(
                LeftOut.LOOKS,
                document.body()
                        .select("[style], font, [bgcolor], [align], [valign]")
                        .size());
        TextStyles.translate(document, rules);
        document.select("a[href^=#_]").tagName("span");
        SheetTables.translate(document);
    }

    /** Notes among colleagues, what was deleted and what was hidden are not for the public. */
    private void removeUnseen(StyleRules rules) {
        remove(LeftOut.COMMENTS, document.select(".MsoCommentReference, .msocomanchor, .msocomtxt, .MsoCommentText"));
        remove(LeftOut.DELETIONS, document.select(".msoDel, del[cite], del[datetime]"));
        List<Element> hidden = new ArrayList<>();
        for (Element element : document.body().getAllElements()) {
            Map<String, String> style = rules.of(element);
            if (style.getOrDefault("mso-element", "").startsWith("comment")) {
                remove(LeftOut.COMMENTS, List.of(element));
            } else if (style.getOrDefault("display", "").startsWith("none")
                    || style.getOrDefault("mso-hide", "").startsWith("all")) {
                hidden.add(element);
            }
        }
        remove(LeftOut.HIDDEN, hidden);
    }

    private void headings(StyleRules rules) {
        for (Element element : document.select("p, div[role=heading]")) {
            String level = element.attr("role").equals("heading")
                    ? element.attr("aria-level")
                    : element.hasClass("MsoTitle") ? "1" : rules.of(element).getOrDefault("mso-outline-level", "");
            if (level.matches("[1-6]")) {
                element.tagName("h" + level);
            }
        }
    }

    private void translateElements() {
        pictures(document.select("img, v|imagedata, picture"));
        remove(LeftOut.EMBEDDED, document.select("iframe, object, embed, video, audio, canvas, svg, math"));
        document.select("a:not([href])").tagName("span");
        document.select("strike, del").tagName("s");
        boolean hasPageTitle = document.selectFirst("h1") != null;
        for (Element heading : document.select(HEADINGS)) {
            int level = heading.normalName().charAt(1) - '0' + (hasPageTitle ? 1 : 0);
            heading.tagName("h" + Math.min(4, level));
        }
        document.select("thead > tr > td").tagName("th");
        document.select("ul > ul, ul > ol, ol > ul, ol > ol").forEach(ForeignMarkup::putIntoItem);
        List<Element> boxes = new ArrayList<>(document.select(BOXES));
        Collections.reverse(boxes);
        boxes.forEach(ForeignMarkup::open);
    }

    private void pictures(List<Element> all) {
        List<Element> left = new ArrayList<>();
        for (Element picture : all) {
            String alternative = picture.attr("alt").strip();
            String file = picture.attr("src").replaceAll("^data:.*|[?#].*", "").replaceAll(".*[/\\\\]", "");
            if (!alternative.isEmpty() && EMOJI.matcher(alternative).matches()) {
                picture.replaceWith(new TextNode(alternative));
            } else {
                left.add(picture);
                pictures.add(alternative.isEmpty() ? file : alternative);
            }
        }
        pictures.removeIf(String::isEmpty);
        remove(LeftOut.PICTURES, left);
    }

    /** Google Docs and LibreOffice lay a list beside the item to which it belongs. */
    private static void putIntoItem(Element list) {
        Element before = list.previousElementSibling();
        if (before != null && before.nameIs("li")) {
            before.appendChild(list);
        } else {
            list.unwrap();
        }
    }

    /** What a box holds stays, each line that stood by itself as a paragraph; the box itself is cut off with the rest. */
    private static void open(Element box) {
        boolean isLine = box.children().stream().allMatch(child -> child.selectFirst(BLOCKS) == null);
        Element parent = box.parent();
        if (isLine && !box.hasText() && box.selectFirst("br") == null) {
            box.tagName("span");
        } else if (isLine) {
            boolean isAlone = parent != null
                    && HOLDERS.contains(parent.normalName())
                    && parent.childrenSize() == 1
                    && parent.ownText().isBlank();
            box.tagName(isAlone ? "span" : "p");
        } else {
            Element line = null;
            for (Node node : TextStyles.detach(box)) {
                boolean isBlock = node instanceof Element element && element.selectFirst(BLOCKS) != null;
                if (isBlock) {
                    box.appendChild(node);
                    line = null;
                } else if (line != null) {
                    line.appendChild(node);
                } else if (!(node instanceof TextNode text && text.isBlank())) {
                    line = new Element("p").appendChild(node);
                    box.appendChild(line);
                }
            }
        }
    }

    /** From the end, so that not all others move each time. */
    private void remove(LeftOut kind, List<Element> elements) {
        for (int i = elements.size() - 1; i >= 0; i--) {
            elements.get(i).remove();
        }
        leaveOut(kind, elements.size());
    }

    private void leaveOut(LeftOut kind, int count) {
        if (count > 0) {
            leftOut.merge(kind, count, Integer::sum);
        }
    }
}
