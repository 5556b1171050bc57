package prakat.web.desk.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import prakat.Answer;
import prakat.Caller;
import prakat.ProgramTest;

/** Appointing acting directors at the desk. */
@Order(4)
class AbsencePageTest extends ProgramTest {

    private static final String PAGE = "/desk/acting-directors";
    private static final String API = "/api/groups/finance/acting-directors";

    /** In a year that is still to come. */
    private final String until =
            "31/12/" + (LocalDate.now(java.time.ZoneId.of("Asia/Bangkok")).getYear() + 1 + 543);

    @AfterEach
    void nobodyActsAnyMore() {
        as("admin").get(API).json().forEach(one -> as("admin")
                .delete(API + "/" + one.get("id").asText()));
    }

    @Test
    void aDirectorAppointsForTheOwnGroupAndWhoActsIsTold() {
        Caller director = signedIn("finance-director");
        assertThat(director.get("/desk").text()).contains(PAGE);
        Document form = Jsoup.parse(director.get(PAGE).text());
        assertThat(form.select("#user option[value=hr-director]").text()).contains("(hr-director)");
        assertThat(form.select("input[name=group]").val()).isEqualTo("finance");
        String open = submit("finance-staff");

        Answer appointed = director.form(PAGE, Map.of("group", "finance", "user", "hr-director", "until", until));

        assertThat(appointed.status()).as(appointed.toString()).isEqualTo(302);
        assertThat(director.get(PAGE).text()).contains("รักษาการอยู่", "31 ธันวาคม");
        assertThat(signedIn("hr-director").get("/desk").text())
                .contains("ท่านรักษาการแทนผู้อำนวยการกลุ่มบริหารงานการเงินและสินทรัพย์ ถึง 31 ธันวาคม", number(open));
        assertThat(signedIn("hr-staff").get("/desk").text()).doesNotContain("ท่านรักษาการแทน", PAGE);
    }

    @Test
    void itIsEndedAfterAQuestion() {
        Caller director = signedIn("finance-director");
        director.form(PAGE, Map.of("group", "finance", "user", "hr-director", "until", until));
        String end =
                Jsoup.parse(director.get(PAGE).text()).select("a[href$=/end]").attr("href");
        assertThat(director.get(end).text()).contains("ยุติการรักษาการแทนนี้หรือไม่", "hr-director");
        assertThat(signedIn("hr-director").get(end).status()).isEqualTo(403);
        assertThat(signedIn("hr-director").get(end.replace("/finance/", "/hr/")).status())
                .isEqualTo(404);
        assertThat(as("admin").get(API).json()).as("only asked").hasSize(1);

        assertThat(director.form(end, Map.of()).status()).isEqualTo(302);

        assertThat(as("admin").get(API).json()).isEmpty();
        assertThat(director.get(PAGE).text()).contains("ขณะนี้ไม่มีผู้รักษาการแทน");
        assertThat(director.get(end).status()).isEqualTo(409);
        assertThat(signedIn("hr-director").get("/desk").text()).doesNotContain("ท่านรักษาการแทน");
    }

    @Test
    void whatIsWrongStandsBesideItsField() {
        Caller director = signedIn("finance-director");
        Answer wrong = director.form(
                PAGE, Map.of("group", "finance", "user", "finance-director", "from", "เมื่อวาน", "until", ""));

        assertThat(wrong.status()).isEqualTo(400);
        Document html = Jsoup.parse(wrong.text());
        assertThat(html.select("#user-fault").text()).contains("เป็นผู้อำนวยการกลุ่มนี้อยู่แล้ว");
        assertThat(html.select("#from-fault").text()).contains("พ.ศ.");
        assertThat(html.select("#until-fault").text()).isNotEmpty();
        assertThat(html.select("#user option[selected]").val()).isEqualTo("finance-director");
        assertThat(html.select("#from").val()).isEqualTo("เมื่อวาน");
        assertThat(as("admin").get(API).json()).isEmpty();
    }

    @Test
    void anAdministratorAppointsForEveryGroupAndNobodyElseAtAll() {
        Caller admin = signedIn("admin");
        Document form = Jsoup.parse(admin.get(PAGE).text());
        assertThat(form.select("#group option[value]").eachAttr("value")).contains("finance", "hr", "audit");
        assertThat(Jsoup.parse(admin.form(PAGE, Map.of("user", "hr-director", "until", until))
                                .text())
                        .select("#group-fault"))
                .hasSize(1);
        assertThat(admin.form(PAGE, Map.of("group", "finance", "user", "hr-director", "until", until))
                        .status())
                .isEqualTo(302);

        for (String account : List.of("finance-staff", "web-officer", "deputy-director")) {
            Caller other = signedIn(account);
            assertThat(other.get(PAGE).status()).as(account).isEqualTo(403);
            assertThat(other.get("/desk").text()).as(account).doesNotContain(PAGE);
        }
        assertThat(signedIn("hr-director")
                        .form(PAGE, Map.of("group", "finance", "user", "hr-staff", "until", until))
                        .status())
                .as("who acts appoints nobody")
                .isEqualTo(403);
    }
}
