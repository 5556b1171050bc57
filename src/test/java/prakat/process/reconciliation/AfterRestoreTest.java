package prakat.process.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import prakat.Caller;
import prakat.PostOffice;
import prakat.ProgramTest;
import prakat.files.FileDirectory;

/** A start finds a database that was restored, or one whose program was only killed. */
@Tag("database")
class AfterRestoreTest extends ProgramTest {

    @Autowired
    private AfterRestore afterRestore;

    @Autowired
    private FileDirectory.Settings files;

    private Path mark;

    @BeforeEach
    void nothingWaits() throws Exception {
        mark = files.files().resolve("backup-under-way");
        jdbc.sql("update message set state = 'DISCARDED' where state in ('QUEUED', 'KEPT', 'FAILED')")
                .update();
        PostOffice.open().purgeEmailFromAllMailboxes();
    }

    @AfterEach
    void backups() throws Exception {
        jdbc.sql("update message set state = 'DISCARDED' where state = 'FAILED'")
                .update();
        jdbc.sql("delete from backup").update();
        jdbc.sql("delete from restoration").update();
        Files.deleteIfExists(mark);
    }

    @Test
    void whatWasOverIsTakenDownAndNothingOldIsSentAgain() throws Exception {
        clock.advance(Duration.ofDays(400));
        submit("finance-staff");
        clock.advance(Duration.ofDays(-400));
        Instant until = clock.instant().plus(Duration.ofMinutes(10)).truncatedTo(ChronoUnit.SECONDS);
        String over = published(until);
        runDue();
        PostOffice.open().purgeEmailFromAllMailboxes();
        String untold = submit("finance-staff");
        Caller signedIn = signedIn("finance-staff");
        isRestored();
        clock.advance(Duration.ofHours(1));
        assertThat(anybody().get("/news/" + number(over)).status()).isEqualTo(410);

        afterRestore.run(null);

        assertThat(status(over)).isEqualTo("taken-down");
        assertThat(events(over)).endsWith("taken-down");
        runDue();
        assertThat(PostOffice.open().getReceivedMessages())
                .as("the takedown and the submission may have been told before")
                .isEmpty();
        assertThat(signedIn.get("/desk").status()).as("signed out").isEqualTo(302);
        Caller admin = signedIn("admin");
        assertThat(admin.get("/desk/failed-messages").text())
                .contains("พักไว้หลังกู้คืนข้อมูล", number(over), number(untold));
        assertThat(admin.get("/desk/backups").text())
                .contains("ฐานข้อมูลนี้กู้คืนจาก", "กำลังตรวจไฟล์ทั้งหมด")
                .doesNotContain("มีคำขอระหว่างดำเนินการ 0 เรื่อง");

        String next = submit("finance-staff");
        assertThat(running(number(next)))
                .as("numbers that were given after the backup are not given again")
                .isGreaterThan(running(number(untold)) + 999);
        runDue();
        assertThat(PostOffice.open().getReceivedMessages())
                .as("what is new is told as ever")
                .hasSize(1);
        int before = running(number(next));
        afterRestore.run(null);
        assertThat(running(number(submit("finance-staff"))))
                .as("the next start is one like any other")
                .isEqualTo(before + 1);
    }

    @Test
    void aProgramThatWasOnlyKilledStillSendsWhatItOwes() throws Exception {
        jdbc.sql("insert into backup (name, begun_at, whole, bytes, files) values ('killed', now(), false, 0, 0)")
                .update();
        Files.writeString(mark, "killed");
        submit("finance-staff");

        afterRestore.run(null);

        runDue();
        assertThat(PostOffice.open().getReceivedMessages()).hasSize(1);
        assertThat(jdbc.sql("select count(*) from restoration")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private void isRestored() throws Exception {
        if (onPostgres()) {
            jdbc.sql("update database_identity set identity = 'another/1'").update();
        } else {
            // As it stands in each copy, and here beside the mark of a later one.
            jdbc.sql("insert into backup (name, begun_at, whole, bytes, files) values ('copied', now(), false, 0, 0)")
                    .update();
            Files.writeString(mark, "a later one");
        }
    }

    private static int running(String number) {
        return Integer.parseInt(number.substring(number.indexOf('-') + 1));
    }
}
