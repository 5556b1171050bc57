package prakat.screening.reader;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import prakat.screening.Place;
import prakat.screening.Place.Part;

/**
 * The text of a text, spreadsheet or presentation in OpenDocument. Tika gives neither cells nor slides, and loses what of
 * them is hidden or deleted.
 */
final class OpenDocumentText {

    /** Of spaces. */
    private static final int MOST_REPEATED = 1000;

    private final Output output;
    private final Paragraphs paragraphs;
    private final Set<String> hiddenStyles = new HashSet<>();
    private final Set<String> decorativeStyles = new HashSet<>();
    private final Set<Integer> hiddenColumns = new HashSet<>();

    /** For each element that is open, whether what is in it stands in a part of its own. */
    private final Deque<Boolean> parts = new ArrayDeque<>();

    private XMLStreamReader xml;
    private String style;
    private String number;
    private int columns;
    private int pages;
    private boolean isSpreadsheet;
    private boolean isPicture;
    private boolean isDescribed;

    OpenDocumentText(Output output, Place place) {
        this.output = output;
        this.paragraphs = new Paragraphs(output, place);
    }

    /** Reads the main part, or the one of styles, which has the heads and feet of pages. */
    void read(InputStream bytes) throws XMLStreamException {
        xml = Xml.open(bytes);
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    begin(xml.getLocalName());
                    Part part = part(xml.getLocalName());
                    if (part != null) {
                        paragraphs.enter(part);
                    }
                    parts.push(part != null);
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    end(xml.getLocalName());
                    if (parts.pop()) {
                        paragraphs.leave();
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (paragraphs.isInParagraph()) {
                        paragraphs.text(xml.getText());
                    }
                }
                default -> {
                    // Instructions and remarks of the XML itself.
                }
            }
        }
        paragraphs.end();
    }

    private void begin(String element) {
        switch (element) {
            case "style" -> style = Xml.attribute(xml, "name");
            case "text-properties", "table-properties" -> hideStyle(
                    "none".equals(Xml.attribute(xml, "display")) || "false".equals(Xml.attribute(xml, "display")));
            case "drawing-page-properties" -> hideStyle("hidden".equals(Xml.attribute(xml, "visibility")));
            case "graphic-properties" -> {
                if ("true".equals(Xml.attribute(xml, "decorative"))) {
                    decorativeStyles.add(style);
                }
            }
            case "p", "h" -> paragraphs.beginParagraph();
            case "title", "desc" -> {
                isDescribed = true;
                paragraphs.beginParagraph();
            }
            case "s" -> paragraphs.text(" ".repeat(Math.min(repeated("c"), MOST_REPEATED)));
            case "tab" -> paragraphs.text("\t");
            case "line-break" -> paragraphs.text("\n");
            case "a" -> output.text(paragraphs.place(), Xml.attribute(xml, "href"));
            case "hidden-text" -> paragraphs.text(Xml.attribute(xml, "string-value"), Part.HIDDEN);
            case "page" -> paragraphs.moveTo(paragraphs.place().onPage(++pages));
            case "spreadsheet" -> isSpreadsheet = true;
            case "table" -> beginTable();
            case "table-header-rows" -> paragraphs.header();
            case "table-column" -> beginColumns();
            case "table-row" -> paragraphs.beginRow(repeated("number-rows-repeated"));
            case "table-cell", "covered-table-cell" -> {
                paragraphs.beginCell();
                paragraphs.widen(repeated("number-columns-repeated") - 1);
                number = Xml.attribute(xml, "value");
            }
            case "frame" -> {
                isPicture = false;
                isDescribed = decorativeStyles.contains(Xml.attribute(xml, "style-name"));
            }
            case "image" -> isPicture = true;
            default -> {
                // Says how something looks, or is nothing that people read.
            }
        }
    }

    private void end(String element) {
        switch (element) {
            case "p", "h", "title", "desc" -> paragraphs.endParagraph();
            case "table" -> paragraphs.endTable();
            case "table-cell", "covered-table-cell" -> {
                String value = number;
                paragraphs.endCell(shown -> Workbook.whole(value, shown));
                number = null;
            }
            case "frame" -> {
                if (isPicture && !isDescribed) {
                    paragraphs.pictureWithoutText();
                }
                isPicture = false;
            }
            default -> {
                // As above.
            }
        }
    }

    /** In which part stands what is in an element; null where in none of its own. */
    private Part part(String element) {
        return switch (element) {
            case "annotation" -> Part.COMMENT;
            case "note", "notes" -> Part.NOTES;
            case "tracked-changes" -> Part.DELETED;
            case "header", "header-left", "header-first", "footer", "footer-left", "footer-first" -> Part.HEADER;
            case "p", "h", "span", "table", "page" -> isHiddenStyle() ? Part.HIDDEN : null;
            case "table-row" -> isHiddenByItself() ? Part.HIDDEN : null;
            case "table-cell" -> hiddenColumns.contains(paragraphs.column()) ? Part.HIDDEN : null;
            default -> null;
        };
    }

    private void beginTable() {
        if (isSpreadsheet) {
            paragraphs.moveTo(paragraphs.place().inCell(Xml.attribute(xml, "name"), null));
        }
        paragraphs.beginTable();
        if (isSpreadsheet || "true".equals(Xml.attribute(xml, "use-first-row-styles"))) {
            paragraphs.header();
        }
        columns = 0;
        hiddenColumns.clear();
    }

    private void beginColumns() {
        int last = columns + repeated("number-columns-repeated");
        while (columns < last) {
            columns++;
            if (isHiddenByItself()) {
                hiddenColumns.add(columns);
            }
        }
    }

    private boolean isHiddenByItself() {
        String visibility = Xml.attribute(xml, "visibility");
        return "collapse".equals(visibility) || "filter".equals(visibility);
    }

    private boolean isHiddenStyle() {
        return hiddenStyles.contains(String.valueOf(Xml.attribute(xml, "style-name")));
    }

    private void hideStyle(boolean isHidden) {
        if (isHidden && style != null) {
            hiddenStyles.add(style);
        }
    }

    /** How often; once where it does not say, or no document could. */
    private int repeated(String attribute) {
        String times = Xml.attribute(xml, attribute);
        return times == null || !times.matches("[1-9]\\d{0,6}") ? 1 : Integer.parseInt(times);
    }
}
