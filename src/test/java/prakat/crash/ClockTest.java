package prakat.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prakat.Answer;
import prakat.Caller;
import prakat.Given;
import prakat.Program;

/**
 * The clock of a real process is set while it works: an hour back, and a day ahead and back again. Needs libfaketime ({@code
 * apt-get install libfaketime}); {@code -Dprakat.crash.faketime} says where it lies.
 */
@Tag("program")
@Tag("crash")
class ClockTest {

    private static final Path LIBRARY =
            Path.of(System.getProperty("prakat.crash.faketime", "/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1"));

    /** Of the engine, the scheduler and the watch over the clock, with time to spare on a busy machine. */
    private static final Duration SOON = Duration.ofSeconds(60);

    private static final Duration DAY = Duration.ofDays(1);

    private static final String WITHDRAWAL = """
            {"reason": "ข้อมูลซ้ำกับประกาศฉบับก่อน"}""";

    private static final ResourceBundle WORDS = ResourceBundle.getBundle("notification", Locale.ROOT);

    @TempDir
    private Path directory;

    private final Map<String, String> environment = new HashMap<>();
    private Duration offset = Duration.ZERO;
    private URI address;

    @BeforeAll
    static void theLibraryIsThere() {
        assumeTrue(
                Files.exists(LIBRARY),
                LIBRARY + " is missing: apt-get install libfaketime, or say where it lies: -Dprakat.crash.faketime=…");
    }

    @Test
    void withTheEmbeddedDatabase() throws Exception {
        live("demo", "jdbc:h2:file:" + directory.resolve("data/prakat") + ";MODE=PostgreSQL", "prakat", "");
    }

    @Test
    void withPostgres() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            String url = postgres.getJdbcUrl("postgres", "postgres");
            environment.putAll(
                    Map.of("PRAKAT_DB_URL", url, "PRAKAT_DB_USER", "postgres", "PRAKAT_DB_PASSWORD", "postgres"));
            live("demo,postgres", url, "postgres", "postgres");
        }
    }

    private void live(String profiles, String url, String user, String password) throws Exception {
        GreenMail mails = new GreenMail(new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        environment.putAll(Map.of(
                "LD_PRELOAD", LIBRARY.toString(),
                "FAKETIME_TIMESTAMP_FILE", directory.resolve("clock").toString(),
                "FAKETIME_NO_CACHE", "1",
                // Whoever waits is to wait as long as ever.
                "DONT_FAKE_MONOTONIC", "1",
                "FAKETIME_FORCE_MONOTONIC_FIX", "0",
                "SPRING_MAIL_HOST", "127.0.0.1",
                "SPRING_MAIL_PORT",
                        String.valueOf(mails.getSmtp().getServerSetup().getPort()),
                "PRAKAT_MAIL_FROM", "website@example.org"));
        set(Duration.ZERO);
        try (Program program = Program.start(directory, profiles, environment)) {
            reach(program);
            anHourBack();
            set(Duration.ZERO);
            aDayAheadAndBack(mails);

            String left = published("ค้างอยู่", Duration.ofSeconds(100));
            program.kill();
            try (Connection database = DriverManager.getConnection(url, user, password)) {
                leaveLocksOfAClockThatWasAhead(database);
            }
            try (Program next = Program.start(directory, profiles, environment)) {
                reach(next);
                ends(left);
                await().atMost(SOON).untilAsserted(() -> assertThat(mails(mails, "ended", left))
                        .isEqualTo(1));
            }
        } finally {
            mails.stop();
        }
    }

    private void anHourBack() {
        String stays = published("อยู่ต่อไป", Duration.ofDays(30));
        String replaced = published("ฉบับแรก", Duration.ofDays(30));
        String withdrawn = published("ถอนแล้ว", Duration.ofDays(30));
        ok(as("web-officer").post(path(withdrawn) + "/withdrawal", WITHDRAWAL));
        String ended = published("ครบกำหนดแล้ว", Duration.ofSeconds(8));
        String certified = submitted("ระหว่างทาง", Duration.ofDays(30));
        ok(as("finance-director").post(path(certified) + "/certification", Given.CERTIFIED));
        String key = "before-and-after";
        String submission = submission("ส่งซ้ำ", Duration.ofDays(30)).toString();
        Answer first = as("finance-staff").post("/api/requests", submission, "Idempotency-Key", key);
        ends(ended);

        set(Duration.ofHours(-1));

        assertThat(seen(stays)).isEqualTo(200);
        assertThat(List.of(seen(withdrawn), seen(ended))).containsOnly(410);
        assertThat(listed(stays)).isTrue();
        assertThat(listed(ended) || listed(withdrawn)).isFalse();
        assertThat(as("finance-staff")
                        .post("/api/requests", submission, "Idempotency-Key", key)
                        .json()
                        .get("id"))
                .isEqualTo(first.json().get("id"));
        JsonNode newer = as("finance-staff")
                .post(
                        path(replaced) + "/updates",
                        submission("ฉบับใหม่", Duration.ofDays(30)).toString())
                .json();
        publish(newer.get("id").asText());
        assertThat(anybody().get("/news/" + number(replaced)).text()).contains("ฉบับใหม่");
        ok(as("web-officer").post(path(certified) + "/vetting", Given.PERMITTED));
        ends(published("ใหม่", Duration.ofSeconds(8)));
        assertThat(seen(ended)).isEqualTo(410);
    }

    private void aDayAheadAndBack(GreenMail mails) throws Exception {
        String stays = published("อยู่ต่อไป", Duration.ofDays(30));
        String ends = published("ครบกำหนดในสองชั่วโมง", Duration.ofHours(2));
        String inFlight = submitted("ระหว่างทาง", Duration.ofDays(30));
        ObjectNode later = submission("ตั้งเวลาไว้", Duration.ofDays(30));
        String starts = id(as("finance-staff")
                .post(
                        "/api/requests",
                        later.put("publishFrom", now().plus(Duration.ofHours(3)).toString())
                                .toString()));
        publish(starts);
        assertThat(status(starts)).isEqualTo("scheduled");

        set(DAY);

        ends(ends);
        await().atMost(SOON).untilAsserted(() -> assertThat(status(starts)).isEqualTo("published"));
        ok(as("finance-director").post(path(inFlight) + "/certification", Given.CERTIFIED));
        String whileAhead = published("ระหว่างที่นาฬิกาเร็ว", Duration.ofDays(30));

        mails.start();
        set(Duration.ZERO);

        assertThat(List.of(seen(stays), seen(starts), seen(whileAhead))).containsOnly(200);
        assertThat(seen(ends)).as("a takedown on record is final").isEqualTo(410);
        assertThat(listed(ends)).isFalse();
        ok(as("web-officer").post(path(inFlight) + "/vetting", Given.PERMITTED));
        ends(published("หลังจากนั้น", Duration.ofSeconds(8)));
        await("mails that were to be tried again a day later").atMost(SOON).untilAsserted(() -> {
            assertThat(mails(mails, "ended", ends)).isEqualTo(1);
            assertThat(mails(mails, "published", whileAhead)).isEqualTo(1);
        });
    }

    /** As a node leaves them that is killed while it works, and its clock is a day ahead. */
    private static void leaveLocksOfAClockThatWasAhead(Connection database) throws SQLException {
        try (Statement statement = database.createStatement()) {
            String tomorrow = "current_timestamp + interval '1' day";
            assertThat(statement.executeUpdate(
                            "update act_ru_job set lock_owner_ = 'gone', lock_exp_time_ = " + tomorrow))
                    .isPositive();
            assertThat(statement.executeUpdate("update scheduled_tasks set picked = true, picked_by = 'gone',"
                            + " last_heartbeat = " + tomorrow))
                    .isPositive();
        }
    }

    /** How many mails of that topic about it came to its owner. */
    private long mails(GreenMail server, String topic, String id) throws MessagingException {
        String subject = MessageFormat.format(WORDS.getString("mail." + topic + ".subject"), number(id), "")
                .strip();
        long count = 0;
        for (MimeMessage mail : server.getReceivedMessages()) {
            boolean toOwner = mail.getAllRecipients()[0].toString().startsWith("finance-staff@");
            count += toOwner && mail.getSubject().startsWith(subject) ? 1 : 0;
        }
        return count;
    }

    private void set(Duration ahead) {
        try {
            Files.writeString(directory.resolve("clock"), "%+d%n".formatted(ahead.toSeconds()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        offset = ahead;
        if (address != null) {
            // Connections that waited for a next call have waited too long by such a clock.
            waitUntilReady();
        }
    }

    private void reach(Program program) throws InterruptedException {
        address = program.up();
        waitUntilReady();
    }

    private void waitUntilReady() {
        await().atMost(SOON).ignoreExceptions().until(() -> anybody().get("/").status() == 200);
    }

    private Instant now() {
        return Instant.now().plus(offset);
    }

    private ObjectNode submission(String title, Duration stay) {
        return Given.submission(title).put("publishUntil", now().plus(stay).toString());
    }

    private String submitted(String title, Duration stay) {
        return id(as("finance-staff")
                .post("/api/requests", submission(title, stay).toString()));
    }

    private String published(String title, Duration stay) {
        String id = submitted(title, stay);
        publish(id);
        return id;
    }

    private void publish(String id) {
        ok(as("finance-director").post(path(id) + "/certification", Given.CERTIFIED));
        ok(as("web-officer").post(path(id) + "/vetting", Given.PERMITTED));
    }

    /** Waits until readers do not see it any more, and the record says why. */
    private void ends(String id) {
        await().atMost(SOON.plusMinutes(2)).until(() -> "taken-down".equals(status(id)));
        assertThat(seen(id)).isEqualTo(410);
    }

    private int seen(String id) {
        return anybody().get("/news/" + number(id)).status();
    }

    private boolean listed(String id) {
        return anybody().get("/sitemap.xml").text().contains("/news/" + number(id) + "<");
    }

    private String status(String id) {
        return as("finance-staff").get(path(id)).json().get("status").asText();
    }

    private String number(String id) {
        return as("finance-staff").get(path(id)).json().get("number").asText();
    }

    private static String id(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().get("id").asText();
    }

    private static void ok(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    private static String path(String id) {
        return "/api/requests/" + id;
    }

    private Caller as(String account) {
        return Caller.basic(address, account);
    }

    private Caller anybody() {
        return Caller.basic(address, null);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
