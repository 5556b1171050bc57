package prakat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import prakat.input.SetupException;

/** An office that has outgrown the embedded database moves, with whatever the tests before this one left in flight. */
class MoveToPostgresTest extends ProgramTest {

    @TempDir
    Path files;

    @Test
    void everythingArrivesAndWhatTheServerAddsIsThere() throws Exception {
        Assumptions.assumeFalse(onPostgres(), "moves from the embedded database");
        String published = published();
        certified();
        String found = submit("finance-staff", submission("ประกาศย้ายฐานข้อมูล"));
        jdbc.sql("insert into backup (name, begun_at, whole, bytes, files) values ('moved', now(), true, 1, 1)")
                .update();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            JdbcClient target = JdbcClient.create(postgres.getPostgresDatabase());

            move(postgres);

            for (String table : new String[] {"publication_request", "history_entry", "act_ru_task", "act_ru_job"}) {
                assertThat(count(target, table)).as(table).isPositive().isEqualTo(count(jdbc, table));
            }
            assertThat(target.sql("select status from publication_request where id = ?")
                            .param(published)
                            .query(String.class)
                            .single())
                    .isEqualTo("PUBLISHED");
            assertThat(target.sql(
                                    "select count(*) from search_text where letter_triples(content) @> letter_triples('ย้ายฐาน')")
                            .query(Integer.class)
                            .single())
                    .as("the server's own index finds it: " + found)
                    .isPositive();
            assertThat(target.sql("select nextval(pg_get_serial_sequence('history_entry', 'id'))")
                            .query(Long.class)
                            .single())
                    .as("no id is given twice")
                    .isGreaterThan(jdbc.sql("select max(id) from history_entry")
                            .query(Long.class)
                            .single());
            assertThatThrownBy(() -> target.sql("delete from history_entry").update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("append-only");
            assertThatThrownBy(() -> target.sql("insert into search_text values (-1, '', '')")
                            .update())
                    .as("keys hold")
                    .isInstanceOf(DataAccessException.class);

            assertThatThrownBy(() -> move(postgres))
                    .isInstanceOf(SetupException.class)
                    .hasMessageContaining("not empty");
        } finally {
            jdbc.sql("delete from backup").update();
        }
    }

    private void move(EmbeddedPostgres postgres) {
        MoveToPostgres.run(
                "--spring.datasource.url=jdbc:h2:mem:prakat;MODE=PostgreSQL;DEFAULT_NULL_ORDERING=HIGH",
                "--prakat.files=" + files,
                "--PRAKAT_DB_URL=" + postgres.getJdbcUrl("postgres", "postgres"),
                "--PRAKAT_DB_USER=postgres",
                "--PRAKAT_DB_PASSWORD=postgres");
    }

    private static long count(JdbcClient client, String table) {
        return client.sql("select count(*) from " + table).query(Long.class).single();
    }
}
