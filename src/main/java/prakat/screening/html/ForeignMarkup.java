package prakat.screening.html;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
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
    private static final Set<String> BOXES = Set.of(
            "div",
            "section",
            "article",
            "main",
            "header",
            "footer",
            "aside",
            "nav",
            "center",
            "address",
            "figure",
            "figcaption");
    private static final Set<String> BLOCKS =
            Set.of("p", "h2", "h3", "h4", "ul", "ol", "dl", "table", "blockquote", "pre", "hr", "li", "dt", "dd");

    /** In which text may stand without a paragraph of its own. */
    private static final Set<String> HOLDERS = Set.of("li", "td", "th", "dt", "dd", "caption");

    private static final Pattern EMOJI =
            Pattern.compile("[\\p{So}\\p{Sk}\\u200d\\ufe0f\\u20e3\\d#*\\x{1F000}-\\x{1FAFF}]{1,16}");

    /** Three times what the longest body can hold. */
    private static final int MOST_TAGS = 150_000;

    private final Document document;
    private final Map<LeftOut, Integer> leftOut = new EnumMap<>(LeftOut.class);
    private final List<String> pictures = new ArrayList<>();

    private ForeignMarkup(Document document) {
        this.document = document;
    }

    /** Whether it has more tags than anybody waits for, and than the memory is there for. */
    static boolean hasTooManyTags(String html) {
        return html.chars()
                .filter(letter -> letter == '<')
                .skip(MOST_TAGS)
                .findAny()
                .isPresent();
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
        List<Element> comments = new ArrayList<>();
        List<Element> hidden = new ArrayList<>();
        for (Element element : document.body().getAllElements()) {
            Map<String, String> style = rules.of(element);
            if (style.getOrDefault("mso-element", "").startsWith("comment")) {
                comments.add(element);
            } else if (style.getOrDefault("display", "").startsWith("none")
                    || style.getOrDefault("mso-hide", "").startsWith("all")) {
                hidden.add(element);
            }
        }
        remove(LeftOut.COMMENTS, comments);
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
        pictures(document.select("img:not(" + BodyPictures.PICTURE + "), v|imagedata, picture"));
        remove(LeftOut.EMBEDDED, document.select("iframe, object, embed, video, audio, canvas, svg, math"));
        document.select("a:not([href])").tagName("span");
        document.select("strike, del").tagName("s");
        boolean hasPageTitle = document.selectFirst("h1") != null;
        for (Element heading : document.select(HEADINGS)) {
            int level = heading.normalName().charAt(1) - '0' + (hasPageTitle ? 1 : 0);
            heading.tagName("h" + Math.min(4, level));
        }
        document.select("thead > tr > td").tagName("th");
        Siblings.parents(document.select("ul > ul, ul > ol, ol > ul, ol > ol")).forEach(ForeignMarkup::putIntoItems);
        openBoxes();
    }

    private void pictures(List<Element> all) {
        List<Element> left = new ArrayList<>();
        List<Element> emoji = new ArrayList<>();
        for (Element picture : all) {
            String alternative = picture.attr("alt").strip();
            String file = picture.attr("src").replaceAll("^data:.*|[?#].*", "").replaceAll(".*[/\\\\]", "");
            if (!alternative.isEmpty() && EMOJI.matcher(alternative).matches()) {
                emoji.add(picture.empty().appendText(alternative));
            } else {
                left.add(picture);
                pictures.add(alternative.isEmpty() ? file : alternative);
            }
        }
        Siblings.unwrap(emoji);
        pictures.removeIf(String::isEmpty);
        remove(LeftOut.PICTURES, left);
    }

    /** Google Docs and LibreOffice lay a list beside the item to which it belongs. */
    private static void putIntoItems(Element list) {
        Deque<Node> rest = new ArrayDeque<>(Siblings.detach(list));
        List<Node> kept = new ArrayList<>();
        Element before = null;
        while (!rest.isEmpty()) {
            Node node = rest.pop();
            boolean isList = node instanceof Element element && element.is("ul, ol");
            if (isList && before != null && before.nameIs("li")) {
                before.appendChild(node);
            } else if (isList) {
                List<Node> within = Siblings.detach((Element) node);
                for (int i = within.size() - 1; i >= 0; i--) {
                    rest.push(within.get(i));
                }
            } else {
                kept.add(node);
                before = node instanceof Element element ? element : before;
            }
        }
        list.appendChildren(kept);
    }

    /** Those within others first: what they became says what the others are. */
    private void openBoxes() {
        Set<Node> holdBlocks = Siblings.setOf(List.of());
        Set<Node> holdWords = Siblings.setOf(List.of());
        List<Element> all = document.body().getAllElements();
        for (int i = all.size() - 1; i >= 0; i--) {
            Element element = all.get(i);
            boolean isLine = element.childNodes().stream().noneMatch(holdBlocks::contains);
            if (element.nameIs("br")
                    || element.childNodes().stream().anyMatch(node -> isWords(node) || holdWords.contains(node))) {
                holdWords.add(element);
            }
            if (BOXES.contains(element.normalName()) && !BodyPictures.isFigure(element)) {
                open(element, isLine, holdWords.contains(element), holdBlocks);
            }
            if (!isLine || BLOCKS.contains(element.normalName()) || BOXES.contains(element.normalName())) {
                holdBlocks.add(element);
            }
        }
    }

    /** What a box holds stays, each line that stood by itself as a paragraph; the box itself is cut off with the rest. */
    private static void open(Element box, boolean isLine, boolean holdsWords, Set<Node> holdBlocks) {
        Element parent = box.parent();
        if (isLine && !holdsWords) {
            box.tagName("span");
        } else if (isLine) {
            boolean isAlone = parent != null
                    && HOLDERS.contains(parent.normalName())
                    && parent.childrenSize() == 1
                    && parent.ownText().isBlank();
            box.tagName(isAlone ? "span" : "p");
        } else {
            List<Node> lines = new ArrayList<>();
            Element line = null;
            for (Node node : Siblings.detach(box)) {
                if (holdBlocks.contains(node)) {
                    lines.add(node);
                    line = null;
                } else if (line != null) {
                    line.appendChild(node);
                } else if (isWords(node) || !(node instanceof TextNode)) {
                    line = new Element("p").appendChild(node);
                    lines.add(line);
                }
            }
            box.appendChildren(lines);
        }
    }

    private static boolean isWords(Node node) {
        return node instanceof TextNode text && !text.isBlank();
    }

    private void remove(LeftOut kind, List<Element> elements) {
        Siblings.remove(elements);
        leaveOut(kind, elements.size());
    }

    private void leaveOut(LeftOut kind, int count) {
        if (count > 0) {
            leftOut.merge(kind, count, Integer::sum);
        }
    }
}
