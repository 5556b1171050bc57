package prakat.screening.html;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * Bold, italic and the like that are said by styles, said by elements instead. A style counts more than the element it stands
 * on: Google Docs wraps all that it copies in a {@code <b>} that is not bold.
 */
final class TextStyles implements NodeVisitor {

    private enum Kind {
        STRONG("strong", "b"),
        EM("em", "i"),
        U("u"),
        S("s", "strike", "del"),
        SUB("sub"),
        SUP("sup");

        private final String tag;
        private final Set<String> tags;

        Kind(String tag, String... others) {
            this.tag = tag;
            this.tags = Stream.concat(Stream.of(tag), Stream.of(others)).collect(Collectors.toSet());
        }
    }

    private static final Map<String, Kind> KINDS = Stream.of(Kind.values())
            .flatMap(kind -> kind.tags.stream().map(tag -> Map.entry(tag, kind)))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    /** In which text is bold anyhow. */
    private static final Set<String> BOLD = Set.of("h1", "h2", "h3", "h4", "h5", "h6", "th");

    private static final Set<String> CELLS = Set.of("td", "th");

    private record Words(TextNode text, Set<Kind> kinds) {}

    private final StyleRules rules;
    private final Deque<Set<Kind>> open = new ArrayDeque<>(List.of(EnumSet.noneOf(Kind.class)));
    private final List<Words> words = new ArrayList<>();
    private final Set<Element> misleading = new HashSet<>();

    private TextStyles(StyleRules rules) {
        this.rules = rules;
    }

    static void translate(Document document, StyleRules rules) {
        TextStyles styles = new TextStyles(rules);
        document.body().traverse(styles);
        styles.apply();
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof Element element) {
            open.push(kinds(element, open.peek()));
        } else if (node instanceof TextNode text && !text.isBlank()) {
            Set<Kind> wanted = open.peek();
            words.add(new Words(text, wanted));
            for (Element around = text.parent(); around != null; around = around.parent()) {
                Kind kind = kindOf(around);
                if (kind != null && !wanted.contains(kind)) {
                    misleading.add(around);
                }
            }
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element) {
            open.pop();
        }
    }

    private Set<Kind> kinds(Element element, Set<Kind> around) {
        Set<Kind> kinds = EnumSet.copyOf(around);
        Kind own = kindOf(element);
        if (own != null) {
            kinds.add(own);
        }
        Map<String, String> style = rules.of(element);
        if (style.containsKey("font-weight")) {
            set(kinds, Kind.STRONG, isBold(style.get("font-weight")));
        }
        if (style.containsKey("font-style")) {
            set(kinds, Kind.EM, style.get("font-style").matches("italic.*|oblique.*"));
        }
        String line = style.getOrDefault("text-decoration-line", style.get("text-decoration"));
        if (line != null) {
            set(kinds, Kind.U, line.contains("underline"));
            set(kinds, Kind.S, line.contains("line-through"));
        }
        String height = CELLS.contains(element.normalName()) ? null : style.get("vertical-align");
        if (height != null) {
            set(kinds, Kind.SUB, height.equals("sub"));
            set(kinds, Kind.SUP, height.equals("super"));
        }
        return kinds;
    }

    private static void set(Set<Kind> kinds, Kind kind, boolean isSet) {
        if (isSet) {
            kinds.add(kind);
        } else {
            kinds.remove(kind);
        }
    }

    private static boolean isBold(String weight) {
        return weight.startsWith("bold") || weight.matches("[6-9]\\d\\d.*");
    }

    private static Kind kindOf(Element element) {
        return KINDS.get(element.normalName());
    }

    private void apply() {
        for (Words one : words) {
            Set<Kind> missing = EnumSet.copyOf(one.kinds());
            for (Element around = one.text().parent(); around != null; around = around.parent()) {
                if (!misleading.contains(around)) {
                    missing.remove(kindOf(around));
                }
                if (BOLD.contains(around.normalName())) {
                    missing.remove(Kind.STRONG);
                } else if (around.nameIs("a")) {
                    missing.remove(Kind.U);
                }
            }
            for (Kind kind : missing) {
                Element element = new Element(kind.tag);
                one.text().replaceWith(element);
                element.appendChild(one.text());
                // What is wrapped next goes within.
            }
        }
        // Which is no more than its content.
        misleading.forEach(element -> element.tagName("span"));
    }

    /** Programs begin anew for each word, and at each change from Thai to Latin letters; elements of one kind become one. */
    static void join(Document document) {
        for (Element parent : document.body().getAllElements()) {
            if (parent.childrenSize() > 1) {
                for (Node node : Siblings.detach(parent)) {
                    Node last = parent.childNodeSize() == 0 ? null : parent.childNode(parent.childNodeSize() - 1);
                    if (node instanceof Element next
                            && kindOf(next) != null
                            && last instanceof Element before
                            && before.nameIs(next.normalName())) {
                        before.appendChildren(Siblings.detach(next));
                    } else {
                        parent.appendChild(node);
                    }
                }
            }
        }
    }
}
