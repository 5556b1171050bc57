package prakat.screening.html;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Styles that carry meaning: those of an element itself, and those that the document's style sheet gives to its class. */
final class StyleRules {

    private static final Set<String> MEANINGFUL = Set.of(
            "font-weight",
            "font-style",
            "text-decoration",
            "text-decoration-line",
            "vertical-align",
            "display",
            "mso-hide",
            "mso-list",
            "mso-element",
            "mso-outline-level");

    /** A class, of any element or of those with one name. */
    private static final Pattern CLASS = Pattern.compile("[a-z0-9]*\\.[\\w-]+");

    /** In characters, of one element's style or classes; the parser gives both to further elements. */
    private static final int LONGEST = 2_000;

    private static final Pattern COMMENT = Pattern.compile("<!--|-->|/\\*.*?\\*/", Pattern.DOTALL);

    private final Map<String, Map<String, String>> byClass = new HashMap<>();

    private StyleRules() {}

    static StyleRules of(Document document) {
        StyleRules rules = new StyleRules();
        document.select("style")
                .forEach(sheet -> rules.read(COMMENT.matcher(sheet.data()).replaceAll("")));
        return rules;
    }

    /** The properties that are declared for the element, by their names in small letters; none are inherited here. */
    Map<String, String> of(Element element) {
        Map<String, String> declared = new HashMap<>();
        if (!byClass.isEmpty() && isRead(element.attr("class"))) {
            element.classNames().forEach(name -> {
                declared.putAll(byClass.getOrDefault("." + name, Map.of()));
                declared.putAll(byClass.getOrDefault(element.normalName() + "." + name, Map.of()));
            });
        }
        if (isRead(element.attr("style"))) {
            declared.putAll(declarations(element.attr("style")));
        }
        return declared;
    }

    private static boolean isRead(String attribute) {
        return !attribute.isEmpty() && attribute.length() <= LONGEST;
    }

    /** What stands within an at-rule is for print or for particular screens. */
    private void read(String sheet) {
        int depth = 0;
        int start = 0;
        String selectors = "";
        for (int i = 0; i < sheet.length(); i++) {
            char c = sheet.charAt(i);
            if (c == '{' && depth++ == 0) {
                selectors = sheet.substring(start, i);
                start = i + 1;
            } else if (c == '}' && depth > 0 && --depth == 0) {
                add(selectors, sheet.substring(start, i));
                start = i + 1;
            }
        }
    }

    private void add(String selectors, String declarations) {
        Map<String, String> declared = declarations(declarations);
        if (declared.isEmpty() || selectors.contains("@")) {
            return;
        }
        for (String selector : selectors.split(",")) {
            String name = selector.strip();
            if (CLASS.matcher(name).matches()) {
                byClass.computeIfAbsent(name, one -> new HashMap<>()).putAll(declared);
            }
        }
    }

    private static Map<String, String> declarations(String text) {
        Map<String, String> declared = new HashMap<>();
        for (String declaration : text.split(";")) {
            int colon = declaration.indexOf(':');
            String name =
                    colon < 0 ? "" : declaration.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            if (MEANINGFUL.contains(name)) {
                declared.put(name, declaration.substring(colon + 1).strip().toLowerCase(Locale.ROOT));
            }
        }
        return declared;
    }
}
