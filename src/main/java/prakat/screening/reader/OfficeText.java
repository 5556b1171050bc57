package prakat.screening.reader;

import java.io.InputStream;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import prakat.screening.FindingKind;
import prakat.screening.Place;
import prakat.screening.Place.Part;

/**
 * The text in one part of an Office file: of a document, a slide, a chart, a remark. Tika would not say what of it is
 * deleted or hidden. The elements of documents and of drawings, on slides or elsewhere, mostly share their names.
 */
final class OfficeText {

    /** With which Word describes a picture by itself. */
    private static final Pattern FILE_NAME =
            Pattern.compile("(?is).*\\.(?:png|jpe?g|jfif|gif|bmp|tiff?|webp|emf|wmf|svg)\\s*");

    private static final Set<String> OFF = Set.of("0", "false", "off", "none");

    private final Output output;
    private final Paragraphs paragraphs;
    private final XMLStreamReader xml;
    private int deletions;
    private boolean isInRun;
    private boolean isHidden;
    private boolean isInPicture;
    private boolean isDescribed;

    private OfficeText(Output output, Paragraphs paragraphs, XMLStreamReader xml) {
        this.output = output;
        this.paragraphs = paragraphs;
        this.xml = xml;
    }

    /** Reads a part. */
    static void read(InputStream part, Place place, Output output) throws XMLStreamException {
        Paragraphs paragraphs = new Paragraphs(output, place);
        new OfficeText(output, paragraphs, Xml.open(part)).read();
        paragraphs.end();
    }

    private void read() throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                begin(xml.getLocalName());
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                end(xml.getLocalName());
            }
        }
    }

    private void begin(String element) throws XMLStreamException {
        switch (element) {
                // The same once more, for programs that are older.
            case "Fallback" -> Xml.skip(xml);
            case "sld" -> hide(OFF.contains(String.valueOf(Xml.attribute(xml, "show"))));
            case "p" -> paragraphs.beginParagraph();
            case "r" -> {
                isInRun = true;
                isHidden = false;
            }
            case "vanish" -> isHidden |= isInRun && isOn();
            case "del", "moveFrom" -> deletions++;
            case "t", "text", "v" -> text();
            case "delText", "delInstrText" -> paragraphs.text(xml.getElementText(), Part.DELETED);
            case "instrText" -> instruction(xml.getElementText());
            case "fldSimple" -> instruction(String.valueOf(Xml.attribute(xml, "instr")));
                // Written large across the page.
            case "textpath" -> paragraphs.text(Xml.attribute(xml, "string"), part());
            case "tab" -> paragraphs.text(isInRun ? "\t" : "", part());
            case "br", "cr" -> paragraphs.text("\n", part());
            case "noBreakHyphen" -> paragraphs.text("-", part());
            case "tbl" -> paragraphs.beginTable();
            case "tr" -> paragraphs.beginRow(1);
            case "tc" -> paragraphs.beginCell();
            case "gridSpan" -> paragraphs.widen(number(Xml.attribute(xml, "val")) - 1);
            case "tblHeader" -> markHeader(isOn());
            case "tblPr" -> markHeader("1".equals(Xml.attribute(xml, "firstRow")));
            case "drawing" -> isDescribed = false;
            case "pic" -> isInPicture = true;
            case "docPr", "cNvPr" -> describe();
            case "decorative" -> isDescribed |= isOn();
            default -> {
                // Says how something looks, or is nothing that people read.
            }
        }
    }

    private void end(String element) {
        switch (element) {
            case "p" -> paragraphs.endParagraph();
            case "r" -> isInRun = false;
            case "del", "moveFrom" -> deletions--;
            case "tc" -> paragraphs.endCell();
            case "tbl" -> paragraphs.endTable();
            case "pic" -> {
                if (!isDescribed) {
                    paragraphs.pictureWithoutText();
                }
                isInPicture = false;
                isDescribed = false;
            }
            default -> {
                // As above.
            }
        }
    }

    /** In diagrams an element of that name holds paragraphs. */
    private void text() throws XMLStreamException {
        if (!xml.getNamespaceURI().endsWith("/diagram")) {
            paragraphs.text(xml.getElementText(), part());
        }
    }

    private Part part() {
        return deletions > 0 ? Part.DELETED : isInRun && isHidden ? Part.HIDDEN : null;
    }

    private void hide(boolean hidden) {
        if (hidden) {
            paragraphs.moveTo(paragraphs.place().inPart(Part.HIDDEN, null));
        }
    }

    /** Fields make text, or links; and some can start programs. */
    private void instruction(String field) {
        if (field.strip().startsWith("DDE")) {
            output.found(FindingKind.ACTIVE_CONTENT, paragraphs.place());
        }
        if (field.contains("://") || field.contains("mailto:")) {
            paragraphs.text(" " + field + " ", Part.HIDDEN);
        }
    }

    private void markHeader(boolean header) {
        if (header) {
            paragraphs.header();
        }
    }

    private void describe() {
        String description = Xml.attribute(xml, "descr");
        boolean isText = description != null && !description.isBlank();
        if (isText) {
            output.text(paragraphs.place(), description);
        }
        // That of a picture in a document stands before it.
        isDescribed |= isText
                && !FILE_NAME.matcher(description).matches()
                && (isInPicture || xml.getLocalName().equals("docPr"));
    }

    private boolean isOn() {
        String value = Xml.attribute(xml, "val");
        return value == null || !OFF.contains(value);
    }

    private static int number(String digits) {
        return digits == null || !digits.matches("\\d{1,3}") ? 1 : Integer.parseInt(digits);
    }
}
