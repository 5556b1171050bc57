package prakat.request.content.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import prakat.files.FileDirectory;
import prakat.input.Sha256;

/** From a database of the time when files lay in it. */
@Tag("database")
class FilesLeaveDatabaseTest {

    private static final byte[] PDF = "%PDF-1.7 ประกาศ".getBytes(StandardCharsets.UTF_8);
    private static final byte[] TEXT = "ประกาศ".getBytes(Charset.forName("x-windows-874"));
    private static final byte[] OF_DRAFT = "ร่างประกาศ".getBytes(StandardCharsets.UTF_8);

    private record Row(String sha256, long size, String charset) {}

    @TempDir
    Path files;

    private EmbeddedPostgres postgres;
    private DataSource dataSource;
    private JdbcClient jdbc;

    @BeforeEach
    void filesLieInTheDatabase() throws IOException {
        if ("postgres".equals(System.getProperty("prakat.test.database"))) {
            postgres = EmbeddedPostgres.start();
            dataSource = postgres.getPostgresDatabase();
        } else {
            dataSource = new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID()
                    + ";MODE=PostgreSQL;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1");
        }
        jdbc = JdbcClient.create(dataSource);
        jdbc.sql("create table ACT_RU_JOB (DUEDATE_ timestamp)").update();
        migrate("11");
        jdbc.sql(
                        """
                        insert into publication_request (id, number, status, status_since, round, group_code, requester,
                            requester_name, submitted_at, publish_from, publish_until, process_instance_id, version)
                        values ('r', '2570-00001', 'PUBLISHED', now(), 1, 'hr', 'a', 'a', now(), now(), now(), 'p', 0)""")
                .update();
        jdbc.sql(
                        """
                        insert into revision (id, request_id, round, submitted_at, title, summary, body, body_text, category,
                            publish_from, publish_until, external_links, note, content_sha256)
                        values (1, 'r', 1, now(), 't', 's', 'b', 'b', 'news', now(), now(), '', '', 'x')""")
                .update();
        attach(1, "application/pdf", PDF);
        attach(2, "text/plain", TEXT);
        jdbc.sql(
                        """
                        insert into draft (id, owner, request_id, for_update, round, title, summary, body, category,
                            starts_at_once, from_day, from_time, ends_by_policy, until_day, until_time, group_code,
                            external_links, note, kept, saves, touched_at)
                        values ('d', 'a', '', false, 0, '', '', '', '', true, '', '', true, '', '', '', '', '', '', 0,
                            now())""")
                .update();
        draw("a.pdf", "application/pdf", PDF);
        draw("b.txt", "text/plain", OF_DRAFT);
    }

    @AfterEach
    void stop() throws IOException {
        if (postgres != null) {
            postgres.close();
        }
    }

    @Test
    void whatWasInterruptedGoesOnAndNothingIsLost() throws IOException {
        Path inTheWay = files.resolve(sha256(TEXT).substring(0, 2));
        Files.createDirectories(files);
        Files.writeString(inTheWay, "");

        assertThatThrownBy(() -> migrate("12.3"))
                .isInstanceOf(ResumableMigration.Interrupted.class)
                .hasMessageContaining("start the program again to go on");
        Files.delete(inTheWay);
        migrate("12.3");

        assertThat(Files.readAllBytes(path(PDF))).isEqualTo(PDF);
        assertThat(Files.readAllBytes(path(TEXT))).isEqualTo(TEXT);
        assertThat(Files.readAllBytes(path(OF_DRAFT))).isEqualTo(OF_DRAFT);
        assertThat(jdbc.sql("select sha256, size, charset from stored_file")
                        .query(Row.class)
                        .list())
                .containsExactlyInAnyOrder(
                        new Row(sha256(PDF), PDF.length, null),
                        new Row(sha256(TEXT), TEXT.length, "x-windows-874"),
                        new Row(sha256(OF_DRAFT), OF_DRAFT.length, "UTF-8"));
        assertThat(jdbc.sql("select sha256 from attachment order by n")
                        .query(String.class)
                        .list())
                .containsExactly(sha256(PDF), sha256(TEXT));
        for (String table : new String[] {"stored_file", "draft_file"}) {
            assertThat(jdbc.sql("select * from " + table).query().listOfRows().get(0))
                    .as("bytes in " + table)
                    .doesNotContainKey("content");
        }
        assertThatThrownBy(() -> jdbc.sql("delete from attachment").update()).hasMessageContaining("append-only");
        for (String named : List.of(sha256(TEXT), sha256(OF_DRAFT))) {
            assertThatThrownBy(() -> jdbc.sql("delete from stored_file where sha256 = ?")
                            .param(named)
                            .update())
                    .as("the row of a file that a version or a draft names")
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
    }

    @Test
    void theSearchIsFilledWithWhatIsThereHoweverOftenThatIsInterrupted() throws SQLException {
        migrate("12.3");
        try (Connection connection = dataSource.getConnection()) {
            ScriptUtils.executeSqlScript(connection, new ClassPathResource("db/migration/common/V18__search_text.sql"));
            jdbc.sql("alter table search_text add constraint full_disk check (revision_id < 1)")
                    .update();
            assertThatThrownBy(() -> new SearchTextFilling().resume(connection))
                    .isInstanceOf(ResumableMigration.Interrupted.class)
                    .hasMessageContaining("start the program again to go on");
            connection.rollback();
            jdbc.sql("alter table search_text drop constraint full_disk").update();
            new SearchTextFilling().resume(connection);
        }

        assertThat(jdbc.sql("select content from search_text")
                        .query(String.class)
                        .list())
                .containsExactly("2570-00001\nt\ns\nb\nfile 1\nfile 2");
    }

    private void migrate(String target) {
        boolean onPostgres = postgres != null;
        Flyway.configure()
                .dataSource(dataSource)
                .locations(
                        "classpath:db/migration/common", "classpath:db/migration/" + (onPostgres ? "postgresql" : "h2"))
                .placeholders(Map.of("bytes", onPostgres ? "bytea" : "binary large object"))
                .javaMigrations(new FilesLeaveDatabase(new FileDirectory(new FileDirectory.Settings(files))))
                .baselineOnMigrate(true)
                .target(target)
                .load()
                .migrate();
    }

    private void attach(int n, String mediaType, byte[] content) throws IOException {
        jdbc.sql("insert into attachment_content (sha256, content) values (?, ?)")
                .params(sha256(content), content)
                .update();
        jdbc.sql("insert into attachment (revision_id, n, name, media_type, size, sha256) values (1, ?, ?, ?, ?, ?)")
                .params(n, "file " + n, mediaType, content.length, sha256(content))
                .update();
    }

    private void draw(String name, String mediaType, byte[] content) throws IOException {
        jdbc.sql(
                        "insert into draft_file (draft_id, name, media_type, size, sha256, content) values ('d', ?, ?, ?, ?, ?)")
                .params(name, mediaType, content.length, sha256(content), content)
                .update();
    }

    private Path path(byte[] content) throws IOException {
        String sha256 = sha256(content);
        return files.resolve(sha256.substring(0, 2))
                .resolve(sha256.substring(2, 4))
                .resolve(sha256);
    }

    private static String sha256(byte[] content) throws IOException {
        return Sha256.of(new ByteArrayInputStream(content));
    }
}
