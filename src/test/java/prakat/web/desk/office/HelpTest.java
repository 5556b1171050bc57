package prakat.web.desk.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prakat.Answer;
import prakat.ProgramTest;
import prakat.picture.PictureSize;

/** What newcomers read. */
class HelpTest extends ProgramTest {

    private static final int LARGEST_PICTURE = 60_000;

    @ParameterizedTest
    @ValueSource(strings = {"requester", "director", "web-officer", "administrator"})
    void everyStepHasItsWordsAndItsPictureInBothLanguages(String role) {
        Document thai = page("finance-staff", "/desk/help/" + role + "?lang=th");
        Document english = page("finance-staff", "/desk/help/" + role + "?lang=en");

        for (Document page : List.of(thai, english)) {
            assertThat(page.text()).doesNotContain("??", "{0}");
            assertThat(page.select(".help-step")).hasSizeBetween(4, 7).allSatisfy(step -> {
                assertThat(step.select("h2").text()).isNotBlank();
                assertThat(step.select("p.words").text()).isNotBlank();
                assertThat(step.select("img[alt][width][height]")).hasSize(1);
            });
            assertThat(page.select(".help-questions h3")).hasSizeGreaterThanOrEqualTo(4);
            for (Element link : page.select(".notice a")) {
                assertThat(page.getElementById(link.attr("href").substring(1)))
                        .as(link.text())
                        .isNotNull();
            }
        }
        assertThat(thai.select(".help-step img"))
                .allSatisfy(picture -> assertThat(picture.attr("alt")).matches(".*\\p{InThai}.*"));
        assertThat(english.select(".help-step img"))
                .allSatisfy(
                        picture -> assertThat(picture.attr("alt")).isNotBlank().doesNotMatch(".*\\p{InThai}.*"));
        assertThat(english.select(".help-step").size())
                .isEqualTo(thai.select(".help-step").size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"requester", "director", "web-officer", "administrator"})
    void thePicturesAreThereSmallAndOfTheSizeThatThePageSays(String role) {
        for (Element picture : page("admin", "/desk/help/" + role).select(".help-step img")) {
            Answer answer = anybody().get(picture.attr("src"));
            ok(answer);
            assertThat(answer.header("Content-Type")).contains("image/webp");
            assertThat(answer.response().body()).hasSizeLessThanOrEqualTo(LARGEST_PICTURE);
            PictureSize size = PictureSize.read(
                            new ByteArrayInputStream(answer.response().body()))
                    .orElseThrow();
            double said = Double.parseDouble(picture.attr("width")) / Double.parseDouble(picture.attr("height"));
            assertThat((double) size.width() / size.height())
                    .as(picture.attr("src"))
                    .isCloseTo(said, org.assertj.core.data.Offset.offset(0.05));
        }
    }

    @Test
    void theDeskLeadsToThePageOfTheReadersRole() {
        Map.of(
                        "finance-staff", "requester",
                        "finance-director", "director",
                        "deputy-director", "director",
                        "web-officer", "web-officer",
                        "admin", "administrator")
                .forEach((account, role) -> assertThat(
                                page(account, "/desk").select("nav.tools a[href=/desk/help/" + role + "]"))
                        .as(account)
                        .hasSize(1));
        assertThat(page("finance-staff", "/desk/new").select("nav.tools a[href=/desk/help/requester]"))
                .hasSize(1);
        assertThat(anybody().get("/").text()).doesNotContain("/desk/help");
    }

    @Test
    void theReadersOwnRolesComeFirst() {
        assertThat(roles("finance-staff", "own")).containsExactly("requester");
        assertThat(roles("finance-staff", "others")).containsExactly("director", "web-officer", "administrator");
        assertThat(roles("web-officer", "own")).containsExactly("requester", "web-officer");
        assertThat(roles("finance-director", "own")).containsExactly("requester", "director");
        assertThat(roles("admin", "own")).containsExactly("administrator");
    }

    @Test
    void whatOtherPagesDoIsSaidWhereItIsAsked() {
        assertThat(page("finance-staff", "/desk/help/requester").text()).contains("ขอขยายเวลา", "PDF, DOCX");
        assertThat(page("finance-director", "/desk/help/director").text()).contains("/desk/acting-directors");
    }

    @Test
    void helpIsForStaffAndForKnownRoles() {
        assertThat(anybody().get("/desk/help").status()).isEqualTo(302);
        assertThat(anybody().get("/desk/help/director").status()).isEqualTo(302);
        assertThat(signedIn("finance-staff").get("/desk/help/minister").status())
                .isEqualTo(404);
    }

    private List<String> roles(String account, String section) {
        return page(account, "/desk/help")
                .select("section[aria-labelledby=" + section + "] a")
                .eachAttr("href")
                .stream()
                .map(href -> href.substring("/desk/help/".length()))
                .toList();
    }

    private Document page(String account, String path) {
        Answer answer = signedIn(account).get(path);
        ok(answer);
        return Jsoup.parse(answer.text());
    }
}
