package prakat.screening.reader;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFReader.SheetIterator;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler.SheetContentsHandler;
import org.apache.poi.xssf.model.SharedStrings;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import prakat.screening.Place;
import prakat.screening.Place.Part;

/** The cells of an Excel file, as it shows them. Tika gives neither their names nor which of them are hidden. */
final class Workbook {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,20}(?:\\.[0-9]{1,20})?(?:[eE]\\+?[0-9]{1,2})?");

    private static final Pattern POWER = Pattern.compile(".*[0-9][eE]\\+?[0-9]+\\s*");

    /** Of numbers that cells shorten. */
    private static final int SHORTEST = 9;

    private static final int DIGITS_OF_A_CITIZEN = 13;

    private final Output output;

    Workbook(Output output) {
        this.output = output;
    }

    /** Reads all sheets. */
    void read(Path file)
            throws IOException, OpenXML4JException, SAXException, ParserConfigurationException, XMLStreamException {
        try (OPCPackage parts = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            XSSFReader workbook = new XSSFReader(parts);
            workbook.setUseReadOnlySharedStringsTable(true);
            SharedStrings strings = workbook.getSharedStringsTable();
            StylesTable styles = workbook.getStylesTable();
            Set<String> hidden = hiddenSheets(workbook);
            SheetIterator sheets = workbook.getSheetIterator();
            while (sheets.hasNext()) {
                try (InputStream bytes = sheets.next()) {
                    Place place = Place.inFile().inCell(sheets.getSheetName(), null);
                    Cells cells = new Cells(output, place, hidden.contains(sheets.getSheetName()));
                    XMLReader xml = XMLHelper.newXMLReader();
                    xml.setContentHandler(
                            new XSSFSheetXMLHandler(
                                    styles, sheets.getSheetComments(), strings, cells, new Values(), false) {
                                @Override
                                public void startElement(String uri, String local, String name, Attributes attributes)
                                        throws SAXException {
                                    cells.begin(local, attributes);
                                    super.startElement(uri, local, name, attributes);
                                }
                            });
                    xml.parse(new InputSource(bytes));
                }
            }
        }
    }

    /**
     * What is to be read in a cell of any spreadsheet. Of a long whole number it may show no more than how it begins and how
     * long it is; and a number as long as a citizen's is none of money, whatever it looks like.
     *
     * @param number that stands in it; null where it is none
     */
    static String whole(String number, String shown) {
        if (number == null || !NUMBER.matcher(number).matches()) {
            return shown;
        }
        BigDecimal value = new BigDecimal(number);
        if (value.remainder(BigDecimal.ONE).signum() != 0) {
            return shown;
        }
        String digits = value.toBigInteger().toString();
        boolean isShortened = digits.length() >= SHORTEST
                && (shown.isBlank() || POWER.matcher(shown).matches());
        boolean isGrouped = digits.length() == DIGITS_OF_A_CITIZEN
                && !shown.replaceAll("[ -]", "").equals(digits);
        return isShortened || isGrouped ? digits : shown;
    }

    private static Set<String> hiddenSheets(XSSFReader workbook)
            throws IOException, OpenXML4JException, XMLStreamException {
        Set<String> hidden = new HashSet<>();
        try (InputStream bytes = workbook.getWorkbookData()) {
            XMLStreamReader xml = Xml.open(bytes);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("sheet")
                        && String.valueOf(Xml.attribute(xml, "state")).contains("idden")) {
                    hidden.add(Xml.attribute(xml, "name"));
                }
            }
        }
        return hidden;
    }

    /** What cells show, but the whole of long numbers. */
    private static final class Values extends DataFormatter {

        private static final Pattern MARKUP = Pattern.compile("\\[[^\\]]*\\]|[\\\\\"]");

        private static final Pattern IN_GROUPS = Pattern.compile("[0#]+(?:[- ][0#]+)+");

        Values() {
            super(Locale.ENGLISH);
        }

        @Override
        public String formatRawCellContents(double value, int formatIndex, String format, boolean use1904) {
            String pattern = format == null ? "" : MARKUP.matcher(format).replaceAll("");
            return IN_GROUPS.matcher(pattern).matches() && value >= 0
                    ? inGroups(String.valueOf(Math.round(value)), pattern)
                    : whole(String.valueOf(value), super.formatRawCellContents(value, formatIndex, format, use1904));
        }

        /** Digits in groups, such as a phone's: the library puts all hyphens but the first at the end. */
        private static String inGroups(String digits, String pattern) {
            StringBuilder shown = new StringBuilder(pattern).reverse();
            int next = digits.length();
            for (int i = 0; i < shown.length(); i++) {
                if (shown.charAt(i) == '0' || shown.charAt(i) == '#') {
                    shown.setCharAt(i, next > 0 ? digits.charAt(--next) : '0');
                }
            }
            return digits.substring(0, next) + shown.reverse();
        }
    }

    private static final class Cells implements SheetContentsHandler {

        private static final int MOST_COLUMNS = 16_384;

        private final Output output;
        private final Place place;
        private final boolean isSheetHidden;
        private final Set<Integer> hiddenColumns = new HashSet<>();
        private boolean isRowHidden;
        private int row;
        private int column;

        Cells(Output output, Place place, boolean isSheetHidden) {
            this.output = output;
            this.place = place;
            this.isSheetHidden = isSheetHidden;
        }

        /** Sees where cells are, and which columns and rows are hidden: the library does not tell. */
        void begin(String element, Attributes attributes) {
            boolean isHidden = isOn(attributes.getValue("hidden"));
            if (element.equals("row")) {
                isRowHidden = isHidden || "0".equals(attributes.getValue("ht"));
                column = -1;
            } else if (element.equals("c")) {
                // One that does not say where it is is the next.
                String reference = attributes.getValue("r");
                column = reference == null ? column + 1 : new CellReference(reference).getCol();
            } else if (element.equals("col") && (isHidden || "0".equals(attributes.getValue("width")))) {
                int last = Math.min(Integer.parseInt(attributes.getValue("max")), MOST_COLUMNS);
                for (int column = Integer.parseInt(attributes.getValue("min")); column <= last; column++) {
                    hiddenColumns.add(column - 1);
                }
            }
        }

        @Override
        public void startRow(int number) {
            row = number;
        }

        @Override
        public void endRow(int row) {
            // What follows says which row it is.
        }

        @Override
        public void cell(String reference, String value, XSSFComment comment) {
            // A comment without a cell has a name, and is told of while other cells are.
            String name = reference == null ? Paragraphs.cell(column + 1, row + 1) : reference;
            Place cell = place.inCell(place.sheet(), name);
            boolean isHidden =
                    isSheetHidden || isRowHidden || hiddenColumns.contains((int) new CellReference(name).getCol());
            output.text(isHidden ? cell.inPart(Part.HIDDEN, null) : cell, value);
            if (comment != null && comment.getString() != null) {
                output.text(cell.inPart(Part.COMMENT, null), comment.getString().getString());
            }
        }

        @Override
        public void headerFooter(String text, boolean isHeader, String which) {
            output.text(place.inPart(Part.HEADER, null), text);
        }

        private static boolean isOn(String value) {
            return "1".equals(value) || "true".equals(value);
        }
    }
}
