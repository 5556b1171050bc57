package prakat.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prakat.demo.Plan.Proposal;
import prakat.demo.Topics.Topic;
import prakat.files.FileDirectory;
import prakat.organisation.office.FiscalPeriod;
import prakat.screening.file.FileKind;

class PlanTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);
    private static final Topics TOPICS = Topics.read();

    private final List<Proposal> plan = Plan.of(TOPICS.topics(), 200, TODAY);

    @TempDir
    private Path directory;

    @Test
    void itIsTheSameForTheSameDay() {
        assertThat(Plan.of(TOPICS.topics(), 200, TODAY)).isEqualTo(plan);
    }

    /** Newer versions are requests, too, and come to what is planned here. */
    @Test
    void asManyAreMadeAsWereAskedFor() {
        long updates = plan.stream().filter(one -> one.fate() == Fate.UPDATED).count();

        assertThat(updates).isPositive();
        assertThat(plan.size() + updates).isEqualTo(200);
    }

    @Test
    void theyComeInTheFiscalYearBeforeAndInThisOneUpToToday() {
        assertThat(plan).allSatisfy(one -> assertThat(one.day()).isBetween(LocalDate.of(2025, 10, 1), TODAY));
        assertThat(plan.stream().map(one -> FiscalPeriod.of(one.day()).first()))
                .contains(LocalDate.of(2025, 10, 1), LocalDate.of(2026, 10, 1));
    }

    @Test
    void everythingHappensToSomeOfThem() {
        Set<Fate> fates = plan.stream().map(Proposal::fate).collect(Collectors.toCollection(HashSet::new));

        assertThat(fates).isEqualTo(EnumSet.allOf(Fate.class));
    }

    @Test
    void whatComesMonthlyComesInItsMonthsOnly() {
        assertThat(plan.stream().filter(one -> !one.topic().months().isEmpty()))
                .allSatisfy(one ->
                        assertThat(one.topic().months()).contains(one.day().getMonthValue()));
    }

    @Test
    void titlesTellThemApart() {
        List<String> titles = plan.stream()
                .map(one -> new Wording(one, TOPICS, new Random(one.seed()))
                        .fill(one.topic().title()))
                .toList();

        assertThat(titles).doesNotHaveDuplicates().noneMatch(title -> title.contains("{") || title.length() > 200);
        assertThat(TOPICS.topics())
                .extracting(Topic::title)
                .contains("สรุปผลการดำเนินการจัดซื้อจัดจ้างในรอบเดือน{month} (แบบ สขร.1)");
        assertThat(titles).contains("สรุปผลการดำเนินการจัดซื้อจัดจ้างในรอบเดือนตุลาคม 2569 (แบบ สขร.1)");
    }

    @Test
    void aPdfSaysWhatItShows() throws IOException {
        byte[] pdf = written("letter.pdf", FileKind.PDF, new PdfLetter("ครั้งที่ 1", "ที่ได้รับ")::writeTo);

        assertThat(new PDFTextStripper().getText(Loader.loadPDF(pdf))).contains("ครั้งที่ 1", "ที่ได้รับ");
    }

    @Test
    void otherFilesAreWhatTheirNamesSay() throws IOException {
        written("letter.docx", FileKind.DOCX, new WordLetter("หัวเรื่อง", "เนื้อหา")::writeTo);
        written("picture.jpg", FileKind.JPEG, out -> out.write(new Picture(1).drawn()));
    }

    private byte[] written(String name, FileKind kind, FileDirectory.Bytes bytes) throws IOException {
        Path file = directory.resolve(name);
        try (var out = Files.newOutputStream(file)) {
            bytes.writeTo(out);
        }
        assertThat(FileKind.of(file, name)).isEqualTo(kind);
        return Files.readAllBytes(file);
    }
}
