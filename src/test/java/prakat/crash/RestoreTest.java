package prakat.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import prakat.Answer;
import prakat.Caller;
import prakat.Given;
import prakat.PostOffice;
import prakat.Prakat;
import prakat.Program;

/**
 * An office that is backed up under load, loses its machine, goes on at another from the backup, and moves to PostgreSQL
 * later: as src/docs/backup.md tells administrators to do it.
 */
@Tag("program")
@Tag("crash")
class RestoreTest {

    private static final int PEOPLE = 3;
    private static final Duration STAY = Duration.ofSeconds(45);

    @TempDir
    Path directory;

    private final ConcurrentLinkedQueue<Submitted> submitted = new ConcurrentLinkedQueue<>();
    private volatile boolean working = true;

    private record Submitted(String id, String number, String text, Instant at, Instant until) {}

    @Test
    void anOfficeGoesOnFromItsBackupAndMovesToPostgres() throws Exception {
        GreenMail mails = PostOffice.open();
        mails.purgeEmailFromAllMailboxes();
        Path old = Files.createDirectory(directory.resolve("old"));
        Path other = Files.createDirectory(directory.resolve("other"));
        Instant backedUp;
        try (Program program = Program.start(old, "demo", environment())) {
            URI uri = program.up();
            List<Thread> people = new ArrayList<>();
            for (int n = 0; n < PEOPLE; n++) {
                people.add(new Thread(() -> work(uri), "person-" + n));
            }
            people.forEach(Thread::start);
            TimeUnit.SECONDS.sleep(20);
            backedUp = Instant.now();
            JsonNode made = ok(201, Caller.basic(uri, "admin").post("/api/backups", ""));
            TimeUnit.SECONDS.sleep(10);
            program.kill();
            working = false;
            for (Thread person : people) {
                person.join();
            }
            restore(made.get("name").asText(), other);
        }
        Set<String> told = subjects(mails);
        mails.purgeEmailFromAllMailboxes();

        Set<String> numbers = new HashSet<>();
        submitted.forEach(request -> numbers.add(request.number()));
        try (Program program = Program.start(other, "demo", environment())) {
            URI uri = program.up();
            Caller officer = Caller.basic(uri, "web-officer");
            int kept = 0;
            for (Submitted request : submitted) {
                Answer answer = untilReady(officer, "/api/requests/" + request.id());
                if (request.at().isBefore(backedUp)) {
                    isThere(request, answer, officer);
                    kept++;
                }
                assertThat(Caller.anonymous(uri)
                                                .get("/news/" + request.number())
                                                .status()
                                        == 200
                                && Instant.now().isAfter(request.until()))
                        .as(request + " is shown after its end")
                        .isFalse();
            }
            assertThat(program.log()).contains("This database was restored (from backup");
            assertThat(numbers)
                    .doesNotContain(ok(
                                    201,
                                    Caller.basic(uri, "finance-staff")
                                            .post(
                                                    "/api/requests",
                                                    Given.submission("หลังกู้คืน")
                                                            .toString()))
                            .get("number")
                            .asText());
            TimeUnit.SECONDS.sleep(10);
            Set<String> again = subjects(mails);
            assertThat(again).as("what is new is told").isNotEmpty();
            again.retainAll(told);
            assertThat(again).as("nothing old is sent again").isEmpty();
            System.out.println("RESTORED " + kept + " of " + submitted.size() + " requests, those before the backup");
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            move(other, postgres);
        }
    }

    private void isThere(Submitted request, Answer answer, Caller officer) {
        assertThat(ok(200, answer).get("number").asText()).isEqualTo(request.number());
        assertThat(officer.get("/api/requests/" + request.id() + "/attachments/1")
                        .response()
                        .body())
                .isEqualTo(request.text().getBytes(StandardCharsets.UTF_8));
    }

    private void move(Path office, EmbeddedPostgres postgres) throws Exception {
        Map<String, String> database = Program.on(postgres);
        List<String> arguments = new ArrayList<>(List.of(
                "move-to-postgres",
                "--spring.datasource.url=jdbc:h2:durable:" + office.resolve("data/prakat")
                        + ";MODE=PostgreSQL;DEFAULT_NULL_ORDERING=HIGH",
                "--prakat.files=" + office.resolve("data/files")));
        database.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        Prakat.main(arguments.toArray(String[]::new));
        assertThat(office.resolve("data/prakat.mv.db")).doesNotExist();
        try (Program program = Program.start(office, "demo,postgres", database)) {
            URI uri = program.up();
            Caller officer = Caller.basic(uri, "web-officer");
            untilReady(officer, "/api/requests");
            List<String> through = new ArrayList<>();
            Instant until = Instant.now().plus(STAY).truncatedTo(ChronoUnit.SECONDS);
            for (JsonNode returned : ok(200, officer.get("/api/requests?status=returned&size=100"))
                    .get("items")) {
                String path = "/api/requests/" + returned.get("id").asText();
                ok(
                        201,
                        200,
                        Caller.basic(uri, "finance-staff")
                                .post(
                                        path + "/revisions",
                                        Given.submission("แก้ไขแล้ว")
                                                .put("publishUntil", until.toString())
                                                .toString()));
                ok(200, Caller.basic(uri, "finance-director").post(path + "/certification", Given.CERTIFIED));
                ok(200, officer.post(path + "/vetting", Given.PERMITTED));
                through.add(path);
            }
            assertThat(through).isNotEmpty();
            TimeUnit.MILLISECONDS.sleep(
                    Math.max(0, Duration.between(Instant.now(), until).toMillis()) + 12_000);
            for (String path : through) {
                assertThat(officer.get(path).json().get("status").asText()).isEqualTo("taken-down");
            }
            System.out.println("MOVED, and " + through.size() + " requests came back, were published and taken down");
        }
    }

    private Map<String, String> environment() {
        return Map.of(
                "PRAKAT_BACKUP_DIRECTORY",
                directory.resolve("backups").toString(),
                "SPRING_MAIL_HOST",
                "127.0.0.1",
                "SPRING_MAIL_PORT",
                String.valueOf(PostOffice.PORT),
                "PRAKAT_MAIL_FROM",
                "website@example.org");
    }

    /** Some wait for the director, some are returned, some are on the website until soon. */
    private void work(URI uri) {
        Caller staff = Caller.basic(uri, "finance-staff");
        for (int n = 0; working; n++) {
            try {
                Instant until = Instant.now().plus(STAY).truncatedTo(ChronoUnit.SECONDS);
                String text = Thread.currentThread().getName() + " " + n + " ก".repeat(500);
                JsonNode request = ok(
                        201,
                        staff.post(
                                "/api/requests",
                                Given.submission(Thread.currentThread().getName() + " " + n)
                                        .put("publishUntil", until.toString())
                                        .toString(),
                                Map.of("attachment.txt", text.getBytes(StandardCharsets.UTF_8))));
                submitted.add(new Submitted(
                        request.get("id").asText(), request.get("number").asText(), text, Instant.now(), until));
                String path = "/api/requests/" + request.get("id").asText();
                if (n % 3 < 2) {
                    ok(
                            200,
                            Caller.basic(uri, "finance-director")
                                    .post(path + "/certification", n % 3 == 0 ? Given.RETURNED : Given.CERTIFIED));
                }
                if (n % 3 == 1) {
                    ok(200, Caller.basic(uri, "web-officer").post(path + "/vetting", Given.PERMITTED));
                }
            } catch (UncheckedIOException | AssertionError e) {
                // The machine is gone; nothing was acknowledged.
            }
        }
    }

    private void restore(String name, Path to) throws IOException {
        Path data = Files.createDirectory(to.resolve("data"));
        Path backups = directory.resolve("backups");
        try (ZipInputStream zip =
                new ZipInputStream(Files.newInputStream(backups.resolve(name).resolve("database.zip")))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Files.copy((InputStream) zip, data.resolve(entry.getName()));
            }
        }
        FileSystemUtils.copyRecursively(backups.resolve("files"), data.resolve("files"));
    }

    /** It is up before the runners have done their work; until then it asks callers to come back. */
    private static Answer untilReady(Caller caller, String path) throws InterruptedException {
        Answer answer = caller.get(path);
        while (answer.status() == 503) {
            TimeUnit.MILLISECONDS.sleep(200);
            answer = caller.get(path);
        }
        return answer;
    }

    private static Set<String> subjects(GreenMail mails) throws MessagingException {
        Set<String> subjects = new HashSet<>();
        for (MimeMessage mail : mails.getReceivedMessages()) {
            subjects.add(mail.getAllRecipients()[0] + " " + mail.getSubject());
        }
        return subjects;
    }

    private static JsonNode ok(int status, Answer answer) {
        return ok(status, status, answer);
    }

    private static JsonNode ok(int status, int or, Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isIn(status, or);
        return answer.json();
    }
}
