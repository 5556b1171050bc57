package prakat.screening.reader;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import prakat.screening.Place;
import prakat.screening.file.PlainText;

/** Plain text, in the charset that it is in. */
final class TextFile {

    private static final String SEPARATORS = ",;\t|";

    private final Output output;

    TextFile(Output output) {
        this.output = output;
    }

    /** Reads a text, paragraph by paragraph. */
    void readText(Path file) throws IOException {
        StringBuilder paragraph = new StringBuilder();
        try (BufferedReader lines = open(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isBlank() || paragraph.length() > Answer.LONGEST_TEXT / 2) {
                    output.text(Place.inFile(), paragraph.toString());
                    paragraph.setLength(0);
                }
                paragraph.append(line).append('\n');
            }
        }
        output.text(Place.inFile(), paragraph.toString());
    }

    /** Reads a table, cell by cell; as a text, where it is no table from somewhere on. */
    void readTable(Path file) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator(file))
                .setLenientEof(true)
                .setTrailingData(true)
                .get();
        try (Reader text = open(file);
                CSVParser rows = CSVParser.parse(text, format)) {
            for (CSVRecord row : rows) {
                for (int column = 1; column <= row.size(); column++) {
                    String cell = Paragraphs.cell(column, (int) row.getRecordNumber());
                    output.text(Place.inFile().inCell(null, cell), row.get(column - 1));
                }
            }
        } catch (UncheckedIOException e) {
            readText(file);
        }
    }

    /** The one of which there is most in the first line. */
    private static char separator(Path file) throws IOException {
        String first;
        try (BufferedReader lines = open(file)) {
            first = String.valueOf(lines.readLine());
        }
        return (char) SEPARATORS
                .chars()
                .boxed()
                .max(Comparator.comparing(separator -> first.chars()
                        .filter(character -> character == separator)
                        .count()))
                .orElseThrow()
                .intValue();
    }

    private static BufferedReader open(Path file) throws IOException {
        Charset charset = PlainText.charsetOf(file).orElse(StandardCharsets.UTF_8);
        return new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset));
    }
}
