package prakat.screening.reader;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.state.EmptyGraphicsStackException;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/** The text of a PDF's pages, and what of it is lost: signs of no known letter, and what makes no sense. */
final class PdfText extends PDFTextStripper {

    /** In points: the side of the squares by which signs that stand close together are found. */
    private static final float SQUARE = 16;

    private final Map<Integer, List<Drawn>> drawn = new HashMap<>();
    private final Map<PDFont, Map<Integer, Boolean>> known = new WeakHashMap<>();

    /** Whether other text stands for what is drawn. */
    private boolean isReplaced;

    private int unknown;
    private boolean hasFailed;

    /** A sign that was drawn, as it was then: PDFBox adds accents to it that come later. */
    private record Drawn(String text, float x, float y) {}

    PdfText() {
        // Digits in boxes of their own need not be written from left to right.
        setSortByPosition(true);
        // Takes PDFBox a sixth of all the time: see isDrawn.
        setSuppressDuplicateOverlappingText(false);
    }

    /** The text of a page. Asked for a page of the document, PDFBox would go through all its pages. */
    String read(PDPage page) throws IOException {
        output = new StringWriter();
        charactersByArticle.clear();
        drawn.clear();
        if (page.hasContents()) {
            processPage(page);
        }
        return output.toString();
    }

    /** How many signs were of no known letter since it was asked last. */
    int takeUnknown() {
        int taken = unknown;
        unknown = 0;
        return taken;
    }

    /** Whether something made no sense since it was asked last. */
    boolean takeFailure() {
        boolean taken = hasFailed;
        hasFailed = false;
        return taken;
    }

    @Override
    protected void operatorException(Operator operator, List<COSBase> operands, IOException failure)
            throws IOException {
        hasFailed |= !(failure instanceof EmptyGraphicsStackException);
        super.operatorException(operator, operands, failure);
    }

    @Override
    protected void showGlyph(Matrix where, PDFont font, int code, Vector displacement) throws IOException {
        if (!isKnown(font, code)) {
            unknown++;
        }
        super.showGlyph(where, font, code, displacement);
    }

    /** Asked once for each sign of a font: of a book, that is for most of its signs. */
    private boolean isKnown(PDFont font, int code) throws IOException {
        return known.computeIfAbsent(font, first -> new HashMap<>())
                .computeIfAbsent(code, first -> font.toUnicode(first) != null);
    }

    @Override
    public void beginMarkedContentSequence(COSName tag, COSDictionary properties) {
        isReplaced = properties != null && properties.getString(COSName.ACTUAL_TEXT) != null;
        super.beginMarkedContentSequence(tag, properties);
    }

    @Override
    public void endMarkedContentSequence() {
        isReplaced = false;
        super.endMarkedContentSequence();
    }

    /** Text that stands for what is drawn is read in any case. */
    @Override
    protected void processTextPosition(TextPosition sign) {
        if (isReplaced || !isDrawn(sign)) {
            super.processTextPosition(sign);
        }
    }

    /** Some programs draw twice, nearly in the same place, what is to look bold; a number would be read with each digit twice. */
    private boolean isDrawn(TextPosition sign) {
        float near = Math.min(sign.getWidth() / sign.getUnicode().length() / 3, SQUARE / 2);
        float left = sign.getX() - near;
        float right = sign.getX() + near;
        float top = sign.getY() - near;
        float bottom = sign.getY() + near;
        int[] corners = {square(left, top), square(right, top), square(right, bottom), square(left, bottom)};
        for (int i = 0; i < corners.length; i++) {
            if (i == 0 || corners[i] != corners[i - 1]) {
                for (Drawn other : drawn.getOrDefault(corners[i], List.of())) {
                    if (other.x > left
                            && other.x < right
                            && other.y > top
                            && other.y < bottom
                            && other.text.equals(sign.getUnicode())) {
                        return true;
                    }
                }
            }
        }
        drawn.computeIfAbsent(square(sign.getX(), sign.getY()), first -> new ArrayList<>())
                .add(new Drawn(sign.getUnicode(), sign.getX(), sign.getY()));
        return false;
    }

    /** Squares that are far from each other may share a number: places are compared too. */
    private static int square(float x, float y) {
        return 1000 * (int) (y / SQUARE) + (int) (x / SQUARE);
    }
}
