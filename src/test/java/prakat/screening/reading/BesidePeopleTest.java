package prakat.screening.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import prakat.Caller;
import prakat.Given;
import prakat.Program;
import prakat.benchmark.Comparison;

/**
 * How long people wait for a decision while 50 submissions a minute with new files are screened, beside how long they wait
 * while there are none: in turns, in one run.
 */
@Tag("program")
@Tag("benchmark")
@ExtendWith(WithTesseract.class)
class BesidePeopleTest {

    private static final Duration ROUND = Duration.ofMinutes(1);
    private static final int SUBMISSIONS = 50;
    private static final int DECISIONS = 240;

    @TempDir
    private Path directory;

    @Test
    void decisionsBesideScreening() throws Exception {
        try (Program program = Program.start(directory, "demo", Map.of())) {
            URI uri = program.up();
            new Comparison("decisions beside the screening of " + SUBMISSIONS + " submissions a minute", "ms, p99")
                    .print(
                            "screened meanwhile",
                            new Rounds(uri, true),
                            "without them",
                            new Rounds(uri, false),
                            "at most 1.5");
        }
    }

    /** A minute of decisions each. */
    private static final class Rounds implements Comparison.Side {

        private final URI program;
        private final boolean isBeside;
        private final List<Double> middle = new ArrayList<>();

        Rounds(URI program, boolean isBeside) {
            this.program = program;
            this.isBeside = isBeside;
        }

        @Override
        public double measure() throws Exception {
            List<Double> sorted = round(program, middle.size(), isBeside);
            middle.add(sorted.get(sorted.size() / 2));
            return sorted.get(sorted.size() * 99 / 100);
        }

        @Override
        public String also() {
            return ", p50 %.0f ms".formatted(middle.get(middle.size() - 1));
        }
    }

    /** Gives how long each decision took, in milliseconds, the shortest first. */
    private static List<Double> round(URI program, int number, boolean beside) throws Exception {
        List<String> waiting = IntStream.range(0, DECISIONS / 2)
                .mapToObj(n -> new Given(program)
                        .submit("finance-staff", Given.submission("เรื่องที่ " + n + " ของรอบที่ " + number))
                        .get("id")
                        .asText())
                .toList();
        List<Map<String, byte[]>> files = new ArrayList<>();
        for (int n = 0; n < SUBMISSIONS; n++) {
            files.add(file(n, number + "-" + beside + "-" + n));
        }
        ConcurrentLinkedQueue<Double> took = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<String> submitted = new ConcurrentLinkedQueue<>();
        ScheduledExecutorService people = Executors.newScheduledThreadPool(8);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int n = 0; n < DECISIONS; n++) {
                String id = waiting.get(n / 2);
                boolean certifies = n % 2 == 0;
                all.add(people.schedule(
                        () -> took.add(decide(program, id, certifies)), at(n, DECISIONS), TimeUnit.MILLISECONDS));
            }
            for (int n = 0; beside && n < SUBMISSIONS; n++) {
                Map<String, byte[]> file = files.get(n);
                all.add(people.schedule(
                        () -> submitted.add(submit(program, file)), at(n, SUBMISSIONS), TimeUnit.MILLISECONDS));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            people.shutdown();
        }
        submitted.forEach(id -> await().atMost(Duration.ofMinutes(5))
                .until(() ->
                        !request(program, id).at("/screening/state").asText().equals("pending")));
        return took.stream().sorted().toList();
    }

    private static long at(int n, int of) {
        return ROUND.toMillis() * n / of;
    }

    /** In milliseconds. */
    private static double decide(URI program, String id, boolean certifies) {
        long begun = System.nanoTime();
        assertThat(Caller.basic(program, certifies ? "finance-director" : "web-officer")
                        .post(
                                "/api/requests/" + id + (certifies ? "/certification" : "/vetting"),
                                certifies ? Given.CERTIFIED : Given.PERMITTED)
                        .status())
                .isEqualTo(200);
        return (System.nanoTime() - begun) / 1e6;
    }

    private static String submit(URI program, Map<String, byte[]> file) {
        return Caller.basic(program, "hr-staff")
                .post(
                        "/api/requests",
                        Given.submission("เรื่องที่มีไฟล์ " + file.keySet()).toString(),
                        file)
                .json()
                .get("id")
                .asText();
    }

    private static JsonNode request(URI program, String id) {
        return Caller.basic(program, "hr-staff").get("/api/requests/" + id).json();
    }

    /** Of ten, four PDF documents, three of Word, two of Excel, and a scan. */
    private static Map<String, byte[]> file(int n, String what) {
        try {
            String line = "บัญชีรายชื่อผู้มีสิทธิ์เข้ารับการคัดเลือก " + what;
            return switch (n % 10) {
                case 0, 3, 6, 8 -> Map.of("ประกาศ.pdf", OtherFiles.pdf((document, page) -> {
                    for (int more = 0; more < 20; more++) {
                        document.importPage(page);
                    }
                    document.getDocumentInformation().setTitle(what);
                }));
                case 1, 4, 7 -> Map.of(
                        "หนังสือ.docx", OfficeFiles.document(document -> Stream.generate(document::createParagraph)
                                .limit(200)
                                .forEach(paragraph -> paragraph.createRun().setText(line))));
                case 2, 5 -> Map.of("บัญชี.xlsx", OfficeFiles.workbook(sheet -> IntStream.range(0, 500)
                        .forEach(row -> {
                            var cells = sheet.createRow(row);
                            IntStream.range(0, 8)
                                    .forEach(column -> cells.createCell(column).setCellValue(line + column));
                        })));
                default -> Map.of("สแกน.pdf", OtherFiles.scan(scanned(line)));
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage scanned(String line) throws IOException {
        return OtherFiles.printed(
                ScansTest.FONT, 14, Stream.generate(() -> line).limit(25).toList());
    }
}
