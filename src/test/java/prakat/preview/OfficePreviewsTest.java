package prakat.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import prakat.Attached;
import prakat.files.FileDirectory;
import prakat.files.ReceivedFile;
import prakat.input.Refusal;
import prakat.request.content.StoredFile;
import prakat.screening.file.FileKind;

/** Office documents are looked at without Office, and harm nobody by it. */
class OfficePreviewsTest {

    private static final Duration MOST = Duration.ofMinutes(1);

    /** Where LibreOffice is told to put the PDF. */
    private static final String MADE = "$PWD/document.pdf";

    @TempDir
    Path files;

    @TempDir
    Path scripts;

    private FileDirectory directory;

    /** A picture that lies elsewhere could be any file of this machine. */
    @Test
    @ExtendWith(WithLibreOffice.class)
    void aDocumentIsShownWithoutWhatLiesElsewhere() throws IOException {
        Path elsewhere = Files.write(files.resolve("secret.png"), Attached.picture());
        OfficePreviews previews = previews(null, MOST);
        StoredFile document =
                stored(Attached.document("ประกาศรับสมัครงาน", elsewhere.toUri().toString()));

        Path pdf = made(previews, document).path();

        try (PDDocument shown = Loader.loadPDF(pdf.toFile())) {
            assertThat(shown.getNumberOfPages()).isEqualTo(1);
            assertThat(new PDFTextStripper().getText(shown)).contains("ประก");
            assertThat(shown.getPage(0).getResources().getXObjectNames()).isEmpty();
        }
        assertThat(directory.remove(document.sha256(), Instant.MAX)).isTrue();
        assertThat(pdf).doesNotExist();
    }

    @Test
    @ExtendWith(WithLibreOffice.class)
    void aWideSheetIsShownWithAllItsColumns() throws IOException {
        OfficePreviews previews = previews(null, MOST);
        StoredFile table = stored(Attached.table(40), FileKind.ODS);

        try (PDDocument shown = Loader.loadPDF(made(previews, table).path().toFile())) {
            assertThat(shown.getNumberOfPages()).isEqualTo(1);
            assertThat(new PDFTextStripper().getText(shown)).contains("A1", "A40");
        }
    }

    /** On one page it would be made so small that nobody could read it. */
    @Test
    void aSheetThatIsTooLongForOnePageIsShownPageByPage() throws IOException {
        Path one = Files.write(scripts.resolve("one"), page(new PDRectangle(200, 7300)));
        Path many = Files.write(scripts.resolve("many"), page(PDRectangle.A4));
        OfficePreviews previews = previews(
                script("case \"$*\" in *SinglePageSheets*) cp " + one + " %2$s;; *) cp " + many + " %2$s;; esac"),
                MOST);

        for (FileKind kind : List.of(FileKind.ODS, FileKind.XLSX, FileKind.ODT)) {
            assertThat(made(previews, stored(kind.mediaType().getBytes(StandardCharsets.UTF_8), kind))
                            .path())
                    .hasSameBinaryContentAs(many);
        }
        Files.write(one, page(new PDRectangle(7200, 200)));
        assertThat(made(previews, stored("short".getBytes(StandardCharsets.UTF_8), FileKind.XLSX))
                        .path())
                .hasSameBinaryContentAs(one);
    }

    @Test
    void eachOfTwentyIsMadeOnceAndOneAtATime() throws IOException {
        OfficePreviews previews = previews(
                script(
                        "[ -e %1$s/busy ] && touch %1$s/two; touch %1$s/busy; echo once >> %1$s/runs; cp document %2$s; rm %1$s/busy"),
                MOST);
        List<StoredFile> documents = new ArrayList<>();
        for (int n = 0; n < 20; n++) {
            documents.add(stored(("document " + n).getBytes(StandardCharsets.UTF_8)));
        }

        IntStream.range(0, 3).forEach(time -> documents.forEach(previews::of));

        for (StoredFile document : documents) {
            assertThat(made(previews, document).path()).hasSameBinaryContentAs(document.path());
        }
        assertThat(Files.readAllLines(scripts.resolve("runs"))).hasSize(20);
        assertThat(scripts.resolve("two")).doesNotExist();
    }

    @Test
    void whatTakesTooLongIsEndedAndNotTriedAgain() throws IOException {
        OfficePreviews previews = previews(
                script("pwd > %1$s/where; echo once >> %1$s/runs; sleep 987651 & sleep 987652"), Duration.ofSeconds(1));
        StoredFile document = stored("endless".getBytes(StandardCharsets.UTF_8));

        await().atMost(MOST).untilAsserted(() -> assertThatThrownBy(() -> previews.of(document))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("preview-failed")));

        assertThatThrownBy(() -> previews.of(document)).isInstanceOf(Refusal.class);
        assertThat(Files.readAllLines(scripts.resolve("runs"))).hasSize(1);
        await().atMost(MOST).until(() -> running("sleep 98765").isEmpty());
        Path where = Path.of(Files.readString(scripts.resolve("where")).strip());
        await().atMost(MOST).until(() -> Files.notExists(where));
    }

    /** What it wrote may be a link to what it must not read. */
    @Test
    void aLinkIsNoPreview() throws IOException {
        Path secret = Files.writeString(files.resolve("secret"), "%PDF");
        OfficePreviews previews = previews(script("ln -s " + secret + " %2$s"), MOST);
        StoredFile document = stored("link".getBytes(StandardCharsets.UTF_8));

        await().atMost(MOST).untilAsserted(() -> assertThatThrownBy(() -> previews.of(document))
                .isInstanceOf(Refusal.class));
    }

    @Test
    void theEndOfTheProgramEndsWhatIsBeingMade() throws IOException {
        OfficePreviews previews = previews(script("sleep 987653"), MOST.multipliedBy(5));
        previews.of(stored("begun".getBytes(StandardCharsets.UTF_8)));
        await().atMost(MOST).until(() -> !running("sleep 987653").isEmpty());

        previews.stop();

        await().atMost(MOST).until(() -> running("sleep 987653").isEmpty());
    }

    @Test
    void whereThereIsNoLibreOfficePeopleAreTold() throws IOException {
        OfficePreviews previews = previews("none", MOST);
        StoredFile document = stored("document".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> previews.of(document))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("preview-without-office"));
    }

    private OfficePreviews previews(String office, Duration time) {
        directory = new FileDirectory(new FileDirectory.Settings(files));
        return new OfficePreviews(directory, WithLibreOffice.settings(office, time));
    }

    /** In place of LibreOffice. */
    private String script(String commands) throws IOException {
        Path script = scripts.resolve("soffice");
        Files.writeString(script, "#!/bin/sh\n" + commands.formatted(scripts, MADE) + "\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        return script.toString();
    }

    private static byte[] page(PDRectangle size) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage(size));
            document.save(bytes);
        }
        return bytes.toByteArray();
    }

    private StoredFile stored(byte[] content) throws IOException {
        return stored(content, FileKind.ODT);
    }

    private StoredFile stored(byte[] content, FileKind kind) throws IOException {
        ReceivedFile received = directory.receive(new ByteArrayInputStream(content), Integer.MAX_VALUE);
        directory.place(received, received.sha256());
        return new StoredFile(
                "หนังสือ.odt",
                kind.mediaType(),
                null,
                received.size(),
                received.sha256(),
                directory.path(received.sha256()));
    }

    private static StoredFile made(OfficePreviews previews, StoredFile document) {
        return await().atMost(MOST)
                .until(() -> previews.of(document), Optional::isPresent)
                .orElseThrow();
    }

    private static List<ProcessHandle> running(String command) {
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            return all.filter(process -> process.info().commandLine().orElse("").contains(command))
                    .toList();
        }
    }
}
