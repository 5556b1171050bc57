package prakat.screening.reading;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import prakat.child.ChildCommand;
import prakat.screening.Finding;
import prakat.screening.FindingKind;
import prakat.screening.reader.Reader;

/** No file can do more than end the process that reads it; it is then reported, and the next file is read. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileFilesTest {

    private static final byte[] CLEAN = "ชื่อ,เลข\n".getBytes(UTF_8);
    private static final int BOMB = 35_000_000;
    private static final int MEGABYTES = 65;

    private static final Path NOWHERE = Path.of("/nowhere");

    private static FileReading reading;

    @TempDir
    static Path directory;

    @BeforeAll
    static void start() {
        reading = new FileReading(Readings.settings(NOWHERE, Duration.ofSeconds(20), MEGABYTES, Duration.ofMinutes(1)));
    }

    @AfterAll
    static void stop() {
        reading.stop();
        assertThat(readers()).isEmpty();
    }

    /** Those with a memory of that size, which no other class has. */
    private static List<ProcessHandle> readers() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> {
                    String command = process.info().commandLine().orElse("");
                    return command.contains(Reader.class.getName()) && command.contains("-Xmx" + MEGABYTES + "m");
                })
                .toList();
    }

    private static Reading read(byte[] content, String name) throws IOException {
        Path file = Files.write(directory.resolve("file"), content);
        return reading.read(file, name, Readings.mediaType(name));
    }

    private static void assertUnreadable(byte[] content, String name) throws IOException {
        Reading read = read(content, name);
        assertThat(read.isWhole()).isFalse();
        assertThat(read.findings()).extracting(Finding::kind).contains(FindingKind.UNREADABLE);
        assertThat(read(CLEAN, "b.csv").isWhole()).as("the next file is read").isTrue();
    }

    private static byte[] document(String repeated) throws IOException {
        String[] around = {
            "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>",
            "</w:t></w:r></w:p></w:body></w:document>"
        };
        String text = around[0] + repeated.repeat(BOMB / repeated.length()) + around[1];
        return Parts.with(OfficeFiles.inParagraph("x"), "word/document.xml", text.getBytes(US_ASCII));
    }

    @Test
    void documentOfOneEndlessWord() throws IOException {
        assertUnreadable(document("x"), "a.docx");
    }

    @Test
    void documentOfEndlessParagraphs() throws IOException {
        assertUnreadable(document("x</w:t></w:r></w:p><w:p><w:r><w:t>"), "a.docx");
    }

    /** Packed, it is small. */
    @Test
    void pictureOfAGigabyte() throws IOException {
        assertUnreadable(png(32_000, zeros(1 << 30)), "a.png");
    }

    @Test
    void pictureLargerThanAnyWall() throws IOException {
        assertUnreadable(png(60_000, zeros(1 << 16)), "a.png");
    }

    @Test
    void pagesThatLeadToThemselves() throws IOException {
        assertUnreadable(pdf("<</Type/Pages/Kids[2 0 R]/Count 1>>"), "a.pdf");
    }

    /** Ten times ten times ten and so on: after its time the process is ended. */
    @Test
    void drawingThatTakesYears() throws IOException {
        List<String> objects = new ArrayList<>(List.of(
                "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>",
                stream("", "/X Do ".repeat(10))));
        for (int next = 6; next < 20; next++) {
            objects.add(stream(
                    "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %d 0 R>>>>".formatted(next),
                    "/X Do ".repeat(10)));
        }
        FileReading brief =
                new FileReading(Readings.settings(null, Duration.ofMillis(1), MEGABYTES, Duration.ofMinutes(1)));
        Path file = Files.write(directory.resolve("file"), pdf(objects.toArray(String[]::new)));
        Reading read = brief.read(file, "a.pdf", Readings.mediaType("a.pdf"));
        assertThat(kinds(read)).contains(FindingKind.UNREADABLE);
        brief.stop();
    }

    @Test
    void archivesInArchives() throws IOException {
        byte[] archive = {1};
        for (int level = 0; level < 1000; level++) {
            archive = Parts.zip(Map.of("a.zip", archive));
        }
        assertUnreadable(Parts.with(OtherFiles.odt(""), "Object 1", archive), "a.odt");
    }

    @Test
    void picturesThatNothingReads() throws IOException {
        assertUnreadable(OtherFiles.png(new BufferedImage(99, 99, BufferedImage.TYPE_BYTE_GRAY)), "a.png");
    }

    /** What the process started is ended; and as it has nothing to do then, it ends too. */
    @Test
    void recognitionThatHangs() throws Exception {
        Path tesseract = directory.resolve("tesseract");
        Files.writeString(
                tesseract,
                """
                #!/bin/sh
                [ "$1" = --list-langs ] && printf 'tha\\neng\\nosd\\n' && exit
                exec sleep 987654
                """);
        assertThat(tesseract.toFile().setExecutable(true)).isTrue();
        FileReading resting =
                new FileReading(Readings.settings(tesseract, Duration.ofSeconds(4), MEGABYTES, Duration.ofMillis(500)));
        Path file = Files.write(
                directory.resolve("picture"), OtherFiles.png(new BufferedImage(99, 99, BufferedImage.TYPE_BYTE_GRAY)));
        List<ProcessHandle> others = readers();
        assertThat(kinds(resting.read(file, "a.png", "image/png"))).contains(FindingKind.UNREADABLE);
        assertThat(ProcessHandle.allProcesses()
                        .filter(process ->
                                process.info().commandLine().orElse("").contains("sleep 987654")))
                .isEmpty();
        for (ProcessHandle reader : readers()) {
            if (!others.contains(reader)) {
                reader.onExit().get(20, TimeUnit.SECONDS);
            }
        }
        Files.write(file, CLEAN);
        assertThat(resting.read(file, "a.csv", "text/csv").isWhole()).isTrue();
        resting.stop();
    }

    @Test
    void twoHundredAtOnce() throws IOException, InterruptedException, ExecutionException {
        Path file = Files.write(directory.resolve("many"), CLEAN);
        ExecutorService people = Executors.newFixedThreadPool(200);
        List<Future<Reading>> readings = people.invokeAll(
                Collections.nCopies(200, () -> reading.read(file, "a.csv", Readings.mediaType("a.csv"))));
        people.shutdown();
        for (Future<Reading> one : readings) {
            Reading read = one.get();
            assertThat(read.isWhole() || kinds(read).contains(FindingKind.NOT_SCREENED))
                    .isTrue();
        }
        assertThat(readers()).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void readersEndWithTheProgramAndLeaveNothing() throws IOException, InterruptedException {
        Path own = Files.createDirectory(directory.resolve("own"));
        ReadingSettings settings = Readings.settings();
        Process reader = ChildCommand.of(
                        Reader.class, settings.memory(), own, settings.idle().toString())
                .start();
        reader.getOutputStream().close();
        assertThat(reader.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(own).doesNotExist();
    }

    private static List<FindingKind> kinds(Reading read) {
        return read.findings().stream().map(Finding::kind).toList();
    }

    /** A PDF of these objects, from the second on. */
    private static byte[] pdf(String... objects) {
        StringBuilder pdf = new StringBuilder("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n");
        int number = 2;
        for (String object : objects) {
            pdf.append(number++).append(" 0 obj").append(object).append("endobj\n");
        }
        return pdf.append("trailer<</Root 1 0 R/Size %d>>\n%%%%EOF\n".formatted(number))
                .toString()
                .getBytes(US_ASCII);
    }

    private static String stream(String entries, String content) {
        return "<<%s/Length %d>>stream\n%s\nendstream ".formatted(entries, content.length(), content);
    }

    private static byte[] png(int side, byte[] pixels) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        byte[] header =
                ByteBuffer.allocate(13).putInt(side).putInt(side).put((byte) 8).array();
        chunk(png, "IHDR", header);
        chunk(png, "IDAT", pixels);
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] content) {
        CRC32 sum = new CRC32();
        sum.update(type.getBytes(US_ASCII));
        sum.update(content);
        png.writeBytes(ByteBuffer.allocate(12 + content.length)
                .putInt(content.length)
                .put(type.getBytes(US_ASCII))
                .put(content)
                .putInt((int) sum.getValue())
                .array());
    }

    /** So many zeros, packed; a piece of them is packed the same way each time, so that it takes no time. */
    private static byte[] zeros(int count) {
        int piece = Math.min(count, 1 << 20);
        byte[] packed = new byte[piece / 100 + 100];
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        deflater.setInput(new byte[piece]);
        int first = deflater.deflate(packed, 0, packed.length, Deflater.SYNC_FLUSH);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(packed, 0, first);
        deflater.setInput(new byte[piece]);
        int next = deflater.deflate(packed, 0, packed.length, Deflater.SYNC_FLUSH);
        for (int i = 1; i < count / piece; i++) {
            all.write(packed, 0, next);
        }
        deflater.end();
        return all.toByteArray();
    }
}
