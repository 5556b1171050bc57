package prakat.screening.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import prakat.benchmark.Comparison;
import prakat.screening.file.FileKind;

/**
 * How much time of the processor the text of a thick book takes in the process that reads it: what that process needs to start
 * with, and then.
 */
@Tag("program")
@Tag("benchmark")
class DensePdfTest {

    private static final int PAGES = 350;
    private static final int LINES = 36;
    private static final int WORDS = 8;
    private static final float SIZE = 10;

    private static final List<String> VOCABULARY = List.of(
            "สำนักงานเขตพื้นที่การศึกษา",
            "ประกาศ",
            "รายชื่อ",
            "ผู้มีสิทธิ์",
            "เข้ารับ",
            "การคัดเลือก",
            "ครูผู้ช่วย",
            "โรงเรียน",
            "นักเรียน",
            "งบประมาณ",
            "พ.ศ.",
            "2570",
            "ที่ดิน",
            "น้ำ",
            "ระเบียบ",
            "ว่าด้วย",
            "พัสดุ",
            "ทั้งนี้",
            "ปี",
            "Google");

    @TempDir
    private Path directory;

    @Test
    void textOfABook() throws Exception {
        Path file = book();
        FileReading reading =
                new FileReading(Readings.settings(null, Duration.ofMinutes(1), 256, Duration.ofMinutes(1)));
        try {
            List<ProcessHandle> others = ProcessHandle.current().children().toList();
            Comparison comparison = new Comparison(
                    "text of a PDF of %d pages, %.1f MB".formatted(PAGES, Files.size(file) / 1e6), "s of processor");
            comparison.once("read for the first time", read(reading, file, others));
            comparison.print("read again", () -> read(reading, file, others));
        } finally {
            reading.stop();
        }
    }

    /** In seconds that the reader's process computed for it. */
    private static double read(FileReading reading, Path file, List<ProcessHandle> others) throws IOException {
        long before = milliseconds(others);
        assertThat(reading.read(file, "a.pdf", FileKind.PDF.mediaType()).isWhole())
                .isTrue();
        return (milliseconds(others) - before) / 1e3;
    }

    /** Of the reader's process, since it was started. */
    private static long milliseconds(List<ProcessHandle> others) {
        return ProcessHandle.current()
                .children()
                .filter(child -> !others.contains(child))
                .flatMap(child -> child.info().totalCpuDuration().stream())
                .mapToLong(Duration::toMillis)
                .sum();
    }

    private Path book() throws IOException {
        Random random = new Random(1);
        Path file = directory.resolve("book.pdf");
        try (PDDocument document = new PDDocument();
                InputStream bytes = new ClassPathResource("demo/Sarabun-Regular.ttf").getInputStream()) {
            PDFont font = PDType0Font.load(document, bytes, true);
            for (int number = 0; number < PAGES; number++) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(font, SIZE);
                    content.setLeading(1.7f * SIZE);
                    content.newLineAtOffset(40, 780);
                    for (int line = 0; line < LINES; line++) {
                        content.showTextWithPositioning(typeset(random));
                        content.newLine();
                    }
                    content.endText();
                }
            }
            document.save(file.toFile());
        }
        return file;
    }

    /** A line whose letters are moved a little, as in print. */
    private static Object[] typeset(Random random) {
        String line = Stream.generate(() -> VOCABULARY.get(random.nextInt(VOCABULARY.size())))
                .limit(WORDS)
                .collect(Collectors.joining(" "));
        return Arrays.stream(line.split("(?<=\\G..)"))
                .flatMap(letters -> Stream.of(letters, (float) random.nextInt(-20, 20)))
                .toArray();
    }
}
