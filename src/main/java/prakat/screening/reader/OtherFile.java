package prakat.screening.reader;

import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.MetadataException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.io.input.CloseShieldInputStream;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.EmptyParser;
import org.apache.tika.parser.ParseContext;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;
import prakat.screening.FindingKind;
import prakat.screening.Place;
import prakat.screening.Place.Part;

/** A file of a kind that may not be attached, in another file: older Office files, mails, pages, archives. Tika reads them. */
final class OtherFile {

    /** What a machine would run. */
    private static final Pattern PROGRAM = Pattern.compile(
            "application/(?:x-(?:dosexec|msdownload|executable|elf|sharedlib|mach-o|sh|bat|ms-installer|ms-shortcut)\\b.*"
                    + "|java-archive|javascript|x-javascript)|text/(?:javascript|vbscript)");

    /** Pictures of points; others are drawings, which Tika reads. */
    private static final Pattern PICTURE = Pattern.compile("image/(?!emf|wmf|svg).*");

    /** What Tika says of its own work. */
    private static final Pattern OF_TIKA = Pattern.compile("(?:X-TIKA|Content-|resourceName|embedded).*");

    private final Output output;
    private final EmbeddedFiles embedded;
    private final TextRecognition recognition;

    OtherFile(Output output, EmbeddedFiles embedded, TextRecognition recognition) {
        this.output = output;
        this.embedded = embedded;
        this.recognition = recognition;
    }

    /** Made where it is needed for the first time: it knows hundreds of kinds. */
    private static final class Tika {

        private static final AutoDetectParser PARSER = new AutoDetectParser();
    }

    /** Reads it, as far as anything is known of its kind. */
    void read(Path file, String name)
            throws IOException, TikaException, SAXException, ImageProcessingException, MetadataException {
        Metadata metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        try (TikaInputStream bytes = TikaInputStream.get(file)) {
            String type = Tika.PARSER
                    .getDetector()
                    .detect(bytes, metadata)
                    .getBaseType()
                    .toString();
            if (PROGRAM.matcher(type).matches()) {
                output.found(FindingKind.ACTIVE_CONTENT, Place.inFile());
            } else if (PICTURE.matcher(type).matches()) {
                new PictureFile(output, recognition).read(file, true);
            } else if (type.equals("application/zip")) {
                readArchive(bytes);
            } else {
                parse(bytes, metadata);
            }
        }
    }

    private void parse(TikaInputStream bytes, Metadata metadata) throws IOException, TikaException, SAXException {
        ParseContext context = new ParseContext();
        context.set(EmbeddedDocumentExtractor.class, new Embedded());
        try {
            Tika.PARSER.parse(bytes, new Text(), metadata, context);
        } catch (EncryptedDocumentException e) {
            output.found(FindingKind.LOCKED, Place.inFile());
            output.unreadable(Place.inFile());
        } catch (TikaException e) {
            if (e.getCause() instanceof Output.LimitReached reached) {
                throw reached;
            }
            throw e;
        }
        for (String said : metadata.names()) {
            if (!OF_TIKA.matcher(said).matches()) {
                output.text(Place.inFile().inPart(Part.METADATA, said), metadata.get(said));
            }
        }
        if (Arrays.asList(metadata.getValues(TikaCoreProperties.TIKA_PARSED_BY))
                .contains(EmptyParser.class.getName())) {
            output.unreadable(Place.inFile());
        }
    }

    private void readArchive(InputStream bytes) throws IOException {
        ZipInputStream zip = new ZipInputStream(bytes, StandardCharsets.ISO_8859_1);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (!entry.isDirectory()) {
                Place place = Place.inFile().inPart(Part.EMBEDDED, entry.getName());
                embedded.read(entry.getName(), place, CloseShieldInputStream.wrap(zip));
            }
        }
    }

    /** Hands over what Tika finds in a file. */
    private final class Embedded implements EmbeddedDocumentExtractor {

        @Override
        public boolean shouldParseEmbedded(Metadata metadata) {
            return true;
        }

        @Override
        public void parseEmbedded(InputStream bytes, ContentHandler text, Metadata metadata, boolean isHtml)
                throws IOException {
            String name = String.valueOf(metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY));
            Place place = Place.inFile().inPart(Part.EMBEDDED, name);
            embedded.read(name, place, CloseShieldInputStream.wrap(bytes));
        }
    }

    /** Text as it comes, a line of the XHTML that Tika makes at a time. */
    private final class Text extends DefaultHandler {

        private static final Set<String> LINES =
                Set.of("p", "div", "tr", "li", "title", "h1", "h2", "h3", "h4", "h5", "h6", "body");

        private final StringBuilder line = new StringBuilder();

        @Override
        public void characters(char[] characters, int start, int length) {
            line.append(characters, start, length);
        }

        @Override
        public void ignorableWhitespace(char[] characters, int start, int length) {
            line.append(' ');
        }

        @Override
        public void endElement(String uri, String local, String name) {
            if (LINES.contains(local) || line.length() > Answer.LONGEST_TEXT) {
                output.text(Place.inFile(), line.toString());
                line.setLength(0);
            }
        }
    }
}
