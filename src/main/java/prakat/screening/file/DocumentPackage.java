package prakat.screening.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** An Office or OpenDocument file, which is a zip file outside: whether people can read it, and whether it holds macros. */
final class DocumentPackage implements AutoCloseable {

    /** In bytes: what is unpacked to see that it can be. More would cost more than it tells. */
    private static final long MOST_UNPACKED = 512L * 1024 * 1024;

    /** In bytes: of what is read, which costs far more than to unpack it. */
    private static final long LONGEST_XML = 16L * 1024 * 1024;

    private static final Pattern MAIN_PART =
            Pattern.compile("content\\.xml|word/document\\d*\\.xml|xl/workbook\\.xml|ppt/presentation\\.xml");

    /** Basic modules and scripts; the list of an empty library of macros is no macro. */
    private static final Pattern OPEN_DOCUMENT_MACRO =
            Pattern.compile("Basic/.+/(?!script-lb\\.xml|dialog-lb\\.xml)[^/]+|Scripts/.+/[^/]+");

    private static final Pattern OFFICE_MACRO_TYPE = Pattern.compile("(?i).*(vbaProject|macro).*");
    private static final XMLInputFactory XML = xml();

    private final ZipFile zip;

    private DocumentPackage(ZipFile zip) {
        this.zip = zip;
    }

    /**
     * Opens a zip file by the list at its end.
     *
     * @throws IOException where the list is not there, does not fit or is longer than that of any document
     */
    static DocumentPackage open(Path file) throws IOException {
        ZipContents contents = ZipContents.of(file);
        if (!contents.isThere() || contents.isTooLong()) {
            throw new IOException("No list of contents that a document could have");
        }
        return new DocumentPackage(new ZipFile(file.toFile()));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Whether its contents are locked with a password, in the way of OpenDocument. */
    boolean isLocked() throws IOException {
        Set<String> found = new HashSet<>();
        read("META-INF/manifest.xml", element -> found.add(element.getLocalName()));
        return found.contains("encryption-data");
    }

    /** Whether it holds macros, under whatever name. */
    boolean hasMacros() throws IOException {
        Set<String> names = new HashSet<>();
        zip.stream().forEach(entry -> names.add(entry.getName()));
        Set<String> found = new HashSet<>();
        read("[Content_Types].xml", element -> {
            String type = element.getAttributeValue(null, "ContentType");
            String part = element.getAttributeValue(null, "PartName");
            if (type != null && OFFICE_MACRO_TYPE.matcher(type).matches() && part != null) {
                found.add(part.replaceFirst("^/", ""));
            }
        });
        return names.stream()
                .anyMatch(name -> name.toLowerCase(Locale.ROOT).endsWith("vbaproject.bin")
                        || found.contains(name)
                        || OPEN_DOCUMENT_MACRO.matcher(name).matches());
    }

    /** Whether all that is in it can be unpacked, and its main part can be read. */
    boolean isWhole() {
        long unpacked = 0;
        try {
            for (ZipEntry entry : zip.stream().toList()) {
                if (unpacked < MOST_UNPACKED) {
                    unpacked += unpack(entry, MOST_UNPACKED - unpacked);
                }
                if (MAIN_PART.matcher(entry.getName()).matches()) {
                    read(entry.getName(), element -> {});
                }
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private long unpack(ZipEntry entry, long most) throws IOException {
        CRC32 sum = new CRC32();
        try (InputStream bytes = new CheckedInputStream(zip.getInputStream(entry), sum)) {
            long read = 0;
            byte[] some = new byte[8192];
            for (int n = bytes.read(some); n >= 0; n = bytes.read(some)) {
                read += n;
                if (read > most) {
                    return read;
                }
            }
            if (sum.getValue() != entry.getCrc()) {
                throw new IOException("Damaged: " + entry.getName());
            }
            return read;
        }
    }

    /** Passes through the elements of a part, if it is there and not too long. */
    private void read(String name, Consumer<XMLStreamReader> elements) throws IOException {
        ZipEntry part = zip.getEntry(name);
        if (part == null || unpack(part, LONGEST_XML) > LONGEST_XML) {
            return;
        }
        try (InputStream bytes = zip.getInputStream(part)) {
            XMLStreamReader reader = XML.createXMLStreamReader(bytes);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamReader.START_ELEMENT) {
                    elements.accept(reader);
                }
            }
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private static XMLInputFactory xml() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
