package prakat.web.desk.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import prakat.Answer;
import prakat.Caller;
import prakat.PostOffice;
import prakat.ProgramTest;

/** Administrators see what could not be sent, and send it again or let it be. */
class FailedMessagesPageTest extends ProgramTest {

    private static final String PAGE = "/desk/failed-messages";
    private static final String METRIC = "/actuator/metrics/prakat.messages.failed";

    @BeforeEach
    void nothingHasFailed() throws Exception {
        PostOffice.open().purgeEmailFromAllMailboxes();
    }

    @AfterEach
    void nothingHasFailedAfterwards() {
        jdbc.sql("update message set state = 'DISCARDED' where state = 'FAILED'")
                .update();
    }

    @Test
    void whatFailedIsListedWithItsReasonAndSentAgain() {
        String id = submit("finance-staff");
        String message = failed(id, "550 5.1.1 User unknown");
        Caller admin = signedIn("admin");
        assertThat(admin.get("/desk").text()).contains("href=\"" + PAGE + "\"");
        assertThat(failures()).isEqualTo(1);
        Element row = row(admin, message);
        assertThat(row.text())
                .contains(number(id), "finance-director", "finance-director@example.org", "550 5.1.1 User unknown");
        assertThat(row.text()).contains("ส่งแล้ว 1 ครั้ง");

        Answer answer = admin.form(PAGE + "/" + message + "/retry", Map.of());

        assertThat(answer.status()).isEqualTo(302);
        assertThat(admin.get(PAGE).text()).contains("กำลังส่งใหม่ 1 ข้อความ", "ไม่มีข้อความที่ส่งไม่สำเร็จ");
        assertThat(failures()).isZero();
        runDue();
        assertThat(PostOffice.open().getReceivedMessages()).hasSize(1);
        assertThat(admin.form(PAGE + "/" + message + "/retry", Map.of()).status())
                .as("it is sent: nothing to do again")
                .isEqualTo(409);
    }

    @Test
    void allAreSentAgainOrOneIsDiscarded() {
        String discarded = failed(submit("finance-staff"), "timed out");
        failed(submit("finance-staff"), "timed out");
        failed(submit("hr-staff"), "timed out");
        Caller admin = signedIn("admin");
        admin.form(PAGE + "/" + discarded + "/discard", Map.of());
        assertThat(admin.get(PAGE).text()).contains("ยกเลิกข้อความแล้ว").doesNotContain(discarded);
        admin.form(PAGE + "/retry", Map.of());
        assertThat(admin.get(PAGE).text()).contains("กำลังส่งใหม่ 2 ข้อความ");
        runDue();

        assertThat(PostOffice.open().getReceivedMessages()).hasSize(2);
    }

    @Test
    void onlyAdministratorsSeeThem() {
        String message = failed(submit("finance-staff"), "timed out");
        for (String account : new String[] {"finance-director", "web-officer", "deputy-director"}) {
            Caller reader = signedIn(account);
            assertThat(reader.get("/desk").text()).doesNotContain(PAGE);
            assertThat(reader.get(PAGE).status()).isEqualTo(403);
            assertThat(reader.form(PAGE + "/" + message + "/discard", Map.of()).status())
                    .isEqualTo(403);
            assertThat(reader.form(PAGE + "/retry", Map.of()).status()).isEqualTo(403);
        }
        assertThat(failures()).isEqualTo(1);
        assertThat(signedIn("admin")
                        .form(PAGE + "/no-such-message/retry", Map.of())
                        .status())
                .isEqualTo(404);
    }

    private Element row(Caller reader, String message) {
        Document page = Jsoup.parse(reader.get(PAGE).text());
        return page.select("tr:has(form[action$=" + message + "/retry])").first();
    }

    /** The id of the only message about a request, which could not be sent. */
    private String failed(String request, String error) {
        runDue();
        String id = jdbc.sql("select id from message where number = ?")
                .param(number(request))
                .query(String.class)
                .single();
        jdbc.sql("update message set state = 'FAILED', last_error = ? where id = ?")
                .params(error, id)
                .update();
        try {
            PostOffice.open().purgeEmailFromAllMailboxes();
        } catch (com.icegreen.greenmail.store.FolderException e) {
            throw new IllegalStateException(e);
        }
        return id;
    }

    private long failures() {
        return as("admin").get(METRIC).json().at("/measurements/0/value").asLong();
    }
}
