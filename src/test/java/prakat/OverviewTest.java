package prakat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What those who lead see of all requests, and the lists to which it leads, as pages and as files. */
class OverviewTest extends ProgramTest {

    @Test
    @Tag("database")
    void everyFigureOfTheOverviewLeadsToAListOfAsMany() {
        submit("finance-staff");
        ok(certification("finance-director", submit("finance-staff"), RETURNED));
        published();
        submit("finance-staff", submission("กิจกรรม").put("category", "activity"));
        Caller browser = signedIn("deputy-director");
        Document page = page(browser, "/desk/overview");
        assertThat(page.select("[id]").eachAttr("id"))
                .as("each table has a name of its own")
                .doesNotHaveDuplicates();
        List<Element> figures = page.select("a.figure");
        assertThat(figures).hasSizeGreaterThan(25);
        for (Element figure : figures) {
            String list = figure.attr("href").replace("/desk?of=all&", "");
            assertThat(total(list))
                    .as(list)
                    .isEqualTo(Long.parseLong(figure.text().replace(",", "")));
        }
        Element returned = page.selectFirst(".tiles a[href*=event=returned]");
        assertThat(page(browser, returned.attr("href")).select("[role=status]").text())
                .contains(" " + returned.text() + " ");
        assertThat(page(signedIn("finance-director"), "/desk/overview").select("#group"))
                .isEmpty();
        assertThat(signedIn("finance-staff").get("/desk/overview").status()).isEqualTo(403);
        assertThat(signedIn("finance-director").get("/desk/overview?group=hr").status())
                .isEqualTo(403);
    }

    @Test
    @Tag("database")
    void theCalendarShowsStartsAndEndsOnTheirDays() {
        clock.advanceTo("2047-11-03T10:00:00+07:00");
        String id = published(OffsetDateTime.parse("2047-11-20T10:00:00+07:00").toInstant());
        Caller browser = signedIn("finance-director");
        Document month = page(browser, "/desk/overview/calendar?month=2047-11");
        for (String day : List.of("2047-11-03", "2047-11-20")) {
            assertThat(month.select("td:has(time[datetime=" + day + "]) a").eachAttr("href"))
                    .as(day)
                    .containsExactly("/desk/requests/" + id);
        }
        assertThat(total("event=starts&from=2047-11-03&until=2047-11-03")).isEqualTo(1);
        assertThat(total("event=ends&from=2047-11-20&until=2047-11-20")).isEqualTo(1);
        String next = month.selectFirst("a[rel=next]").attr("href");
        assertThat(page(browser, next).select("td a")).isEmpty();
    }

    @Test
    void theListGoesOutAsFilesWithWhatItsReaderMaySee() throws IOException {
        clock.advanceTo("2048-01-10T10:00:00+07:00");
        for (int n = 0; n < 2; n++) {
            submit("finance-staff", submission("=รายการ"));
        }
        submit("hr-staff");
        String list = "of=all&from=2048-01-01&until=2048-01-31&sort=number";
        Document page = page(signedIn("finance-director"), "/desk?" + list);
        assertThat(page.select("th[aria-sort=ascending]").text()).isEqualTo("เลขที่");

        Answer csv = signedIn("finance-director")
                .get(page.selectFirst("a[href*=.csv]").attr("href"));
        List<String> lines = csv.text().lines().toList();
        assertThat(csv.header("Content-Disposition").orElseThrow()).contains("requests.csv");
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).startsWith("\uFEFFเลขที่,เรื่อง,ประเภทข้อมูล");
        assertThat(lines.get(1)).contains(",'=รายการ,ข่าวประชาสัมพันธ์,").contains("10 มกราคม 2591");
        assertThat(lines.subList(1, 3)).isSorted();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(signedIn("deputy-director")
                .get("/desk/requests.xlsx?" + list)
                .response()
                .body()))) {
            assertThat(workbook.getSheetAt(0).getLastRowNum()).isEqualTo(3);
        }
    }

    private static Document page(Caller browser, String path) {
        Answer answer = browser.get(path);
        ok(answer);
        return Jsoup.parse(answer.text());
    }

    private long total(String parameters) {
        return as("web-officer")
                .get("/api/requests?size=1&" + parameters)
                .json()
                .get("total")
                .asLong();
    }
}
