package prakat.request.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import prakat.files.DiskSpaceTest;
import prakat.files.FileDirectory;
import prakat.files.ReceivedFile;

/** Files between the disk and the database, and what becomes of those that nobody needs. */
class FileStoreTest {

    private static final String TEXT = "ประกาศรับสมัครงาน";

    @TempDir
    Path files;

    private JdbcClient jdbc;
    private TransactionTemplate transaction;
    private FileDirectory directory;
    private FileStore store;
    private FileSweep sweep;

    @BeforeEach
    void prepare() {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=PostgreSQL;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000");
        jdbc = JdbcClient.create(dataSource);
        for (String table : List.of(
                "stored_file (sha256 varchar(64) primary key, size bigint not null, charset varchar(64),"
                        + " stored_at timestamp with time zone not null)",
                "attachment (sha256 varchar(64) references stored_file (sha256))",
                "draft_file (sha256 varchar(64) references stored_file (sha256))")) {
            jdbc.sql("create table " + table).update();
        }
        JdbcTransactionManager transactions = new JdbcTransactionManager(dataSource);
        transaction = new TransactionTemplate(transactions);
        directory = new FileDirectory(new FileDirectory.Settings(files));
        store = new FileStore(directory, DiskSpaceTest.enough(directory), jdbc, Clock.systemUTC());
        sweep = new FileSweep(directory, jdbc, transaction, Clock.systemUTC());
    }

    @Test
    void whatIsReceivedIsNoFileUntilItIsKept() throws IOException {
        ReceivedFile received = received(TEXT);
        assertThat(received.size()).isEqualTo(TEXT.getBytes(StandardCharsets.UTF_8).length);
        assertThat(stored()).isEmpty();

        Content.File file = keep(received);

        assertThat(stored()).containsExactly(received.sha256());
        assertThat(store.get(file).path()).hasContent(TEXT);
        assertThat(store.get(file).charset()).isEqualTo(StandardCharsets.UTF_8);
        assertThat(incoming()).isEmpty();
    }

    @Test
    void noMoreIsReadThanMayBeAttachedAndAByte() throws IOException {
        ByteArrayInputStream stream = new ByteArrayInputStream(new byte[1000]);

        assertThat(directory.receive(stream, 100).size()).isEqualTo(101);
        assertThat(stream.available()).isEqualTo(899);
    }

    @Test
    void whatCannotBeReadToItsEndLeavesNothing() {
        assertThatThrownBy(() -> directory.receive(out -> {
                    out.write(1);
                    throw new IOException("the line broke");
                }))
                .hasMessage("the line broke");
        assertThat(incoming()).isEmpty();
    }

    @Test
    void theSameFileTwiceAtOnceIsKeptOnce() throws Exception {
        ReceivedFile one = received(TEXT);
        ReceivedFile other = received(TEXT);
        ExecutorService somebodyElse = Executors.newSingleThreadExecutor();
        try {
            Future<?> second = transaction.execute(status -> {
                store.keep(file(one), one);
                Future<?> waiting = somebodyElse.submit(() -> keep(other));
                awaitBlocked(waiting);
                return waiting;
            });
            second.get(20, TimeUnit.SECONDS);
        } finally {
            somebodyElse.shutdownNow();
        }

        assertThat(rows()).containsExactly(one.sha256());
        assertThat(store.get(file(one)).path()).hasContent(TEXT);
        assertThat(incoming()).isEmpty();
    }

    @Test
    void whatWasTamperedWithOrIsGoneIsNotWhole() throws IOException {
        Content.File file = keep(received(TEXT));
        assertThat(store.isWhole(file.sha256())).isTrue();

        Files.writeString(store.get(file).path(), "อย่างอื่น");
        assertThat(store.isWhole(file.sha256())).isFalse();
        Files.delete(store.get(file).path());
        assertThat(store.isWhole(file.sha256())).isFalse();

        keep(received(TEXT));
        assertThat(store.isWhole(file.sha256())).as("sent once more").isTrue();
    }

    /** As a power cut between the rename and the commit leaves it. */
    @Test
    void aFileWithoutARowIsRemovedAfterADay() throws IOException {
        ReceivedFile received = received(TEXT);
        transaction.executeWithoutResult(status -> {
            store.keep(file(received), received);
            status.setRollbackOnly();
        });
        assertThat(rows()).isEmpty();

        sweep.sweep();
        assertThat(stored()).as("it may be in the midst of being kept").containsExactly(received.sha256());
        makeOld(received.sha256());
        sweep.sweep();
        assertThat(stored()).isEmpty();
        assertThat(rows()).isEmpty();
    }

    @Test
    void whatAVersionOrADraftNamesStaysForEver() throws IOException {
        Content.File attached = keep(received("แนบแล้ว"));
        Content.File drawn = keep(received("ในร่าง"));
        Content.File unneeded = keep(received("ร่างที่ทิ้งแล้ว"));
        jdbc.sql("insert into attachment values (?)").param(attached.sha256()).update();
        jdbc.sql("insert into draft_file values (?)").param(drawn.sha256()).update();
        for (Content.File file : List.of(attached, drawn, unneeded)) {
            makeOld(file.sha256());
        }

        sweep.sweep();

        assertThat(rows()).containsExactlyInAnyOrder(attached.sha256(), drawn.sha256());
        assertThat(stored()).containsExactlyInAnyOrder(attached.sha256(), drawn.sha256());
    }

    @Test
    void whatNobodyKeptOfACallIsRemovedAfterADay() throws IOException {
        ReceivedFile fresh = received("เพิ่งมา");
        ReceivedFile old = received("ค้างอยู่");
        Files.setLastModifiedTime(old.path(), FileTime.from(Instant.now().minus(Duration.ofDays(2))));

        sweep.sweep();

        assertThat(incoming()).containsExactly(fresh.path());
    }

    /** The sweep comes while somebody keeps what nobody needed for long, or what lay there without a row. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsBeingKeptIsNotSweptMeanwhile(boolean hasARow) throws Exception {
        if (hasARow) {
            makeOld(keep(received(TEXT)).sha256());
        }
        ReceivedFile again = received(TEXT);
        ExecutorService somebodyElse = Executors.newSingleThreadExecutor();
        try {
            Future<?> swept = transaction.execute(status -> {
                store.keep(file(again), again);
                makeOld(store.get(file(again)).path());
                Future<?> sweeping = somebodyElse.submit(sweep::sweep);
                awaitBlocked(sweeping);
                jdbc.sql("insert into draft_file values (?)")
                        .param(again.sha256())
                        .update();
                return sweeping;
            });
            swept.get(20, TimeUnit.SECONDS);
        } finally {
            somebodyElse.shutdownNow();
        }

        assertThat(rows()).containsExactly(again.sha256());
        assertThat(stored()).containsExactly(again.sha256());
    }

    private ReceivedFile received(String text) {
        try {
            return directory.receive(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 1000);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Content.File file(ReceivedFile received) {
        return new Content.File("a.txt", "text/plain", received.size(), received.sha256());
    }

    private Content.File keep(ReceivedFile received) {
        transaction.executeWithoutResult(status -> store.keep(file(received), received));
        return file(received);
    }

    private void makeOld(String sha256) {
        jdbc.sql("update stored_file set stored_at = dateadd('DAY', -2, stored_at) where sha256 = ?")
                .param(sha256)
                .update();
        makeOld(directory.path(sha256));
    }

    private static void makeOld(Path file) {
        try {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Until it waits for the transaction at hand, or has come to its end without. */
    private void awaitBlocked(Future<?> other) {
        await().until(() -> other.isDone()
                || jdbc.sql(
                                        "select count(*) from information_schema.sessions"
                                                + " where blocker_id is not null or executing_statement like 'insert into stored%'")
                                .query(Long.class)
                                .single()
                        > 0);
    }

    private List<String> rows() {
        return jdbc.sql("select sha256 from stored_file").query(String.class).list();
    }

    private List<Path> incoming() {
        try (Stream<Path> found = Files.list(directory.incoming())) {
            return found.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> stored() throws IOException {
        try (Stream<Path> found = Files.walk(files)) {
            return found.filter(file -> Files.isRegularFile(file) && !file.startsWith(directory.incoming()))
                    .map(file -> file.getFileName().toString())
                    .toList();
        }
    }
}
