package prakat.web.desk.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import prakat.Answer;
import prakat.Caller;
import prakat.ProgramTest;

/** The table of holidays at the desk. */
class HolidaysPageTest extends ProgramTest {

    private static final String PAGE = "/desk/holidays";

    /** Of which the program brings nothing. */
    private static final String YEAR = "2572";

    @AfterEach
    void nothingOfThatYear() {
        jdbc.sql("delete from holiday where falls_on >= '2028-01-01'").update();
    }

    @Test
    void everybodyOfTheStaffReadsTheYearsThatAreBrought() {
        Caller staff = signedIn("finance-staff");
        Document page = Jsoup.parse(staff.get(PAGE + "?year=2570").text());

        assertThat(page.select("tbody tr")).hasSize(22);
        assertThat(page.select("tbody tr").get(1).text())
                .contains("21 กุมภาพันธ์ 2570", "วันอาทิตย์", "วันมาฆบูชา", "รอประกาศ");
        assertThat(page.select("[aria-current=page]").text()).contains("พ.ศ. 2570");
        assertThat(page.select("main form, a[href$=/remove]")).isEmpty();
        assertThat(staff.get(PAGE + "?year=2569&lang=en").text()).contains("Chulalongkorn Day", "Holidays of 2026");
        assertThat(staff.get("/desk?lang=th").text()).doesNotContain(PAGE);
        assertThat(signedIn("admin").get("/desk").text()).contains(PAGE);
        assertThat(staff.get(PAGE + "?year=" + YEAR).text())
                .contains("ยังไม่มีวันหยุดของปี พ.ศ. 2572", "กรุณาแจ้งผู้ดูแลระบบ");
        assertThat(anybody().get(PAGE).status()).isEqualTo(302);
    }

    @Test
    @Tag("database")
    void anAdministratorAddsOneAndTakesItOutAfterAQuestion() {
        Caller admin = signedIn("admin");
        Map<String, String> holiday =
                Map.of("year", YEAR, "day", "๑๑/๐๕/๒๕๗๒", "nameTh", "วันพืชมงคล", "source", "ประกาศสำนักพระราชวัง");

        Answer added = admin.form(PAGE, holiday);

        assertThat(added.status()).as(added.toString()).isEqualTo(302);
        assertThat(admin.get(PAGE + "?year=" + YEAR).text())
                .contains("11 พฤษภาคม 2572", "วันพืชมงคล", "ประกาศสำนักพระราชวัง");
        assertThat(jdbc.sql("select entered_by from holiday where falls_on = '2029-05-11'")
                        .query(String.class)
                        .single())
                .isEqualTo("admin");
        Answer twice = admin.form(PAGE, holiday);
        assertThat(twice.status()).isEqualTo(400);
        assertThat(Jsoup.parse(twice.text()).select("#day-fault").text()).contains("มีในตารางแล้ว");

        String remove = PAGE + "/2029-05-11/remove";
        assertThat(admin.get(remove).text()).contains("นำวันหยุดนี้ออกหรือไม่", "วันพืชมงคล");
        assertThat(signedIn("finance-staff").get(remove).status()).isEqualTo(403);
        assertThat(signedIn("finance-staff").form(remove, Map.of()).status()).isEqualTo(403);
        assertThat(admin.form(remove, Map.of()).status()).isEqualTo(302);
        assertThat(admin.get(PAGE + "?year=" + YEAR).text()).contains("ยังไม่มีวันหยุดของปี พ.ศ. 2572");
        assertThat(admin.get(remove).status()).isEqualTo(404);
    }

    @Test
    void whatIsWrongStandsBesideItsField() {
        Answer wrong = signedIn("admin").form(PAGE, Map.of("year", YEAR, "day", "วันพุธ", "nameTh", ""));

        assertThat(wrong.status()).isEqualTo(400);
        Document page = Jsoup.parse(wrong.text());
        assertThat(page.select("#day-fault").text()).contains("31/12/2569");
        assertThat(page.select("#nameTh-fault, #source-fault")).hasSize(2);
        assertThat(page.select("#day").val()).isEqualTo("วันพุธ");
        assertThat(signedIn("deputy-director").form(PAGE, Map.of()).status()).isEqualTo(403);
    }

    @Test
    @Tag("database")
    void aWholeYearComesFromAFileAndGoesOutAsOne() {
        Caller admin = signedIn("admin");
        String file = "\uFEFFdate,name_th,name_en,source\r\n"
                + "2029-01-01,วันขึ้นปีใหม่,New Year's Day,ระเบียบ\r\n"
                + "06/04/2572,\"วันจักรี, หยุด\",,\"ประกาศ \"\"ก\"\"\"\r\n";

        assertThat(send(admin, file, "แทนที่").status()).isEqualTo(302);
        assertThat(send(admin, file, "แทนที่").status()).as("a second time").isEqualTo(302);

        Document page = Jsoup.parse(admin.get(PAGE + "?year=" + YEAR).text());
        assertThat(page.select("tbody tr")).hasSize(2);
        assertThat(page.select("tbody tr").get(1).text()).contains("6 เมษายน 2572", "วันจักรี, หยุด", "ประกาศ \"ก\"");
        Answer download = signedIn("finance-staff").get(PAGE + "/" + YEAR + ".csv");
        assertThat(download.header("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(download.header("Content-Disposition").orElseThrow()).contains("holidays-2572.csv");
        assertThat(download.text())
                .isEqualTo("\uFEFFdate,name_th,name_en,source\r\n"
                        + "2029-01-01,วันขึ้นปีใหม่,New Year's Day,ระเบียบ\r\n"
                        + "2029-04-06,\"วันจักรี, หยุด\",\"วันจักรี, หยุด\",\"ประกาศ \"\"ก\"\"\"\r\n");
        assertThat(send(admin, download.text(), "แทนที่").status())
                .as("what went out comes in again")
                .isEqualTo(302);
    }

    @Test
    void ofAFaultyFileEveryLineIsNamedAndNothingIsTaken() {
        Caller admin = signedIn("admin");
        send(admin, "2029-01-01,วันขึ้นปีใหม่,,ระเบียบ\n", "แทนที่");

        Answer wrong = send(
                admin,
                "2029-04-06,วันจักรี,,ระเบียบ\n2028-04-06,วันจักรี,,ระเบียบ\nเมื่อวาน,วันจักรี,,ระเบียบ\n"
                        + "2029-04-06,วันจักรี,,ระเบียบ\n2029-05-04,,,\n2029-05-05,วันฉัตรมงคล\n",
                "แทนที่");

        assertThat(wrong.status()).isEqualTo(400);
        assertThat(Jsoup.parse(wrong.text()).select("main [role=alert] li").eachText())
                .extracting(fault -> fault.replaceFirst(":.*", ""))
                .containsExactly("บรรทัด 2", "บรรทัด 3", "บรรทัด 4", "บรรทัด 5", "บรรทัด 5", "บรรทัด 6");
        byte[] windows874 = "2029-04-06,วันจักรี,,ระเบียบ".getBytes(Charset.forName("x-windows-874"));
        assertThat(send(admin, windows874, "แทนที่").text()).contains("CSV UTF-8");
        assertThat(send(admin, "", "แทนที่").text()).contains("กรุณาเลือกไฟล์");
        assertThat(send(admin, "2029-04-06,วันจักรี,,ระเบียบ", "ไม่").text()).contains("พิมพ์ให้ตรงกับคำที่กำหนด");
        assertThat(send(signedIn("finance-director"), "2029-04-06,วันจักรี,,ระเบียบ", "แทนที่")
                        .status())
                .isEqualTo(403);
        assertThat(Jsoup.parse(admin.get(PAGE + "?year=" + YEAR).text()).select("tbody tr"))
                .as("the list before")
                .hasSize(1);
    }

    private static Answer send(Caller caller, String file, String word) {
        return send(caller, file.getBytes(StandardCharsets.UTF_8), word);
    }

    private static Answer send(Caller caller, byte[] file, String word) {
        return caller.postForm(PAGE + "/import", Map.of("year", YEAR, "word", word), Map.of("h.csv", file));
    }
}
