package prakat.web.desk.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import prakat.Caller;
import prakat.ProgramTest;

/** Administrators see how the last backups went, at the desk and by the API. */
class BackupsPageTest extends ProgramTest {

    private static final String PAGE = "/desk/backups";

    @AfterEach
    void noneWasMade() {
        jdbc.sql("delete from backup").update();
    }

    @Test
    void theLastOnesAreListedWithWhatWentWrong() {
        jdbc.sql(
                        """
                        insert into backup (name, begun_at, ended_at, whole, bytes, files, problem) values
                        ('one', '2026-11-28 10:00:00Z', '2026-11-28 10:01:00Z', true, 3145728, 12, null),
                        ('two', '2026-11-28 11:00:00Z', '2026-11-28 11:01:00Z', false, 0, 0, 'No space left on device'),
                        ('three', '2026-11-28 12:00:00Z', '2026-11-28 12:01:00Z', true, 0, 11, '2570-00001 แผน.pdf')""")
                .update();
        Caller admin = signedIn("admin");
        assertThat(admin.get("/desk").text()).contains("href=\"" + PAGE + "\"");
        assertThat(admin.get(PAGE).text())
                .contains("12 ไฟล์ · เขียนใหม่ 3.0 MB", "ครบถ้วน", "ไม่สำเร็จ", "No space left on device")
                .contains("พบไฟล์ขาดหายหรือเสียหาย", "2570-00001 แผน.pdf");
        assertThat(as("admin").get("/api/backups").json().findValuesAsText("name"))
                .containsExactly("three", "two", "one");
    }

    @Test
    void withoutAPlaceForThemNoneIsMadeAndThatIsSaid() {
        assertThat(signedIn("admin").get(PAGE).text()).contains("PRAKAT_BACKUP_DIRECTORY");
        assertThat(as("admin").post("/api/backups", "").status()).isEqualTo(409);
        assertThat(as("admin").post("/api/backups", "").text())
                .contains(onPostgres() ? "PostgreSQL" : "PRAKAT_BACKUP_DIRECTORY");
    }

    @Test
    void onlyAdministratorsMayAsk() {
        Caller officer = signedIn("web-officer");
        assertThat(officer.get("/desk").text()).doesNotContain(PAGE);
        assertThat(officer.get(PAGE).status()).isEqualTo(403);
        assertThat(officer.form(PAGE, Map.of()).status()).isEqualTo(403);
        assertThat(as("web-officer").get("/api/backups").status()).isEqualTo(403);
        assertThat(as("web-officer").post("/api/backups", "").status()).isEqualTo(403);
        assertThat(anybody().post("/api/backups", "").status()).isEqualTo(401);
    }
}
