package prakat.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import prakat.MovableClock;
import prakat.database.DurableFiles;
import prakat.files.FileDirectory;
import prakat.input.Refusal;
import prakat.input.SetupException;
import prakat.organisation.Person;
import prakat.organisation.office.Colours;
import prakat.organisation.office.Group;
import prakat.organisation.office.Office;
import prakat.organisation.office.OfficeHours;
import prakat.organisation.office.Text;

/** Backups of a database and files that are written to all the while, and what becomes of those that fail or grow old. */
class BackupsTest {

    private static final Person ADMINISTRATOR =
            new Person("admin", "ผู้ดูแลระบบ", Set.of(), Set.of(), Set.of(), false, false, true);

    @TempDir
    Path directory;

    private final MovableClock clock = new MovableClock();
    private final AtomicBoolean working = new AtomicBoolean();
    private final List<Thread> people = new ArrayList<>();
    private JdbcConnectionPool pool;
    private JdbcClient jdbc;
    private String url;

    @BeforeEach
    void anOffice() throws SQLException {
        DurableFiles.register();
        url = url(directory.resolve("data"));
        pool = JdbcConnectionPool.create(url, "prakat", "");
        jdbc = JdbcClient.create(pool);
        for (String table : List.of(
                "stored_file (sha256 varchar(64) primary key, size bigint not null)",
                "publication_request (id varchar(36) primary key, number varchar(16))",
                "revision (id bigint primary key, request_id varchar(36))",
                "attachment (revision_id bigint, name varchar(400), sha256 varchar(64))")) {
            jdbc.sql("create table " + table).update();
        }
        try (Connection connection = pool.getConnection()) {
            ScriptUtils.executeSqlScript(connection, new ClassPathResource("db/migration/common/V26__backups.sql"));
        }
    }

    @AfterEach
    void close() throws InterruptedException {
        working.set(false);
        for (Thread person : people) {
            person.join();
        }
        clock.reset();
        pool.dispose();
    }

    @Test
    void eachBackupUnderLoadIsWhole() throws Exception {
        working.set(true);
        for (int n = 0; n < 3; n++) {
            String who = "person-" + n;
            people.add(new Thread(() -> work(who), who));
        }
        people.forEach(Thread::start);
        Backups backups = backups(directory.resolve("backups"));
        long before = 0;
        for (int n = 0; n < 3; n++) {
            Thread.sleep(200);
            long acknowledged = count(jdbc, "publication_request");
            Backup made = backups.make(ADMINISTRATOR);
            assertThat(made.problem()).isNull();
            JdbcClient copy = restored(made.name());
            assertThat(count(copy, "publication_request"))
                    .as("everything that was there, and what came meanwhile")
                    .isGreaterThanOrEqualTo(acknowledged)
                    .isGreaterThan(before);
            before = count(copy, "publication_request");
            assertThat(count(copy, "attachment"))
                    .as("whole transactions, of a request and two files")
                    .isEqualTo(2 * before);
            for (String sha256 : copy.sql("select sha256 from stored_file")
                    .query(String.class)
                    .list()) {
                assertThat(sha256(Files.readAllBytes(
                                path(directory.resolve("backups").resolve("files"), sha256))))
                        .as("each file that the copy names is in the backup")
                        .isEqualTo(sha256);
            }
        }
        assertThat(backups.list(ADMINISTRATOR))
                .hasSize(3)
                .allMatch(Backup::whole)
                .isSortedAccordingTo((a, b) -> b.begunAt().compareTo(a.begunAt()));
    }

    @Test
    void aBackupThatFailsIsToldAndLeavesNothingThatLooksLikeOne() throws Exception {
        submit("2570-00001", "ประกาศ");
        Backups backups = backups(directory.resolve("backups"));
        Backup earlier = backups.make(ADMINISTRATOR);
        assertThat(backups.isFailing()).isFalse();
        Path files = directory.resolve("backups").resolve("files");
        Files.move(files, directory.resolve("elsewhere"));
        Files.writeString(files, "in the way");

        assertThatThrownBy(() -> backups.make(ADMINISTRATOR)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.FAILED);
            assertThat(refusal.arguments().toString()).contains(files.toString());
        });

        assertThat(backups.isFailing()).isTrue();
        assertThat(backups.list(ADMINISTRATOR).get(0).problem()).contains(files.toString());
        assertThat(names()).containsExactly(earlier.name(), "files");

        Files.delete(files);
        backups.make(ADMINISTRATOR);
        assertThat(backups.isFailing()).as("settled by the next one").isFalse();
    }

    @Test
    void filesThatAreMissingOrDamagedAreToldByTheNumberOfTheirRequest() throws Exception {
        String damaged = submit("2570-00001", "แผนงาน");
        String missing = submit("2570-00002", "รายงาน");
        submit("2570-00003", "คู่มือ");
        Files.writeString(path(directory.resolve("files"), damaged), "something else");
        Files.delete(path(directory.resolve("files"), missing));
        Backups backups = backups(directory.resolve("backups"));

        Backup made = backups.make(ADMINISTRATOR);

        assertThat(made.whole()).isTrue();
        assertThat(made.files()).isEqualTo(1);
        assertThat(made.problem())
                .contains("2570-00001 แผนงาน.txt", "2570-00002 รายงาน.txt")
                .doesNotContain("2570-00003");
        assertThat(backups.isFailing()).isTrue();
    }

    @Test
    void oldOnesGoWithTheFilesThatNoOtherNeedsAndTheLastStays() throws Exception {
        Backups backups = backups(directory.resolve("backups"));
        String left = submit("2570-00001", "ร่าง");
        String kept = submit("2570-00002", "ประกาศ".repeat(10_000));
        Backup first = backups.make(ADMINISTRATOR);
        jdbc.sql("delete from stored_file where sha256 = ?").param(left).update();
        clock.advance(Duration.ofDays(10));
        Backup second = backups.make(ADMINISTRATOR);
        assertThat(second.bytes()).as("no file is copied again").isLessThan(first.bytes());
        assertThat(names()).containsExactly(first.name(), second.name(), "files");

        clock.advance(Duration.ofDays(5));
        Backup third = backups.make(ADMINISTRATOR);

        assertThat(names()).containsExactly(second.name(), third.name(), "files");
        Path files = directory.resolve("backups").resolve("files");
        assertThat(path(files, left)).doesNotExist();
        assertThat(path(files, kept)).exists();

        clock.advance(Duration.ofDays(100));
        Backup last = backups.make(ADMINISTRATOR);
        assertThat(names()).containsExactly(last.name(), "files");
    }

    @Test
    void onlyAdministratorsMakeThemAndNeverIntoWhatIsBackedUp() {
        Person staff = new Person("staff", "พนักงาน", Set.of("ict"), Set.of(), Set.of(), true, true, false);
        Backups backups = backups(directory.resolve("backups"));

        assertThatThrownBy(() -> backups.make(staff)).hasMessageContaining("not-administrator");
        assertThatThrownBy(() -> backups.list(staff)).hasMessageContaining("not-administrator");
        assertThatThrownBy(() -> backups(null).make(ADMINISTRATOR)).hasMessageContaining("backup-off");
        for (Path within : List.of(directory, directory.resolve("files"), directory.resolve("files/backups"))) {
            assertThatThrownBy(() -> backups(within)).isInstanceOf(SetupException.class);
        }
    }

    private Backups backups(Path to) {
        FileDirectory.Settings files = new FileDirectory.Settings(directory.resolve("files"));
        FileDirectory stored = new FileDirectory(files);
        return new Backups(
                new BackupSettings(to, Duration.ofDays(14)),
                files,
                new BackupRecords(jdbc, files),
                new StoredFiles(stored, jdbc),
                jdbc,
                embedded(),
                office(),
                clock);
    }

    private JdbcConnectionDetails embedded() {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return "prakat";
            }

            @Override
            public String getPassword() {
                return "";
            }

            @Override
            public String getJdbcUrl() {
                return url;
            }
        };
    }

    private static Office office() {
        return new Office(
                new Text("สำนักงาน", "Office"),
                new Text("สพป.", "Office"),
                ZoneId.of("Asia/Bangkok"),
                new OfficeHours(LocalTime.of(8, 30), LocalTime.of(16, 30)),
                "ict",
                List.of(new Group("ict", new Text("ไอซีที", "ICT"))),
                Map.of(),
                "classpath:/static/assets/logo.png",
                new Colours("#1b4b82", null),
                null);
    }

    private void work(String who) {
        for (int n = 0; working.get(); n++) {
            pause();
            try (Connection connection = pool.getConnection()) {
                connection.setAutoCommit(false);
                JdbcClient own = JdbcClient.create(new SingleConnectionDataSource(connection, true));
                attach(own, who + "-" + n, who + n, who + n + "ก".repeat(2000));
                attachSecond(own, who + "-" + n, who + n + "ข".repeat(2000));
                connection.commit();
            } catch (SQLException | IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(40);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A request with a file of that text; the file's digest. */
    private String submit(String number, String text) throws IOException {
        return attach(jdbc, number, text, text);
    }

    private String attach(JdbcClient client, String number, String name, String text) throws IOException {
        String sha256 = store(client, text);
        client.sql("insert into publication_request values (?, ?)")
                .params(number, number.length() > 16 ? number.substring(0, 16) : number)
                .update();
        long revision = Math.abs((long) number.hashCode()) * 1000 + number.length();
        client.sql("insert into revision values (?, ?)")
                .params(revision, number)
                .update();
        client.sql("insert into attachment values (?, ?, ?)")
                .params(revision, name.substring(0, Math.min(name.length(), 100)) + ".txt", sha256)
                .update();
        return sha256;
    }

    private void attachSecond(JdbcClient client, String number, String text) throws IOException {
        client.sql("insert into attachment values (?, ?, ?)")
                .params(0, number, store(client, text))
                .update();
    }

    private String store(JdbcClient client, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String sha256 = sha256(bytes);
        Path file = path(directory.resolve("files"), sha256);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
        client.sql("insert into stored_file values (?, ?)")
                .params(sha256, bytes.length)
                .update();
        return sha256;
    }

    private JdbcClient restored(String name) throws IOException {
        Path to = Files.createDirectory(directory.resolve("restored-" + name));
        try (ZipInputStream zip = new ZipInputStream(
                Files.newInputStream(directory.resolve("backups").resolve(name).resolve("database.zip")))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Files.copy((InputStream) zip, to.resolve(entry.getName()));
            }
        }
        return JdbcClient.create(new DriverManagerDataSource(url(to) + ";IFEXISTS=TRUE", "prakat", ""));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.list(directory.resolve("backups"))) {
            return all.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    private static long count(JdbcClient client, String table) {
        return client.sql("select count(*) from " + table).query(Long.class).single();
    }

    private static String url(Path data) {
        return "jdbc:h2:durable:" + data.resolve("prakat").toAbsolutePath()
                + ";MODE=PostgreSQL;DEFAULT_NULL_ORDERING=HIGH;LOCK_TIMEOUT=20000;WRITE_DELAY=0";
    }

    private static Path path(Path files, String sha256) {
        return files.resolve(sha256.substring(0, 2))
                .resolve(sha256.substring(2, 4))
                .resolve(sha256);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
