package prakat.screening.reading;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;

/** PDF, OpenDocument files and pictures that say something in a place of which few people think. */
final class OtherFiles {

    /** A4 at 200 dots per inch. */
    private static final int WIDTH = 1654;

    private static final int HEIGHT = 2339;
    private static final int DPI = 200;

    /** The picture's description, and where it was taken: tags of TIFF, which EXIF is inside. */
    private static final int DESCRIPTION = 0x010e;

    private static final int GPS = 0x8825;
    private static final short ASCII = 2;
    private static final short LONG = 4;
    private static final short RATIONAL = 5;

    private OtherFiles() {}

    /** As much of an OpenDocument file as readers need. */
    static byte[] openDocument(String kind, String content, String styles, String meta) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("mimetype", ("application/vnd.oasis.opendocument." + kind).getBytes(StandardCharsets.US_ASCII));
        parts.put("content.xml", xml("document-content", content));
        parts.put("styles.xml", xml("document-styles", styles));
        parts.put("meta.xml", xml("document-meta", "<office:meta>" + meta + "</office:meta>"));
        return Parts.zip(parts);
    }

    private static byte[] xml(String element, String content) {
        StringBuilder xml = new StringBuilder("<office:" + element);
        for (String prefix : List.of("office", "text", "table", "style", "draw", "presentation", "meta", "fo", "svg")) {
            xml.append(" xmlns:%s=\"urn:oasis:names:tc:opendocument:xmlns:%s:1.0\"".formatted(prefix, prefix));
        }
        xml.append(" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">");
        return xml.append(content)
                .append("</office:" + element + ">")
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    static byte[] odt(String text) throws IOException {
        return openDocument("text", "<office:body><office:text>" + text + "</office:text></office:body>", "", "");
    }

    /** A sheet with something in its cell C5. */
    static byte[] ods(String columns, String rowAttributes, String cell) throws IOException {
        return openDocument(
                "spreadsheet",
                """
                <office:automatic-styles><style:style style:name="hidden"><style:table-properties table:display="false"/>
                </style:style></office:automatic-styles>
                <office:body><office:spreadsheet><table:table table:name="รายชื่อ">%s
                <table:table-row table:number-rows-repeated="4"><table:table-cell/></table:table-row>
                <table:table-row %s><table:table-cell table:number-columns-repeated="2"/>
                <table:table-cell>%s</table:table-cell></table:table-row>
                </table:table></office:spreadsheet></office:body>"""
                        .formatted(columns, rowAttributes, cell),
                "",
                "");
    }

    /** Two slides, with something on the second. */
    static byte[] odp(String secondStyle, String onSecond) throws IOException {
        return openDocument(
                "presentation",
                """
                <office:automatic-styles><style:style style:name="hidden">
                <style:drawing-page-properties presentation:visibility="hidden"/></style:style></office:automatic-styles>
                <office:body><office:presentation><draw:page/><draw:page draw:style-name="%s">%s</draw:page>
                </office:presentation></office:body>"""
                        .formatted(secondStyle, onSecond),
                "",
                "");
    }

    /** Changes a PDF while it is made. */
    interface Change {

        void accept(PDDocument document, PDPage page) throws IOException;
    }

    /** Two pages of text, and a change of the second. */
    static byte[] pdf(Change change) throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(page(document, "Announcement of the office about an examination in June"));
            PDPage second = page(document, "List of those who may take part in the examination");
            document.addPage(second);
            change.accept(document, second);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static PDPage page(PDDocument document, String text) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        write(document, page, new PDType1Font(FontName.HELVETICA), 700, text);
        return page;
    }

    /** Writes a line at that height. */
    static void write(PDDocument document, PDPage page, PDFont font, float y, String text) throws IOException {
        write(document, page, font, 72, y, text);
    }

    static void write(PDDocument document, PDPage page, PDFont font, float x, float y, String text) throws IOException {
        try (PDPageContentStream content =
                new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true)) {
            content.beginText();
            content.setFont(font, 12);
            content.newLineAtOffset(x, y);
            content.showText(text);
            content.endText();
        }
    }

    /** A page without text that is one picture, as scanners make them. */
    static byte[] scan(BufferedImage picture) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawImage(
                        LosslessFactory.createFromImage(document, picture),
                        0,
                        0,
                        page.getMediaBox().getWidth(),
                        page.getMediaBox().getHeight());
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    /** A printed page at 200 dots per inch. */
    static BufferedImage printed(Path font, float points, List<String> lines) throws IOException {
        BufferedImage page = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = page.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.setColor(Color.BLACK);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        try {
            graphics.setFont(Font.createFont(Font.TRUETYPE_FONT, font.toFile()).deriveFont(points * DPI / 72));
        } catch (FontFormatException e) {
            throw new IOException(e);
        }
        int y = DPI;
        for (String line : lines) {
            graphics.drawString(line, DPI, y);
            y += graphics.getFont().getSize() * 8 / 5;
        }
        graphics.dispose();
        return page;
    }

    static byte[] png(BufferedImage picture) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        return bytes.toByteArray();
    }

    /** A photograph that says what is on it, and was taken at Chiang Mai. */
    static byte[] photograph(String description) throws IOException {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "jpeg", jpeg);
        byte[] picture = jpeg.toByteArray();
        byte[] text = (description + "\0").getBytes(StandardCharsets.US_ASCII);
        int values = 8 + 2 + 2 * 12 + 4;
        int gps = values + text.length;
        int degrees = gps + 2 + 4 * 12 + 4;
        ByteBuffer tiff = ByteBuffer.allocate(degrees + 48).order(ByteOrder.LITTLE_ENDIAN);
        tiff.putShort((short) 0x4949).putShort((short) 42).putInt(8);
        tiff.putShort((short) 2);
        tag(tiff, DESCRIPTION, ASCII, text.length, values);
        tag(tiff, GPS, LONG, 1, gps);
        tiff.putInt(0).put(text);
        tiff.putShort((short) 4);
        tag(tiff, 1, ASCII, 2, 'N');
        tag(tiff, 2, RATIONAL, 3, degrees);
        tag(tiff, 3, ASCII, 2, 'E');
        tag(tiff, 4, RATIONAL, 3, degrees + 24);
        tiff.putInt(0);
        for (int part : new int[] {18, 47, 20, 98, 59, 10}) {
            tiff.putInt(part).putInt(1);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(picture, 0, 2);
        int length = 2 + 6 + tiff.capacity();
        bytes.writeBytes(new byte[] {(byte) 0xff, (byte) 0xe1, (byte) (length >> 8), (byte) length});
        bytes.writeBytes("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(tiff.array());
        bytes.write(picture, 2, picture.length - 2);
        return bytes.toByteArray();
    }

    private static void tag(ByteBuffer tiff, int tag, short type, int count, int value) {
        tiff.putShort((short) tag).putShort(type).putInt(count).putInt(value);
    }
}
