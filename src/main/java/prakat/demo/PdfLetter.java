package prakat.demo;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.springframework.core.io.ClassPathResource;

/**
 * A page of a letter as PDF. Its letters are drawn as outlines, since PDFBox puts Thai vowels and tone marks on each other; the
 * same text lies invisible over them, to be searched and copied.
 */
record PdfLetter(String title, String text) {

    private static final ClassPathResource FONT = new ClassPathResource("demo/Sarabun-Regular.ttf");
    private static final Font DRAWN = drawn();
    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);
    private static final float TITLE_SIZE = 18;
    private static final float SIZE = 14;
    private static final float LEADING = 1.7f;
    private static final float MARGIN = 72;
    private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;

    void writeTo(OutputStream out) throws IOException {
        try (PDDocument document = new PDDocument();
                InputStream file = FONT.getInputStream()) {
            document.getDocumentInformation().setTitle(title);
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            PDFont searched = PDType0Font.load(document, file, true);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                float y = write(title, TITLE_SIZE, PDRectangle.A4.getHeight() - MARGIN, searched, content);
                write(text, SIZE, y - SIZE, searched, content);
            }
            document.save(out);
        }
    }

    private static float write(String words, float size, float top, PDFont searched, PDPageContentStream content)
            throws IOException {
        Font font = DRAWN.deriveFont(size);
        float y = top;
        for (String line : lines(words, font)) {
            y -= size * LEADING;
            Shape outline = new TextLayout(line, font, EXACT).getOutline(new AffineTransform(1, 0, 0, -1, MARGIN, y));
            fill(outline, content);
            content.beginText();
            content.setRenderingMode(RenderingMode.NEITHER);
            content.setFont(searched, size);
            content.newLineAtOffset(MARGIN, y);
            content.showText(line);
            content.endText();
        }
        return y;
    }

    private static List<String> lines(String words, Font font) {
        BreakIterator breaks = BreakIterator.getLineInstance(Locale.forLanguageTag("th"));
        breaks.setText(words);
        List<String> lines = new ArrayList<>();
        int begin = 0;
        int end = 0;
        for (int next = breaks.next(); next != BreakIterator.DONE; next = breaks.next()) {
            if (end > begin
                    && font.getStringBounds(words.substring(begin, next), EXACT).getWidth() > WIDTH) {
                lines.add(words.substring(begin, end).strip());
                begin = end;
            }
            end = next;
        }
        lines.add(words.substring(begin).strip());
        return lines;
    }

    private static void fill(Shape outline, PDPageContentStream content) throws IOException {
        float[] c = new float[6];
        float x = 0;
        float y = 0;
        for (PathIterator path = outline.getPathIterator(null); !path.isDone(); path.next()) {
            switch (path.currentSegment(c)) {
                case PathIterator.SEG_MOVETO -> content.moveTo(c[0], c[1]);
                case PathIterator.SEG_LINETO -> content.lineTo(c[0], c[1]);
                case PathIterator.SEG_QUADTO -> {
                    content.curveTo(
                            (x + 2 * c[0]) / 3,
                            (y + 2 * c[1]) / 3,
                            (c[2] + 2 * c[0]) / 3,
                            (c[3] + 2 * c[1]) / 3,
                            c[2],
                            c[3]);
                    c[0] = c[2];
                    c[1] = c[3];
                }
                case PathIterator.SEG_CUBICTO -> {
                    content.curveTo(c[0], c[1], c[2], c[3], c[4], c[5]);
                    c[0] = c[4];
                    c[1] = c[5];
                }
                default -> content.closePath();
            }
            x = c[0];
            y = c[1];
        }
        content.fill();
    }

    private static Font drawn() {
        try (InputStream file = FONT.getInputStream()) {
            return Font.createFont(Font.TRUETYPE_FONT, file);
        } catch (IOException | FontFormatException e) {
            throw new IllegalStateException("the demo's own font", e);
        }
    }
}
