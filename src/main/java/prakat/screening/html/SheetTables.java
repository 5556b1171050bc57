package prakat.screening.html;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/** Tables of spreadsheets and word processors, in which a header row is one that is bold. */
final class SheetTables {

    private SheetTables() {}

    static void translate(Document document) {
        for (Element cell : document.select("td[data-sheets-hyperlink]:not(:has(a))")) {
            Element link = new Element("a").attr("href", cell.attr("data-sheets-hyperlink"));
            List.copyOf(cell.childNodes()).forEach(link::appendChild);
            cell.appendChild(link);
        }
        document.select("table").forEach(SheetTables::findHeader);
    }

    private static void findHeader(Element table) {
        Elements rows = table.select("> tr, > tbody > tr");
        if (rows.size() < 2
                || !table.select("> thead, > tbody > tr > th, > tr > th").isEmpty()) {
            return;
        }
        Element first = rows.get(0);
        boolean isHeader = isBold(first) && !rows.stream().skip(1).allMatch(SheetTables::isBold);
        if (isHeader) {
            first.select("> td").forEach(cell -> {
                cell.select("strong, b").unwrap();
                cell.tagName("th");
            });
            table.select("> caption, > colgroup").stream()
                    .reduce((one, next) -> next)
                    .ifPresentOrElse(
                            before -> before.after(new Element("thead").appendChild(first)),
                            () -> table.prependChild(new Element("thead").appendChild(first)));
        }
    }

    /** Whether all words of the row are; it has some. */
    private static boolean isBold(Element row) {
        boolean hasWords = false;
        for (Element cell : row.children()) {
            String words = cell.text().strip();
            if (!words.isEmpty() && !cell.select("strong, b").text().strip().equals(words)) {
                return false;
            }
            hasWords |= !words.isEmpty();
        }
        return hasWords;
    }
}
