package prakat.screening.reader;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import prakat.screening.Place;
import prakat.screening.Place.Part;

/** The parts of an OpenDocument file, each with the place at which people find it. */
final class OpenDocumentFile {

    private final Output output;
    private final EmbeddedFiles embedded;

    OpenDocumentFile(Output output, EmbeddedFiles embedded) {
        this.output = output;
        this.embedded = embedded;
    }

    /** Reads all parts. */
    void read(Path file) throws IOException, XMLStreamException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<? extends ZipEntry> parts =
                    zip.stream().filter(part -> !part.isDirectory()).toList();
            for (ZipEntry part : parts) {
                try (InputStream bytes = zip.getInputStream(part)) {
                    read(part.getName(), bytes);
                }
            }
        }
    }

    private void read(String path, InputStream bytes) throws IOException, XMLStreamException {
        String name = path.substring(path.lastIndexOf('/') + 1);
        String directory = path.substring(0, path.length() - name.length());
        // Charts and formulas are documents in directories of their own.
        Output within = directory.startsWith("Object")
                ? output.within(Place.inFile().inPart(Part.EMBEDDED, directory.replace("/", "")))
                : output;
        switch (name) {
            case "content.xml" -> new OpenDocumentText(within, Place.inFile()).read(bytes);
            case "styles.xml" -> new OpenDocumentText(within, Place.inFile().inPart(Part.HEADER, null)).read(bytes);
            case "meta.xml" -> Xml.forEachLeaf(
                    bytes, (said, text) -> within.text(Place.inFile().inPart(Part.METADATA, said), text));
            default -> {
                if (directory.equals("Pictures/") || directory.equals("media/")) {
                    embedded.read(name, Place.inFile().inPart(Part.PICTURE, name), bytes);
                } else if (path.startsWith("Object ") && directory.isEmpty()) {
                    embedded.read(name, Place.inFile().inPart(Part.EMBEDDED, name), bytes);
                }
            }
        }
    }
}
