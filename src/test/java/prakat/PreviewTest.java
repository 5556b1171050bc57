package prakat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who sees a preview, and where; how it is made is tested for itself. */
class PreviewTest extends ProgramTest {

    private static final byte[] PREVIEW = "%PDF-1.7".getBytes(StandardCharsets.US_ASCII);

    private JsonNode request;
    private String preview;

    @BeforeEach
    void attach() {
        request = given().submit(
                        "finance-staff",
                        submission("ประกาศรับสมัคร"),
                        Map.of(
                                "ประกาศ.odt",
                                Attached.document("รับสมัคร " + Given.unique(), "https://example.org/a.png"),
                                "ประกาศ.pdf",
                                Attached.pdf()));
        preview = attachment("ประกาศ.odt") + "/preview";
    }

    @Test
    void thoseWhoMaySeeTheDocumentSeeItsPreview() throws IOException {
        make();
        for (String account : new String[] {"finance-staff", "finance-director", "web-officer", "admin"}) {
            Answer answer = as(account).get(preview);
            ok(answer);
            assertThat(answer.text()).isEqualTo("%PDF-1.7");
            assertThat(answer.header("Content-Type")).contains("application/pdf");
            assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.header("Content-Security-Policy").orElseThrow()).contains("default-src 'none'");
        }
    }

    @Test
    void nobodyElseDoes() throws IOException {
        make();
        assertThat(as("hr-director").get(preview).status()).isEqualTo(404);
        assertThat(anybody().get(preview).status()).isEqualTo(401);
        given().permit(given().certify(request));
        assertThat(anybody().get(preview).status()).isEqualTo(401);
        String files = "/news/" + number(request.get("id").asText()) + "/files/";
        assertThat(anybody().get(files + n("ประกาศ.odt") + "/preview.pdf").text())
                .isNotEqualTo("%PDF-1.7");
    }

    @Test
    void whereThereIsNoneItIsSaidWhy() {
        Answer answer = as("finance-director").get(preview);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().get("detail").asText()).contains("LibreOffice").contains("เปิดไฟล์ดูเอง");
        assertThat(as("finance-director")
                        .get(attachment("ประกาศ.pdf") + "/preview")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void thoseWhoDecideSeeEachFileInItsPlace() {
        String desk = "/desk/requests/" + request.get("id").asText();
        for (String page : new String[] {desk, desk + "/decide"}) {
            Document shown = Jsoup.parse(signedIn("finance-director").get(page).text());
            assertThat(shown.select(".viewer").eachAttr("data-pdf"))
                    .containsExactlyInAnyOrder(preview, attachment("ประกาศ.pdf"));
        }
    }

    private void make() throws IOException {
        Path document = stored(file("ประกาศ.odt").get("sha256").asText());
        Files.write(document.resolveSibling(document.getFileName() + ".preview.pdf"), PREVIEW);
    }

    private String attachment(String name) {
        return "/api/requests/" + request.get("id").asText() + "/attachments/" + n(name);
    }

    private int n(String name) {
        return file(name).get("n").asInt();
    }

    private JsonNode file(String name) {
        for (JsonNode file : request.get("attachments")) {
            if (file.get("name").asText().equals(name)) {
                return file;
            }
        }
        throw new AssertionError(name);
    }
}
