package prakat.web.desk.report;

import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyles;

/**
 * Thai words in a DOCX. Word takes Thai for a complex script, which has a font, a size and a weight of its own: what is said for
 * other letters alone would leave Thai ones in a small Times New Roman.
 */
final class ThaiText {

    /** The government's, which offices have; programs without it take another one. */
    private static final String FONT = "TH Sarabun New";

    private static final int USUAL = 16;

    private ThaiText() {}

    /** Of a document without other words of it: Thai wherever a script can be told by nothing else. */
    static void useIn(XWPFDocument document) {
        document.createStyles();
        CTRPr usual = CTRPr.Factory.newInstance();
        CTFonts fonts = usual.addNewRFonts();
        fonts.setAscii(FONT);
        fonts.setHAnsi(FONT);
        fonts.setEastAsia(FONT);
        fonts.setCs(FONT);
        size(usual, USUAL);
        usual.addNewLang().setBidi("th-TH");
        CTStyles styles = CTStyles.Factory.newInstance();
        styles.addNewDocDefaults().addNewRPrDefault().setRPr(usual);
        document.getStyles().setStyles(styles);
    }

    /** Adds words of that size, in points. */
    static void plain(XWPFParagraph paragraph, String words, int size) {
        run(paragraph, words, size, false);
    }

    /** The same, bold. */
    static void bold(XWPFParagraph paragraph, String words, int size) {
        run(paragraph, words, size, true);
    }

    /** In the order in which Word wants its elements. */
    private static void run(XWPFParagraph paragraph, String words, int size, boolean bold) {
        XWPFRun run = paragraph.createRun();
        CTRPr properties = run.getCTR().addNewRPr();
        if (bold) {
            properties.addNewB();
            properties.addNewBCs();
        }
        size(properties, size);
        // Without it, Word takes the size and weight of Latin letters for Thai ones that stand beside them.
        properties.addNewCs();
        run.setText(words);
    }

    private static void size(CTRPr properties, int points) {
        BigInteger halves = BigInteger.valueOf(2L * points);
        properties.addNewSz().setVal(halves);
        properties.addNewSzCs().setVal(halves);
    }
}
