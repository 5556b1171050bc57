package prakat.screening.reader;

import com.drew.metadata.Metadata;
import com.drew.metadata.xmp.XmpDirectory;
import com.drew.metadata.xmp.XmpReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationFileAttachment;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import prakat.screening.FindingKind;
import prakat.screening.Place;
import prakat.screening.Place.Part;

/**
 * The text of a PDF, page by page, and what else is in it. PDFBox is what Tika reads PDF with too; here it is asked itself,
 * since the same document is read, rendered and looked through for actions.
 */
final class PdfFile {

    /** Of names of attachments in each other. */
    private static final int DEEPEST = 8;

    /** In letters and digits: a stamp, or a number of the page, does not make a page of text. */
    private static final int LEAST_TEXT = 40;

    /** Of signs that are drawn and stand for no letter that the PDF would name: less than a number could hide in. */
    private static final int MOST_UNKNOWN = 8;

    private static final Pattern TITLE = Pattern.compile("Title|dc:title.*");

    private final Output output;
    private final EmbeddedFiles embedded;
    private final TextRecognition recognition;
    private final Set<Integer> pagesOfPictures = new HashSet<>();

    PdfFile(Output output, EmbeddedFiles embedded, TextRecognition recognition) {
        this.output = output;
        this.embedded = embedded;
        this.recognition = recognition;
    }

    /** Reads it. */
    void read(Path file) throws IOException, XMLStreamException {
        try (PDDocument pdf = Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache())) {
            new PdfActions().find(pdf, output);
            readPages(pdf);
            readMetadata(pdf);
            readForm(pdf.getDocumentCatalog().getAcroForm(null));
            if (pdf.getDocumentCatalog().getNames() != null) {
                readAttachments(pdf.getDocumentCatalog().getNames().getEmbeddedFiles(), 0);
            }
            new PdfPictures(pdf, output, recognition).read(pagesOfPictures);
        } catch (InvalidPasswordException e) {
            output.found(FindingKind.LOCKED, Place.inFile());
            output.unreadable(Place.inFile());
        }
    }

    private void readPages(PDDocument pdf) throws IOException {
        PdfText text = new PdfText();
        int number = 0;
        for (PDPage page : pdf.getPages()) {
            number++;
            Place place = Place.inFile().onPage(number);
            try {
                String read = text.read(page);
                output.text(place, read);
                if (text.takeFailure()) {
                    output.unreadable(place);
                }
                boolean isText = read.chars()
                                .filter(Character::isLetterOrDigit)
                                .limit(LEAST_TEXT)
                                .count()
                        == LEAST_TEXT;
                if (text.takeUnknown() > MOST_UNKNOWN || !isText) {
                    pagesOfPictures.add(number);
                }
                readAnnotations(page, place);
            } catch (IOException e) {
                output.unreadable(place);
            }
        }
        if (number == 0 || number < pdf.getNumberOfPages()) {
            output.unreadable(Place.inFile());
        }
    }

    private void readAnnotations(PDPage page, Place place) throws IOException {
        for (PDAnnotation annotation : page.getAnnotations()) {
            output.text(place.inPart(Part.COMMENT, null), annotation.getContents());
            if (annotation instanceof PDAnnotationLink link && link.getAction() instanceof PDActionURI action) {
                output.text(place, action.getURI());
            }
            if (annotation instanceof PDAnnotationFileAttachment attachment
                    && attachment.getFile() instanceof PDComplexFileSpecification file) {
                readAttachment(file, place);
            }
        }
    }

    private void readMetadata(PDDocument pdf) throws IOException {
        Map<String, String> said = new LinkedHashMap<>();
        PDDocumentInformation information = pdf.getDocumentInformation();
        information
                .getMetadataKeys()
                .forEach(key -> said.put(key, String.valueOf(information.getPropertyStringValue(key))));
        PDMetadata xmp = pdf.getDocumentCatalog().getMetadata();
        if (xmp != null) {
            Metadata metadata = new Metadata();
            new XmpReader().extract(xmp.toByteArray(), metadata);
            metadata.getDirectoriesOfType(XmpDirectory.class)
                    .forEach(directory -> said.putAll(directory.getXmpProperties()));
        }
        said.forEach((name, text) -> output.text(Place.inFile().inPart(Part.METADATA, name), text));
        boolean hasTitle = said.entrySet().stream()
                .anyMatch(one ->
                        TITLE.matcher(one.getKey()).matches() && !one.getValue().isBlank());
        if (!hasTitle) {
            output.found(FindingKind.NO_TITLE, Place.inFile());
        }
    }

    private void readForm(PDAcroForm form) throws IOException, XMLStreamException {
        if (form == null) {
            return;
        }
        for (PDField field : form.getFieldTree()) {
            output.text(Place.inFile(), field.getValueAsString());
        }
        if (form.getXFA() != null) {
            Xml.forEachLeaf(
                    new ByteArrayInputStream(form.getXFA().getBytes()),
                    (name, text) -> output.text(Place.inFile(), text));
        }
    }

    private void readAttachments(PDNameTreeNode<PDComplexFileSpecification> files, int depth) throws IOException {
        if (files == null || depth > DEEPEST) {
            return;
        }
        Map<String, PDComplexFileSpecification> named = files.getNames();
        if (named != null) {
            for (PDComplexFileSpecification file : named.values()) {
                readAttachment(file, Place.inFile());
            }
        }
        if (files.getKids() != null) {
            for (PDNameTreeNode<PDComplexFileSpecification> kid : files.getKids()) {
                readAttachments(kid, depth + 1);
            }
        }
    }

    private void readAttachment(PDComplexFileSpecification file, Place place) throws IOException {
        if (file == null) {
            return;
        }
        String name = String.valueOf(file.getFilename());
        Place at = place.inPart(Part.EMBEDDED, name);
        output.found(FindingKind.ACTIVE_CONTENT, at);
        PDEmbeddedFile bytes =
                file.getEmbeddedFileUnicode() == null ? file.getEmbeddedFile() : file.getEmbeddedFileUnicode();
        if (bytes != null) {
            embedded.read(name, at, bytes.createInputStream());
        }
    }
}
