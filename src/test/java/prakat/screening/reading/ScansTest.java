package prakat.screening.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import prakat.screening.Finding;
import prakat.screening.FindingKind;
import prakat.screening.Passage;
import prakat.screening.Place;
import prakat.screening.Place.Part;

/** Text in pictures is read by Tesseract; what it cannot read is not taken for clean. */
@ExtendWith(WithTesseract.class)
class ScansTest {

    static final Path FONT = Path.of("/usr/share/fonts/truetype/tlwg/Garuda.ttf");

    private static final String SENTENCE = "ด้วยผู้มีรายนามต่อไปนี้ เลขประจำตัวประชาชน ";
    private static final List<String> NUMBERS = List.of(
            "1234567890121",
            "1-2345-67890-12-1",
            "3 8477 64683 09 1",
            "1-9392-45064-79-4",
            "4959931927946",
            "8-7394-04949-85-9",
            "1 9231 29192 12 3",
            "6102241220815");

    @TempDir
    static Path directory;

    private static Reading read(byte[] content, String name) throws IOException {
        return Readings.read(directory, content, name);
    }

    private static String digits(List<Passage> passages) {
        return passages.stream()
                .map(Passage::text)
                .collect(Collectors.joining())
                .replaceAll("[ -]", "");
    }

    @Test
    void numbersInAScanAreRead() throws IOException {
        List<String> lines = new ArrayList<>();
        NUMBERS.forEach(number -> lines.add(SENTENCE + number));
        Reading read = read(OtherFiles.scan(OtherFiles.printed(FONT, 14, lines)), "a.pdf");
        assertThat(read.isWhole()).isTrue();
        assertThat(read.findings()).extracting(Finding::kind).contains(FindingKind.NO_TEXT_LAYER);
        Place page = Place.inFile().onPage(1).inPart(Part.PICTURE, null);
        assertThat(read.passages())
                .filteredOn(passage -> passage.place().equals(page))
                .isNotEmpty();
        String digits = digits(read.passages());
        assertThat(NUMBERS).allMatch(number -> digits.contains(number.replaceAll("[ -]", "")));
        assertThat(digits).contains("ประชาชน");
    }

    @Test
    void picturesInDocumentsAreRead() throws IOException {
        byte[] picture = OtherFiles.png(
                OtherFiles.printed(FONT, 14, List.of(NUMBERS.get(0))).getSubimage(0, 0, 1000, 400));
        Reading read = read(OfficeFiles.withPicture(picture), "a.docx");
        assertThat(read.passages())
                .contains(new Passage(Place.inFile().inPart(Part.PICTURE, "image1.png"), NUMBERS.get(0)));
    }

    /** Fonts that do not say which letters their signs are: a reader sees text, a program none. */
    @Test
    void textOfUnknownLettersIsReadAsAPicture() throws IOException {
        byte[] content = OtherFiles.pdf((pdf, page) -> {
            PDType0Font font = PDType0Font.load(pdf, FONT.toFile());
            OtherFiles.write(pdf, page, font, 500, SENTENCE + NUMBERS.get(0));
        });
        ByteArrayOutputStream unknown = new ByteArrayOutputStream();
        try (PDDocument pdf = Loader.loadPDF(content)) {
            PDResources resources = pdf.getPage(1).getResources();
            for (COSName font : resources.getFontNames()) {
                resources.getFont(font).getCOSObject().removeItem(COSName.TO_UNICODE);
            }
            pdf.save(unknown);
        }
        Reading read = read(unknown.toByteArray(), "a.pdf");
        assertThat(digits(read.passages())).contains(NUMBERS.get(0));
    }

    /** Tesseract's Thai does not know all of them. */
    @Test
    void longNumbersInThaiDigitsAreLeftToAPerson() throws IOException {
        BufferedImage page = OtherFiles.printed(FONT, 14, List.of(SENTENCE + "๖๑๐๒๒๔๑๒๒๐๘๑๕", SENTENCE));
        assertThat(read(OtherFiles.png(page), "a.png").findings())
                .extracting(Finding::kind)
                .contains(FindingKind.UNREADABLE);
    }

    @Test
    void lettersOfTheOfficeAreReadable() throws IOException {
        BufferedImage page = OtherFiles.printed(
                FONT, 14, List.of("ที่ ศธ ๐๔๐๐๙/ว ๑๒๓๔", "๑๕ มกราคม ๒๕๗๐", "โทร. ๐ ๕๓๑๑ ๒๒๓๓", SENTENCE));
        Reading read = read(OtherFiles.png(page), "a.png");
        assertThat(read.isWhole()).as("%s", read.findings()).isTrue();
    }

    @Test
    void itSaysThatPicturesAreRead() {
        assertThat(Readings.READING.canReadPictures()).isTrue();
    }
}
