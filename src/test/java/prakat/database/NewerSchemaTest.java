package prakat.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import prakat.ProgramTest;

/** A node beside one of the next version, which has added its columns already; with the embedded database there is but one. */
@Tag("database")
@EnabledIfSystemProperty(named = "prakat.test.database", matches = "postgres")
class NewerSchemaTest extends ProgramTest {

    /** To these people submit and decide. */
    private static final List<String> TABLES =
            List.of("publication_request", "revision", "attachment", "history_entry", "publication", "screening");

    /** More often than the driver takes before it has the server prepare a statement, on each connection. */
    private static final int OFTEN = 8;

    @Test
    void goesOnBesideOneThatHasAddedColumns() {
        for (int i = 0; i < OFTEN; i++) {
            given().published("ประกาศก่อนปรับรุ่น");
        }
        TABLES.forEach(table -> jdbc.sql("alter table " + table + " add column newer varchar(8)")
                .update());

        for (int i = 0; i < OFTEN; i++) {
            assertThat(given().published("ประกาศระหว่างปรับรุ่น").get("status").asText())
                    .isEqualTo("published");
        }
    }

    @AfterEach
    void backToThisVersion() {
        TABLES.forEach(table -> jdbc.sql("alter table " + table + " drop column if exists newer")
                .update());
    }
}
