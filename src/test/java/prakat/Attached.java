package prakat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** Files to attach, made as they are needed. */
public final class Attached {

    private static final String MANIFEST =
            """
            <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">
            <manifest:file-entry manifest:full-path="/" manifest:media-type="%s"/>
            <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>""";

    private static final String CONTENT =
            """
            <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
             xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"
             xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" office:version="1.2"
             xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0">
            <office:body><office:text><text:p>%s</text:p><text:p><draw:frame svg:width="5cm" svg:height="5cm">
            <draw:image xlink:href="%s" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/></draw:frame></text:p>
            </office:text></office:body></office:document-content>""";

    private static final String SHEET =
            """
            <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
             xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
             xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">
            <office:body><office:spreadsheet><table:table table:name="A">%s</table:table>
            </office:spreadsheet></office:body></office:document-content>""";

    private Attached() {}

    /** One page with a frame on it. */
    public static byte[] pdf() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.addRect(72, 72, 450, 700);
                content.stroke();
            }
            document.save(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** With these texts, each on a page; in Latin letters. */
    public static byte[] pdf(List<String> texts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            for (String text : texts) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 20);
                    content.newLineAtOffset(72, 700);
                    content.showText(text);
                    content.endText();
                }
            }
            document.save(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A PNG of 640 x 360 pixels. */
    public static byte[] picture() {
        BufferedImage picture = new BufferedImage(640, 360, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(new Color(0x1b4b82));
        pen.fillRect(0, 0, 640, 360);
        pen.setColor(Color.WHITE);
        pen.fillOval(220, 80, 200, 200);
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * An OpenDocument text.
     *
     * @param picture where a picture lies that is not in it
     */
    public static byte[] document(String text, String picture) {
        return openDocument("text", CONTENT.formatted(text, picture));
    }

    /** An OpenDocument sheet, with A1, A2 and so on in the cells of its row. */
    public static byte[] table(int columns) {
        String cells = IntStream.rangeClosed(1, columns)
                .mapToObj(
                        "<table:table-cell office:value-type=\"string\"><text:p>A%d</text:p></table:table-cell>"
                                ::formatted)
                .collect(Collectors.joining("", "<table:table-row>", "</table:table-row>"));
        return openDocument("spreadsheet", SHEET.formatted(cells));
    }

    private static byte[] openDocument(String kind, String content) {
        String type = "application/vnd.oasis.opendocument." + kind;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            add(zip, "mimetype", type);
            add(zip, "META-INF/manifest.xml", MANIFEST.formatted(type));
            add(zip, "content.xml", content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void add(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
    }
}
