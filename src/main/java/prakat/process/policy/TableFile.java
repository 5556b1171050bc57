package prakat.process.policy;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.xml.ModelException;
import org.springframework.core.NestedExceptionUtils;
import prakat.input.SetupException;

/**
 * A decision table as its file has it, with the line of everything, so that a mistake can be found: the engine's model
 * of it knows no lines.
 */
final class TableFile {

    /** A text of the file, without spaces around it, and its line. */
    record Cell(String text, int line) {}

    /** A column of answers. */
    record Output(String name, String type, int line) {}

    /** The ids of the file's decisions. */
    final List<Cell> decisions = new ArrayList<>();

    /** How many rows may answer, for each table; {@code UNIQUE} where nothing is said. */
    final List<Cell> hitPolicies = new ArrayList<>();

    /** The expressions of the columns that are looked up. */
    final List<Cell> inputs = new ArrayList<>();

    /** The columns of answers. */
    final List<Output> outputs = new ArrayList<>();

    /** The cells of each row, inputs before outputs. */
    final List<List<Cell>> rows = new ArrayList<>();

    /** What is answered where no row fits. */
    final List<Cell> defaults = new ArrayList<>();

    /** How the engine's reader tells what is wrong with the structure. */
    private static final Pattern LOCATED = Pattern.compile("Line=(\\d+): (.*[^.])");

    private final String file;

    private TableFile(String file) {
        this.file = file;
    }

    /**
     * Reads a file.
     *
     * @param file its name
     * @throws SetupException where it is no DMN
     */
    static TableFile read(String file, byte[] content) {
        TableFile table = new TableFile(file);
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try {
            table.fill(factory.createXMLStreamReader(new ByteArrayInputStream(content)));
            Dmn.readModelFromStream(new ByteArrayInputStream(content));
            return table;
        } catch (XMLStreamException e) {
            throw table.wrong(e.getLocation() == null ? 1 : e.getLocation().getLineNumber(), "this is no XML");
        } catch (ModelException e) {
            String message = NestedExceptionUtils.getMostSpecificCause(e).getMessage();
            Matcher located = LOCATED.matcher(message);
            throw located.find()
                    ? table.wrong(Integer.parseInt(located.group(1)), "this is no DMN, " + located.group(2))
                    : table.wrong(1, "this is no DMN, " + message);
        }
    }

    /** What is wrong on a line, to be thrown. */
    SetupException wrong(int line, String what) {
        return new SetupException(file + ", line " + line + ": " + what + ".");
    }

    /** @throws SetupException that says what is wrong on the line, unless the rule is kept */
    void ensure(boolean kept, int line, String what) {
        if (!kept) {
            throw wrong(line, what);
        }
    }

    private void fill(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        Cell cell = new Cell("", 1);
        while (xml.hasNext()) {
            int event = xml.next();
            int line = xml.getLocation().getLineNumber();
            if (event == XMLStreamConstants.START_ELEMENT) {
                text.setLength(0);
                begin(xml, line);
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(xml.getText());
            } else if (event == XMLStreamConstants.END_ELEMENT && "text".equals(xml.getLocalName())) {
                cell = new Cell(text.toString().strip(), line);
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                end(xml.getLocalName(), cell);
                cell = new Cell("", line);
            }
        }
    }

    private void begin(XMLStreamReader xml, int line) {
        switch (xml.getLocalName()) {
            case "decision" -> decisions.add(new Cell(attribute(xml, "id", ""), line));
            case "decisionTable" -> hitPolicies.add(new Cell(attribute(xml, "hitPolicy", "UNIQUE"), line));
            case "output" -> outputs.add(new Output(attribute(xml, "name", ""), attribute(xml, "typeRef", ""), line));
            case "rule" -> rows.add(new ArrayList<>());
            default -> {
                // Nothing that counts.
            }
        }
    }

    private void end(String element, Cell cell) {
        switch (element) {
            case "inputExpression" -> inputs.add(cell);
            case "inputEntry", "outputEntry" -> {
                if (!rows.isEmpty()) {
                    rows.get(rows.size() - 1).add(cell);
                }
            }
            case "defaultOutputEntry" -> defaults.add(cell);
            default -> {
                // Nothing that counts.
            }
        }
    }

    private static String attribute(XMLStreamReader xml, String name, String otherwise) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? otherwise : value;
    }
}
