package prakat.screening.html;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import prakat.input.Texts;

/**
 * Lists as Word writes them: paragraphs with a level and with their sign or number as text; in the browser, a list of its own
 * for each item. Both become lists again.
 */
final class WordLists {

    private static final Pattern LEVEL = Pattern.compile("level(\\d)");
    private static final Pattern SIGN =
            Pattern.compile("^[\\s\\u00a0]*([·•§¨Øüo▪◦–-]|\\(?(?:[0-9๐-๙]{1,3}|[a-zA-Zก-ฮ])[.)])[\\s\\u00a0]+");
    private static final Pattern NUMBER = Pattern.compile("\\(?(?:[0-9๐-๙]+[.)])*([0-9๐-๙]{1,6})[.)]?");
    private static final int LONGEST_SIGN = 20;
    private static final int LATER = -1;
    private static final String FIRST_LETTERS = "aAก";
    private static final Pattern LETTER = Pattern.compile("\\(?(?:[a-zA-Z]{1,5}|[ก-ฮ])[.)]");

    /**
     * An item.
     *
     * @param level from 1
     * @param number 0 in a list without numbers, {@link #LATER} for one that is not known and not the first
     */
    private record Item(Element element, int level, int number) {
        String tag() {
            return number == 0 ? "ul" : "ol";
        }
    }

    private record Open(Element list, int level) {}

    private final StyleRules rules;
    private final Deque<Open> open = new ArrayDeque<>();
    private boolean hasOtherNumbers;

    private WordLists(StyleRules rules) {
        this.rules = rules;
    }

    /** Answers whether items had numbers of a kind that the list cannot show, such as letters. */
    static boolean translate(Document document, StyleRules rules) {
        WordLists lists = new WordLists(rules);
        lists.items(document).forEach(lists::place);
        return lists.hasOtherNumbers;
    }

    private List<Item> items(Document document) {
        List<Item> items = new ArrayList<>();
        for (Element element : document.select("p, div, li[data-aria-level]")) {
            if (element.nameIs("li") && element.parent() != null) {
                items.add(itemOfBrowser(element));
            } else {
                Matcher level = LEVEL.matcher(rules.of(element).getOrDefault("mso-list", ""));
                if (level.find()) {
                    items.add(item(element, Integer.parseInt(level.group(1))));
                } else if (element.className().startsWith("MsoListParagraph")
                        && SIGN.matcher(element.wholeText()).find()) {
                    items.add(item(element, 1));
                }
            }
        }
        // Only now, so that each has been asked for its list.
        Siblings.unwrap(document.select("ul:has(> li[data-aria-level]), ol:has(> li[data-aria-level])"));
        Siblings.unwrap(document.select("div.ListContainerWrapper"));
        return items;
    }

    private static Item itemOfBrowser(Element item) {
        Element list = item.parent();
        int level = Math.max(1, number(item.attr("data-aria-level")));
        return new Item(item, level, list.nameIs("ol") ? Math.max(1, number(item.attr("data-aria-posinset"))) : 0);
    }

    private Item item(Element paragraph, int level) {
        String sign = takeSign(paragraph).replaceAll("[\\s\\u00a0]+", "");
        Matcher number = NUMBER.matcher(sign);
        boolean isLetter = LETTER.matcher(sign).matches();
        boolean isNumber = sign.length() <= LONGEST_SIGN && number.matches();
        hasOtherNumbers |= isLetter || isNumber && !sign.matches("\\d+[.)]?");
        if (isNumber) {
            return new Item(paragraph, level, Math.max(1, number(number.group(1))));
        }
        return new Item(paragraph, level, !isLetter ? 0 : FIRST_LETTERS.indexOf(sign.charAt(0)) >= 0 ? 1 : LATER);
    }

    /** The sign or number that stands for the list's, taken out of the text. */
    private String takeSign(Element paragraph) {
        for (Element span : paragraph.select("span")) {
            if (rules.of(span).getOrDefault("mso-list", "").equals("ignore")) {
                span.remove();
                return span.wholeText();
            }
        }
        for (Node node : List.copyOf(paragraph.childNodes())) {
            if (node instanceof Comment comment && comment.getData().contains("supportLists")) {
                return takeUntilComment(node);
            }
        }
        for (TextNode text : paragraph
                .selectStream("*")
                .flatMap(element -> element.textNodes().stream())
                .limit(2)
                .toList()) {
            Matcher sign = SIGN.matcher(text.getWholeText());
            if (sign.find()) {
                text.text(text.getWholeText().substring(sign.end()));
                return sign.group(1);
            }
        }
        return "";
    }

    private static String takeUntilComment(Node start) {
        StringBuilder sign = new StringBuilder();
        for (Node node = start.nextSibling(); node != null && !(node instanceof Comment); node = start.nextSibling()) {
            sign.append(node instanceof Element element ? element.wholeText() : node.nodeValue());
            node.remove();
        }
        return sign.toString();
    }

    private void place(Item item) {
        Element element = item.element();
        if (open.isEmpty() || element.previousElementSibling() != open.getLast().list()) {
            open.clear();
        }
        while (open.size() > 1 && open.peek().level() > item.level()) {
            open.pop();
        }
        Open current = open.peek();
        boolean goesOn = current != null
                && current.level() >= item.level()
                && current.list().nameIs(item.tag())
                && item.number() != 1;
        if (!goesOn) {
            begin(item);
        }
        open.peek().list().appendChild(new Element("li").insertChildren(0, List.copyOf(element.childNodes())));
        element.remove();
    }

    private void begin(Item item) {
        Element list = new Element(item.tag());
        if (item.number() > 1) {
            list.attr("start", String.valueOf(item.number()));
        }
        while (!open.isEmpty() && open.peek().level() >= item.level()) {
            open.pop();
        }
        if (open.isEmpty()) {
            item.element().before(list);
        } else {
            open.peek().list().lastElementChild().appendChild(list);
        }
        open.push(new Open(list, item.level()));
    }

    private static int number(String digits) {
        String arabic = Texts.arabicDigits(digits);
        return arabic.matches("\\d{1,6}") ? Integer.parseInt(arabic) : 0;
    }
}
